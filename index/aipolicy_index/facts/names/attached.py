"""Whom a body hires, sends or seats, and where somebody went: « Y a recruté X », "said X, speaking for Y"."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.role_phrases import Bodies, Position, text_of
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan

NEAR = 6
"""Words behind a verb of leaving within which « pour Y » stands."""
LONGEST_NAME = 4
"""Words of the other person of « X et Z, de Y »."""
_AUXILIARIES = frozenset("a ont avait avaient vient de has had have just recently aussi ensuite d'".split())


def hired(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Y a recruté X », "Y hired X", « Y vient de nommer X à sa tête »."""
    verb = mention.first - 1
    if not scan.same_line(verb - 1, mention.end) or scan.folded[verb] not in words("names/role_words.txt", "hiring"):
        return None
    place = verb
    while scan.same_line(place - 1, verb) and scan.folded[place - 1] in _AUXILIARIES:
        place -= 1
    body = bodies.by_end.get(place)
    return Position(None, text_of(scan, body.first, body.end)) if body else None


def on_behalf(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« répond X au nom de Y », "said X, speaking for Y"."""
    place = mention.end
    if not scan.same_line(mention.first, place + 2):
        return None
    place += scan.words[place].text == ","
    found = _behalf().at(scan.folded, place)
    return _body_at(scan, place + found[0], bodies) if found else None


@cache
def _behalf() -> Phrases[None]:
    return Phrases((phrase, None) for phrase in words("names/role_words.txt", "on behalf"))


def at_work(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« L'équipe de X, à Y, a publié », « X, 43 ans, entré chez Y en 2019 », « X, Y, said »."""
    place = mention.end + 1
    if not scan.same_line(mention.first, place + 1) or scan.words[mention.end].text != ",":
        return None
    if scan.folded[place].isdigit() and scan.same_line(place, place + 3):
        place += 2 + (scan.folded[place + 1] == "ans")
    if scan.folded[place] in words("names/role_words.txt", "entered"):
        return _body_at(scan, place + 2, bodies)
    body = _body_at(scan, place + 1, bodies) if scan.folded[place] in ("a", "au", "aux", "at") else None
    return body or (_alone(scan, place, bodies) if scan.page.language == "en" else None)


def _alone(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """ "Prof X, University of Leeds, said": the body alone between commas, in no row of names."""
    body = bodies.by_first.get(place)
    if body is None or not scan.same_line(place, body.end + 1) or scan.words[body.end].text not in (",", ":"):
        return None
    row = scan.words[body.end + 1].text[0].isupper() or scan.folded[body.end + 1] in ("and", "or")
    if row and scan.words[body.end].text == ",":
        return None
    return Position(None, text_of(scan, body.first, body.end))


def _body_at(scan: Scan, place: int, bodies: Bodies) -> Position | None:
    """The body at the place, an article before it perhaps, that a mark or verb follows; no medium that is spoken to."""
    if not scan.same_line(place - 1, place):
        return None
    place += scan.folded[place] in words("names/role_words.txt", "determiners")
    body = bodies.by_first.get(place)
    if body is None or body.category == "medium":
        return None
    return Position(None, text_of(scan, body.first, body.end))


def gone_to(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« X quitte Z pour Y », "X left Z for Y"."""
    verb = mention.end
    while scan.same_line(mention.first, verb + 1) and scan.folded[verb] in ("a", "has", "vient", "de"):
        verb += 1
    if not scan.same_line(mention.first, verb) or scan.folded[verb] not in words("names/role_words.txt", "leaving"):
        return None
    for here in range(verb + 1, verb + NEAR):
        if not scan.same_line(verb, here + 1) or scan.words[here].kind == "mark":
            return None
        if scan.folded[here] in ("pour", "for"):
            return _body_at(scan, here + 1, bodies)
    return None


def seated(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« X siège au conseil d'administration de Y », "X, who sits on the board of Y"."""
    place = mention.end
    if scan.same_line(mention.first, place + 2) and scan.words[place].text == ",":
        place += 1 + (scan.folded[place + 1] in ("qui", "who"))
    if not scan.same_line(mention.first, place) or scan.folded[place] not in words("names/role_words.txt", "sitting"):
        return None
    board = next((at for at in range(place + 1, place + NEAR) if _is_board(scan, place, at)), None)
    if board is None:
        return None
    for here in range(board + 1, board + NEAR):
        if not scan.same_line(place, here) or scan.words[here].kind == "mark":
            return None
        if body := bodies.by_first.get(here):
            return Position(None, text_of(scan, body.first, body.end))
    return None


def _is_board(scan: Scan, start: int, place: int) -> bool:
    return scan.same_line(start, place) and scan.folded[place] in ("conseil", "comite", "board", "committee", "panel")


def together(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« X et Z, de Y, », "X and Z of Y": the body of both."""
    link = mention.end
    if not scan.same_line(mention.first, link + 2) or scan.words[link].text not in ("et", "and"):
        return None
    place = link + 1
    while scan.same_line(link, place) and place - link <= LONGEST_NAME and scan.words[place].text[0].isupper():
        place += 1
    if place - link < 3 or not scan.same_line(link, place + 1):
        return None
    place += scan.words[place].text == ","
    if not scan.same_line(link, place + 1) or scan.folded[place] not in words("names/role_words.txt", "belonging"):
        return None
    return _body_at(scan, place + 1, bodies)


def defending(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Me X, qui défend Y »: a lawyer's client."""
    verb = mention.end + 2
    lawyer = mention.first > 0 and scan.folded[mention.first - 1] in ("me", "avocat", "avocate", "lawyer", "attorney")
    if not lawyer or not scan.same_line(mention.first, verb + 1) or scan.folded[verb - 1] not in ("qui", "who"):
        return None
    return _body_at(scan, verb + 1, bodies) if scan.folded[verb] in ("defend", "assiste", "defends") else None
