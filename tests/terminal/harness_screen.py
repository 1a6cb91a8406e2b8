"""The screen of the test terminal: pyte, kept from what it misreads, and the answers that a real terminal gives."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

import pyte
from wcwidth import wcwidth

# Forms that pyte prints the tails of: private prefixes but "?", intermediate bytes, device control strings.
_MISREAD = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]"
    rb"|\x1b\[[?0-9;]*[ !\"#$%&'()*+,\-./]+[@-~]"
    rb"|\x1b\[[0-9;:]*[tu]"
    rb"|\x1bP[^\x1b]*\x1b\\"
    rb"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
)
_WHOLE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|[^\[\]P])")
_LONGEST_HELD = 8192


class Answers(Enum):
    """What the terminal says when it is asked what it can do."""

    SILENT = ()
    """Nothing, as old ones do."""
    MODERN = (
        (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
        (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
        (b"\x1b[c", b"\x1b[?62;22c"),
        (b"\x1b[6n", b"\x1b[1;1R"),
    )
    """Synchronised output, no resize reports of its own."""

    def to(self, data: bytes) -> list[bytes]:
        """The replies to some output."""
        return [reply for question, reply in self.value for _ in range(data.count(question))]


class _Screen(pyte.Screen):
    """pyte drops the rest of a text at a vowel sign that takes no column of its own; terminals show it in its cell."""

    def draw(self, data: str) -> None:
        """Draw text, without what takes no column and is no accent."""
        super().draw("".join(sign for sign in data if wcwidth(sign) or unicodedata.combining(sign)))


class Display:
    """A pyte screen that is fed with bytes in pieces of any size."""

    def __init__(self, columns: int, rows: int) -> None:
        self.screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._held = b""
        self._keypad = False

    def feed(self, data: bytes) -> None:
        """Show some output; an escape sequence that is not complete waits for its rest."""
        on, off = data.rfind(b"\x1b[?1h"), data.rfind(b"\x1b[?1l")
        if on != off:
            self._keypad = on > off
        data = self._held + data
        start = data.rfind(b"\x1b")
        unfinished = start >= 0 and len(data) - start < _LONGEST_HELD and not _WHOLE.match(data, start)
        self._held = data[start:] if unfinished else b""
        self._stream.feed(_MISREAD.sub(b"", data[:start] if unfinished else data))

    def key(self, name: str, sequence: str) -> str:
        """What a key sends in the present keypad mode."""
        moves = name in ("up", "down", "left", "right", "home", "end")
        return sequence.replace("[", "O") if self._keypad and moves else sequence

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the screen."""
        self.screen.resize(rows, columns)

    def row(self, y: int) -> str:
        """One row as text; the second column of a wide character counts for nothing."""
        line = self.screen.buffer[y]
        return "".join(line[x].data for x in range(self.screen.columns)).rstrip()

    def cells(self) -> list[list[tuple[object, ...]]]:
        """Every cell as a person sees it: on a blank one without reverse video the text colour does not show."""
        return [[_seen(line[x]) for x in range(self.screen.columns)] for line in self._lines()]

    def _lines(self) -> list[object]:
        return [self.screen.buffer[y] for y in range(self.screen.lines)]


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    marks = (cell.underscore, cell.reverse, cell.strikethrough)
    if cell.data == " " and not any(marks):
        return (" ", cell.bg)
    return (cell.data, cell.fg, cell.bg, cell.bold, cell.italics, *marks)
