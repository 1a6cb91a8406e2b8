"""A line that is longer than the screen is wide, whole: to be selected with the terminal, as one line."""

from __future__ import annotations

from rich.segment import Segment
from textual.app import ComposeResult
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from aipolicy_tui.keymap import Keymap
from aipolicy_tui.messages import say
from aipolicy_tui.terminal.application import TerminalApp
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.terminal.strips import safe_strip
from aipolicy_tui.widgets.bars import Bar
from aipolicy_tui.widgets.fitting import Part

_BEGIN, _END = "\x1b7\x1b[m\x1b[H\x1b[?7h", "\x1b[?7l\x1b8"
"""From the first cell on, with the terminal's own breaking of lines (DECAWM), and back."""
_BESIDE = 6
"""Columns of a list of lines that are not the line's."""


def is_long(line: str, columns: int) -> bool:
    """Whether a list on a screen of so many columns has to break this line."""
    return len(line) > columns - _BESIDE


class LineView(Screen[None], inherit_bindings=False):
    """A line that is longer than the screen is wide, broken by the terminal itself: selected, it is one line.

    A terminal joins the rows of a selection only where it has broken the line, so these are sent as one.
    """

    DEFAULT_CSS = "LineView Rows { height: 1fr; }"

    def __init__(self, line: str, keymap: Keymap) -> None:
        super().__init__()
        self._line = charset().text(line)
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """The line from the first cell on, and how to come back."""
        yield Rows(self._line)
        words = say("plain.hint", key=self._keymap.shown("back"))
        yield Bar(lambda width: (Part(words, "dim"),), id="line-hint")

    def on_resize(self) -> None:
        """Have it broken at this width."""
        self.call_after_refresh(self._send)

    def _send(self) -> None:
        room = self.app.size.width * (self.app.size.height - 1)
        if self.is_current and isinstance(self.app, TerminalApp):
            self.app.send(f"{_BEGIN}{self._line[:room]}{_END}")

    def take_key(self, key: str) -> None:
        """Any key comes back."""
        self.dismiss(None)
        if isinstance(self.app, TerminalApp) and not self.app.theme.startswith("ansi"):
            self.app.repaint()


class Rows(Widget):
    """A line, broken wherever a row of the screen ends."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self._line = line

    def render_line(self, y: int) -> Strip:
        """As much of it as stands on a row."""
        width = self.size.width
        return safe_strip([Segment(self._line[y * width : (y + 1) * width])], width, self.visual_style.rich_style)
