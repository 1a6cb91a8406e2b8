"""What a rule of the date grammar is, and what the rules of both languages share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from aipolicy_index.language.dates import periods
from aipolicy_index.language.dates.expressions import Expression, Shape
from aipolicy_index.language.dates.vocabulary import Vocabulary, vocabulary
from aipolicy_index.language.numbers import number_value

DAY = r"(?:[12]\d|3[01]|0?[1-9])(?![\d.,]\d|\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?!\d)"
EDGE = r"(?![\w'])"
_PERIOD_BEFORE = re.compile(r"\b(?:en|de|période|saison|exercice|sur|pour|depuis|in|for|of|the|during|since|season|fiscal) $")
_YOUNGEST_CENTURY = 69
"""Two digits up to this are of the 21st century (POSIX)."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text that is read: `lower` is matched, `plain` tells capitals; both have the same length."""

    lower: str
    plain: str
    language: str
    day_first: bool = True
    """Whether 3/4 is the third of April."""

    @property
    def words(self) -> Vocabulary:
        """The words of the language."""
        return vocabulary(self.language)

    def before(self, position: int, length: int = 24) -> str:
        """What stands just before a position."""
        return self.lower[max(0, position - length) : position]

    def is_capital(self, position: int) -> bool:
        """Whether the character is a capital."""
        return self.plain[position : position + 1].isupper()


Build = Callable[[re.Match[str], Source], Expression | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of date: `pattern` with named groups, and what its words mean."""

    name: str
    pattern: str
    build: Build


def group(match: re.Match[str], name: str) -> str | None:
    """A named group, None too where the pattern has none such."""
    return match[name] if name in match.re.groupindex else None


def fixed(match: re.Match[str], rule: str, iso: str | None) -> Expression | None:
    """An expression that says all, None for a day that no calendar has."""
    return Expression(match.start(), match.end(), Shape.FIXED, rule, iso) if iso else None


def number_of_day(text: str, language: str) -> int:
    """« 1er » is 1, « 3rd » is 3, « quatorze » is 14."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else int(number_value(text, language) or 1)


def step_of(word: str | None) -> int | None:
    """-1 for the last one, 1 for the next, 0 for this one."""
    if not word:
        return None
    if word.strip().startswith(("derni", "pass", "last", "past", "écoul")):
        return -1
    return 1 if word.strip().startswith(("prochain", "next", "coming", "à venir")) else 0


def a_day(match: re.Match[str], source: Source, suffix: str = "", rule: str = "date.day") -> Expression | None:
    """A day of a month, from the groups d, mo, y, w and st."""
    number = number_of_day(match["d" + suffix], source.language)
    month = source.words.month(match["mo" + suffix])
    year = group(match, "y" + suffix)
    if year:
        return fixed(match, rule, periods.day(int(year), month, number))
    if not periods.day(2024, month, number):
        return None
    weekday = source.words.weekday(match["w" + suffix]) if group(match, "w" + suffix) else 0
    step = step_of(group(match, "st" + suffix))
    return Expression(match.start(), match.end(), Shape.DAY, rule, None, month, number, 0, weekday, step=step)


def days(match: re.Match[str], source: Source) -> Expression | None:
    """From a day to another; the first takes its month and year from the last."""
    last = a_day(match, source, "2", "date.days")
    if last is None:
        return None
    number = number_of_day(match["d"], source.language)
    month = source.words.month(match["mo"]) if group(match, "mo") else source.words.month(match["mo2"])
    if last.shape is Shape.FIXED and last.iso:
        year = int(group(match, "y") or last.iso[:4]) - (
            1 if month > int(last.iso[5:7]) and not group(match, "y") else 0
        )
        return fixed(match, "date.days", periods.interval(periods.day(year, month, number), last.iso))
    if not periods.day(2024, month, number):
        return None
    first = replace(last, month=month, day=number, weekday=0)
    return Expression(match.start(), match.end(), Shape.INTERVAL, "date.days", first=first, last=last)


def months(match: re.Match[str], source: Source) -> Expression | None:
    """From a month to another."""
    first, last = source.words.month(match["mo"]), source.words.month(match["mo2"])
    if year := group(match, "y2"):
        begin = int(group(match, "y") or year) - (1 if first > last and not group(match, "y") else 0)
        return fixed(
            match, "date.months", periods.interval(periods.month(begin, first), periods.month(int(year), last))
        )
    one = Expression(match.start(), match.end(), Shape.MONTH, "date.months", month=last)
    return replace(one, shape=Shape.INTERVAL, first=replace(one, month=first), last=one)


def numeric(match: re.Match[str], source: Source) -> Expression | None:
    """« 03/04/2025 »: day and month in the order of the country."""
    if match["s"] != match["s2"]:
        return None
    first, second, year = int(match["d"]), int(match["mo"]), int(match["y"])
    if len(match["y"]) == 2:
        if match["s"] != "/":
            return None
        year += 2000 if year < _YOUNGEST_CENTURY else 1900
    day_first = source.day_first if first <= 12 and second <= 12 else first > 12
    iso = periods.day(year, second, first) if day_first else periods.day(year, first, second)
    return fixed(match, "date.numeric", iso)


def iso_day(match: re.Match[str], source: Source) -> Expression | None:
    """« 2025-06-16 »."""
    return fixed(match, "date.iso", periods.day(int(match["y"]), int(match["mo"]), int(match["d"])))


def iso_week(match: re.Match[str], source: Source) -> Expression | None:
    """« 2025-W25 », « semaine 25 de 2025 »."""
    iso = f"{match['y']}-W{int(match['n']):02}"
    return fixed(match, "date.week", iso) if periods.bounds(iso) else None


def years(match: re.Match[str], source: Source) -> Expression | None:
    """From a year to another; the second may be short, « 2016-17 »."""
    first, last = match["y"], match["y2"]
    if len(last) == 2:
        if not _PERIOD_BEFORE.search(source.before(match.start())):
            return None
        last = first[:2] + last
    return fixed(match, "date.years", periods.interval(first, last)) if first < last else None


def part(kind: Shape) -> Build:
    """A quarter or half-year."""

    def build(match: re.Match[str], source: Source) -> Expression | None:
        limit, letter = (4, "Q") if kind is Shape.QUARTER else (2, "H")
        said = match["p"]
        number = int(said) if said.isdigit() else source.words.ordinals[said]
        if number > limit:
            return None
        rule = f"date.{kind}"
        if year := group(match, "y"):
            return fixed(match, rule, f"{year}-{letter}{number or limit}")
        step = step_of(group(match, "st"))
        return Expression(match.start(), match.end(), kind, rule, part=number or limit, step=step)

    return build


def season(match: re.Match[str], source: Source) -> Expression | None:
    """A season, which is told as its year."""
    if year := group(match, "y"):
        return fixed(match, "date.season", year)
    number = source.words.seasons[match["p"]]
    step = step_of(group(match, "st"))
    return Expression(match.start(), match.end(), Shape.SEASON, "date.season", part=number, step=step)


def away(match: re.Match[str], rule: str, amount: float, unit: str, shape: Shape = Shape.AWAY) -> Expression:
    """So many units from the day of speaking, or from the day spoken of."""
    return Expression(match.start(), match.end(), shape, rule, amount=amount, unit=unit)


def quantity(match: re.Match[str], source: Source) -> tuple[float, str] | None:
    """The amount and the unit of « deux ans et demi », None where there is no amount."""
    said = match["n"]
    value = 1.0 if said in ("un", "une", "a", "an", "one", "d'un", "d'une") else number_value(said, source.language)
    if value is None:
        return None
    return value + (0.5 if group(match, "half") else 0.0), source.words.units[match["u"]]


def compiled(rules: tuple[Rule, ...]) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """One pattern that finds where any rule applies (group r3 for rule 3), and the pattern of each rule."""
    opened = [re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for rule in rules]
    one = "|".join(f"(?P<r{index}>{pattern})" for index, pattern in enumerate(opened))
    return re.compile(rf"(?<![\w])(?:{one})"), tuple(re.compile(rule.pattern) for rule in rules)
