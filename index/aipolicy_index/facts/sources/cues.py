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
    for words in _by_word(where, language, last=True).get(lower[end - 1] if end else "", ()):
        if end >= len(words) and tuple(lower[end - len(words) : end]) == words:
            return words
    return None


def starts_with(lower: Sequence[str], start: int, where: str, language: str) -> Words | None:
    """The expression of this sort that begins at a word; plurals count, too."""
    known = _by_word(where, language, last=False)
    for words in known.get(lower[start], ()):
        if tuple(lower[start : start + len(words)]) == words:
            return words
    singular = known.get(lower[start].removesuffix("s"), ())
    return next((words for words in singular if len(words) == 1), None)


@cache
def counting_bodies(language: str) -> dict[str, tuple[Words, ...]]:
    """First word -> the bodies known for their figures, as words, the longest first."""
    found: dict[str, tuple[Words, ...]] = {}
    for body in expressions("counting", language):
        found[body[0]] = (*found.get(body[0], ()), body)
    return found


@cache
def known_words(where: str, language: str) -> frozenset[str]:
    """The one-word expressions of one sort."""
    return frozenset(words[0] for words in expressions(where, language) if len(words) == 1)


@cache
def first_words(language: str, *sorts: str) -> frozenset[str]:
    """The words with which an expression of these sorts may begin, plurals included."""
    singular = {words[0] for where in sorts for words in expressions(where, language)}
    return frozenset(singular | {f"{word}s" for word in singular})


@cache
def _by_word(where: str, language: str, *, last: bool) -> dict[str, tuple[Words, ...]]:
    """First (or last) word -> the expressions that begin (or end) with it, the longest first."""
    found: dict[str, tuple[Words, ...]] = {}
    for words in expressions(where, language):
        key = words[-1 if last else 0]
        found[key] = (*found.get(key, ()), words)
    return found
