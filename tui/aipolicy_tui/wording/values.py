"""Dates, amounts and figures in the reader's manner: French or English, as the messages say."""

from __future__ import annotations

import re
from typing import NamedTuple

from aipolicy_index.model import FigureValue, MoneyValue, Provenance
from aipolicy_tui.messages import catalogue, chosen, say

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_PART = re.compile(r"(\d{4})-([QSH])([1-4])")
_STATED = frozenset({Provenance.FRONT_MATTER, Provenance.METADATA, Provenance.TEXT})
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class _Day(NamedTuple):
    year: int
    month: int
    day: int


def full_date(iso: str | None) -> str:
    """An ISO 8601 day, month, year, week, quarter, half-year or interval in words; nothing for nothing."""
    if not iso:
        return ""
    if "/" in iso:
        return _interval(*iso.split("/", 1))
    if day := _day(iso):
        return say("date.day", day=_day_number(day.day), month=say(f"month.{day.month}"), year=day.year)
    if found := _MONTH.fullmatch(iso):
        return say("date.month", month=say(f"month.{int(found[2])}"), year=found[1])
    if found := _WEEK.fullmatch(iso):
        return _week(int(found[1]), int(found[2]))
    if found := _PART.fullmatch(iso):
        key = f"date.quarter_{found[3]}" if found[2] == "Q" else f"date.half_{found[3]}"
        return say(key, year=found[1])
    return iso


def short_date(iso: str | None) -> str:
    """A publication day as the list shows it: « 17 juin 25 ». Anything but a day, as `full_date`."""
    if iso and (day := _day(iso)):
        return say(
            "date.short", day=_day_number(day.day), month=say(f"month_short.{day.month}"), year=f"{day.year % 100:02}"
        )
    return full_date(iso)


def published_line(iso: str | None, how: Provenance | None) -> str:
    """The publication day, with how it was found when the article does not state it."""
    if not iso:
        return say("date.unknown")
    if how is None or how in _STATED:
        return full_date(iso)
    return say("date.found", date=full_date(iso), how=say(f"provenance.{how.value}"))


def _day(iso: str) -> _Day | None:
    found = _DAY.fullmatch(iso)
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    return _Day(int(found[1]), int(found[2]), int(found[3]))


def _day_number(day: int) -> str:
    return say("date.first") if day == 1 else str(day)


def _interval(start: str, end: str) -> str:
    first, last = _day(start), _day(end)
    if first and last and (first.year, first.month) == (last.year, last.month):
        return say("date.days", start=_day_number(first.day), end=full_date(end))
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    if not start or not end or ".." in (start, end):
        known = full_date(start if start not in ("", "..") else end)
        return say("date.since" if start not in ("", "..") else "date.until", date=known)
    return say("date.interval", start=full_date(start), end=full_date(end))


def _week(year: int, week: int) -> str:
    from datetime import date

    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return f"{year}-W{week:02}"
    return say("date.week", date=full_date(monday.isoformat()))


def number(amount: float) -> str:
    """A number with the separators of the chosen language; at most two decimals, none that say nothing."""
    rounded = round(amount, 2)
    plain = f"{int(rounded):,}" if float(rounded).is_integer() else f"{rounded:,.2f}".rstrip("0")
    return plain.translate({ord(","): say("number.thousands"), ord("."): say("number.decimal")})


def money(value: MoneyValue) -> str:
    """An amount and its currency, shortened to millions and above: « 200 M USD »."""
    for size, name in _SCALES:
        scaled = value.amount / size
        if _is_known(f"money.{name}") and scaled >= 1 and round(scaled, 6) == round(scaled, 2):
            return say(f"money.{name}", amount=number(scaled), currency=value.currency)
    return say("money.plain", amount=number(value.amount), currency=value.currency)


def qualifier(value: MoneyValue) -> str:
    """What the text says around the amount (« jusqu'à »), or nothing."""
    return say(f"qualifier.{value.qualifier.value}") if value.qualifier else ""


def figure(value: FigureValue) -> str:
    """A measured number with its unit; a share between 0 and 1 as a percentage."""
    if value.unit == "ratio":
        return say("figure.percent", amount=number(value.amount * 100))
    if value.unit == "%":
        return say("figure.percent", amount=number(value.amount))
    return f"{number(value.amount)} {value.unit}".strip()


def _is_known(key: str) -> bool:
    """Whether the chosen language has a sentence under this key."""
    return key in catalogue(chosen())
