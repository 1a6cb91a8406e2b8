"""The body of an office or of what somebody heads: « Le parti de X », "named X chief executive", "Commissioner X"."""

from __future__ import annotations

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.owners import body_noun, recent_body
from aipolicy_index.facts.names.role_phrases import Bodies, Position, parsed, text_of
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan

LONGEST = 8
"""Words of a role behind « a nommé X » within which « en mai », "to replace" may end it."""
_AFTER_ROLE = frozenset("in on to as en pour le la after apres".split())
FOUNDED_WITHIN = 5
"""Words behind « fondé » within which what was founded stands."""
_OFFICES = {"commissioner": "regulator", "justice": "court"}
"""Offices that stand before a name, and of what sort of body they are."""


def of_whom(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Le parti de X rappelle », « l'entreprise de X », "X's company": the body of that sort last spoken of."""
    noun = mention.first - 2
    if scan.same_line(noun - 1, mention.end) and scan.folded[noun + 1] in ("de", "d'"):
        if scan.folded[noun - 1] not in words("names/grammar_words.txt", "articles") or not (
            called := body_noun(scan, noun)
        ):
            return None
        body = recent_body(scan, noun, bodies, called, also=called)
        return Position(None, body) if body else None
    return None


def named_to(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """ "The company named X chief executive in May", « Y a nommé X directrice générale »."""
    verb = mention.first - 1
    if not scan.same_line(verb - 1, mention.end) or scan.folded[verb] not in words("names/role_words.txt", "naming"):
        return None
    start = mention.end
    roles = vocabulary.roles(scan.page.language, backwards=False)
    if not scan.words[start].text[0].islower() or not roles.at(scan.folded, start):
        return None
    end = next((at for at in range(start + 1, start + LONGEST) if scan.folded[at] in _AFTER_ROLE), None)
    position = parsed(scan, start, bodies, end)
    return position._replace(organisation=position.organisation or recent_body(scan, verb, bodies))


def of_office(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """ "Commissioner X", "Justice X", « Le député X » behind a sentence on a party: the body of the office."""
    role = mention.first - 1
    if not scan.same_line(role, mention.end):
        return None
    bare = scan.page.language == "en" and scan.words[role].text[0].isupper() and scan.words[role].initial
    elected = scan.folded[role] in words("names/role_words.txt", "elected") and scan.folded[role - 1] in ("le", "la")
    called = _OFFICES.get(scan.folded[role]) if bare else "party" if elected else None
    if called is None:
        return None
    body = recent_body(scan, role, bodies, called, also=called) or (_only(scan, role, bodies, called) if bare else None)
    return Position(None, body) if body else None


def _only(scan: Scan, place: int, bodies: Bodies, category: str) -> str | None:
    """The one body of the category that the article has named so far."""
    found = {one.entry.name if one.entry else "": one for one in bodies.before(place) if one.category == category}
    one = found.popitem()[1] if len(found) == 1 else None
    return text_of(scan, one.first, one.end) if one else None


def founding_with(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« Elle a fondé la société avec deux amis, X et Y », "She founded the company with X"."""
    places = scan.sentence_of(mention.first, mention.end)
    founding = words("names/role_words.txt", "founding")
    verb = next((place for place in range(mention.first - 1, places.start, -1) if scan.folded[place] in founding), None)
    if verb is None or not {"avec", "with"} & set(scan.folded[verb : mention.first]):
        return None
    near = range(verb + 1, min(verb + FOUNDED_WITHIN, mention.first))
    if body := next((bodies.by_first[place] for place in near if place in bodies.by_first), None):
        return Position(None, text_of(scan, body.first, body.end))
    called = next((noun for place in near if (noun := body_noun(scan, place))), None)
    body_told = recent_body(scan, places.start, bodies, called) if called else None
    return Position(None, body_told) if body_told else None
