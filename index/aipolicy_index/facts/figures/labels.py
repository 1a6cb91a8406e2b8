"""Numbers that name and do not count: article and version numbers, addresses, telephone numbers, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aipolicy_index.facts.figures.words import words
from aipolicy_index.facts.patterns import compiled
from aipolicy_index.language.datafiles import data_words
from aipolicy_index.language.numbers import Number
from aipolicy_index.model import Span

_FILE = "figure_patterns.tsv"
_NAMED_UNDER = 100
"""A number under this after a name is its version, « Llama 3 models »; a larger one counts."""
_POSTCODE_DIGITS = 5
_FEW = 3
"""Runs of digits that a telephone number has at least."""


class Context(NamedTuple):
    """Where a number stands; `plain` tells capitals."""

    lower: str
    plain: str
    language: str
    sentence: Span

    def before(self, position: int, length: int = 32) -> str:
        """What stands before a position, in its sentence, in lower case."""
        return self.lower[max(self.sentence.start, position - length) : position]

    def precedes(self, name: str, position: int, length: int = 48) -> re.Match[str] | None:
        """The pattern of that name just before a position."""
        text = self.plain if name.startswith("cased") else self.lower
        return compiled(_FILE, self.language)[name].search(text[max(self.sentence.start, position - length) : position])

    def follows(self, name: str, position: int) -> re.Match[str] | None:
        """The pattern of that name at a position."""
        text = self.plain if name.startswith("cased") else self.lower
        return compiled(_FILE, self.language)[name].match(text, position, self.sentence.end)

    def last_word(self, position: int) -> str:
        """The word just before a position, in lower case; empty where there is none."""
        match = self.precedes("last_word", position, 32)
        return match[1] if match else ""


def phones(context: Context, numbers: list[Number]) -> Iterator[Span]:
    """The telephone numbers of a sentence."""
    if sum(not number.in_words for number in numbers) >= _FEW or "+" in context.before(context.sentence.end, 4000):
        for match in compiled(_FILE, context.language)["phone"].finditer(
            context.lower, context.sentence.start, context.sentence.end
        ):
            yield Span(match.start(), match.end())


def is_clock(context: Context, number: Number) -> bool:
    """Whether a number tells the time of day: « à 17 heures », « 14 h 30 »."""
    if not number.in_words and context.precedes("minutes_before", number.start, 6):
        return True
    if context.follows("clock_after", number.end) or context.precedes("clock_before", number.start, 16):
        return True
    match = context.follows("hours_after", number.end)
    if match is None or number.value >= 24:
        return False
    if match["minutes"] or context.language == "en":
        return True
    return context.last_word(number.start) in words(context.language).clock


def is_label(context: Context, number: Number) -> bool:
    """Whether a number is the label of what stands before it, or part of an address."""
    if context.last_word(number.start) in words(context.language).reference:
        return True
    if number.in_words:
        return False
    if context.lower[number.start : number.end].isdigit() and context.precedes("cased_acronym_before", number.start):
        return True
    return _is_address(context, number) or _is_version(context, number) or _opens_list(context, number)


def _is_address(context: Context, number: Number) -> bool:
    if context.precedes("street_before", number.start) or context.follows("street_after", number.end):
        return True
    if context.follows("cased_street_after", number.end):
        return True
    digits = context.lower[number.start : number.end]
    if len(digits) != _POSTCODE_DIGITS or not digits.isdigit():
        return False
    return context.follows("cased_postcode_after", number.end) is not None


def _is_version(context: Context, number: Number) -> bool:
    """Whether a small number follows a name, as in « Gemini 2.5 »."""
    if number.value >= _NAMED_UNDER or number.scale > 1:
        return False
    match = context.precedes("cased_name_before", number.start)
    if match is None or not match[1][0].isupper():
        return False
    return match[1].lower() not in data_words(f"votes.{context.language}.tsv")


def _opens_list(context: Context, number: Number) -> bool:
    return number.start == context.sentence.start and context.follows("cased_list_after", number.end) is not None
