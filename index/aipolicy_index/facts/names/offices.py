"""The body of an office or of what somebody heads: « Le parti de X », "named X chief executive", "Commissioner X"."""

from __future__ import annotations

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.owners import body_noun, recent_body
from aipolicy_index.facts.names.role_phrases import Bodies, Position, parsed
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan

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
    position = parsed(scan, start, bodies)
    return position._replace(organisation=position.organisation or recent_body(scan, verb, bodies))


def of_office(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """ "Commissioner X", "Justice X", « Le député X » behind a sentence on a party: the body of the office."""
    role = mention.first - 1
    if not scan.same_line(role, mention.end):
        return None
    bare = scan.page.language == "en" and scan.words[role].text[0].isupper() and scan.words[role].initial
    elected = scan.folded[role] in words("names/role_words.txt", "elected") and scan.folded[role - 1] in ("le", "la")
    called = _OFFICES.get(scan.folded[role]) if bare else "party" if elected else None
    body = recent_body(scan, role, bodies, called, also=called) if called else None
    return Position(None, body) if body else None
