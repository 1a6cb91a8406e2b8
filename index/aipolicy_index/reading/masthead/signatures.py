"""Who signs an article: a byline, a note, a name on a line of its own beside the date or below the text."""

from __future__ import annotations

from functools import cache

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.model import Provenance, ZoneKind
from aipolicy_index.reading.masthead import bylines
from aipolicy_index.reading.masthead.claims import Sign
from aipolicy_index.reading.masthead.patterns import Scope, row_of, scope_of
from aipolicy_index.reading.masthead.search import FOOT, Search

_SENTENCE, _STANDFIRST = 35, 420
"""Characters: what is shorter than the first hardly says anything, what is longer than the second is a paragraph."""


def find_bylines(search: Search) -> None:
    """Mark the lines that sign the article, and take its author and outlet from them."""
    for place in (*search.head, *search.foot):
        unit = search.units[place]
        byline = bylines.byline_of(unit) or _note_at(search, place)
        if byline is not None:
            search.kinds[place] = ZoneKind.BYLINE
        elif scope_of(unit) is Scope.BOX:
            byline = bylines.Byline(author=bylines.author_in_box(search.units, place))
        if byline is not None:
            search.set("author", byline.author, Provenance.TEXT)
            search.claim(byline.outlet, Sign.STATED, place=place)
    _find_bare_names(search)
    _find_signature(search)
    _find_agency(search)
    if author := search.values.get("author"):
        for place in (*search.head, *search.foot):
            if place > 0 and bylines.is_about(search.units[place], author):
                search.kinds.setdefault(place, ZoneKind.BYLINE)


def _note_at(search: Search, place: int) -> bylines.Byline | None:
    """The author's note at a place above or below the body, about someone of whom the body does not tell."""
    if place == 0 or (place not in search.head and _body_below(search, place)):
        return None
    note = bylines.note_of(search.units[place])
    return None if note is None or is_told_of(search, note.author or "", place) else note


def _find_bare_names(search: Search) -> None:
    """A name on a line of its own beside the date, or with a role or an agency: the author's."""
    for place in search.head:
        names = bylines.named_before_date(search.units[place]) if place else None
        if names and not is_told_of(search, names, place):
            search.kinds.setdefault(place, ZoneKind.BYLINE)
            search.set("author", names, Provenance.TEXT)
    for place in search.head:
        unit = search.units[place]
        if place in search.kinds or place == 0 or scope_of(unit) is not None or row_of(unit):
            continue
        names = bylines.named_alone(unit)
        if names is None or is_told_of(search, names, place):
            continue
        beside = any(search.kinds.get(near) is ZoneKind.PUBLICATION for near in (place - 1, place + 1, place + 2))
        if beside or _opens_body(search, place, names) or bylines.is_signed_with_role(unit):
            search.kinds[place] = ZoneKind.BYLINE
            search.set("author", names, Provenance.TEXT)
    for place in search.head:
        if search.kinds.get(place - 1) is ZoneKind.BYLINE and bylines.is_role(search.units[place]):
            search.kinds.setdefault(place, ZoneKind.BYLINE)


def _find_signature(search: Search) -> None:
    """A name alone below the last paragraph, « Mame NDOUR », "Mary Holt, May 12, 2025": an author, if none is known."""
    for place in search.foot:
        unit = search.units[place]
        if "author" in search.values or unit.is_prose or not search.units[place - 1].is_prose or scope_of(unit):
            continue
        names = bylines.named_before_date(unit) or bylines.named_alone(unit)
        below = search.units[place + 1 :]
        if names and not any(other.is_prose for other in below) and not is_told_of(search, names, place):
            search.kinds[place] = ZoneKind.BYLINE
            search.set("author", names, Provenance.TEXT)


def _find_agency(search: Search) -> None:
    """An agency alone on the line above the date, « Belga »: the author, if none is known."""
    for place in search.head:
        below = search.kinds.get(place + 1) is ZoneKind.PUBLICATION
        if place and below and place not in search.kinds and search.units[place].label in _agencies():
            search.kinds[place] = ZoneKind.BYLINE
            search.set("author", search.units[place].label, Provenance.TEXT)


@cache
def _agencies() -> frozenset[str]:
    return frozenset(data_lines("agencies.tsv"))


def _opens_body(search: Search, place: int, names: str) -> bool:
    """Whether a name stands alone between what is above the body (headline, standfirst, date) and the body."""
    unit = search.units[place]
    if (
        names.isupper()
        or unit.label != unit.text.strip()
        or place + 1 >= len(search.units)
        or not search.units[place + 1].is_prose
    ):
        return False
    above = [unit for number, unit in enumerate(search.units[:place]) if number not in search.kinds]
    if not above or sum(unit.is_prose for unit in above) > 1 or any(len(unit.text) > _STANDFIRST for unit in above):
        return False
    return len(above[-1].label) >= _SENTENCE or scope_of(above[-1]) is not None


def is_told_of(search: Search, names: str, place: int) -> bool:
    """Whether a paragraph of the article speaks of the person, as none does of its author."""
    surname = names.split()[-1].strip(".") if names else ""
    last = len(search.units) - FOOT // 2
    paragraphs = (
        unit
        for number, unit in enumerate(search.units)
        if number != place and unit.is_prose and not (number >= last and unit.label.startswith(names))
    )
    return len(surname) > 2 and any(surname in unit.text and scope_of(unit) is None for unit in paragraphs)


def _body_below(search: Search, place: int) -> bool:
    return any(
        unit.is_prose and number not in search.kinds and scope_of(unit) is None and bylines.note_of(unit) is None
        for number, unit in enumerate(search.units[place + 1 :], place + 1)
    )
