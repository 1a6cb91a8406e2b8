"""What the index takes of the key facts: names, quotations, amounts, dates, and where each kind stands."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from aipolicy_index.engine import layout
from aipolicy_index.language.matching import fold
from aipolicy_index.model import DateDetails, Fact, FactKind, MoneyValue, NameDetails, PersonDetails, QuoteDetails, Span

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")


@dataclass
class FactTerms:
    """Of one article."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    """Field -> the stretches of text that it holds."""
    terms: dict[str, set[bytes]] = field(default_factory=dict)
    """Field -> terms as they are."""
    kinds: list[tuple[bytes, Span]] = field(default_factory=list)
    """The terms of the kinds, and where in the text they stand."""


def fact_terms(facts: Iterable[Fact]) -> FactTerms:
    """What the index takes of these facts."""
    taken = FactTerms()
    for fact in facts:
        for mention in fact.mentions or (fact.span,):
            taken.kinds.append((layout.kind_term(fact.kind), mention))
        _take(fact, taken)
    return taken


def _take(fact: Fact, taken: FactTerms) -> None:
    match fact.details:
        case PersonDetails(aliases=aliases) | NameDetails(aliases=aliases) if fact.kind in layout.NAMED_KINDS:
            name = layout.NAMED_KINDS[fact.kind]
            shown = fact.value if isinstance(fact.value, str) else fact.text
            taken.texts.setdefault(name, []).extend(dict.fromkeys((shown, *aliases)))
            _add_name(taken, name, shown)
        case QuoteDetails(speaker=speaker, speaker_text=written):
            taken.texts.setdefault("quote", []).append(fact.value if isinstance(fact.value, str) else fact.text)
            said_by = list(dict.fromkeys(name for name in (speaker, written) if name))
            taken.texts.setdefault("speaker", []).extend(said_by)
            if speaker:
                _add_name(taken, "speaker", speaker)
        case DateDetails() if isinstance(fact.value, str) and (days := days_of(fact.value)):
            taken.terms.setdefault(layout.MENTIONS, set()).add(f"{days[0]}/{days[1]}".encode())
    if fact.kind is FactKind.MONEY and isinstance(fact.value, MoneyValue):
        term = layout.money_term(fact.value.currency, fact.value.amount)
        taken.terms.setdefault(layout.MONEY, set()).add(term)


def _add_name(taken: FactTerms, name: str, shown: str) -> None:
    taken.terms.setdefault(layout.NAMES, set()).add(name_term(name, shown))


def name_term(field_name: str, shown: str) -> bytes:
    """A whole name as a term, for completion."""
    return b"\0".join((field_name.encode(), fold(shown).encode(), shown.encode()))[:120]


def days_of(value: str) -> tuple[date, date] | None:
    """The first and last day of an ISO 8601 date, month, year, week, quarter or interval; None for what is none."""
    if "/" in value:
        first, last = (days_of(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    try:
        if match := _DAY.match(value):
            year, month, day = match.groups()
            return _period(int(year), month and int(month), day and int(day))
        if match := _WEEK.match(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(days=6)
        if match := _QUARTER.match(value):
            last_month = 3 * int(match[2])
            return date(int(match[1]), last_month - 2, 1), _period(int(match[1]), last_month, None)[1]
    except ValueError:
        return None
    return None


def _period(year: int, month: int | str | None, day: int | str | None) -> tuple[date, date]:
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
    return date(year, int(month), int(day)), date(year, int(month), int(day))
