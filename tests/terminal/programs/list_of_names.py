"""A list of the lines of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from base import Program
from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from aipolicy_tui.widgets.layout import FixedLayout
from aipolicy_tui.widgets.rows import RowList


class Names(Program):
    """Shows the names, marks one."""

    CSS = "Static { height: 1; }"
    BINDINGS: ClassVar = [Binding("down", "down")]
    last_screen = ""

    def __init__(self, data: str) -> None:
        super().__init__()
        self.names = Path(data).read_text().splitlines()

    def compose(self) -> ComposeResult:
        yield RowList(FixedLayout(len(self.names)), self.draw)
        yield Static("waiting", id="state")

    def on_mount(self) -> None:
        self.call_after_refresh(self._live)

    def _live(self) -> None:
        self.last_screen = self.snapshot()
        self.query_one("#state", Static).update("live")

    def draw(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        return [Segment(self.names[index])]

    def action_down(self) -> None:
        self.query_one(RowList).action_row_down()
