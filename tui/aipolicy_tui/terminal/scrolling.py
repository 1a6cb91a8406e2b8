"""Finding out that most of what changed on the screen merely moved up or down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .cells import Row

FEWEST_ROWS = 4
"""Changed rows below which moving them is not looked for."""


class Shift(NamedTuple):
    """Rows that move together."""

    top: int
    """First row of the region."""
    bottom: int
    """Last row of the region, included."""
    distance: int
    """Rows up; negative when they move down."""

    def applied(self, rows: Sequence[Row], blank: Row) -> list[Row]:
        """The rows of the region after the move."""
        free = [blank] * min(abs(self.distance), len(rows))
        if self.distance > 0:
            return [*rows[self.distance :], *free]
        return [*free, *rows[: self.distance]]


def find_shift(shown: Sequence[Row], wanted: Mapping[int, Row]) -> Shift | None:
    """The move that puts most of the changed rows in their place, or None when too few would fit.

    Only the columns in which something changed are compared: a list beside a text that stands still scrolls too.
    """
    if len(wanted) < FEWEST_ROWS:
        return None
    columns = _changed_columns(shown, wanted)
    places = _places(shown, columns, min(wanted), max(wanted))
    votes: Counter[int] = Counter()
    for y, row in wanted.items():
        for place in places.get("".join(row.texts[columns]), ()):
            votes[place - y] += 1
    votes.pop(0, None)
    if not votes:
        return None
    distance, count = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0])))
    if count < max(2, len(wanted) // 3):
        return None
    return _region(shown, wanted, columns, distance)


def _changed_columns(shown: Sequence[Row], wanted: Mapping[int, Row]) -> slice:
    first = min(_first_difference(shown[y].texts, row.texts) for y, row in wanted.items())
    last = max(len(row.texts) - _first_difference(shown[y].texts[::-1], row.texts[::-1]) for y, row in wanted.items())
    return slice(first, max(last, first))


def _first_difference(one: Sequence[str], other: Sequence[str]) -> int:
    for x, (text, text2) in enumerate(zip(one, other, strict=True)):
        if text != text2:
            return x
    return len(one)


def _places(shown: Sequence[Row], columns: slice, top: int, bottom: int) -> dict[str, list[int]]:
    """Where each text that is not blank stands now."""
    places: dict[str, list[int]] = {}
    for y in range(top, bottom + 1):
        text = "".join(shown[y].texts[columns])
        if not text.isspace():
            places.setdefault(text, []).append(y)
    return places


def _region(shown: Sequence[Row], wanted: Mapping[int, Row], columns: slice, distance: int) -> Shift | None:
    """The smallest region that holds every row that moved by the distance, at both its places."""
    arrived = [
        y
        for y, row in wanted.items()
        if 0 <= y + distance < len(shown) and row.texts[columns] == shown[y + distance].texts[columns]
    ]
    if not arrived:
        return None
    top = min(min(arrived), min(arrived) + distance)
    bottom = max(max(arrived), max(arrived) + distance)
    return Shift(top, bottom, distance)
