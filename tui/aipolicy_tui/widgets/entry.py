"""A line to type in: the query, the filter of a chooser. Its cursor does not blink."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from aipolicy_tui.keymap import types_a_character
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.terminal.safe import safe_text
from aipolicy_tui.terminal.strips import safe_strip
from aipolicy_tui.widgets.drawing import segments, terminal_ruler
from aipolicy_tui.widgets.fitting import Part, Parts, cut
from aipolicy_tui.widgets.line_editor import LONGEST, LineEditor

_MOST_PER_CELL = 4
"""Characters looked at for each cell before the cursor: of a text that is pasted, only what can be seen is measured."""


_MOVES = frozenset({"left", "right", "home", "end"})


class Entry(Widget, can_focus=True):
    """One line of typed text."""

    DEFAULT_CSS = "Entry { height: 1; width: 1fr; }"

    @dataclass(eq=False, repr=False)
    class Pasted(Message):
        """Text was pasted. What keys do to the line is known at once to whoever hands them in."""

        entry: Entry
        cut: bool = False
        """Whether the line had no room for all of it."""

        @property
        def control(self) -> Entry:
            """The line, for `@on(Entry.Pasted, "#id")`."""
            return self.entry

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._editor = LineEditor()
        self._placeholder = ""
        self._offered = False

    @property
    def text(self) -> str:
        """What stands on the line."""
        return self._editor.text

    @text.setter
    def text(self, text: str) -> None:
        """Put another text there, the cursor at its end, without a message."""
        self._editor, self._offered = LineEditor(text, len(text)), False
        self._shown()

    def offer(self) -> None:
        """Take what stands there for a proposal: what is typed next takes its place, any other key edits it."""
        self._offered = bool(self.text)
        self._shown()

    @property
    def before_cursor(self) -> str | None:
        """What stands before the cursor, where it is at the end of a word; None inside one."""
        text, cursor = self._editor.text, self._editor.cursor
        return text[:cursor] if not text[cursor : cursor + 1].strip() else None

    def put(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of a stretch, the cursor behind it, without a message."""
        line = self._editor.text
        self._editor = LineEditor(
            line[:start] + text + line[end:].removeprefix(" " * text.endswith(" ")), start + len(text)
        )
        self._shown()

    def hint(self, placeholder: str) -> None:
        """What an empty line says about itself."""
        self._placeholder = placeholder
        self.refresh()

    def take_key(self, key: str) -> bool:
        """Edit, where the key is one that edits; whether it was."""
        replaced = self._offered and types_a_character(key) and key not in _MOVES
        changed = (LineEditor() if replaced else self._editor).pressed(key)
        if changed is None:
            return False
        self._editor, self._offered = changed, False
        self._shown()
        return True

    def on_paste(self, event: events.Paste) -> None:
        """Put pasted text in, on one line."""
        event.stop()
        # A terminal may paste a whole file: no more of it is looked at than could fit.
        words = " ".join(safe_text(event.text[: 4 * LONGEST]).split())
        cut = len(event.text) > 4 * LONGEST or len(self.text) * (not self._offered) + len(words) > LONGEST
        self._editor = (LineEditor() if self._offered else self._editor).typed(words)
        self._offered = False
        self._shown()
        self.post_message(self.Pasted(self, cut))

    def _shown(self) -> None:
        self.refresh()
        self._place_cursor()

    def on_focus(self) -> None:
        """Show the cursor."""
        self._shown()

    def on_blur(self) -> None:
        """Take the cursor away."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The text, scrolled so that the cursor is in view."""
        base = self.visual_style.rich_style
        return safe_strip(segments(self._parts()), self.size.width, base)

    def _parts(self) -> Parts:
        text, cursor = self._editor.text, self._editor.cursor
        if not self.has_focus:
            return (Part(cut(text, self.size.width, charset().glyphs.ellipsis, terminal_ruler())),)
        if not text:
            words = cut(self._placeholder, self.size.width, charset().glyphs.ellipsis, terminal_ruler())
            first, rest = words[:1] or " ", words[1:]
            return Part(first, "dim cursor"), Part(rest, "dim")
        lead, start = self._scrolled()
        before = Part(lead, "dim"), Part(text[start:cursor], "cursor" if self._offered else "")
        return (*before, Part(text[cursor : cursor + 1] or " ", "cursor"), Part(text[cursor + 1 :]))

    def _scrolled(self) -> tuple[str, int]:
        """What stands before the first character shown, and its place: a word's first one, if the cursor is in view."""
        text, cursor, cells = self._editor.text, self._editor.cursor, terminal_ruler().cells
        room, lead = max(1, self.size.width - 1), charset().glyphs.ellipsis
        start = max(0, cursor - _MOST_PER_CELL * room)
        if not start and cells(text[:cursor]) <= room:
            return "", 0
        while start < cursor and cells(lead + text[start:cursor]) > room:
            start += 1
        blank = text.find(" ", max(0, start - 1), len(text[:cursor].rstrip()))
        return lead, start if blank < 0 else blank + 1

    def _place_cursor(self) -> None:
        if self.has_focus:
            lead, start = self._scrolled()
            before = lead + self._editor.text[start : self._editor.cursor]
            self.app.cursor_position = self.content_region.offset + Offset(terminal_ruler().cells(before), 0)
