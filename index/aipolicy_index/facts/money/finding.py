"""The amounts of money of an article: numbers that stand with a currency, ranges, and what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aipolicy_index.facts.money.currencies import Regions, Written, currency_after, currency_before, scale_after
from aipolicy_index.facts.money.purpose import purpose
from aipolicy_index.facts.page import Page
from aipolicy_index.language.lowering import lowered
from aipolicy_index.language.numbers import Number, find_numbers
from aipolicy_index.language.qualifiers import qualifier_after, qualifier_before
from aipolicy_index.model import Fact, FactKind, MoneyDetails, MoneyValue, Qualifier, Span

_RANGE = re.compile(r" ?(?:à|et|ou|-|–|to|and|or) ?(?:de |d'|[^\w\s]{1,3} ?)?")
_RANGE_LEAD = re.compile(r"(?:entre|between|de|from|d') ?[^\w\s]{0,3} ?$")
_PER = re.compile(r" (?:par (?:mois|an|jour|semaine|heure)|a (?:year|month|week|day)|per (?:year|month|day|week))\b")
_LONG_SCALE_TRILLION = 1e18


@dataclass(frozen=True, slots=True)
class _Amount:
    span: Span
    value: MoneyValue
    rule: str


def find(page: Page) -> list[Fact]:
    """The amounts of a page, one fact for each value, in the order of their first places."""
    lower = lowered(page.text)
    regions = Regions(lower)
    groups: dict[MoneyValue, list[_Amount]] = {}
    for paragraph in page.paragraphs:
        for amount in _amounts(lower, page, paragraph, regions):
            groups.setdefault(amount.value, []).append(amount)
    return [_fact(page, lower, amounts) for amounts in groups.values()]


def _fact(page: Page, lower: str, amounts: list[_Amount]) -> Fact:
    main = amounts[0].span
    details = MoneyDetails(purpose(page.text, lower, main))
    words = page.text[main.start : main.end]
    spans = tuple(amount.span for amount in amounts)
    return Fact(FactKind.MONEY, words, main.start, main.end, amounts[0].value, details, spans, amounts[0].rule)


def _amounts(lower: str, page: Page, paragraph: Span, regions: Regions) -> Iterator[_Amount]:
    before: Number | None = None
    for number in find_numbers(lower, page.language, paragraph.start, paragraph.end):
        written, end, scale = _currency(lower, number, paragraph)
        code = regions.code(written.mark, paragraph.start, paragraph.end) if written else None
        if written and code:
            start = min(number.start, written.start)
            value = _trillions(number, page.language) * scale
            if before and (first := _first_of_range(lower, before, start, number, scale, paragraph)) is not None:
                start = before.start
                yield _qualified(lower, page, Span(start, end), first, code, "money.range", paragraph)
            rule = "money.sign" if written.end <= number.start else "money.words"
            yield _qualified(lower, page, Span(start, end), value, code, rule, paragraph)
        before = None if written else number


def _currency(lower: str, number: Number, paragraph: Span) -> tuple[Written | None, int, float]:
    """The currency of a number, where its words end, and what multiplies it."""
    after = currency_after(lower, number.end, paragraph.end)
    if after:
        return after, after.end, after.scale
    if not number.in_words and (before := currency_before(lower, number.start, paragraph.start)):
        scale, end = scale_after(lower, number.end, paragraph.end)
        return before, end, scale
    return None, number.end, 1.0


def _trillions(number: Number, language: str) -> float:
    """The amount; a French « trillion » of money is the English one, as there is no other in the world."""
    return number.value / 1e6 if language == "fr" and number.scale == _LONG_SCALE_TRILLION else number.value


def _first_of_range(
    lower: str, before: Number, start: int, number: Number, scale: float, paragraph: Span
) -> float | None:
    """What the first number of a range is worth: « 45 à 60 millions » begins at 45 millions."""
    between = lower[before.end : start]
    if len(between) > 8 or not _RANGE.fullmatch(between):
        return None
    if between.strip() in ("et", "and") and not _RANGE_LEAD.search(
        lower[max(paragraph.start, before.start - 12) : before.start]
    ):
        return None
    multiplier = number.scale * scale
    value = before.value
    if before.scale == 1 and value * multiplier < number.value * scale:
        value *= multiplier
    return value if value < number.value * scale else None


def _qualified(lower: str, page: Page, span: Span, value: float, code: str, rule: str, paragraph: Span) -> _Amount:
    """The amount with the words that qualify it."""
    lead = qualifier_before(lower, span.start, page.language, paragraph.start)
    tail = None if lead else qualifier_after(lower, span.end, page.language)
    kind = (lead and lead.kind) or (tail and tail.kind)
    whole = Span(lead.start if lead else span.start, tail.end if tail else span.end)
    return _Amount(whole, MoneyValue(float(f"{value:.12g}"), code, Qualifier(kind) if kind else None), rule)
