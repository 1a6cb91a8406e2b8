"""What stands in parentheses behind a person: « Annelore Claes (CD&V) », « Sam Altman (OpenAI) »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.runs import is_capital
from aipolicy_index.facts.names.tables import words as word_list
from aipolicy_index.facts.names.verbs import is_finite
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

LONGEST = 5
"""Words that the party or body may have."""


def parties(scan: Scan, named: Sequence[Named]) -> Iterator[Named]:
    """The bodies in parentheses right behind a person, where nothing is known of them yet."""
    taken = {place for one in named for place in range(one.first, one.end)}
    for one in named:
        if one.kind is FactKind.PERSON and scan.same_line(one.first, one.end + 2) and scan.words[one.end].text == "(":
            first = one.end + 1
            end = _closing(scan, first)
            if end is not None and taken.isdisjoint(range(first, end)) and _may_be_body(scan, first, end):
                yield Named(first, end, FactKind.ORGANISATION, "organisation of person", "party")


def _closing(scan: Scan, first: int) -> int | None:
    for place in range(first + 1, first + LONGEST + 1):
        if not scan.same_line(first, place):
            return None
        if scan.words[place].text == ")":
            return place
    return None


def _may_be_body(scan: Scan, first: int, end: int) -> bool:
    words = scan.words[first:end]
    acronym = len(words) == 1 and len(words[0].text) > 1 and words[0].text.isupper()
    common = scan.folded[first] in vocabulary.common_words() or scan.folded[first] in vocabulary.function_words()
    if not is_capital(words[0]) or (common and not acronym):
        return False
    if any(word.folded in vocabulary.first_names() for word in words if word.text[0].isupper()):
        return False
    small = word_list("names/grammar_words.txt", "gap")
    return not any(
        word.text[0].isdigit()
        or word.text in (",", ":", ".")
        or is_finite(scan, first + place)
        or (word.folded in vocabulary.function_words() and word.folded not in small)
        for place, word in enumerate(words)
        if place
    )
