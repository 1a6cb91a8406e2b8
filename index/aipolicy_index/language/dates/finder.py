"""Finding the date expressions of a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Pattern

from aipolicy_index.language.dates import english, french
from aipolicy_index.language.dates.expressions import Expression
from aipolicy_index.language.dates.rules import Rule, Source, compiled


def find_expressions(source: Source, start: int, end: int) -> Iterator[Expression]:
    """The date expressions between two places of a text, in order, none overlapping another."""
    rules, anywhere, each = _grammar(source.language)
    position = start
    while match := anywhere.search(source.lower, position, end):
        found = _read(source, match.start(), end, int(str(match.lastgroup)[1:]), rules, each)
        if found is not None:
            yield found
        position = found.end if found else match.start() + 1


def _read(
    source: Source, start: int, end: int, first: int, rules: tuple[Rule, ...], each: tuple[Pattern[str], ...]
) -> Expression | None:
    for rule, pattern in zip(rules[first:], each[first:], strict=True):
        match = pattern.match(source.lower, start, end)
        if match and (found := rule.build(match, source)) is not None:
            return found
    return None


@cache
def _grammar(language: str) -> tuple[tuple[Rule, ...], Pattern[str], tuple[Pattern[str], ...]]:
    rules = french.rules() if language == "fr" else english.rules()
    return rules, *compiled(rules)
