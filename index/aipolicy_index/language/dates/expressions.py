"""What a date expression says, before anything is known of the day on which it was written."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Shape(StrEnum):
    """What an expression leaves open."""

    FIXED = "fixed"
    """Nothing: `iso` holds the period."""
    DAY = "day"
    """A day of a month, the year is open."""
    MONTH = "month"
    """A month, the year is open."""
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    NUMBERED_WEEK = "numbered_week"
    """A quarter, half-year, season or week (`part`), the year is open."""
    WEEKDAY = "weekday"
    """A weekday, the week is open; `day` is the day of the month where it is given."""
    AWAY = "away"
    """So many units (`amount`, `unit`) from the day of speaking; the unit of speaking itself for 0."""
    SHIFT = "shift"
    """So many units from the day that the text is speaking of."""
    WEEKEND = "weekend"
    INTERVAL = "interval"
    """From `first` to `last`."""
    OPEN = "open"
    """A date that nothing resolves."""


class Expression(NamedTuple):
    """One date expression: `text[start:end]` holds its words."""

    start: int
    end: int
    shape: Shape
    rule: str
    iso: str | None = None
    month: int = 0
    day: int = 0
    part: int = 0
    weekday: int = 0
    amount: float = 0.0
    unit: str = ""
    step: int | None = None
    """-1 for « dernier », 0 for « ce », 1 for « prochain »; None where it is not said."""
    first: Expression | None = None
    last: Expression | None = None
