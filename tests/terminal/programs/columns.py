"""Rows of difficult texts with a border after each, which must stand in one column; also widgets of Textual's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from base import Program
from rich.segment import Segment
from samples import HOSTILE, SCRIPTS
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.terminal.safe import fit
from aipolicy_tui.widgets.layout import FixedLayout
from aipolicy_tui.widgets.rows import RowList

TEXTS = [*SCRIPTS, *HOSTILE]
BORDER = 31
"""The column of the border on the screen."""


class Columns(Program):
    """A list of difficult texts."""

    CSS = "Static { height: 1; }"
    BINDINGS: ClassVar = [Binding("down", "row(1)"), Binding("pagedown", "page")]

    def compose(self) -> ComposeResult:
        yield RowList(FixedLayout(len(TEXTS)), self.draw)
        # Nothing cleans this one before the output stage.
        yield Static("".join(TEXTS), markup=False)
        yield Static("ready")

    def draw(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        text = fit(charset().text(TEXTS[index]), BORDER - 1, charset().glyphs.ellipsis)
        # The text as it is, cut where its safe form was: the list cleans it once more.
        return [Segment(text), Segment(charset().glyphs.vertical), Segment(f"end {TEXTS[index][:2]}")]

    def action_row(self, _: int) -> None:
        self.query_one(RowList).action_row_down()

    def action_page(self) -> None:
        self.query_one(RowList).action_page_down()


if __name__ == "__main__":
    Columns().run_to_end()
