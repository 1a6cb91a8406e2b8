"""The list of the reading screen: which articles it shows, and how."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.timer import Timer

from aipolicy_index.errors import AipolicyError, LibraryError
from aipolicy_index.model import ArticleId
from aipolicy_tui.commands import Place
from aipolicy_tui.messages import say
from aipolicy_tui.screens.desk import Desk
from aipolicy_tui.screens.empty_states import empty_lines
from aipolicy_tui.screens.listing import index_of
from aipolicy_tui.screens.proportions import Arrangement
from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.widgets.drawing import segments, terminal_ruler
from aipolicy_tui.widgets.fitting import Part
from aipolicy_tui.widgets.layout import FixedLayout, VariableLayout
from aipolicy_tui.widgets.listing_rows import RowShape, cut_plain, row_line, row_shape
from aipolicy_tui.widgets.rows import GUTTER

REST_SECONDS = 0.25
"""How long the selection must rest before its article is shown beside the list: held keys show none of those passed."""


class Shelf(Desk):
    """The list, of all articles or of what was found."""

    _shape: RowShape = row_shape(0, 0, False)
    _rest: Timer | None = None
    _when_rested: Callable[[], None] | None = None
    _unreadable = False
    """Whether the library could not be read the last time; that was told."""

    @property
    def ids(self) -> Sequence[ArticleId]:
        """The articles that the list shows, in order."""
        return self.search.ids if self.search and self.search.lists_hits else self.listing.ids

    @property
    def selected_id(self) -> ArticleId | None:
        """The article that is selected in the list."""
        selected = self.rows.selected
        return self.ids[selected] if selected is not None and selected < len(self.ids) else None

    @property
    def acted_on(self) -> ArticleId | None:
        """The article that a command is about: the selected one in the list, the open one elsewhere."""
        return self.selected_id if self.place is Place.LIST else self.open_id

    def show_list(self, selected: ArticleId | None = None) -> None:
        """Show the list anew, with this article selected where it is there."""
        self._shape = self._wanted_shape()
        if not self.ids:
            self._show_empty_list()
            return
        place = index_of(self.ids, selected)
        self.rows.set_rows(FixedLayout(len(self.ids), self._shape.lines), self._draw_row, selected=place or 0)
        if place is None:
            self.rows.action_first_row()

    def _show_empty_list(self) -> None:
        """Say why there is nothing, and what to do."""
        lines = empty_lines(self.search, self.listing, self.keymap, self.library.folder, self._list_columns())
        self.rows.set_rows(
            VariableLayout([len(lines)], frozenset({0})), lambda index, line, width, selected: segments(lines[line])
        )

    def reshape_list(self) -> None:
        """Show the list anew if its rows have another shape at its present size."""
        if self._wanted_shape() != self._shape or not self.ids:
            self.show_list(self.selected_id)

    def _list_columns(self) -> int:
        """Columns that a row of the list has at the screen's present size."""
        division = self.division
        alone = division.arrangement is Arrangement.ONE or not self.listing.counts.total
        return max(1, (self.app.size.width if alone else division.list_width) - GUTTER)

    def _wanted_shape(self) -> RowShape:
        hits = self.search is not None and self.search.lists_hits
        bars = 2 if self.search is None or not self.is_tall else 3
        return row_shape(self._list_columns(), self.app.size.height - bars, hits, len(self.ids))

    def _draw_row(self, index: int, line: int, width: int, selected: bool) -> Sequence[Segment]:
        try:
            return self._row_line(index, line, width)
        except LibraryError as error:
            self.call_later(self.tell_unreadable, error)
            words = cut_plain(say("list.unreadable"), width - 4, charset().glyphs.ellipsis, terminal_ruler())
            return () if line else segments((Part(f"   {words}", "dim"),))

    def tell_unreadable(self, error: AipolicyError) -> None:
        """Say why the library cannot be read: once, until it can be again."""
        if not self._unreadable:
            self._unreadable = True
            self.tell_error(error)

    def read_again(self) -> None:
        """Draw the rows that could not be read, now that they can be. LibraryError where they still cannot."""
        if self._unreadable:
            ids, seen = self.ids, self.rows.visible_rows
            for place in range(seen.start, min(seen.stop, len(ids))):
                self.listing.rows.row(ids, place)
            self._unreadable = False
            self.rows.redraw()

    def _row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        ids = self.ids
        row = self.listing.rows.row(ids, index) if index < len(ids) else None
        if row is None:
            return ()
        hit = self.search.hit(index) if self.search and self._shape.with_snippet else None
        if self._shape.with_snippet and hit is None:
            self.call_later(self.fetch_hits_around, index)
        return segments(row_line(row, hit, self._shape, line, width - 1, charset().glyphs, terminal_ruler()))

    def fetch_hits_around(self, index: int) -> None:
        """Ask for the passages of hits that came into view."""

    def rest(self, then: Callable[[], None]) -> None:
        """Do this when the selection has rested for a moment, and not what was to be done before."""
        self.stop_resting()
        self._when_rested = then
        self._rest = self.set_timer(REST_SECONDS, self.rest_now)

    def rest_now(self) -> None:
        """Do what waits for the selection to rest, if anything does."""
        then = self._when_rested
        self.stop_resting()
        if then is not None:
            self.safely(then)

    def stop_resting(self) -> None:
        """Forget what was to be done."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self._when_rested = None
