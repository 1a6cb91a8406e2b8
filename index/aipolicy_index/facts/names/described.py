"""What a later sentence calls a person: « Cette chercheuse du CNRS », « L'économiste », "The psychologist"."""

from __future__ import annotations

from collections.abc import Callable

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.role_phrases import MODIFIERS, Bodies, Position, parsed, phrase_end, role_start
from aipolicy_index.facts.names.verbs import says
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import ZoneKind

_DEMONSTRATIVES = frozenset(("ce", "cet", "cette"))
_ARTICLES = frozenset(("le", "la", "l'", "the"))
_HEADS = (ZoneKind.TITLE, ZoneKind.HEADING)
HEADLINE = 40
"""Words of a headline behind the name within which it ends."""
REACH = 40
"""Words behind a person's mention within which a description is sought."""


def described(
    scan: Scan, mention: Named, bodies: Bodies, gender: str | None, is_other: Callable[[int], bool]
) -> Position | None:
    """The role, with its organisation, by which the text goes on to call the person, up to where `is_other` begins."""
    if below := _below_heading(scan, mention, bodies, gender, is_other):
        return below
    for place in range(mention.end, mention.end + REACH):
        if not scan.same_line(mention.first, place + 1) or is_other(place):
            return None
        opens = scan.words[place].initial or says(scan, place - 1, within=1)
        if (opens and scan.folded[place] in _ARTICLES) or (
            scan.folded[place] in _DEMONSTRATIVES and scan.page.language == "fr"
        ):
            start = role_start(scan, place + 1) if place + 1 not in bodies.by_first else None
            if start is not None and _agrees(scan, start, gender) and not _is_of_other(scan, start, is_other):
                return parsed(scan, start, bodies)
    return None


def _below_heading(
    scan: Scan, mention: Named, bodies: Bodies, gender: str | None, is_other: Callable[[int], bool]
) -> Position | None:
    """« X défend un registre », and below it « La directrice de Y … »: what it calls the person."""
    line = scan.words[mention.first].line
    opens = mention.first == 0 or scan.words[mention.first - 1].line != line
    if not opens or not any(scan.page.touching(scan.span(mention.first, mention.end), *_HEADS)):
        return None
    place = next((at for at in range(mention.end, mention.end + HEADLINE) if scan.line_at(at) != line), None)
    if place is None or scan.line_at(place) is None or scan.folded[place] not in _ARTICLES:
        return None
    start = role_start(scan, place + 1)
    if start is None or not _agrees(scan, start, gender) or _is_of_other(scan, start, is_other):
        return None
    return parsed(scan, start, bodies)


def _is_of_other(scan: Scan, start: int, is_other: Callable[[int], bool]) -> bool:
    """Whether the description goes on to another name: « la ministre flamande Y »."""
    return any(is_other(place) for place in range(start, phrase_end(scan, start, None) + 2))


def _agrees(scan: Scan, start: int, gender: str | None) -> bool:
    roles = vocabulary.roles(scan.page.language, backwards=False)
    near = (roles.at(scan.folded, place) for place in range(start, start + MODIFIERS) if scan.same_line(start, place))
    found = next((role for role in near if role), None)
    return found is not None and (gender is None or found[1] in (None, gender))
