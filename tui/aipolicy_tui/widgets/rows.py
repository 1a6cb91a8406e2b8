"""A list that draws its rows on demand: a hundred thousand of them cost what a hundred do.

    rows = RowList(FixedLayout(len(ids), row_height=2), draw)

    def draw(index: int, line: int, width: int, selected: bool) -> Sequence[Segment]: ...

`draw` is asked for one line of one row when it comes into view, and its answer is kept. Text need not be safe: it is
cleaned here. The first column is the list's own: it marks the selected row, in reverse video while keys act on it, so
that moving the selection changes two cells of a row and no more. Keys are the application's: it binds them
to the actions `row_up`, `row_down`, `page_up`, `page_down`, `half_page_up`, `half_page_down`, `first_row`, `last_row`
and `choose_row`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from aipolicy_tui.terminal.charset import charset
from aipolicy_tui.terminal.strips import bare_lines, safe_strip
from aipolicy_tui.widgets.layout import EMPTY, ListLayout, nearest_selectable
from aipolicy_tui.widgets.window import Window

DrawRow = Callable[[int, int, int, bool], Sequence[Segment]]
"""Segments of a row: index, line within the row, columns to fill, whether it is the selected one."""

GUTTER = 1
"""Columns at the left that mark the selection."""

KEPT_STRIPS = 1024
"""Drawn lines kept: several screens of the largest terminal."""

_REVERSE = Style(reverse=True)


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """A list of rows, drawn on demand, one of them selected."""

    DEFAULT_CSS = """
    RowList { overflow: hidden hidden; }
    """

    @dataclass(eq=False, repr=False)
    class RowHighlighted(Message):
        """The selection moved."""

        row_list: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list, for `@on(RowList.RowHighlighted, "#id")`."""
            return self.row_list

    @dataclass(eq=False, repr=False)
    class RowChosen(Message):
        """The reader asked for the selected row."""

        row_list: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list, for `@on(RowList.RowChosen, "#id")`."""
            return self.row_list

    def __init__(
        self,
        layout: ListLayout = EMPTY,
        draw: DrawRow = lambda index, line, width, selected: (),
        *,
        edge_step: int = 1,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`edge_step`: rows that come into view when the selection leaves the screen by one.

        A list that shares its rows with another pane cannot be scrolled by the terminal itself; there a larger step
        sends fewer bytes.
        """
        super().__init__(id=id, classes=classes)
        self._window = Window(layout, selected=nearest_selectable(layout, 0), edge_step=edge_step)
        self._draw = draw
        self._leads = False
        self._strips: LRUCache[tuple[int, int, int, bool], Strip] = LRUCache(KEPT_STRIPS)

    @property
    def selected(self) -> int | None:
        """Index of the selected row, None in a list where none can be."""
        return self._window.selected

    @property
    def leads(self) -> bool:
        """Whether keys act on the selection although the focus is elsewhere: on a line to type in."""
        return self._leads

    @leads.setter
    def leads(self, leads: bool) -> None:
        """Mark the selection as one that keys act on, or as one that waits."""
        if leads is not self._leads:
            self._leads = leads
            self._refresh_row(self.selected)

    @property
    def count(self) -> int:
        """Rows of the list."""
        return self._window.layout.count

    @property
    def visible_rows(self) -> range:
        """Indexes of the rows that are at least partly in view."""
        return self._here().visible

    def set_rows(self, layout: ListLayout, draw: DrawRow | None = None, *, selected: int | None = None) -> None:
        """Show other rows. The selection goes to `selected` (the same row's new index), else it keeps its index.

        The selected row stays where it is on the screen as far as it can; a list that had none starts at the top.
        """
        here = self._here()
        self._draw = draw or self._draw
        self._strips.clear()
        wanted = selected if selected is not None else here.selected or 0
        self._go(here.with_layout(layout, wanted))
        self.refresh()

    def redraw(self, indexes: Iterable[int] | None = None) -> None:
        """Draw some rows anew, or all: what they show has changed, their number and heights have not."""
        if indexes is None:
            self._strips.clear()
            self.refresh()
            return
        wanted = set(indexes)
        for key in [key for key in self._strips.keys() if key[0] in wanted]:  # noqa: SIM118 (not a dict)
            self._strips.discard(key)
        for index in wanted:
            self._refresh_row(index)

    def select(self, index: int, *, direction: int = 1) -> None:
        """Move the selection to a row, or to the nearest that can be selected in a direction, and show it."""
        if self.count:
            self._go(self._here().at(index, direction))

    def action_row_down(self) -> None:
        """Select the next row."""
        self._go(self._here().step(1))

    def action_row_up(self) -> None:
        """Select the row before."""
        self._go(self._here().step(-1))

    def action_page_down(self) -> None:
        """Scroll a page down; at the end select the last row."""
        self._go(self._here().page(1))

    def action_page_up(self) -> None:
        """Scroll a page up; at the start select the first row."""
        self._go(self._here().page(-1))

    def action_half_page_down(self) -> None:
        """Go half a screen down."""
        self._go(self._here().page(1, max(1, self.size.height // 2)))

    def action_half_page_up(self) -> None:
        """Go half a screen up."""
        self._go(self._here().page(-1, max(1, self.size.height // 2)))

    def action_first_row(self) -> None:
        """Select the first row."""
        self._go(self._here().first())

    def action_last_row(self) -> None:
        """Select the last row."""
        self._go(self._here().last())

    def action_choose_row(self) -> None:
        """Ask for the selected row."""
        if self.selected is not None:
            self.post_message(self.RowChosen(self, self.selected))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a part of the list."""
        base, width = self.visual_style.rich_style, self.size.width
        return bare_lines(self, crop, lambda y: self._line(y, width, base))

    def render_line(self, y: int) -> Strip:
        """One line of the screen, drawn when it comes into view."""
        return self._line(y, self.size.width, self.visual_style.rich_style)

    def _line(self, y: int, width: int, base: Style) -> Strip:
        layout = self._window.layout
        line = y + self.scroll_offset.y
        if line >= layout.height:
            return Strip.blank(width, base)
        index = layout.item_at(line)
        within = line - layout.top(index)
        strip = self._strip(index, within, width - GUTTER, base)
        return Strip([self._mark(index, within, base), *strip], GUTTER + strip.cell_length)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether a mouse wheel scrolls: there is no scroll bar, of which Textual makes this depend."""
        return not self.disabled

    def notify_style_update(self) -> None:
        """Colours changed: nothing that was drawn is of use."""
        super().notify_style_update()
        self._strips.clear()

    def on_mount(self) -> None:
        """Tell the scrolling how many lines there are."""
        self._measure()

    def on_resize(self) -> None:
        """Keep the selection in view at the new size."""
        self._go(self._here().shown())

    def on_focus(self) -> None:
        """Show the marker as one that moves."""
        self._refresh_row(self.selected)
        self._place_cursor()

    def on_blur(self) -> None:
        """Show the marker as one that waits."""
        self._refresh_row(self.selected)

    def on_click(self, event: events.Click) -> None:
        """Select the row under the pointer, choose it at the second click."""
        layout, line = self._window.layout, event.y + self.scroll_offset.y
        if line >= layout.height:
            return
        index = layout.item_at(line)
        if index == self.selected:
            self.action_choose_row()
        elif layout.selectable(index):
            self.select(index)

    def _strip(self, index: int, within: int, width: int, base: Style) -> Strip:
        key = (index, within, width, index == self.selected)
        strip = self._strips.get(key)
        if strip is None:
            strip = safe_strip(self._draw(*key), width, base)
            self._strips[key] = strip
        return strip

    def _mark(self, index: int, within: int, base: Style) -> Segment:
        """The gutter: a sign on the first line, reverse video on all of them while keys act on it."""
        if index != self.selected:
            return Segment(" " * GUTTER, base)
        sign = charset().glyphs.selected if within == 0 else " "
        return Segment(sign.ljust(GUTTER), base + _REVERSE if self.has_focus or self._leads else base)

    def _here(self) -> Window:
        """The window as it is now: the pointer may have scrolled, the terminal may have changed its size."""
        return self._window._replace(top=self.scroll_offset.y, height=self.size.height)

    def _go(self, window: Window) -> None:
        """Show another window, drawing what differs."""
        before, self._window = self._window.selected, window
        self._measure()
        self.scroll_to(y=window.top, animate=False, force=True)
        if window.selected != before:
            self._refresh_row(before)
            self._refresh_row(window.selected)
            if window.selected is not None:
                self.post_message(self.RowHighlighted(self, window.selected))
        self._place_cursor()

    def _measure(self) -> None:
        # A width of 1 keeps Textual from offering to scroll sideways.
        self.virtual_size = Size(1, self._window.layout.height)

    def _refresh_row(self, index: int | None) -> None:
        if index is None or index >= self.count:
            return
        top = self._window.layout.top(index) - self.scroll_offset.y
        lines = self._window.layout.lines(index)
        size = self.size
        if top + lines > 0 and top < size.height:
            self.refresh(Region(0, top, size.width, lines))

    def _place_cursor(self) -> None:
        """Keep the terminal's cursor on the selection, for screen readers and magnifiers that follow it."""
        if self.has_focus and self.selected is not None:
            self.app.cursor_position = self.content_region.offset + Offset(0, max(0, self._here().place))
