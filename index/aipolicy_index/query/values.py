"""The values that stand after a field's name: dates and ranges of dates, durations, amounts of money."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from math import isfinite
from typing import NamedTuple

from aipolicy_index.language.matching import fold, same_length

_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$")
_EUROPEAN = re.compile(r"(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$")
_DURATION = re.compile(r"(\d{1,4})\s*([^\W\d_]*)$")
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?([^\W\d_]+)\.?\s+(\d{4})$")
_AMOUNT = re.compile(
    r"([^\d.,]*?)\s*(\d[\d ]*(?:[.,]\d+)?)\s*([^\W\d_]*)(?:\s*([€$£¥])|\s+(?:d'|de\s+|of\s+)?([^\W\d_]+))?$"
)
_DAYS = {"": 1, "j": 1, "jour": 1, "jours": 1, "d": 1, "day": 1, "days": 1}
_DAYS |= dict.fromkeys(("s", "sem", "semaine", "semaines", "w", "week", "weeks"), 7)
_DAYS |= dict.fromkeys(("m", "mois", "month", "months"), 30)
_DAYS |= dict.fromkeys(("a", "an", "ans", "annee", "annees", "y", "year", "years"), 365)
_SCALES = {"": 1, "k": 10**3, "mille": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "millions": 10**6}
_SCALES |= dict.fromkeys(("md", "mds", "mrd", "g", "b", "bn", "milliard", "milliards", "billion", "billions"), 10**9)
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "eur": "EUR", "euro": "EUR", "euros": "EUR"}
_CURRENCIES |= {"usd": "USD", "dollar": "USD", "dollars": "USD"}
_CURRENCIES |= {"gbp": "GBP", "chf": "CHF", "jpy": "JPY", "cny": "CNY", "cad": "CAD"}


class Days(NamedTuple):
    """A stretch of days, both ends included; None leaves a side open."""

    first: date | None
    last: date | None


class Amounts(NamedTuple):
    """A range of amounts; the limits themselves count when `inclusive`."""

    least: float | None
    most: float | None
    currency: str | None
    inclusive: bool


def day_range(text: str, today: date) -> Days | None:
    """`2025`, `2025-06`, `17/06/2025`, `17 juin 2025`, `2026-01..2026-03` (in either order), `>2025`, `<=2025-06`,
    `hier`; None for what is no date."""
    plain = same_length(text).strip()
    if ".." in plain:
        left, right = plain.split("..", 1)
        first, last = _period(left, today), _period(right, today)
        if (left and first is None) or (right and last is None) or not (left or right):
            return None
        if first and last and _is_after(first, last):
            first, last = last, first
        return Days(first.first if first else None, last.last if last else None)
    return _compared(plain, today)


def _is_after(one: Days, other: Days) -> bool:
    return one.first is not None and other.first is not None and one.first > other.first


def _compared(plain: str, today: date) -> Days | None:
    sign, rest = _comparison(plain)
    period = _period(rest, today)
    if period is None or period.first is None or period.last is None:
        return None
    return {
        "": period,
        ">": Days(shifted(period.last, 1), None),
        ">=": Days(period.first, None),
        "<": Days(None, shifted(period.first, -1)),
        "<=": Days(None, period.last),
    }[sign]


def shifted(day: date, days: int) -> date:
    """The day so many days later; the day itself where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _comparison(plain: str) -> tuple[str, str]:
    for sign in (">=", "<=", ">", "<"):
        if plain.startswith(sign):
            return sign, plain[len(sign) :].strip()
    return "", plain


def _period(text: str, today: date) -> Days | None:
    text = text.strip()
    match fold(text):
        case "today" | "aujourd'hui" | "aujourdhui":
            return Days(today, today)
        case "yesterday" | "hier":
            return Days(shifted(today, -1), shifted(today, -1))
    if iso := _ISO.match(text):
        return _days(*iso.groups())
    if european := _EUROPEAN.match(text):
        day, month, year = european.groups()
        return _days(year, month, day)
    if (worded := _IN_WORDS.match(fold(text))) and (number := _months().get(worded[2])):
        return _days(worded[3], str(number), worded[1])
    return None


@cache
def _months() -> dict[str, int]:
    """Folded names of months in both languages, short ones too."""
    from aipolicy_index.language.dates.vocabulary import vocabulary

    tables = (table for each in map(vocabulary, ("fr", "en")) for table in (each.months, each.short_months))
    return {fold(name).rstrip("."): number for table in tables for name, number in table.items()}


def _days(year: str, month: str | None, day: str | None) -> Days | None:
    from calendar import monthrange

    try:
        first = date(int(year), int(month or 1), int(day or 1))
        if day is not None:
            return Days(first, first)
        last_month = int(month or 12)
        return Days(first, date(first.year, last_month, monthrange(first.year, last_month)[1]))
    except ValueError:
        return None


def since(text: str, today: date) -> Days | None:
    """`30j`, `2 semaines`, `6m`, `1an`: from that long ago on; a date means from that day on."""
    if duration := _DURATION.match(fold(text).strip()):
        count, unit = duration.groups()
        if unit in _DAYS and not (unit == "" and len(count) == 4):
            return Days(shifted(today, -int(count) * _DAYS[unit]), None)
    period = _period(same_length(text), today)
    return Days(period.first, None) if period else None


def amounts(text: str) -> Amounts | None:
    """`>10M€`, `10M..50M` (in either order), `200000$`, `<=1,5Md€`, `10 millions d'euros`; a bare amount means that
    amount. None for what is no amount."""
    plain = same_length(text).strip()
    if ".." in plain:
        left, right = plain.split("..", 1)
        least, most = _amount(left), _amount(right)
        if (left and least is None) or (right and most is None) or not (left or right):
            return None
        currency = (least and least[1]) or (most and most[1]) or None
        if least and most and least[0] > most[0]:
            least, most = most, least
        return Amounts(least[0] if least else None, most[0] if most else None, currency, True)
    sign, rest = _comparison(plain)
    amount = _amount(rest)
    if amount is None:
        return None
    limits: dict[str, Callable[[float], tuple[float | None, float | None]]] = {
        "": lambda value: (value, value),
        ">": lambda value: (value, None),
        "<": lambda value: (None, value),
    }
    least_most = limits[sign[:1]](amount[0])
    return Amounts(*least_most, amount[1], sign not in (">", "<"))


def _amount(text: str) -> tuple[float, str | None] | None:
    from decimal import Decimal

    match = _AMOUNT.match(text.strip())
    if not match:
        return None
    before, digits, letters, sign, behind = match.groups()
    scale, currency = _scale(fold(letters))
    named = _CURRENCIES.get(sign) or _CURRENCIES.get(fold(before)) or _CURRENCIES.get(fold(behind or "")) or currency
    known = all(fold(word) in _CURRENCIES for word in (before, behind) if word)
    if scale is None or not known:
        return None
    amount = float(Decimal(digits.replace(" ", "").replace(",", ".")) * scale)
    return (amount, named) if isfinite(amount) else None


def _scale(letters: str) -> tuple[int | None, str | None]:
    if letters in _SCALES:
        return _SCALES[letters], None
    for name, code in _CURRENCIES.items():
        if letters.endswith(name) and letters.removesuffix(name) in _SCALES:
            return _SCALES[letters.removesuffix(name)], code
    return None, None
