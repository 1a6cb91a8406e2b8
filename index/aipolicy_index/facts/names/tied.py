"""The body to which a pronoun, a possessive or an office ties a person: « À Y, dont elle est la présidente »."""

from __future__ import annotations

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.owners import body_noun, recent_body
from aipolicy_index.facts.names.role_phrases import Bodies, Position, parsed, role_start, text_of
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan

_IS = frozenset(("est", "etait", "is", "was"))
_HE = frozenset(("il", "elle", "he", "she"))
_CHAIRED = frozenset(("presidence", "direction", "houlette", "egide", "autorite", "conduite"))
PRONOUN_WITHIN = 16
"""Words behind a name within which « dont elle est » is sought."""
CHAIRED_WITHIN = 10
"""Words behind « sous la présidence de X » within which the body stands."""


def by_pronoun(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« … X. À Y, dont elle est la déléguée générale, », "X … At Y, where she is head of safety,"."""
    for here in range(mention.end, mention.end + PRONOUN_WITHIN):
        if not scan.same_line(mention.first, here + 2):
            return None
        if scan.folded[here] not in ("dont", "ou", "where") or scan.folded[here + 1] not in _HE:
            continue
        body = bodies.by_end.get(here - (scan.words[here - 1].text == ","))
        if body is None or body.first < mention.end or scan.folded[here + 2] not in _IS:
            return None
        start = role_start(scan, here + 3)
        role = parsed(scan, start, bodies) if start is not None else Position()
        return Position(role.role, text_of(scan, body.first, body.end), role.gender)
    return None


def by_pronoun_ahead(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« À Y, dont elle préside le groupe de travail, le Dr X salue »."""
    for here in range(mention.first - 2, mention.first - PRONOUN_WITHIN, -1):
        if not scan.same_line(here - 1, mention.first) or scan.words[here].text in (".", ";", ":"):
            return None
        if scan.folded[here] == "dont" and scan.folded[here + 1] in _HE:
            end = here - (scan.words[here - 1].text == ",")
            if scan.words[end - 1].text == ")":
                end = next((at for at in range(end - 2, end - 6, -1) if scan.words[at].text == "("), end)
            body, at_work = bodies.by_end.get(end), words("names/role_words.txt", "heads", "works")
            heads = scan.folded[here + 2] in at_work or scan.folded[here + 2] in _IS
            return Position(None, text_of(scan, body.first, body.end)) if body and heads else None
    return None


def chairing(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Réuni sous la présidence de X, le collège de Y a jugé »: the body that the sentence goes on to speak of."""
    of = mention.first - 1
    if not scan.same_line(of - 3, mention.end + 2) or scan.folded[of] not in ("de", "d'"):
        return None
    if scan.folded[of - 1] not in _CHAIRED or scan.folded[of - 3] != "sous" or scan.words[mention.end].text != ",":
        return None
    for here in range(mention.end + 1, mention.end + CHAIRED_WITHIN):
        if not scan.same_line(mention.end, here) or scan.words[here].kind == "mark":
            return None
        if body := bodies.by_first.get(here):
            return Position(None, text_of(scan, body.first, body.end))
    return None


def owning(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """ "X's nonprofit Y, which": what is called somebody's is where they work."""
    place = mention.end
    if not scan.same_line(mention.first, place + 2) or scan.words[place].kind != "possessive":
        return None
    noun = next((here for here in (place + 1, place + 2) if body_noun(scan, here)), None)
    if noun is None:
        return None
    if scan.words[mention.first - 1].text == "," and (before := bodies.by_end.get(mention.first - 1)):
        return Position(None, text_of(scan, before.first, before.end))
    body = bodies.by_first.get(noun + 1) or bodies.by_first.get(noun + 2)
    return Position(None, text_of(scan, body.first, body.end)) if body else None


def there(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« X, qui y dirige la sécurité »: at the body that the text spoke of."""
    if not scan.same_line(mention.first, mention.end):
        return None
    place = mention.end + (scan.words[mention.end].text == ",")
    if not scan.same_line(mention.first, place + 2) or scan.folded[place : place + 2] != ("qui", "y"):
        return None
    at_work = words("names/role_words.txt", "heads", "works")
    body = recent_body(scan, mention.first, bodies) if scan.folded[place + 2] in at_work else None
    return Position(None, body) if body else None


def headed_by_possessive(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """ "X, the charity Y's head of campaigns": the body whose possessive stands between name and role."""
    if not scan.same_line(mention.first, mention.end + 2) or scan.words[mention.end].text != ",":
        return None
    for here in range(mention.end + 1, mention.end + 5):
        body = bodies.by_first.get(here)
        if body and scan.same_line(mention.first, body.end + 1):
            start = role_start(scan, body.end + 1) if scan.words[body.end].kind == "possessive" else None
            if start is None:
                return None
            role = parsed(scan, start, Bodies({}, {}, (), {}))
            return Position(role.role, text_of(scan, body.first, body.end), role.gender)
        determined = scan.folded[here] in words("names/role_words.txt", "determiners")
        if not scan.same_line(mention.first, here) or not (determined or body_noun(scan, here)):
            return None
    return None
