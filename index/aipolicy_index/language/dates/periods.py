"""Days, weeks, months and longer periods as ISO 8601 strings, and steps between them."""

from __future__ import annotations

import calendar
import datetime
import re


def as_day(iso: str) -> datetime.date | None:
    """The day of an ISO date or date-time, None when it is not one."""
    try:
        return datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return None


def day(year: int, month: int, number: int) -> str | None:
    """An ISO day, None where the calendar has none such."""
    try:
        return datetime.date(year, month, number).isoformat()
    except ValueError:
        return None


def month(year: int, number: int) -> str:
    """An ISO month; the number may run over the year's ends."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{year:04}-{number:02}"


def year_of(year: int) -> str:
    """An ISO year."""
    return f"{year:04}"


def week(of: datetime.date) -> str:
    """The ISO week of a day."""
    year, number, _ = of.isocalendar()
    return f"{year:04}-W{number:02}"


def interval(first: str | None, last: str | None) -> str | None:
    """From the one to the other, None where either is missing or the end comes before the beginning."""
    if not first or not last:
        return None
    begin, end = bounds(first), bounds(last)
    return f"{first}/{last}" if begin and end and begin[0] <= end[1] else None


def bounds(iso: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day of a period."""
    if "/" in iso:
        first, last = (bounds(part) for part in iso.split("/", 1))
        return (first[0], last[1]) if first and last else None
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d\d)", iso):
            monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + datetime.timedelta(6)
        if match := re.fullmatch(r"(\d{4})-([QH])(\d)", iso):
            length = 3 if match[2] == "Q" else 6
            last_month = length * int(match[3])
            return _months(int(match[1]), last_month - length + 1, last_month)
        if match := re.fullmatch(r"(\d{4})(?:-(\d\d))?", iso):
            return _months(int(match[1]), int(match[2] or 1), int(match[2] or 12))
        single = datetime.date.fromisoformat(iso)
    except ValueError:
        return None
    return single, single


def shifted(start: datetime.date, amount: float, unit: str) -> str | None:
    """The period that lies so many units away: a day for days, a week for weeks, a month for months, else a year."""
    try:
        if unit == "d":
            return (start + datetime.timedelta(round(amount))).isoformat()
        if unit == "w":
            return week(start + datetime.timedelta(round(7 * amount)))
        if unit == "m":
            return month(start.year, start.month + round(amount))
        years = amount * (10 if unit == "10y" else 1)
        if years != int(years):
            return month(start.year, start.month + round(12 * years))
        return year_of(start.year + int(years)) if 0 < start.year + years < 10000 else None
    except (OverflowError, ValueError):
        return None


def _months(year: int, first: int, last: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1])
