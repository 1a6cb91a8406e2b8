"""What a person is and for whom, as the words before the name say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import takewhile

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.beside import role_before
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.complements import role_with_complement
from aipolicy_index.facts.names.owners import body_noun, owner_of, recent_body
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.role_phrases import (
    Bodies,
    Position,
    adjacent,
    is_stake,
    leftmost,
    parsed,
    role_start,
    text_of,
)
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan

_IS = frozenset(("is", "was", "est", "etait", ","))
WHOSE_WITHIN = 14
"""Words back within which « dont la directrice est X » begins."""
DATED = 4
"""Words back from « par » within which « en 2019 » begins."""
NEAR = 12
"""Words back within which « dirigé par X » looks for what X heads."""


def role_ahead(scan: Scan, mention: Named, bodies: Bodies, people_by_end: Mapping[int, Named]) -> Position:
    """What the words before the name say: « la directrice de Y, X », « Y, dirigé par X », "Y's chief X"."""
    place = _before_title(scan, mention.first - 1)
    if place < 0 or not scan.same_line(place, mention.first):
        return Position()
    if told := _whose(scan, place, bodies):
        return told
    if (first := _first_of_pair(scan, place, people_by_end)) is not None:
        return role_ahead(scan, first, bodies, {})
    found = role_before(scan, place + 1)
    if found is None:
        told = _role_of_body(scan, place, bodies) or _role_of_place(scan, place, bodies)
        if told:
            return told
        found = role_with_complement(scan, place + 1)
        if found is None:
            owner = adjacent(scan, place + 1, bodies) if scan.words[place].kind == "possessive" else None
            return Position(None, owner) if owner else _headed(scan, place, bodies)
    start = leftmost(scan, found[0], bodies)
    comma = scan.words[place].text == ","
    if comma and scan.folded[place - 1] == "formation":
        return Position()
    position = parsed(scan, start, bodies, place if comma else place + 1)
    if scan.folded[start] in words("names/role_words.txt", "relations"):
        return Position(None, position.organisation, found[1])
    if scan.folded[start] in words("names/role_words.txt", "stakes"):
        return Position(position.role, position.organisation, found[1])
    organisation = (
        position.organisation or adjacent(scan, start, bodies) or _headed(scan, start - 1, bodies).organisation
    )
    owner = None if organisation else owner_of(scan, start, place, bodies)
    if organisation is None and owner is None and (outer := _outer(scan, start, bodies)):
        return outer
    return Position(position.role, organisation, found[1] or position.gender, owner)


def _outer(scan: Scan, start: int, bodies: Bodies) -> Position | None:
    """« Sa présidente, l'avocate X »: the role before the comma, where it tells the body."""
    comma = start - 1
    if scan.same_line(comma - 1, start) and scan.folded[comma] in words("names/grammar_words.txt", "articles"):
        comma -= 1
    if not scan.same_line(comma - 2, start) or scan.words[comma].text != ",":
        return None
    found = role_before(scan, comma + 1)
    if found is None:
        return None
    position = parsed(scan, leftmost(scan, found[0], bodies), bodies, comma)
    owner = owner_of(scan, found[0], comma, bodies)
    return Position(position.role, position.organisation, found[1], owner) if position.organisation or owner else None


def _whose(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« Y, dont la directrice, X, », "Y, whose chief executive is (a former ...) X"."""
    for here in range(place, place - WHOSE_WITHIN, -1):
        if not scan.same_line(here - 1, place) or scan.words[here].text in (".", ";"):
            return None
        if scan.folded[here] in ("whose", "dont"):
            body = bodies.by_end.get(here - (scan.words[here - 1].text == ","))
            start = role_start(scan, here + 1)
            if body is None or start is None:
                return None
            end = next((at for at in range(start, place + 1) if scan.folded[at] in _IS), None)
            if end is None or (scan.words[end].text == "," and end < place):
                return None
            return Position(text_of(scan, start, end), text_of(scan, body.first, body.end), _gender_at(scan, start))
    return None


def _gender_at(scan: Scan, start: int) -> str | None:
    found = vocabulary.roles(scan.page.language, backwards=False).at(scan.folded, start)
    return found[1] if found else None


def _first_of_pair(scan: Scan, place: int, people_by_end: Mapping[int, Named]) -> Named | None:
    """« les députés Y (Horizons) et X », « fondée par Y et X »: the person before « et »."""
    if scan.words[place].text not in ("et", "and") or not scan.same_line(place - 1, place):
        return None
    end = place
    if scan.words[end - 1].text == ")":
        end = next((here for here in range(end - 2, end - 8, -1) if scan.words[here].text == "("), end)
    first = people_by_end.get(end)
    return first if first and scan.same_line(first.first, place) else None


def _before_title(scan: Scan, place: int) -> int:
    """Over « Me », « Dr », « M. », « son président, le docteur » before the name."""
    before = place
    if place > 0 and scan.words[place].text == "." and scan.folded[place - 1] in vocabulary.civilities():
        before = place - 2
    elif place >= 0 and _is_short_title(scan, place):
        before = place - 1
    article = before < place and scan.same_line(before - 1, place) and scan.folded[before] in ("le", "la")
    return before - 1 if article and scan.words[before - 1].text == "," else before


def _is_short_title(scan: Scan, place: int) -> bool:
    """« Me », « le Pr », and behind a comma « le docteur »."""
    if scan.folded[place] in ("docteur", "docteure"):
        return place > 1 and scan.words[place - 2].text == ","
    return scan.folded[place] in vocabulary.civilities() and len(scan.folded[place]) <= 4


def _role_of_body(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« le député de Québec solidaire X », « la directrice de Y, X », « le député LFI X »."""
    comma = scan.words[place].text == ","
    body = bodies.by_end.get(place if comma else place + 1)
    if body is None:
        return None
    if comma and _is_of_post(scan, body.first - 1):
        return Position(None, text_of(scan, body.first, body.end))
    before = body.first
    while scan.same_line(before - 1, body.first) and scan.folded[before - 1] in words("names/role_words.txt", "links"):
        before -= 1
    party = body.category == "party" or scan.words[body.first].text.isupper()
    if comma and scan.folded[before] in ("a", "chez", "at") and scan.words[before].initial:
        return Position(None, text_of(scan, body.first, body.end))
    if (before == body.first and not party) or before == 0:
        return None
    for end in range(before, max(0, before - 4), -1):
        found = vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, end - 1)
        if found and scan.same_line(end - found[0], body.first):
            start = leftmost(scan, end - found[0], bodies)
            if is_stake(scan, start, body.first):
                return Position(text_of(scan, start, before), None, found[1])
            return Position(text_of(scan, start, before), text_of(scan, body.first, body.end), found[1])
    return None


def _is_of_post(scan: Scan, place: int) -> bool:
    """« Nommée à la présidence de Y, X », « À la tête de Y depuis mars, X »."""
    links = words("names/role_words.txt", "links")
    while scan.same_line(place - 1, place) and scan.folded[place] in links:
        place -= 1
    return _posts_before().at(scan.folded, place) is not None


@cache
def _posts_before() -> Phrases[None]:
    return Phrases(((post, None) for post in words("names/role_words.txt", "posts")), backwards=True)


def _role_of_place(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« la députée écologiste du Finistère X »: the place belongs to the role."""
    seat = bodies.places_by_end.get(place if scan.words[place].text == "," else place + 1)
    inner = bodies.by_end.get(seat.first - 1) if seat else None
    before = inner.first if inner else seat.first - 1 if seat else 0
    found = role_before(scan, before) if seat and scan.same_line(before - 1, seat.first) else None
    if seat is None or found is None or scan.folded[seat.first - 1] not in words("names/role_words.txt", "links"):
        return None
    start = leftmost(scan, found[0], bodies)
    party = next((body for end, body in bodies.by_end.items() if start < body.first and end == seat.first - 1), None)
    organisation = text_of(scan, party.first, party.end) if party else None
    return Position(text_of(scan, start, seat.end), organisation, found[1])


def _heading_whom(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« Y, que préside X », « Y. L'organisation, que coordonne X », « Y, la société lyonnaise que pilotent X »."""
    form = scan.folded[place]
    heads = words("names/role_words.txt", "heads")
    if form not in heads and form.removesuffix("nt") not in heads:
        return None
    if not scan.same_line(place - 2, place) or scan.folded[place - 1] not in ("que", "qu'"):
        return None
    end = place - 1 - (scan.words[place - 2].text == ",")
    if scan.words[end - 1].text == ")":
        end = next((here for here in range(end - 2, end - 8, -1) if scan.words[here].text == "("), end)
    if body := bodies.by_end.get(end):
        return Position(None, text_of(scan, body.first, body.end))
    noun = next((called for here in (end - 1, end - 2) if (called := body_noun(scan, here))), None)
    return Position(None, recent_body(scan, place, bodies, noun)) if noun else None


def _headed(scan: Scan, place: int, bodies: Bodies) -> Position:
    """« Meta, dirigé par X », "a start-up founded by X", « présidé par l'ancienne ministre X »."""
    small = words("names/role_words.txt", "determiners", "before")
    while scan.same_line(place - 1, place) and scan.folded[place] in small:
        place -= 1
    if relative := _heading_whom(scan, place, bodies):
        return relative
    if not scan.same_line(place - 1, place) or scan.folded[place] not in ("par", "by"):
        return Position()
    place = _over_date(scan, place)
    if scan.folded[place - 1] not in words("names/role_words.txt", "headed"):
        return Position()
    noun = place - 2 - (scan.words[place - 2].text == ",")
    if scan.same_line(noun, place) and (called := body_noun(scan, noun)):
        return Position(None, recent_body(scan, noun, bodies, called))
    on_line = takewhile(lambda one: scan.same_line(one.first, place), bodies.before(place))
    recent = next((one for one in on_line if one.end < place), None)
    if recent is None or place - recent.end > NEAR:
        return Position()
    return Position(None, text_of(scan, recent.first, recent.end))


def _over_date(scan: Scan, by: int) -> int:
    """« fondée en 2019 par », « créée à Lyon par »: the place right behind the participle."""
    for here in range(by - 1, by - DATED, -1):
        if not scan.same_line(here - 1, by) or scan.words[here].kind == "mark":
            return by
        if scan.folded[here] in ("en", "in", "a", "depuis", "since"):
            return here if scan.folded[here - 1] in words("names/role_words.txt", "headed") else by
    return by
