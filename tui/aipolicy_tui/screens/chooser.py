"""One small screen to choose from a list: commands, help, orders, outlets, links. Typing narrows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from string import ascii_letters
from typing import Generic, NamedTuple, TypeVar

from rich.segment import Segment
from textual import on
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from aipolicy_index.language.matching import fold
from aipolicy_tui.commands import Command, Place
from aipolicy_tui.keymap import Keymap
from aipolicy_tui.messages import say
from aipolicy_tui.screens.dialog import Dialog
from aipolicy_tui.screens.too_small import TooSmall
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.widgets.bars import Bar
from aipolicy_tui.widgets.drawing import segments, terminal_ruler
from aipolicy_tui.widgets.entry import Entry
from aipolicy_tui.widgets.fitting import Part, Parts, wrap_at_most
from aipolicy_tui.widgets.layout import VariableLayout
from aipolicy_tui.widgets.rows import GUTTER, RowList

Value = TypeVar("Value")

_MOST_LINES = 8
"""Of a choice: a sentence of help is read to its end on the narrowest screen."""
_LEAD = " "
"""Between the mark of the selected choice and its words."""
_OWN = ("down", "up", "page_down", "page_up", "open", "back", "quit", "palette")
"""The commands that a chooser knows."""

_FEW = 8
"""Choices that need no line to type in."""


class Choice(NamedTuple, Generic[Value]):
    """Something to choose; without a value it is a heading."""

    label: str
    value: Value | None = None
    key: str = ""
    """The key that does the same, at the left."""
    detail: str = ""
    """A sentence after the label."""
    words: str = ""
    """More words by which typing finds it."""
    whole: bool = False
    """Never shortened: an address to be read to its end."""

    def found_by(self, query: str) -> bool:
        """Whether all words typed are in it; accents and case do not matter."""
        here = fold(f"{self.key} {self.label} {self.detail} {self.words}")
        return all(word in here for word in fold(query).split())

    def rank(self, query: str) -> int:
        """Smaller for what the words say first: its label's beginning, its label, anything else."""
        label, typed = fold(self.label), fold(query).strip()
        return 0 if label.startswith(typed) else 1 if typed in label else 2


class Chooser(Dialog, ModalScreen[None], Generic[Value], inherit_bindings=False):
    """A list over the lower part of the screen, with a line to type in above it."""

    AUTO_FOCUS = ""

    DEFAULT_CSS = """
    Chooser { align: left bottom; layout: vertical; background: $background 60%; }
    Chooser:ansi { background: transparent; }
    Chooser > Vertical { height: auto; max-height: 100%; background: $background; }
    Chooser RowList { height: auto; }
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[Value]],
        keymap: Keymap,
        *,
        selected: Value | None = None,
        full: bool = False,
        new: Callable[[str], Choice[Value] | str] | None = None,
        hint: str = "",
        by_letter: bool = False,
    ) -> None:
        """`selected`: the choice to begin at. `full`: take the whole height, however few there are. `new`: what the
        words typed may make besides, or the sentence that says why they make nothing. `hint`: what the line to type in
        says while it is empty. `by_letter`: the key of a choice chooses it, and nothing is typed."""
        super().__init__()
        self._title = title
        self._choices = list(choices)
        self._keymap = keymap
        self._first = selected
        self._full = full
        self._new = new
        self._hint = hint
        self._by_letter = by_letter
        self._begun = ""
        """The first letter of a name of two."""
        self._typed = not by_letter and (new is not None or len(choices) > _FEW)
        self._then: Callable[[Value | None], None] = lambda value: None
        self._grouped = any(choice.value is None for choice in choices)
        self._shown: list[Choice[Value]] = []
        self._lines: list[list[Parts]] = []
        self._key_width = max((terminal_ruler().cells(choice.key) for choice in choices), default=0)

    def ask(self, app: App[None], then: Callable[[Value | None], None]) -> None:
        """Open it, and do this with what is chosen (None when it is left), before any later key is looked at."""
        self._then = then
        app.push_screen(self)

    def compose(self) -> ComposeResult:
        """A title with a rule, the line to type in, the list."""
        with Vertical():
            yield Bar(self._title_line, id="chooser-title")
            if self._typed:
                yield Entry(id="chooser-entry")
            rows = RowList(id="chooser-rows")
            rows.leads = self._typed
            yield rows
        yield TooSmall()

    def on_mount(self) -> None:
        """Show all choices."""
        if self._typed:
            self.query_one(Entry).hint(self._hint or say("choose.filter"))
        self.set_focus(self.query_one(Entry if self._typed else RowList))
        self._narrow("")
        self.stand()

    def on_resize(self) -> None:
        """Wrap the choices anew; the same one stays selected."""
        self._narrow(self.query_one(Entry).text if self._typed else "", self.query_one(RowList).selected)

    @on(Entry.Pasted)
    def narrow_as_pasted(self, message: Entry.Pasted) -> None:
        """Keep what the words find."""
        message.stop()
        self._narrow(message.entry.text)

    def do_key(self, key: str) -> None:
        """Type, move, choose, leave."""
        if self._typed and self.query_one(Entry).take_key(key):
            self._first = None
            self._narrow(self.query_one(Entry).text)
        elif self._by_letter and self._named(key):
            self._go_on_naming(self._begun + key)
        elif self._begun:
            self._go_on_naming("")
        else:
            self._do(self._keymap.command(Place.SEARCH if self._typed else Place.LIST, key))

    def _named(self, key: str) -> bool:
        return len(key) == 1 and any(choice.key.startswith(self._begun + key) for choice in self._choices)

    def _go_on_naming(self, begun: str) -> None:
        """Choose what is called so, or keep what begins so."""
        self._begun = begun
        called = [choice for choice in self._choices if choice.key == begun]
        if begun and called:
            self._leave(called[0].value)
        else:
            self._narrow("")

    def _do(self, command: Command | None) -> None:
        rows = self.query_one(RowList)
        match command.name if command else "":
            case "down":
                rows.action_row_down()
            case "up":
                rows.action_row_up()
            case "page_down":
                rows.action_page_down()
            case "page_up":
                rows.action_page_up()
            case "open":
                self._choose()
            case "top" if not self._typed:
                rows.action_first_row()
            case "bottom" if not self._typed:
                rows.action_last_row()
            case "back" | "quit" | "palette":
                self._leave(None)

    @on(RowList.RowChosen)
    def choose_row(self, message: RowList.RowChosen) -> None:
        """Choose with the mouse."""
        message.stop()
        self._choose()

    def _choose(self) -> None:
        index = self.query_one(RowList).selected
        choice = self._shown[index] if index is not None and index < len(self._shown) else None
        if choice is not None and choice.value is not None:
            self._leave(choice.value)

    def _leave(self, value: Value | None) -> None:
        self.leave()
        self._then(value)

    def _narrow(self, query: str, kept: int | None = None) -> None:
        width = self.app.size.width - GUTTER - len(_LEAD)
        begun = [c for c in self._choices if c.key.startswith(self._begun)]
        found = [c for c in begun if c.value is None or c.found_by(query)]
        found = found if self._grouped else sorted(found, key=lambda c: c.rank(query))
        made = self._new(query) if self._new else say("choose.nothing")
        if isinstance(made, Choice) and made not in found:
            found.append(made)
        self._shown = _without_empty_groups(found)
        self._lines = [self._choice_lines(choice, width, first=not n) for n, choice in enumerate(self._shown)]
        if not self._shown:
            self._lines = [self._sentence(made if isinstance(made, str) else "", width)]
        headings = frozenset(n for n, choice in enumerate(self._shown) if choice.value is None)
        layout = VariableLayout([len(lines) for lines in self._lines], headings if self._shown else frozenset({0}))
        rows = self.query_one(RowList)
        room = max(1, self.app.size.height - (2 if self._typed else 1))
        rows.styles.height = room if self._full else min(layout.height, room)
        rows.set_rows(layout, self._draw, selected=self._start() if kept is None else kept)
        if kept is None and self._start() == 0:
            rows.action_first_row()

    def _sentence(self, words: str, width: int) -> list[Parts]:
        lines = wrap_at_most(words, width, _MOST_LINES, charset().glyphs.ellipsis, terminal_ruler())
        return [(Part(line, "dim"),) for line in lines or [""]]

    def _start(self) -> int:
        values = [choice.value for choice in self._shown]
        return values.index(self._first) if self._first is not None and self._first in values else 0

    def _title_line(self, width: int) -> Parts:
        line = charset().glyphs.horizontal
        ruler = terminal_ruler()
        lead, title = f"{line}{line} ", f"{self._title} "
        key, words = self._keymap.shown("back", Place.SEARCH), f" {say('choose.leave')} {line}"
        room = width - ruler.cells(lead + title)
        if ruler.cells(f" {key}{words}") > room or not key:
            return Part(lead, "dim"), Part(title, "strong"), Part(line * max(0, room), "dim")
        between = f"{line * (room - ruler.cells(f' {key}{words}'))} "
        return Part(lead, "dim"), Part(title, "strong"), Part(between, "dim"), Part(key, "key"), Part(words, "dim")

    def _choice_lines(self, choice: Choice[Value], width: int, *, first: bool) -> list[Parts]:
        ruler, ellipsis = terminal_ruler(), charset().glyphs.ellipsis
        if choice.value is None:
            return ([] if first else [()]) + [(Part(choice.label, "group"),)]
        lead = choice.key.ljust(self._key_width + 2) if self._key_width else ""
        if choice.whole:
            return _whole(choice.label, lead, width)
        words = f"{choice.label} — {choice.detail}" if choice.detail else choice.label
        lines = wrap_at_most(words, width - ruler.cells(lead), _MOST_LINES, ellipsis, ruler)
        return [(Part(lead if not n else " " * len(lead), "key"), Part(line)) for n, line in enumerate(lines)]

    def _draw(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        return segments((Part(_LEAD), *self._lines[index][line]))


def letter_names(letters: str, count: int) -> list[str]:
    """Short names for so many choices, none of which begins another: a letter each while there are enough, else two
    for the last ones; empty beyond."""
    alone = len(letters)
    while alone and alone + (len(letters) - alone) * len(letters) < count:
        alone -= 1
    names = [*letters[:alone], *(first + second for first in letters[alone:] for second in letters)]
    return (names + [""] * count)[:count]


def free_letters(keymap: Keymap) -> str:
    """The letters that name choices: those that neither move in the list nor leave it."""
    taken = {key for name in _OWN for key in keymap.keys[name]}
    return "".join(letter for letter in ascii_letters if letter not in taken)


def _whole(label: str, lead: str, width: int) -> list[Parts]:
    """All of it: on one line, or on lines of its own from the first column on where it is longer than that."""
    if len(lead) + len(label) <= width:
        return [(Part(lead, "key"), Part(label))]
    return [(Part(lead, "key"),), *((Part(label[at : at + width]),) for at in range(0, len(label), width))]


def _without_empty_groups(choices: list[Choice[Value]]) -> list[Choice[Value]]:
    following = [*choices[1:], None]
    pairs = zip(choices, following, strict=False)
    return [choice for choice, after in pairs if choice.value is not None or (after and after.value is not None)]
