"""Which units are page furniture and which are headings. A paragraph of the article must never be taken for either."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from aipolicy_index.model import ZoneKind
from aipolicy_index.reading.masthead.patterns import Scope, scope_of
from aipolicy_index.reading.masthead.units import Unit

_LISTED = 170
"""Characters: a line that names another article is no longer."""
_MOST_LISTED = 12
_HEADING = 110
_MOST_TOGETHER = 2
"""Short lines below each other: more of them are a list."""
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?] [^\W\d_a-zà-ÿ]")
_ALONE = (Scope.LINE, Scope.START, Scope.LIST, Scope.BOX, Scope.REST, Scope.QUESTIONS)
_MOST_BELOW = 0.4
"""Of the text: more than this share cannot be comments."""


def furniture_among(units: Sequence[Unit], taken: Collection[int]) -> set[int]:
    """The numbers of the units that are furniture; never one of `taken`, which are something else."""
    scopes = [scope_of(unit) for unit in units]
    found = {
        place
        for place, scope in enumerate(scopes)
        if scope in _ALONE and place not in taken and units[place].given is not ZoneKind.HEADING
    }
    end = _where_rest_begins(units, scopes)
    found.update(range(end, len(units)))
    for place, scope in enumerate(scopes[:end]):
        if scope is Scope.LIST:
            found.update(_listed(units, place, scopes, end))
        elif scope is Scope.BOX:
            found.update(_boxed(units, place, end))
        elif scope is Scope.QUESTIONS:
            found.update(_questions(units, place, end))
    found.update(_foot(units, scopes, found, end, taken))
    return {place for place in found if place not in taken and scopes[place] is not Scope.KEEP}


def headings_among(units: Sequence[Unit], first: int, taken: Collection[int]) -> set[int]:
    """The numbers of the units from `first` on that are headings: short, without a stop, above a paragraph."""
    found = {place for place, unit in enumerate(units) if unit.given is ZoneKind.HEADING and place not in taken}
    run: list[int] = []
    below_is_text = False
    for place in range(len(units) - 1, first - 1, -1):
        if place in taken:
            continue
        if below_is_text and _could_head(units[place]) and scope_of(units[place]) is None:
            run.append(place)
            continue
        found.update(run if len(run) <= _MOST_TOGETHER else ())
        run = []
        below_is_text = units[place].is_prose
    return found.union(run if len(run) <= _MOST_TOGETHER else ())


def _could_head(unit: Unit) -> bool:
    label = unit.label
    if not 2 < len(label) <= _HEADING or unit.is_prose or unit.is_bullet or len(label.split()) > 18:
        return False
    if label[-1] in ".,;:…" or label[0].islower() or not any(map(str.isalpha, label)) or _STOP_INSIDE.search(label):
        return False
    return label[-1] not in "?!»" or len(label) <= 70


def _where_rest_begins(units: Sequence[Unit], scopes: Sequence[Scope | None]) -> int:
    """Where the comments begin: at a line that opens them, with most of the article above it."""
    total = sum(len(unit.text) for unit in units) or 1
    above = 0
    for place, unit in enumerate(units):
        paragraphs_above = sum(other.is_prose for other in units[:place]) if scopes[place] is Scope.REST else 0
        if paragraphs_above > 1 and total - above < _MOST_BELOW * total:
            return place
        above += len(unit.text)
    return len(units)


def _listed(units: Sequence[Unit], opener: int, scopes: Sequence[Scope | None], end: int) -> range:
    """The lines below « Lire aussi » that name other articles."""
    last = opener + 1
    while last < end and last <= opener + _MOST_LISTED:
        unit = units[last]
        if unit.is_prose or len(unit.label) > _LISTED or unit.label.endswith(".") or scopes[last] is Scope.KEEP:
            break
        if unit.blank_before and last > opener + 1 and any(other.is_prose for other in units[last:end]):
            break
        last += 1
    return range(opener + 1, last)


def _boxed(units: Sequence[Unit], opener: int, end: int) -> range:
    """The lines of an author's box: to the end, or to the next paragraph after a blank line."""
    last = opener + 1
    while last < end:
        if len(units[last].label) > 350 or (units[last].is_prose and units[last].blank_before and last > opener + 2):
            break
        last += 1
    return range(opener + 1, last)


def _questions(units: Sequence[Unit], opener: int, end: int) -> range:
    last = opener + 1
    while last < end and units[last].label.endswith("?"):
        last += 1
    return range(opener + 1, last)


def _foot(
    units: Sequence[Unit], scopes: Sequence[Scope | None], found: Collection[int], end: int, taken: Collection[int]
) -> set[int]:
    """What stands below the last paragraph, from the first line that is furniture by itself."""
    first = end
    while first > 0 and (
        scopes[first - 1] is not None or first - 1 in found or first - 1 in taken or _is_scrap(units[first - 1])
    ):
        first -= 1
    for place in range(first, end):
        if place in found or place in taken or scopes[place] not in (None, Scope.KEEP):
            return {number for number in range(place, end) if scopes[number] is not Scope.KEEP}
    return set()


def _is_scrap(unit: Unit) -> bool:
    return not unit.is_prose and unit.given is not ZoneKind.HEADING
