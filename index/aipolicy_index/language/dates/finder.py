"""Finding the date expressions of a text."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.language.dates import english, french
from aipolicy_index.language.dates.expressions import Expression
from aipolicy_index.language.dates.grammar import DIGITS, Rule, Source, grammar
from aipolicy_index.language.scanning import words_of

_BUILDERS = {"fr": french.BUILDERS, "en": english.BUILDERS}
_ASCII_DIGITS = frozenset("0123456789")


def find_expressions(source: Source, start: int, end: int) -> Iterator[Expression]:
    """The date expressions between two places of a text, in order, none overlapping another."""
    openings = grammar(source.language).by_opening
    numeric = openings[DIGITS]
    position = start
    for begin, word in words_of(source.lower).between(start, end):
        rules = openings.get(word) or (numeric if word[0] in _ASCII_DIGITS else ())
        if not rules or begin < position or (begin and source.lower[begin - 1].isalnum()):
            continue
        for found in _read(source, begin, end, rules):
            yield found
            position = found.end


def _read(source: Source, start: int, end: int, rules: tuple[Rule, ...]) -> tuple[Expression, ...]:
    for rule in rules:
        match = rule.pattern.match(source.lower, start, end)
        if match is None:
            continue
        found = _BUILDERS[source.language][rule.builder](match, source)
        if found is not None:
            return (found,) if isinstance(found, Expression) else found
    return ()
