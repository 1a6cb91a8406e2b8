"""The figures of an article: the numbers that measure or count something, and what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aipolicy_index.facts.figures.labels import Context, is_label, phones
from aipolicy_index.facts.figures.measured import measured
from aipolicy_index.facts.figures.shares import fractions, share_before
from aipolicy_index.facts.figures.unit import Unit
from aipolicy_index.facts.figures.units import half_measures, unit_of
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.patterns import compiled
from aipolicy_index.language.numbers import Number, find_numbers
from aipolicy_index.language.qualifiers import qualifier_before
from aipolicy_index.language.scanning import flat, lowered
from aipolicy_index.model import Fact, FactKind, FigureDetails, FigureValue, Span

_FILE = "figure_patterns.tsv"
_RANGE = re.compile(r" ?(?:à|ou|-|–|to|or) ?(?:de |d')?|,? (?:et|and) ")


class _Figure(NamedTuple):
    span: Span
    value: FigureValue
    rule: str


class _Claims:
    """The characters of a text that belong to another fact already."""

    def __init__(self, length: int, spans: Sequence[Span]) -> None:
        self._mask = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        self._mask[span.start : span.end] = b"\x01" * (span.end - span.start)

    def leave(self, start: int, end: int) -> bool:
        """Whether nothing claims a stretch."""
        return self._mask.find(1, start, end) < 0


def find(page: Page, taken: Sequence[Span]) -> list[Fact]:
    """The figures of a page that are no date and no money (`taken`), one fact for each value, in order."""
    lower, plain = lowered(page.plain), flat(page.plain)
    claims = _Claims(len(lower), taken)
    groups: dict[FigureValue, list[_Figure]] = {}
    last: Unit | None = None
    for sentence in page.sentences:
        found = list(_figures(Context(lower, plain, page.language, sentence), claims, last))
        for figure in found:
            groups.setdefault(figure.value, []).append(figure)
        last = Unit(found[-1].value.unit, found[-1].span.end, found[-1].rule) if found else None
    return [_fact(page, figures) for figures in groups.values()]


def _fact(page: Page, figures: list[_Figure]) -> Fact:
    main = figures[0]
    words = page.text[main.span.start : main.span.end]
    details = FigureDetails(measured(page, main.span))
    spans = tuple(figure.span for figure in figures)
    return Fact(FactKind.FIGURE, words, main.span.start, main.span.end, main.value, details, spans, main.rule)


def _figures(context: Context, claims: _Claims, last: Unit | None) -> Iterator[_Figure]:
    """The figures of a sentence: shares first, then what the other numbers count; `last` was counted before it."""
    lower, language, sentence = context.lower, context.language, context.sentence
    found = find_numbers(lower, language, sentence.start, sentence.end)
    numbers = [number for number in found if claims.leave(number.start, number.end)]
    shares = [share for share in fractions(lower, language, sentence) if claims.leave(share.span.start, share.span.end)]
    shares += [share for number in numbers if (share := share_before(lower, number, language, sentence))]
    for share in shares:
        yield _Figure(_wide(context, share.span), FigureValue(share.value, "ratio"), share.rule)
        claims.add(share.span)
    for span in phones(context, numbers):
        claims.add(span)
    for span, unit in half_measures(context):
        yield _figure(context, span, 0.5, unit, unit.rule)
    left = [number for number in numbers if claims.leave(number.start, number.end)]
    yield from _counted(context, left, last)


def _counted(context: Context, numbers: list[Number], counted: Unit | None) -> Iterator[_Figure]:
    """What the numbers count or measure; a number without a unit of its own may share that of its neighbour."""
    before: Number | None = None
    last: Unit | None = None
    for number in numbers:
        opens = number.start == context.sentence.start
        unit = unit_of(context, number, last or (counted if opens else None))
        if unit is None:
            before = None if is_label(context, number) else number
            continue
        start = number.start
        if before and _is_part(context, before, number):
            yield _figure(context, Span(before.start, before.end), before.value, unit, "figure.part")
        elif before and (first := _first_of_range(context, before, number)) is not None:
            start = before.start
            yield _figure(context, Span(start, unit.end), first * unit.times, unit, "figure.range")
        yield _figure(context, Span(start, unit.end), number.value * unit.times + unit.more, unit, unit.rule)
        before, last = None, unit


def _is_part(context: Context, before: Number, number: Number) -> bool:
    """Whether a number counts some of the other: « 31 des 95 pays »."""
    between = context.lower[before.end : number.start]
    return (
        before.value < number.value
        and compiled(_FILE, context.language)["part_of_after"].fullmatch(between) is not None
    )


def _figure(context: Context, span: Span, value: float, unit: Unit, rule: str) -> _Figure:
    rounded = float(f"{value:.12g}")
    return _Figure(_wide(context, span), FigureValue(rounded, unit.text), rule)


def _wide(context: Context, span: Span) -> Span:
    """The span with the words that qualify it: « près de », "at least"."""
    lead = qualifier_before(context.lower, span.start, context.language, context.sentence.start)
    return Span(lead.start, span.end) if lead else span


def _first_of_range(context: Context, before: Number, number: Number) -> float | None:
    """What the first number of a range is worth: « 10 à 20 millions » begins at 10 millions; « de 12 à 8 % » falls."""
    between = context.lower[before.end : number.start]
    if len(between) > 8 or not _RANGE.fullmatch(between):
        return None
    if between.strip(" ,") in ("et", "and") and not context.precedes("between_before", before.start):
        return None
    value = before.value
    if before.scale == 1 and number.scale > 1 and value * number.scale < number.value:
        value *= number.scale
    falls = between.strip() in ("à", "to") and context.precedes("from_before", before.start) is not None
    return value if falls or value < number.value else None
