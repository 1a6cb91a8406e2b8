"""The part of a list that is on the screen, and where the selection goes: plain values, no screen needed."""

from __future__ import annotations

from typing import NamedTuple

from .layout import ListLayout, nearest_selectable


class Window(NamedTuple):
    """A view of some lines of a list."""

    layout: ListLayout
    height: int = 0
    """Lines of the screen."""
    top: int = 0
    """First line of the list that is in view."""
    selected: int | None = None
    edge_step: int = 1
    """Rows that come into view when the selection steps over an edge."""

    @property
    def place(self) -> int:
        """Lines between the top of the screen and the selected row."""
        return 0 if self.selected is None else self.layout.top(self.selected) - self.top

    @property
    def visible(self) -> range:
        """Indexes of the rows that are at least partly in view."""
        last = min(self.top + self.height, self.layout.height) - 1
        if last < self.top:
            return range(0)
        return range(self.layout.item_at(self.top), self.layout.item_at(last) + 1)

    def with_layout(self, layout: ListLayout, selected: int) -> Window:
        """The same place on the screen in another list."""
        chosen = nearest_selectable(layout, selected)
        there = self._replace(layout=layout, selected=chosen)
        if chosen is None:
            return there.scrolled(0)
        return there.scrolled(layout.top(chosen) - self.place).shown()

    def scrolled(self, line: int) -> Window:
        """With a line of the list at the top, as far as the list goes."""
        return self._replace(top=max(0, min(line, self.layout.height - self.height)))

    def at(self, index: int, direction: int = 1) -> Window:
        """With a row selected, or the nearest in the direction that can be, and shown."""
        return self._replace(selected=nearest_selectable(self.layout, index, direction)).shown()

    def step(self, direction: int) -> Window:
        """With the row after (1) or before (-1) selected; at the first one, what stands above it comes into view."""
        if self.selected is None:
            return self
        target = self.selected + direction
        chosen = nearest_selectable(self.layout, target, direction) if 0 <= target < self.layout.count else None
        if chosen is None or (chosen - self.selected) * direction <= 0:
            return self.scrolled(self._above(self.selected) if direction < 0 else self.top).shown()
        return self._replace(selected=chosen)._shown_towards(direction)

    def page(self, direction: int, lines: int | None = None) -> Window:
        """A page on, or so many lines, the selection at the same place; at an end of the list, the last row that can be
        selected."""
        if self.selected is None or not self.height:
            return self
        turned = self.scrolled(self._page_start(direction, lines or self.height))
        if turned.top == self.top:
            return self.at(self.layout.count - 1, -1) if direction > 0 else self.first()
        line = max(0, min(turned.top + self.place, self.layout.height - 1))
        return turned.at(self.layout.item_at(line), direction)

    def first(self) -> Window:
        """With the first row selected and the list's top in view."""
        return self.at(0).scrolled(0).shown()

    def last(self) -> Window:
        """With the last row selected."""
        return self.at(self.layout.count - 1, -1)

    def shown(self) -> Window:
        """Scrolled as little as shows the whole selected row."""
        if self.selected is None or not self.height:
            return self
        first, end = self._lines_of(self.selected)
        if first < self.top or end - first > self.height:
            return self.scrolled(first)
        if end > self.top + self.height:
            return self.scrolled(end - self.height)
        return self.scrolled(self.top)

    def _shown_towards(self, direction: int) -> Window:
        """Scrolled as `shown`, by `edge_step` rows if at all; headings above the row come with it."""
        shown = self.shown()
        if self.selected is None or shown.top == self.top:
            return shown
        ahead = max(0, min(self.selected + direction * (self.edge_step - 1), self.layout.count - 1))
        if direction > 0:
            return self._replace(selected=ahead).shown()._selecting(self.selected)
        return self.scrolled(min(self._above(self.selected), self.layout.top(ahead)))._selecting(self.selected)

    def _selecting(self, index: int) -> Window:
        return self._replace(selected=index).shown()

    def _above(self, index: int) -> int:
        """The first line of the rows above a row that cannot be selected themselves, else its own."""
        while index > 0 and not self.layout.selectable(index - 1):
            index -= 1
        return self.layout.top(index)

    def _page_start(self, direction: int, lines: int) -> int:
        """The line at the top after so many lines: always a row's first."""
        line = max(0, min(self.top + direction * lines, self.layout.height - 1))
        item = self.layout.item_at(line)
        if direction < 0 and self.layout.top(item) < line:
            item += 1
        start = self.layout.top(item)
        return start if start != self.top else line

    def _lines_of(self, index: int) -> tuple[int, int]:
        """First line of a row and of the one after it."""
        first = self.layout.top(index)
        return first, first + self.layout.lines(index)
