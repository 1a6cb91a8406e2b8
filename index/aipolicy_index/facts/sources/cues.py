"""The words that credit a source (data/source_cues.tsv), as rules ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from aipolicy_index.facts.grammar.tables import rows

Words = tuple[str, ...]


@cache
def expressions(where: str, language: str) -> tuple[Words, ...]:
    """The expressions of one sort as words, the longest first."""
    found = [
        tuple(text.split())
        for its_language, its_where, several in rows("source_cues.tsv")
        if (its_language, its_where) == (language, where)
        for text in several.split("|")
    ]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def credit_verbs(language: str) -> frozenset[str]:
    """Verbs whose subject is credited."""
    return frozenset(word for words in expressions("verb", language) for word in words)


def ends_with(lower: Sequence[str], end: int, where: str, language: str) -> Words | None:
    """The expression of this sort that ends right before a word."""
    for words in expressions(where, language):
        if end >= len(words) and tuple(lower[end - len(words) : end]) == words:
            return words
    return None


def starts_with(lower: Sequence[str], start: int, where: str, language: str) -> Words | None:
    """The expression of this sort that begins at a word; English plurals count, too."""
    for words in expressions(where, language):
        found = tuple(lower[start : start + len(words)])
        if found == words or (len(words) == 1 and found == (words[0] + "s",)):
            return words
    return None
