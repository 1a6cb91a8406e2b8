"""Which lines of a list belong to which item: fixed heights cost nothing, variable ones are summed once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol


class ListLayout(Protocol):
    """The shape of a list: items of one or more lines, some of which cannot be selected."""

    @property
    def count(self) -> int:
        """Items."""

    @property
    def height(self) -> int:
        """Lines of all items."""

    def top(self, index: int) -> int:
        """First line of an item."""

    def lines(self, index: int) -> int:
        """Lines of an item."""

    def item_at(self, line: int) -> int:
        """The item on a line between 0 and height - 1."""

    def selectable(self, index: int) -> bool:
        """Whether an item can be selected."""


class FixedLayout:
    """Items of one height, all of which can be selected."""

    def __init__(self, count: int, row_height: int = 1) -> None:
        self.count = count
        self.row_height = row_height

    @property
    def height(self) -> int:
        """Lines of all items."""
        return self.count * self.row_height

    def top(self, index: int) -> int:
        """First line of an item."""
        return index * self.row_height

    def lines(self, index: int) -> int:
        """Lines of an item."""
        return self.row_height

    def item_at(self, line: int) -> int:
        """The item on a line."""
        return line // self.row_height

    def selectable(self, index: int) -> bool:
        """Always: every item can be selected."""
        return True


class VariableLayout:
    """Items of different heights; those whose index is in `fixed` (headings, blank lines) cannot be selected."""

    def __init__(self, heights: Sequence[int], fixed: frozenset[int] = frozenset()) -> None:
        self._tops = [0, *accumulate(heights)]
        self._fixed = fixed

    @property
    def count(self) -> int:
        """Items."""
        return len(self._tops) - 1

    @property
    def height(self) -> int:
        """Lines of all items."""
        return self._tops[-1]

    def top(self, index: int) -> int:
        """First line of an item."""
        return self._tops[index]

    def lines(self, index: int) -> int:
        """Lines of an item."""
        return self._tops[index + 1] - self._tops[index]

    def item_at(self, line: int) -> int:
        """The item on a line."""
        return bisect_right(self._tops, line) - 1

    def selectable(self, index: int) -> bool:
        """Whether an item can be selected."""
        return index not in self._fixed


EMPTY = FixedLayout(0)
"""A list without items."""


def nearest_selectable(layout: ListLayout, index: int, direction: int = 1) -> int | None:
    """The first item that can be selected from an index on, in a direction, else in the other; None when none can."""
    if not layout.count:
        return None
    index = max(0, min(index, layout.count - 1))
    onward = range(index, layout.count) if direction > 0 else range(index, -1, -1)
    backward = range(index, -1, -1) if direction > 0 else range(index, layout.count)
    for candidates in (onward, backward):
        for candidate in candidates:
            if layout.selectable(candidate):
                return candidate
    return None
