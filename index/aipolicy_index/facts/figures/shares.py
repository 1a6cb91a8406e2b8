"""Shares of a whole: « un dossier sur cinq », « deux tiers », "one in eight", "three-quarters"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.figures.words import words
from aipolicy_index.facts.patterns import compiled, patterns
from aipolicy_index.language.numbers import Number, number_value, one_of, part_value, part_words, small_words
from aipolicy_index.model import Span

_FILE = "figure_patterns.tsv"
_LARGEST_WHOLE, _ROUND = 20, (100, 1000, 10_000)
"""« 178 postes sur 710 » tells two counts, not a share."""
_REACH = 70
"""Characters from a part to its whole."""
_ONES = frozenset(("un", "une", "le", "du", "a", "an", "one"))


class Share(NamedTuple):
    """A part of a whole, between 0 and 1."""

    span: Span
    value: float
    rule: str


def share_before(lower: str, whole: Number, language: str, sentence: Span) -> Share | None:
    """The share whose whole is a number: « trois fois sur quatre » at « quatre »."""
    if whole.scale > 1 or not (2 <= whole.value <= _LARGEST_WHOLE or whole.value in _ROUND) or whole.value % 1:
        return None
    begin = max(sentence.start, whole.start - _REACH)
    before = lower[begin : whole.start]
    if not before.endswith(("sur ", "in ", "of ", "every ")):
        return None
    match = _parts(language).match(before)
    if match is None or compiled(_FILE, language)["not_whole_after"].match(lower, whole.end, sentence.end):
        return None
    if words(language).measures.match(lower, whole.end, sentence.end):
        return None
    said = match["n"]
    part = 1.0 if said in _ONES else number_value(said, language)
    if part is None or not 0 < part < whole.value:
        return None
    return Share(Span(begin + match.start("n"), whole.end), part / whole.value, "figure.share")


def fractions(lower: str, language: str, sentence: Span) -> Iterator[Share]:
    """The fractions of a sentence that are said with a word: « un tiers », "two-thirds", "half of"."""
    if "/" in lower[sentence.start : sentence.end]:
        for match in compiled(_FILE, language)["digits"].finditer(lower, sentence.start, sentence.end):
            if int(match["count"]) < int(match["whole"]):
                part = int(match["count"]) / int(match["whole"])
                yield Share(Span(match.start(), match.end()), part, "figure.fraction")
    if not compiled(_FILE, language)["fraction_hint"].search(lower, sentence.start, sentence.end):
        return
    for match in _fractions(language).finditer(lower, sentence.start, sentence.end):
        value = _value(match, language)
        if value is not None and 0 < value < 1 and not _is_third_party(match, lower, language, sentence):
            yield Share(Span(match.start("all"), match.end("all")), value, "figure.fraction")


def _is_third_party(match: re.Match[str], lower: str, language: str, sentence: Span) -> bool:
    """« l'intervention d'un tiers »: a third of nothing, where nothing grows or shrinks by it."""
    known = compiled(_FILE, language)
    if match["half"] or match["n"] not in _ONES or known["complement"].match(lower, match.end()):
        return False
    begin = max(sentence.start, match.start() - _REACH)
    return known["changes_before"].search(lower[begin : match.start()]) is None


def _value(match: re.Match[str], language: str) -> float | None:
    if match["half"]:
        return 0.5
    said = match["n"]
    count = 1.0 if said in _ONES else number_value(said, language)
    part = part_value(match["part"] or match["parts"], language)
    return count * part if count and part else None


@cache
def _parts(language: str) -> re.Pattern[str]:
    """From a part to just before its whole: « une entreprise de services sur »; the last number that fits."""
    small, between = one_of(small_words(language)), patterns(_FILE, language)["share_between"]
    return re.compile(rf".*(?<![\w-])(?P<n>\d{{1,3}}|{small}) {between} $", re.DOTALL)


@cache
def _fractions(language: str) -> re.Pattern[str]:
    parts = one_of(word for word in part_words(language) if not word.startswith(("dem", "hal")))
    return re.compile(patterns(_FILE, language)["fraction"].replace("PARTS", parts))
