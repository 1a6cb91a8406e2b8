"""Finding the date expressions of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from aipolicy_index.language.dates import english, french
from aipolicy_index.language.dates.expressions import Expression
from aipolicy_index.language.dates.grammar import DIGITS, Rule, Source, grammar
from aipolicy_index.language.scanning import words_of

_BUILDERS = {"fr": french.BUILDERS, "en": english.BUILDERS}
_ASCII_DIGITS = frozenset("0123456789")
_KEPT = 4
"""Texts of which the places are kept: each sentence of a text asks for its own."""


def find_expressions(source: Source, start: int, end: int) -> Iterator[Expression]:
    """The date expressions between two places of a text, in order, none overlapping another."""
    places, rules = _openings(source.lower, source.language)
    position = start
    for number in range(bisect_left(places, start), bisect_left(places, end)):
        if places[number] >= position:
            for found in _read(source, places[number], end, rules[number]):
                yield found
                position = found.end


@lru_cache(maxsize=_KEPT)
def _openings(lower: str, language: str) -> tuple[list[int], list[tuple[Rule, ...]]]:
    """Where a text has words with which dates may begin, and the rules for them."""
    openings = grammar(language).by_opening
    numeric = openings[DIGITS]
    words = words_of(lower)
    places: list[int] = []
    rules: list[tuple[Rule, ...]] = []
    for begin, word in zip(words.starts, words.texts, strict=True):
        known = openings.get(word) or (numeric if word[0] in _ASCII_DIGITS else ())
        if known and not (begin and lower[begin - 1].isalnum()):
            places.append(begin)
            rules.append(known)
    return places, rules


def _read(source: Source, start: int, end: int, rules: tuple[Rule, ...]) -> tuple[Expression, ...]:
    for rule in rules:
        match = rule.pattern.match(source.lower, start, end)
        if match is None:
            continue
        found = _BUILDERS[source.language][rule.builder](match, source)
        if found is not None:
            return (found,) if isinstance(found, Expression) else found
    return ()
