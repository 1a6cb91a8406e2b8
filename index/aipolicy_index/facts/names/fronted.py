"""The body at which a sentence is set before it comes to a person: « À la Ligue, qui réclame un moratoire, X »."""

from __future__ import annotations

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.role_phrases import Bodies, Position, text_of
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.words import Scan

_AT = frozenset(("chez", "a", "au", "at"))
_WHICH = frozenset(("qui", "dont", "ou", "which", "where", "whose"))
CLAUSE = 16
"""Words that the relative clause between the body and the person may have."""


def fronted(scan: Scan, mention: Named, bodies: Bodies) -> Position | None:
    """« À la Ligue, qui réclame un moratoire, X n'est qu'à moitié surprise », "At Y, which sells it, X says"."""
    first = scan.sentence_of(mention.first, mention.end).start
    if not scan.same_line(first, mention.end) or scan.folded[first] not in _AT or not is_subject_of(scan, mention.end):
        return None
    place = first + 1 + (scan.folded[first + 1] in words("names/grammar_words.txt", "articles"))
    body = bodies.by_first.get(place) or bodies.by_first.get(first + 1)
    if body is None or body.end > mention.first or not _is_host(scan, first, body):
        return None
    comma = mention.first - 1
    if scan.words[body.end].text != "," or scan.words[comma].text != "," or not body.end < comma <= body.end + CLAUSE:
        return None
    if scan.folded[body.end + 1] not in _WHICH or any(here in bodies.by_first for here in range(body.end, comma)):
        return None
    return Position(None, text_of(scan, body.first, body.end))


def _is_host(scan: Scan, first: int, body: Named) -> bool:
    """Whether who is « à », « chez » this body is one of its people: not so of a parliament or a country."""
    if scan.folded[first] in ("chez", "at"):
        return True
    return body.category is None or body.category in words("names/role_words.txt", "hosts")
