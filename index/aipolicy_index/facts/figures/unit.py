"""The unit of a figure."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """A unit as written, where it ends, and what it does to the number."""

    text: str
    end: int
    rule: str
    more: float = 0.0
    """Added: « deux ans et demi »."""
    times: float = 1.0
    """Multiplied: « 70B parameters »."""
