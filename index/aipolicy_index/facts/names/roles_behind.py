"""What a person is and for whom, as the words behind the name say."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.names.beside import is_gap_word, role_before
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.owners import body_noun, is_executive, owner_of, recent_body
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.role_phrases import (
    Bodies,
    Position,
    adjacent,
    opens_clause,
    parsed,
    phrase_end,
    role_start,
    text_of,
)
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.words import Scan

_AT = frozenset(("a", "au", "chez", "dans", "at", "in", "for"))
HEADED_WITHIN = 9
"""Words from « dirige » on within which what is headed is sought."""
SECOND_WITHIN = 12
"""Words from a role on within which « et vice-présidente de Y » begins."""
NOW_WITHIN = 12
"""Words behind a role within which « aujourd'hui chez Z » is sought."""
APPOINTED_WITHIN = 12
"""Words behind a name within which « nommée » is sought."""
NEAR = 8
"""Words behind « à la tête de » within which the body stands of whose part it is told."""
WORKING_WITHIN = 10
"""Words from « enseigne » on within which the body is sought."""


def role_behind(scan: Scan, mention: Named, bodies: Bodies) -> Position:
    """What the words behind the name say: « X, PDG de Y », « X (Y) », « X dirige Y », "X, who heads Y"."""
    place = mention.end
    if not scan.same_line(mention.first, place + 1):
        return Position()
    if scan.words[place].text not in (",", "(", "–", "—", "-"):
        if whose := _whose_head(scan, mention, bodies):
            return whose
        return _plainly_of(scan, place, bodies) or _heading(scan, place, bodies) or Position()
    place = _past_age(scan, _past_picture(scan, place) + 1)
    if scan.folded[place : place + 3] == ("aujourd", "'", "hui") and scan.same_line(place, place + 3):
        place += 3
    if scan.folded[place] in words("names/role_words.txt", "once") and scan.same_line(place, place + 1):
        place += 1
    if post := _post(scan, place, bodies):
        return post
    if scan.folded[place] in ("qui", "who"):
        heading = _heading(scan, place + 1, bodies) or Position()
        return heading if heading.role else heading._replace(role=_task(scan, place + 1, bodies))
    if (body := bodies.by_first.get(place)) and scan.words[place - 1].text == "(":
        party = text_of(scan, body.first, body.end)
        return Position(None, party) if role_before(scan, mention.first) else _behind_bracket(scan, body, bodies)
    if (
        scan.words[mention.first - 1].text == ","
        and place == mention.end + 1
        and (told := _heading(scan, place, bodies))
    ):
        return told
    start = role_start(scan, place)
    if start is None or (start > place and scan.words[place - 1].text == "," and opens_clause(scan, start)):
        return _plainly_of(scan, place, bodies) or Position()
    position = parsed(scan, start, bodies)
    if position.organisation is None and (other := _second(scan, start, bodies)):
        return other
    if now := _now(scan, start, bodies):
        return Position(position.role, now, position.gender)
    if position.organisation is None and (owner := adjacent(scan, start, bodies)):
        return Position(position.role, owner, position.gender)
    owned = scan.words[start - 1].kind == "possessive" or scan.folded[start - 1] in _possessives()
    if position.organisation is None and owned:
        owner = owner_of(scan, start, start, bodies) or _opening_main_clause(scan, start, bodies)
        return Position(position.role, None, position.gender, owner)
    if position.organisation is None and (employer := _bracketed(scan, start, bodies)):
        return position._replace(organisation=employer)
    if position.organisation is None and (owner := _of_the_post(scan, start, bodies)):
        return Position(position.role, None, position.gender, owner)
    if position.organisation is None and (owner := _of_the_body(scan, start, bodies)):
        return Position(position.role, None, position.gender, owner)
    return position


def _second(scan: Scan, start: int, bodies: Bodies) -> Position | None:
    """« X, patronne d'un chalutier et vice-présidente de Y »: the second of two roles, where it tells the body."""
    for here in range(start + 1, start + SECOND_WITHIN):
        if not scan.same_line(start, here + 1) or scan.words[here].text in (".", ",", ";", "("):
            return None
        if scan.folded[here] in ("et", "and"):
            second = role_start(scan, here + 1)
            told = parsed(scan, second, bodies) if second == here + 1 else None
            return told if told and told.role and told.organisation else None
    return None


def _behind_bracket(scan: Scan, body: Named, bodies: Bodies) -> Position:
    """« X (PS), bourgmestre de Liège, »: the group in brackets, and the role behind them."""
    party = text_of(scan, body.first, body.end)
    start = body.end + 2
    closed = scan.same_line(body.first, start) and scan.words[body.end].text == ")"
    if not closed or scan.words[body.end + 1].text != ",":
        return Position(None, party)
    role = role_start(scan, start)
    if role is None or opens_clause(scan, role):
        return Position(None, party)
    return Position(parsed(scan, role, bodies).role, party)


def _opening_main_clause(scan: Scan, start: int, bodies: Bodies) -> str | None:
    """« Sous l'impulsion de X, son directeur général, Y a changé »: the subject that follows the role."""
    comma = phrase_end(scan, start, None)
    if not scan.same_line(start, comma + 2) or scan.words[comma].text != ",":
        return None
    place = comma + 1 + (scan.folded[comma + 1] in words("names/grammar_words.txt", "articles"))
    body = bodies.by_first.get(place)
    return text_of(scan, body.first, body.end) if body and is_subject_of(scan, body.end) else None


def _bracketed(scan: Scan, start: int, bodies: Bodies) -> str | None:
    """« X, sociologue (CNRS) », « X, sociologue, CNRS. »: the body alone behind the role."""
    mark = phrase_end(scan, start, None)
    if not scan.same_line(start, mark + 2) or scan.words[mark].text not in ("(", ","):
        return None
    body = bodies.by_first.get(mark + 1)
    if body is None or not scan.same_line(start, body.end):
        return None
    closing = (")",) if scan.words[mark].text == "(" else (".", ":")
    return text_of(scan, body.first, body.end) if scan.words[body.end].text in closing else None


def _of_the_post(scan: Scan, start: int, bodies: Bodies) -> str | None:
    """« une note de X, le directeur technique »: a post of which a body has one, that of the body last spoken of."""
    end = phrase_end(scan, start, None)
    closed = scan.words[start - 1].text == "," and scan.same_line(start, end) and scan.words[end].text == "."
    owned = not words("names/role_words.txt", "links").isdisjoint(scan.folded[start:end])
    bare = closed and not owned and is_executive(scan, start, end)
    if scan.folded[start - 1] not in ("le", "la", "l'", "the") and not bare:
        return None
    return owner_of(scan, start, end - 1, bodies, apposed=bare)


def _of_the_body(scan: Scan, start: int, bodies: Bodies) -> str | None:
    """« X, directrice de l'innovation du groupe »: the body that the noun at the end of the role means."""
    last = phrase_end(scan, start, None) - 1
    called = body_noun(scan, last) if last > start + 1 else None
    determined = scan.folded[last - 1] in ("du", "the") or scan.folded[last - 2 : last] in (("de", "la"), ("de", "l'"))
    return recent_body(scan, start, bodies, called) if called and determined else None


def _whose_head(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Y, dont X pilote les programmes »."""
    link = mention.first - 1
    if not scan.same_line(link - 2, mention.end) or scan.folded[link] != "dont":
        return None
    body = bodies.by_end.get(link - (scan.words[link - 1].text == ","))
    heads = words("names/role_words.txt", "heads")
    return Position(None, text_of(scan, body.first, body.end)) if body and scan.folded[mention.end] in heads else None


def _now(scan: Scan, start: int, bodies: Bodies) -> str | None:
    """« X, une ex de Y aujourd'hui chez Z », "X, an engineer, now at Z": where the person works now."""
    by = words("names/role_words.txt", "works by") - {"in", "dans", "on", "pour"}
    for here in range(start + 1, start + NOW_WITHIN):
        if not scan.same_line(start, here + 1) or scan.words[here].text in (".", ";"):
            return None
        now = scan.folded[here] in words("names/role_words.txt", "now") and (
            scan.folded[here + 1] in by or scan.folded[here + 1] in words("names/role_words.txt", "heads")
        )
        if now or (scan.folded[here] in ("passe", "passee") and scan.folded[here + 1] == "chez"):
            body = bodies.by_first.get(here + 2) or bodies.by_first.get(here + 3)
            return text_of(scan, body.first, body.end) if body else None
    return None


def _possessives() -> frozenset[str]:
    return words("names/role_words.txt", "possessives")


def _past_picture(scan: Scan, place: int) -> int:
    """Behind « (photo), », "(pictured), ": the comma; else the place."""
    pictured = scan.same_line(place, place + 4) and scan.words[place].text == "(" and scan.words[place + 2].text == ")"
    telling = pictured and scan.folded[place + 1] in ("photo", "pictured", "left", "right", "image", "gauche", "droite")
    return place + 3 if telling and scan.words[place + 3].text == "," else place


def _past_age(scan: Scan, place: int) -> int:
    """Behind « 43 ans, », "43, "."""
    if scan.folded[place].isdigit() and scan.same_line(place, place + 2):
        place += 2 if scan.folded[place + 1] == "ans" else 1
        if scan.same_line(place - 1, place + 1) and scan.words[place].text in (",", ")"):
            place += 1
    return place


def _plainly_of(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« X, de l'Université Laval », « X, chez Y, », "X of Y"."""
    if scan.folded[place] not in words("names/role_words.txt", "belonging"):
        return None
    for here in range(place + 1, place + 6):
        if body := bodies.by_first.get(here):
            return Position(None, text_of(scan, body.first, body.end))
        if not scan.same_line(place, here):
            return None
        small = is_gap_word(scan, here) or scan.folded[here] in words("names/role_words.txt", "determiners")
        if not small and not (here + 1 in bodies.places_by_end and scan.same_line(here, here + 1)):
            return None
    return None


def _heading(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« qui dirige Y », "who heads Y", « X dirige depuis 2021 l'Observatoire ... », « X est la directrice de Y »."""
    if not scan.same_line(place - 1, place):
        return None
    if scan.folded[place] in ("est", "is", "was", "etait") and scan.same_line(place, place + 1):
        start = role_start(scan, place + 1)
        return parsed(scan, start, bodies) if start is not None else None
    if scan.folded[place] in words("names/role_words.txt", "once") and scan.same_line(place, place + 1):
        place += 1
    if scan.folded[place] in words("names/role_words.txt", "works"):
        return _working(scan, place, bodies)
    if appointed := _appointed(scan, place, bodies):
        return appointed
    if scan.folded[place : place + 3] == ("prend", "la", "tete"):
        place += 2
    aided = scan.folded[place] in ("a", "avait", "had", "has") and scan.same_line(place, place + 1)
    if aided and scan.folded[place + 1] in _founding():
        place += 1
    if scan.folded[place] in words("names/role_words.txt", "heads") or scan.folded[place] in _founding():
        for ahead in range(place + 1, place + HEADED_WITHIN):
            if body := bodies.by_first.get(ahead):
                return Position(None, text_of(scan, body.first, body.end))
            if not scan.same_line(place, ahead) or scan.words[ahead].kind == "mark":
                break
            if scan.folded[ahead] in words("names/role_words.txt", "possessives"):
                return Position(None, recent_body(scan, place, bodies))
        near = [ahead for ahead in range(place + 1, place + 4) if scan.same_line(place, ahead)]
        called = next((found for ahead in near if (found := body_noun(scan, ahead))), None)
        return Position(None, recent_body(scan, place, bodies, called)) if called else None
    return None


def _task(scan: Scan, verb: int, bodies: Bodies) -> str | None:
    """« (X, qui) pilote les opérations », "(X, who) teaches constitutional law (at Y)": what somebody does there."""
    if not scan.same_line(verb, verb + 2) or verb + 1 in bodies.by_first:
        return None
    if scan.folded[verb] not in words("names/role_words.txt", "tasks"):
        return None
    end = phrase_end(scan, verb + 1, None)
    end = next((here for here in range(verb + 2, end) if scan.folded[here] in _AT), end)
    body = next((here for here in range(verb + 1, end) if here in bodies.by_first), None)
    article = body is not None and scan.folded[body - 1] in words("names/grammar_words.txt", "articles")
    end = end if body is None else body - 1 - article
    return text_of(scan, verb, end) if end > verb + 1 and scan.words[end - 1].text[0].islower() else None


def _appointed(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« X a été nommée directrice de Y », "X leaves Z next week to become chief lobbyist at Y"."""
    for here in range(place, place + APPOINTED_WITHIN):
        if not scan.same_line(place, here + 1) or scan.words[here].text in (".", ",", ";", "«", "“"):
            return None
        if scan.folded[here] in words("names/role_words.txt", "appointed"):
            start = role_start(scan, here + 1)
            return parsed(scan, start, bodies) if start is not None else _post(scan, here + 1, bodies)
    return None


def _working(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« qui enseigne le droit à l'université Y », "who teaches law at Y": the body behind « à », « chez », "at"."""
    by = words("names/role_words.txt", "works by")
    for ahead in range(place + 1, place + WORKING_WITHIN):
        if not scan.same_line(place, ahead) or scan.words[ahead].kind == "mark":
            return None
        if (body := bodies.by_first.get(ahead)) and _is_behind(scan, ahead, by):
            return Position(None, text_of(scan, body.first, body.end))
    return None


def _is_behind(scan: Scan, place: int, by: frozenset[str]) -> bool:
    """Whether one of these words stands before the place, an article between left out."""
    before = place - 1
    if scan.folded[before] in words("names/grammar_words.txt", "articles"):
        before -= 1
    return scan.folded[before] in by


def _post(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """« X, à la tête de Y », « X, aux commandes de Y »."""
    found = _posts().at(scan.folded, place)
    if found is None or not scan.same_line(place, place + found[0]):
        return None
    return _plainly_of(scan, place + found[0], bodies) or _part_of(scan, place, place + found[0], bodies)


def _part_of(scan: Scan, first: int, place: int, bodies: Bodies) -> Position | None:
    """« à la tête de l'aile francophone de Y »: the post is at the head of a part of the body."""
    body = next((bodies.by_first[here] for here in range(place, place + NEAR) if here in bodies.by_first), None)
    if body is None or any(scan.words[here].kind == "mark" for here in range(place, body.first)):
        return None
    last = body.first - 1
    while scan.folded[last] in ("la", "le", "les", "l'", "the"):
        last -= 1
    if not scan.same_line(first, body.first) or scan.folded[last] not in words("names/role_words.txt", "links"):
        return None
    return Position(text_of(scan, first, last), text_of(scan, body.first, body.end)) if last > place + 1 else None


@cache
def _posts() -> Phrases[None]:
    return Phrases((post, None) for post in words("names/role_words.txt", "posts"))


def _founding() -> frozenset[str]:
    return words("names/role_words.txt", "founding")
