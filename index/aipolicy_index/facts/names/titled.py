"""Bodies whose name goes on in lower case behind the noun that announces it: « l'association Watt citoyen »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.beside import is_adjective
from aipolicy_index.facts.names.noun_phrases import ARTICLES, past_adjectives, past_noun
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.runs import is_capital
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_finite
from aipolicy_index.facts.names.vocabulary import Noun
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_ASIDE = frozenset(("cotes", "prises", "yeux", "mains", "abonnes"))
"""« aux côtés de »: no part of a title."""
_TITLED = frozenset(("ngo", "party", "medium"))
"""The sorts of body whose names are titles, often with words in lower case."""


def titled(scan: Scan) -> Iterator[tuple[int, int, Noun]]:
    """The first word, the end and the noun of each such name that is longer than its capitals."""
    if scan.page.language != "fr":
        return
    nouns = vocabulary.nouns("fr", backwards=False)
    for place in scan.places_of(nouns.keys):
        found = nouns.at(scan.folded, place)
        if found and found[1].kind is FactKind.ORGANISATION and found[1].category in _TITLED:
            first = past_adjectives(scan, place + found[0])
            end = _end(scan, first)
            if end is not None:
                yield first, end, found[1]


@cache
def _endings() -> Phrases[None]:
    """« en ligne », « sans frontières »."""
    return Phrases((ending, None) for ending in words("names/grammar_words.txt", "title endings"))


def _end(scan: Scan, first: int) -> int | None:
    """Where the title that begins here ends; None when it has no word in lower case, or is a person."""
    if not scan.same_line(first - 1, first + 1) or not is_capital(scan.words[first]):
        return None
    if scan.words[first].initial or scan.folded[first] in vocabulary.first_names():
        return None
    capitals = first
    while scan.same_line(first, capitals) and is_capital(scan.words[capitals]):
        capitals += 1
    end = capitals
    while (following := _past_word(scan, end)) is not None:
        end = following
    return end if end > capitals else None


def _past_word(scan: Scan, place: int) -> int | None:
    """Over an adjective, or over « du fleuve », « en ligne »."""
    if not scan.same_line(place - 1, place):
        return None
    if ending := _endings().at(scan.folded, place):
        return place + ending[0]
    word = scan.words[place]
    links = word.folded in words("names/grammar_words.txt", "of fr") or word.folded == "aux"
    if links and scan.same_line(place, place + 1) and scan.folded[place + 1] not in _ASIDE:
        bare = word.folded in ("de", "d'") and scan.folded[place + 1] not in ARTICLES
        return None if bare and is_finite(scan, place + 1) else _past_common_noun(scan, place + 1)
    adjective = word.kind == "word" and word.text[0].islower() and word.folded not in vocabulary.function_words()
    return place + 1 if adjective and is_adjective(scan, place) and not is_finite(scan, place) else None


def _past_common_noun(scan: Scan, place: int) -> int | None:
    noun = place + (scan.folded[place] in ARTICLES)
    if not scan.same_line(place, noun) or not scan.words[noun].text[0].islower():
        return None
    return past_noun(scan, place)
