"""The words of date expressions, from the data files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.numbers import one_of


class Vocabulary(NamedTuple):
    """The words of one language; all keys in lower case."""

    months: dict[str, int]
    """Full names, with and without accents."""
    short_months: dict[str, int]
    weekdays: dict[str, int]
    """Full names; 1 is Monday."""
    short_weekdays: dict[str, int]
    seasons: dict[str, int]
    ordinals: dict[str, int]
    """Of a quarter or half-year; 0 is the last."""
    units: dict[str, str]
    days: dict[str, int]
    """« hier »: distance in days from the day of speaking."""
    hanging: dict[str, int]
    """« veille »: distance in days from the day spoken of."""
    feasts: dict[str, str]
    """« Noël »: month and day."""

    def month(self, word: str) -> int:
        """The number of a month by its name or abbreviation."""
        bare = word.rstrip(".")
        return self.months.get(bare) or self.short_months[bare]

    def weekday(self, word: str) -> int:
        """The number of a weekday by its name or abbreviation."""
        bare = word.rstrip(".")
        return self.weekdays.get(bare) or self.short_weekdays[bare]


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of `fr` or `en`."""
    months, short_months = _months(language)
    roles: dict[str, dict[str, str]] = {}
    for line in data_lines("dates.tsv"):
        of, role, value, forms = line.split("\t")
        if of == language:
            roles.setdefault(role, {}).update({form.replace("_", " "): value for form in forms.split()})
    weekdays = _numbers(roles["weekday"])
    full = {word: number for word, number in weekdays.items() if word.endswith(("di", "day", "dimanche"))}
    return Vocabulary(
        months,
        short_months,
        full,
        {word: number for word, number in weekdays.items() if word not in full},
        _numbers(roles["season"]),
        _numbers(roles["ordinal"]),
        roles["unit"],
        _numbers(roles["day"]),
        _numbers(roles.get("hang", {})),
        roles["feast"],
    )


def _months(language: str) -> tuple[dict[str, int], dict[str, int]]:
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    for line in data_lines("months.tsv"):
        number, of, forms = line.split("\t")
        if of == language:
            name, *others = forms.split()
            full[name] = int(number)
            for form in others:
                (full if len(form) == len(name) else short)[form] = int(number)
    return full, short


def _numbers(words: dict[str, str]) -> dict[str, int]:
    return {word: int(value) for word, value in words.items()}


def abbreviated(words: Iterable[str]) -> str:
    """A pattern for any of the words with an optional final point."""
    return rf"(?:{one_of(words)})\.?"
