"""Signs that a text must show before the patterns that need them are compiled and sought in it."""

from __future__ import annotations

from aipolicy_index.facts.names.words import Scan


def signs_of(cell: str) -> tuple[str, ...]:
    """The signs of a cell, separated by `|`, `_` for a blank."""
    return tuple(cell.replace("_", " ").split("|")) if cell else ()


def shows(scan: Scan, signs: tuple[str, ...]) -> bool:
    """Whether the text has one of the signs, or none is needed; one without capitals counts in any case."""
    if not signs:
        return True
    plain, lower = scan.line_plain, scan.line_lower
    return any(sign in (lower if sign.islower() else plain) for sign in signs)
