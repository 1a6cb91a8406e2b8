"""The amounts of money of an article: numbers that stand with a currency, ranges, and what is said of them."""

from __future__ import annotations

import re
from collections import deque
from typing import NamedTuple

from aipolicy_index.facts.money.currencies import Regions, currency_after, currency_before
from aipolicy_index.facts.money.purpose import purpose
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.patterns import compiled
from aipolicy_index.language.numbers import Number, find_numbers, scale_after
from aipolicy_index.language.qualifiers import qualifier_after, qualifier_before
from aipolicy_index.language.scanning import lowered
from aipolicy_index.model import Fact, FactKind, MoneyDetails, MoneyValue, Qualifier, Span

_FILE = "money_patterns.tsv"
_COUNTS = re.compile(r" ?%| [^\W\d]{3,}s\b")
_LARGE = 1e6
_LONGEST_JOINT = 8
"""Characters between the two numbers of a range."""
_FAR_APART = 100
"""Two amounts that share a currency are no further apart than this many times."""
_SAME_ORDER = 10
"""« 15 et 12 millions »: the first may be larger, though not by an order."""
_LONG_SCALE_TRILLION = 1e18
_USUAL_WHEN_LARGE = {"£": "GBP", "L": "GBP"}
"""What words that may be weights or books mean with millions."""
_CENTS = re.compile(r"(?<=[.€]) (?P<cents>\d\d)(?=[.,;:)»”\"']|$| (?:par|le|la|l'|pour|chacun)\b)")
"""« 14 fr. 90 », « 3 € 50 »."""


class _Amount(NamedTuple):
    """An amount: `scale` is all that multiplies its digits; `signed` when its currency stands before it."""

    span: Span
    amount: float
    code: str
    scale: float
    signed: bool
    rule: str
    qualifier: Qualifier | None = None
    about: bool = False

    @property
    def value(self) -> MoneyValue:
        return MoneyValue(float(f"{self.amount:.12g}"), self.code, self.qualifier)


def find(page: Page) -> list[Fact]:
    """The amounts of a page, one fact for each value, in the order of their first places."""
    lower = lowered(page.plain)
    regions = Regions(lower)
    groups: dict[MoneyValue, list[_Amount]] = {}
    sentences = [(span, _in_sentence(lower, page.language, span, regions)) for span in page.sentences]
    model = next((amount for _, found in sentences for amount in found), None)
    for sentence, found in sentences:
        model = found[0] if found else model
        if model:
            found = _with_bare(lower, page.language, sentence, found, model)
        for amount in found:
            qualified = _qualified(lower, page.language, sentence, amount)
            groups.setdefault(qualified.value, []).append(qualified)
    return [_fact(page, amounts) for amounts in groups.values()]


def _fact(page: Page, amounts: list[_Amount]) -> Fact:
    main = amounts[0].span
    details = MoneyDetails(purpose(page, main))
    words = page.text[main.start : main.end]
    spans = tuple(amount.span for amount in amounts)
    return Fact(FactKind.MONEY, words, main.start, main.end, amounts[0].value, details, spans, amounts[0].rule)


def _in_sentence(lower: str, language: str, sentence: Span, regions: Regions) -> list[_Amount]:
    """The amounts of a sentence that have a currency, or share that of the amount beside them."""
    found: list[_Amount] = []
    before: Number | None = None
    for number in find_numbers(lower, language, sentence.start, sentence.end):
        amount = _priced(lower, language, number, sentence, regions)
        if amount:
            found += _with_low_end(lower, language, before, number, amount) if before else [amount]
        elif found and before is None and (ends := _signed_range(lower, language, found[-1], number, sentence)):
            found[-1:] = ends
        before = None if amount else number
    return found


def _with_bare(lower: str, language: str, sentence: Span, found: list[_Amount], model: _Amount) -> list[_Amount]:
    """The amounts of a sentence, with those that leave their currency out: « les 105 millions levés en juin »."""
    numbers = find_numbers(lower, language, sentence.start, sentence.end)
    if not numbers:
        return found
    known = compiled(_FILE, language)
    speaks_of_money = bool(found) or known["about_money"].search(lower, sentence.start, sentence.end) is not None
    told, added = deque(found), list[_Amount]()
    counting, before = False, None
    for number in numbers:
        scale, end = scale_after(lower, number.end, sentence.end)
        while told and told[0].span.end <= number.start:
            model = told.popleft()
        if told and told[0].span.start < end:
            counting = False
        elif number.scale * scale < _LARGE or number.approximate:
            before = number
            continue
        elif known["counted_after"].match(lower, end, sentence.end) or lower.startswith("%", end):
            counting = True
        elif speaks_of_money and not counting:
            bare = _bare(model, Span(number.start, end), number, scale)
            added += _with_low_end(lower, language, before, number, bare) if before else [bare]
        before = None
    return sorted([*found, *added], key=lambda amount: amount.span)


def _bare(model: _Amount, span: Span, number: Number, scale: float) -> _Amount:
    amount, scale = number.value * scale, number.scale * scale
    return model._replace(span=span, amount=amount, scale=scale, signed=False, rule="money.bare", about=False)


def _priced(lower: str, language: str, number: Number, sentence: Span, regions: Regions) -> _Amount | None:
    """The amount of a number that has a currency of its own, before or after it."""
    written, signed, scale = currency_after(lower, number.end, sentence.end), False, 1.0
    end = written.end if written else number.end
    if written is None and not number.in_words:
        written, signed = currency_before(lower, number.start, sentence.start), True
        scale, end = scale_after(lower, number.end, sentence.end)
    if written is None:
        return None
    scale *= written.scale
    code = regions.code(written.mark, sentence.start, sentence.end)
    if code is None and number.value * scale >= _LARGE:
        code = _USUAL_WHEN_LARGE.get(written.mark)
    if code is None:
        return None
    value = number.value
    if language == "fr" and number.scale == _LONG_SCALE_TRILLION:
        value /= 1e6  # The press means the English trillion: there is not that much money in the world.
    if scale == 1 and number.scale == 1 and not signed and (cents := _CENTS.match(lower, end)):
        value, end = value + int(cents["cents"]) / 100, cents.end()
    span = Span(min(number.start, written.start), end)
    rule = "money.sign" if signed else "money.words"
    return _Amount(span, value * scale, code, number.scale * scale, signed, rule, about=number.approximate)


def _with_low_end(lower: str, language: str, before: Number, number: Number, high: _Amount) -> list[_Amount]:
    """The amount, after the one that it lends its currency: « 45 à 60 millions d'euros », « 3 et 5 millions »."""
    known = compiled(_FILE, language)
    between = lower[before.end : min(number.start, high.span.start)]
    if len(between) > _LONGEST_JOINT or not known["range"].fullmatch(between) or _is_year(lower, before):
        return [high]
    value = before.value
    if before.scale == 1 and value * high.scale < high.amount * _SAME_ORDER:
        value *= high.scale
    if not high.amount / _FAR_APART < value < high.amount * _FAR_APART:
        return [high]
    if between.strip() in ("et", "and", "ou", "or") and not known["range_lead"].search(
        lower[max(0, before.start - 12) : before.start]
    ):
        own = high._replace(span=Span(before.start, before.end), amount=value, rule="money.shared")
        return [own, high]
    if value >= high.amount:
        return [high]
    whole = high._replace(span=Span(before.start, high.span.end))
    return [whole._replace(amount=value, rule="money.range"), whole]


def _is_year(lower: str, number: Number) -> bool:
    digits = lower[number.start : number.end]
    return len(digits) == 4 and digits.isdigit() and digits.startswith(("19", "20"))


def _signed_range(lower: str, language: str, low: _Amount, number: Number, sentence: Span) -> list[_Amount] | None:
    """Both amounts of « $5-10 million », whose sign stands before the first."""
    if not low.signed or not compiled(_FILE, language)["open_range"].fullmatch(lower, low.span.end, number.start):
        return None
    scale, end = scale_after(lower, number.end, sentence.end)
    high, multiplier = number.value * scale, number.scale * scale
    first = low.amount * multiplier if low.scale == 1 and low.amount * multiplier < high else low.amount
    if first >= high or _COUNTS.match(lower, end, sentence.end):
        return None
    span = Span(low.span.start, end)
    one = low._replace(span=span, amount=first, scale=multiplier, rule="money.range")
    return [one, one._replace(amount=high)]


def _qualified(lower: str, language: str, sentence: Span, amount: _Amount) -> _Amount:
    """The amount with the words that qualify it."""
    span = amount.span
    lead = qualifier_before(lower, span.start, language, sentence.start)
    tail = None if lead else qualifier_after(lower, span.end, language)
    kind = (lead and lead.kind) or (tail and tail.kind) or ("about" if amount.about else None)
    whole = Span(lead.start if lead else span.start, tail.end if tail else span.end)
    return amount._replace(span=whole, qualifier=Qualifier(kind) if kind else None)
