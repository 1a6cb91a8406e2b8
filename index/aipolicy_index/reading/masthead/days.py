"""Calendar days as mastheads write them, and the day in a file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.datelines import month_names

_YEARS = range(1900, 2101)
_IN_NAME = (
    re.compile(
        r"(?<![\da-z])(?P<y>(?:19|20)\d\d)(?P<s>[-_. ]?)(?P<m>0[1-9]|1[0-2])(?P=s)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"
    ),
    re.compile(
        r"(?<![\da-z])(?P<d>0[1-9]|[12]\d|3[01])(?P<s>[-_. ])(?P<m>0[1-9]|1[0-2])(?P=s)(?P<y>(?:19|20)\d\d)(?!\d)"
    ),
)
_YEAR_IN_NAME = re.compile(r"(?<![\da-z])((?:19|20)\d\d)(?![\da-z])")


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a text; without `year` where the text gives none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def iso(self) -> str | None:
        """ISO 8601, None without a year or where no such day exists."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day).isoformat() if self.year in _YEARS else None
        except ValueError:
            return None

    def in_year(self, year: int) -> Day:
        """The same day of a year."""
        return Day(self.start, self.end, year, self.month, self.day)


def days_in(text: str, language: str) -> Iterator[Day]:
    """The days in a short text, in order. `03/04/2025` is 3 April in French and, being unclear, no day in English."""
    for match in _pattern().finditer(text):
        found = {name: value for name, value in match.groupdict().items() if value}
        day = _named(match, found) or _numeric(match, found, language)
        if day is not None:
            yield day


def day_in_name(name: str) -> str | None:
    """The ISO day in a file's name, None where there is none."""
    for pattern in _IN_NAME:
        for match in pattern.finditer(name.lower()):
            day = Day(0, 0, int(match["y"]), int(match["m"]), int(match["d"]))
            if day.iso:
                return day.iso
    return None


def year_in_name(name: str) -> int | None:
    """The year of the day in a file's name, or the only year in it."""
    if day := day_in_name(name):
        return int(day[:4])
    years = set(_YEAR_IN_NAME.findall(name.lower()))
    return int(years.pop()) if len(years) == 1 else None


def _named(match: re.Match[str], found: dict[str, str]) -> Day | None:
    for number in "12":
        if f"m{number}" in found:
            year = found.get(f"y{number}")
            month = _months()[found[f"m{number}"].lower()]
            return Day(match.start(), match.end(), int(year) if year else None, month, int(found[f"d{number}"]))
    return None


def _numeric(match: re.Match[str], found: dict[str, str], language: str) -> Day | None:
    if "y3" in found:
        return Day(match.start(), match.end(), int(found["y3"]), int(found["m3"]), int(found["d3"]))
    first, second = int(found["a"]), int(found["b"])
    if language == "en" and found["s"] == "/":
        if first <= 12 and second <= 12 and first != second:
            return None
        if second > 12:
            first, second = second, first
    year = int(found["y4"]) + (2000 if len(found["y4"]) == 2 else 0)
    return Day(match.start(), match.end(), year, second, first) if second in range(1, 13) else None


@cache
def _months() -> dict[str, int]:
    rows = (line.split("\t") for line in data_lines("months.tsv"))
    return {form: int(number) for number, _, forms in rows for form in forms.split()}


@cache
def _pattern() -> re.Pattern[str]:
    month = month_names()
    return re.compile(
        rf"(?<![\d/.,-])(?P<d1>\d{{1,2}})(?:er|st|nd|rd|th|\.)?[ -](?:of )?(?P<m1>{month})\b\.?,?"
        r"(?:[ -](?P<y1>\d{4}))?(?!\d)"
        rf"|\b(?P<m2>{month})\b\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y2>\d{{4}}))?(?!\d)"
        r"|(?<!\d)(?P<y3>\d{4})[-/.](?P<m3>\d{2})[-/.](?P<d3>\d{2})(?!\d)"
        r"|(?<![\d/.-])(?P<a>\d{1,2})(?P<s>[/.-])(?P<b>\d{1,2})(?P=s)(?P<y4>\d{4}|(?<!-)\d{2})(?![\d/-])",
        re.IGNORECASE,
    )
