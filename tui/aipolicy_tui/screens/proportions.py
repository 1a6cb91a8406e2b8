"""How the width of the screen is divided. Knows no Textual."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

THREE_PANES_FROM = 110
TWO_PANES_FROM = 60
SMALLEST = (40, 10)
"""Columns and rows below which the screen says that it is too small."""
_RULE = 1


class Arrangement(StrEnum):
    """Which panes stand side by side."""

    THREE = "three"
    """List, text, facts."""
    TWO = "two"
    """List and text; the facts take the list's place, so that the text neither moves nor hides."""
    ONE = "one"
    """One pane at a time."""
    TOO_SMALL = "too_small"


class Proportions(NamedTuple):
    """The arrangement at one size, and the columns of the panes beside the text."""

    arrangement: Arrangement
    list_width: int
    facts_width: int


def proportions(width: int, height: int) -> Proportions:
    """How a screen of this size is divided."""
    if width < SMALLEST[0] or height < SMALLEST[1]:
        return Proportions(Arrangement.TOO_SMALL, width, width)
    if width < TWO_PANES_FROM:
        return Proportions(Arrangement.ONE, width, width)
    if width < THREE_PANES_FROM:
        side = _between(28, width * 3 // 8, 38)
        return Proportions(Arrangement.TWO, side, side)
    return Proportions(Arrangement.THREE, _between(34, width * 28 // 100, 48), _between(36, width * 3 // 10, 50))


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))
