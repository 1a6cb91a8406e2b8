"""Where the commands of the linear mode come from and where its lines go: a person at a terminal, or a pipe."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size

from aipolicy_tui.cli.output import is_terminal, narrate, put
from aipolicy_tui.messages import say

_PROMPT = "> "
_NARROWEST = 20


class Conversation:
    """Lines in, lines out. Nothing is ever drawn: no cursor moves, no colour."""

    def __init__(self, measure: int) -> None:
        self.is_with_person = is_terminal(sys.stdin)
        """Whether somebody types; else commands come from a pipe or a file and nothing is asked."""
        self.is_paged = self.is_with_person and is_terminal(sys.stdout)
        """Whether long things come a portion at a time."""
        self._width = max(_NARROWEST, min(measure, get_terminal_size().columns - 1)) if self.is_paged else None

    def lines(self) -> Iterator[str]:
        """What is typed, until the end of input. Ctrl-C takes back the line."""
        ask = self._ask if self.is_with_person else sys.stdin.readline
        while True:
            try:
                line = ask()
            except KeyboardInterrupt:
                narrate("")
                continue
            except UnicodeDecodeError:
                line = "\ufffd\n"
            if not line:
                return
            yield line.rstrip("\n")

    def _ask(self) -> str:
        if not self.is_paged:
            narrate(_PROMPT.rstrip())
            return sys.stdin.readline()
        _prepare_line_editing()
        try:
            return input(_PROMPT) + "\n"
        except EOFError:
            put("")
            return ""

    def show(self, lines: Sequence[str]) -> None:
        """Data: each line wrapped on a terminal, as it is elsewhere."""
        for line in lines:
            for row in self._rows(line):
                put(row)

    def show_whole(self, line: str) -> None:
        """A line of data that must not be wrapped: an address."""
        put(line)

    def tell(self, key: str, **values: object) -> None:
        """A sentence to the person."""
        for row in self._rows(say(key, **values)):
            narrate(row)

    def tell_words(self, words: str) -> None:
        """Words to the person."""
        for row in self._rows(words):
            narrate(row)

    def _rows(self, line: str) -> list[str]:
        if self._width is None or len(line) <= self._width:
            return [line]
        hang = len(line) - len(line.lstrip())
        return textwrap.wrap(line, self._width, subsequent_indent=" " * hang, break_on_hyphens=False) or [""]


def _prepare_line_editing() -> None:
    """Arrows, history and Tab in the line that is typed, where Python has them; nothing that writes a sequence.

    Emacs and dumb terminals edit lines themselves: an editor below theirs would show every line twice.
    """
    edits_itself = "INSIDE_EMACS" in os.environ or os.environ.get("TERM", "dumb") in ("dumb", "emacs")
    if edits_itself or "readline" in sys.modules:
        return
    try:
        import readline
    except ImportError:
        return
    from aipolicy_tui.cli.read.words import COMMANDS
    from aipolicy_tui.messages import chosen

    def complete(typed: str, number: int) -> str | None:
        if readline.get_begidx():
            return None
        words = [word for known in COMMANDS for word in known.words(chosen())[:1] if word.startswith(typed)]
        return f"{words[number]} " if number < len(words) else None

    readline.parse_and_bind("set enable-bracketed-paste off")
    readline.parse_and_bind("tab: complete")
    readline.set_completer(complete)
