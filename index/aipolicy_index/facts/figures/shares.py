"""Shares of a whole: « un dossier sur cinq », « deux tiers », "one in eight", "three-quarters"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aipolicy_index.language.numbers import Number, number_value, one_of, part_value, part_words, small_words
from aipolicy_index.model import Span

_NOT_AFTER_FRENCH = re.compile(
    r"[ -](?!dans|sans|sous|mais|puis|pas|plus|vers|très|après|alors|depuis|ces|ses|les|des|dès|nous|vous|ils|elles)(?:[a-zà-ÿ'-]+[sxz]|mois|millions?|milliards?|%|pour)\b|[-/,.]\d| ?[%€$]"
)
_NOT_AFTER_ENGLISH = re.compile(
    r"[ -](?:[a-z]+ly )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|percent|per cent|million|billion|points?|ways?|steps?|languages|countries|states|cities|cases)\b|[-/,.]\d| ?[%€$]"
)
_LARGEST_WHOLE = 1000


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole, between 0 and 1."""

    span: Span
    value: float
    rule: str


def share_before(lower: str, whole: Number, language: str, paragraph: Span) -> Share | None:
    """The share whose whole is a number: « trois fois sur quatre » at « quatre »."""
    if not 2 <= whole.value <= _LARGEST_WHOLE or whole.scale > 1 or whole.value != int(whole.value):
        return None
    wrong = _NOT_AFTER_FRENCH if language == "fr" else _NOT_AFTER_ENGLISH
    begin = max(paragraph.start, whole.start - 70)
    match = _parts(language).match(lower[begin : whole.start])
    if match is None or wrong.match(lower, whole.end, paragraph.end):
        return None
    said = match["n"]
    part = 1.0 if said in ("un", "une", "one") else number_value(said, language)
    if part is None or not 0 < part < whole.value:
        return None
    return Share(Span(begin + match.start("n"), whole.end), part / whole.value, "figure.share")


def fractions(lower: str, language: str, paragraph: Span) -> Iterator[Share]:
    """The fractions of a paragraph that are said with a word: « un tiers », "two-thirds", "half of"."""
    for match in _fractions(language).finditer(lower, paragraph.start, paragraph.end):
        value = _value(match, language)
        if value is not None and 0 < value < 1:
            yield Share(Span(match.start("all"), match.end("all")), value, "figure.fraction")


@cache
def _parts(language: str) -> re.Pattern[str]:
    """From a part to just before its whole: « une entreprise de services sur »; the last number that fits."""
    small = one_of(small_words(language))
    between = (
        r"(?:[^\W\d][\w'-]* ){0,6}?sur" if language == "fr" else r"(?:[^\W\d][\w'-]* ){0,3}?(?:in|out of)(?: every)?"
    )
    return re.compile(rf".*(?<![\w-])(?P<n>\d{{1,3}}|{small}) {between} $", re.DOTALL)


def _value(match: re.Match[str], language: str) -> float | None:
    if match["half"]:
        return 0.5
    said = match["n"]
    count = 1.0 if said in ("un", "une", "le", "du", "a", "an", "one") else number_value(said, language)
    part = part_value(match["part"] or match["parts"], language)
    return count * part if count and part else None


@cache
def _fractions(language: str) -> re.Pattern[str]:
    parts = one_of(word for word in part_words(language) if not word.startswith(("dem", "hal")))
    if language == "fr":
        half = r"(?:la |une (?:bonne |petite |grosse )?)?(?<!première )(?<!seconde )(?<!deuxième )(?<!à )moitié\b"
        one = r"(?<!à )(?<!par )(?<!chez )(?<!avec )(?<!auprès d')un|(?:le|du)(?= (?:tiers|quart)\b)"
        tail = r"(?= d(?:e la|u|es|e l|e ce|e se|e no|e le|'entre|e plus|e moin)\b| en | par | ?[,.;:)»]| plus| moins|$)(?! de confiance)"
        several = "deux|trois|quatre|cinq|six|sept|huit|neuf"
        whole = rf"(?:(?<=un )|(?<=le )|(?<=du ))(?P<part>{parts})\b{tail}|(?<![nu] )(?<!le )(?P<parts>{parts})\b(?! d'heure| de finale)"
        return re.compile(rf"(?<![\w-])(?P<all>(?P<half>{half})|(?P<n>{one}|{several}) (?:{whole}))")
    half = rf"half(?= of\b| the\b| its\b| their\b| his\b| her\b| our\b| all\b| those\b)|(?:(?<=by )|(?<=than )|(?<=nearly )|(?<=almost )|(?<=about )|(?<=over )|(?<=roughly ))half\b(?! an?\b)"
    several = "two|three|four|five|six|seven|eight|nine"
    return re.compile(
        rf"(?<![\w-])(?P<all>(?P<half>{half})|(?P<n>an?|one|{several})(?:-(?P<part>{parts})(?![\w-])| (?P<parts>{parts})(?= of\b)))"
    )
