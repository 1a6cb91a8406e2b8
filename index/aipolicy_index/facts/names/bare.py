"""Bodies named by one noun: « le gouvernement a ordonné », « la Commission », "the Commons"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.tables import rows, words
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

_ARTICLES = frozenset(("le", "la", "l'", "the", "du", "au"))
_NO_ARTICLE = frozenset(("Parliament", "Congress"))
_OWN = frozenset(("agency",))
"""Categories whose bare noun names nothing unless a longer name in the article begins with it."""


class BareBody(NamedTuple):
    """A noun that names a body by itself: on what condition, and what it is."""

    condition: str
    category: str
    gender: str | None


@cache
def bare_bodies(language: str, *, lower: bool = False) -> Phrases[BareBody]:
    """The nouns by their first word: those that name a body alone, or those that end a name in lower case."""
    return Phrases(
        (noun, BareBody(condition, category, gender or None))
        for of, condition, category, gender, several in rows("names/bare_bodies.tsv", 5)
        if of == language and (condition == "lower") is lower
        for noun in several.split("|")
    )


def bare(scan: Scan, named: Sequence[Named]) -> Iterator[Named]:
    """The bare mentions outside the names already found."""
    taken = {place for one in named for place in range(one.first, one.end)}
    openings = {
        scan.folded[one.first] for one in named if one.kind is FactKind.ORGANISATION and one.end - one.first > 1
    }
    phrases, endings = bare_bodies(scan.page.language), bare_bodies(scan.page.language, lower=True)
    for position in scan.places_of(phrases.keys | endings.keys):
        if position in taken or scan.words[position].kind != "word":
            continue
        if ending := endings.at(scan.folded, position):
            yield from _matter_before(scan, position, ending[1])
        if not (found := phrases.at(scan.folded, position)):
            continue
        size, body = found
        if _counts(scan, position, position + size, body, openings):
            yield Named(
                position,
                position + size,
                FactKind.ORGANISATION,
                f"organisation bare {body.condition}",
                body.category,
                body.gender,
            )


def _matter_before(scan: Scan, position: int, body: BareBody) -> Iterator[Named]:
    """« China's commerce ministry », "the work and pensions committee"."""
    matters = words("names/institution_words.txt", "english matters")
    first = position
    while scan.same_line(first - 1, position) and (
        scan.folded[first - 1] in matters
        or (first == position and _is_acronym(scan, first - 1))
        or (scan.folded[first - 1] == "and" and first < position and scan.folded[first - 2] in matters)
    ):
        first -= 1
    before = scan.words[first - 1] if scan.same_line(first - 1, position) else None
    determined = before and (before.kind == "possessive" or before.folded in _ARTICLES or before.folded in adjectives())
    if first < position and determined and scan.words[position].text.islower():
        yield Named(first, position + 1, FactKind.ORGANISATION, "organisation bare lower", body.category)


def _is_acronym(scan: Scan, place: int) -> bool:
    """ "the IMCO committee": two to six capitals."""
    text = scan.words[place].text
    return text.isupper() and text.isalpha() and 1 < len(text) < 7


def _counts(scan: Scan, first: int, end: int, body: BareBody, openings: set[str]) -> bool:
    before = first - 1
    if scan.words[first].hyphen:
        return False
    if end == first + 1 and scan.words[first].text in _NO_ARTICLE and scan.page.language == "en":
        return not scan.flat[scan.words[first].line]
    if not scan.same_line(before, first) or scan.folded[before] not in _ARTICLES:
        return False
    if body.condition == "capital":
        if not scan.words[first].text[0].isupper() or scan.flat[scan.words[first].line]:
            return False
        return body.category not in _OWN or scan.folded[first] in openings
    return _is_agent(scan, before) or (scan.same_line(first, end) and is_subject_of(scan, end))


def _is_agent(scan: Scan, article: int) -> bool:
    """« demande au gouvernement », « voté par le gouvernement »."""
    if scan.folded[article] == "au":
        return True
    return scan.same_line(article - 1, article) and scan.folded[article - 1] in ("par", "by")
