"""Signs that a line must show before the patterns that need them are compiled and sought in it."""

from __future__ import annotations

from collections.abc import Iterable

from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import Span


def signs_of(cell: str) -> tuple[str, ...]:
    """The signs of a cell, separated by `|`, `_` for a blank."""
    return tuple(cell.replace("_", " ").split("|")) if cell else ()


def lines_with(scan: Scan, signs: Iterable[str]) -> list[Span]:
    """The lines of `scan.line_plain` that have one of the signs, in order; one without capitals counts in any case."""
    found = set[Span]()
    for sign in signs:
        text = scan.line_lower if sign.islower() else scan.line_plain
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            found.add(Span(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)))
            at = text.find(sign, end) if end >= 0 else -1
    return sorted(found)
