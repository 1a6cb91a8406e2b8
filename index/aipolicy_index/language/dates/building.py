"""From the words of a date to what they say: the builders that both languages share."""

from __future__ import annotations

import re

from aipolicy_index.language.dates import periods
from aipolicy_index.language.dates.expressions import Expression, Shape
from aipolicy_index.language.dates.grammar import Build, Source
from aipolicy_index.language.numbers import number_value

_ONES = frozenset(("un", "une", "a", "an", "one"))
_YOUNGEST_CENTURY = 69
"""Two digits up to this are of the 21st century (POSIX)."""
_LEAP_YEAR = 2024
_LONGEST_PERIOD = 60
"""Years from the first to the last of a period: beyond, two numbers are no years."""
_YEARS = range(1600, 2101)


def group(match: re.Match[str], name: str) -> str | None:
    """A named group, None too where the pattern has none such."""
    return match[name] if name in match.re.groupindex else None


def expression(match: re.Match[str], shape: Shape, rule: str, **said: int | None) -> Expression:
    """An expression over the whole match."""
    return Expression(match.start(), match.end(), shape, f"date.{rule}")._replace(**said)  # type: ignore[arg-type]


def fixed(match: re.Match[str], rule: str, iso: str | None) -> Expression | None:
    """An expression that says all, None for a day that no calendar has."""
    return Expression(match.start(), match.end(), Shape.FIXED, f"date.{rule}", iso) if iso else None


def away(match: re.Match[str], rule: str, amount: float, unit: str, shape: Shape = Shape.AWAY) -> Expression:
    """So many units from the day of speaking, or from the day spoken of."""
    return Expression(match.start(), match.end(), shape, f"date.{rule}", amount=amount, unit=unit)


def number_of_day(text: str, language: str) -> int:
    """« 1er » is 1, « 3rd » is 3, « quatorze » is 14."""
    digits = re.match(r"[0-9]+", text)
    return int(digits.group()) if digits else int(number_value(text, language) or 1)


def step_of(*words: str | None) -> int | None:
    """-1 for « dernier », 1 for « prochain », 0 for « ce »; None where nothing is said."""
    said = next((word for word in words if word), None)
    if said is None:
        return None
    word = said.removeprefix("this ")
    if word.startswith(("derni", "pass", "last", "past")):
        return -1
    return 1 if word.startswith(("prochain", "next", "coming", "à venir")) else 0


def day(match: re.Match[str], source: Source, suffix: str = "", rule: str = "day") -> Expression | None:
    """A day of a month, from the groups d, mo, y, w and st."""
    number = number_of_day(match["d" + suffix], source.language)
    month = source.words.month(match["mo" + suffix])
    if year := group(match, "y" + suffix):
        return fixed(match, rule, periods.day(int(year), month, number))
    if not periods.day(_LEAP_YEAR, month, number):
        return None
    weekday = source.words.weekday(match["w" + suffix]) if group(match, "w" + suffix) else 0
    step = step_of(group(match, "st" + suffix))
    return expression(match, Shape.DAY, rule, month=month, day=number, weekday=weekday, step=step)


def days(match: re.Match[str], source: Source) -> Expression | tuple[Expression, ...] | None:
    """From a day to another, or two days; the first takes its month and year from the last."""
    last = day(match, source, "2", "days")
    if last is None:
        return None
    number = number_of_day(match["d"], source.language)
    month = source.words.month(group(match, "mo") or match["mo2"])
    apart = match["sep"].strip(" ,") in ("et", "ou", "and", "&", "or") and _apart(number, month, last, match, source)
    if group(match, "y2"):
        year = int(group(match, "y") or match["y2"])
        if not group(match, "y") and month > source.words.month(match["mo2"]):
            year -= 1
        first = periods.day(year, month, number)
        if apart:
            return _two(match, fixed(match, "day", first), last)
        return fixed(match, "days", periods.interval(first, last.iso))
    if not periods.day(_LEAP_YEAR, month, number):
        return None
    one = last._replace(month=month, day=number, weekday=0)
    if apart:
        return _two(match, one, last)
    return last._replace(shape=Shape.INTERVAL, first=one, last=last)


def _apart(number: int, month: int, last: Expression, match: re.Match[str], source: Source) -> bool:
    """Whether « 3 et 10 mars » are two days, and not one stretch as « 3 et 4 mars » is."""
    if source.precedes("between_before", match.start()):
        return False
    same_month = month == source.words.month(match["mo2"])
    return match["sep"].strip() in ("ou", "or") or not (
        same_month and number_of_day(match["d2"], source.language) == number + 1
    )


def _two(match: re.Match[str], first: Expression | None, last: Expression) -> tuple[Expression, ...]:
    """Two dates, each over its own words as far as they reach."""
    after = match.end("sep")
    second = last._replace(start=after)
    return (first._replace(end=match.start("sep")), second) if first else (second,)


def months(match: re.Match[str], source: Source) -> Expression | None:
    """From a month to another."""
    first, last = source.words.month(match["mo"]), source.words.month(match["mo2"])
    if year := group(match, "y2"):
        begin = int(group(match, "y") or year) - (1 if first > last and not group(match, "y") else 0)
        return fixed(match, "months", periods.interval(periods.month(begin, first), periods.month(int(year), last)))
    one = expression(match, Shape.MONTH, "months", month=last)
    return one._replace(shape=Shape.INTERVAL, first=one._replace(month=first), last=one)


def month_year(match: re.Match[str], source: Source) -> Expression | None:
    """A month of a year."""
    return fixed(match, "month_year", periods.month(int(match["y"]), source.words.month(match["mo"])))


def numeric(match: re.Match[str], source: Source) -> Expression | None:
    """« 03/04/2025 »: day and month in the order of the country."""
    if match["s"] != match["s2"]:
        return None
    first, second, year = int(match["d"]), int(match["mo"]), int(match["y"])
    if len(match["y"]) == 2:
        if match["s"] == "-":
            return None
        year += 2000 if year < _YOUNGEST_CENTURY else 1900
    day_first = source.day_first if first <= 12 and second <= 12 else first > 12
    return fixed(match, "numeric", periods.day(year, *((second, first) if day_first else (first, second))))


def iso_day(match: re.Match[str], source: Source) -> Expression | None:
    """« 2025-06-16 »."""
    return fixed(match, "iso", periods.day(int(match["y"]), int(match["mo"]), int(match["d"])))


def iso_week(match: re.Match[str], source: Source) -> Expression | None:
    """« 2025-W25 »."""
    iso = f"{match['y']}-W{int(match['n']):02}"
    return fixed(match, "week", iso) if periods.bounds(iso) else None


def numbered_week(match: re.Match[str], source: Source) -> Expression | None:
    """« semaine 24 », « week 24 of 2025 »."""
    if match["y"]:
        return iso_week(match, source)
    return expression(match, Shape.NUMBERED_WEEK, "week", part=int(match["n"]))


def year_of(match: re.Match[str], source: Source) -> int | None:
    """The number as a year, None where it is too early or late for one, part of a label or measures something."""
    start, end = match.span("y")
    year = int(match["y"])
    if year not in _YEARS or source.precedes("label_before", start):
        return None
    return None if source.follows("joined_after", end) or source.follows("measured_after", end) else year


def years(match: re.Match[str], source: Source) -> Expression | None:
    """From a year to another; the second may be short, « 2016-17 »."""
    first, last = match["y"], match["y2"]
    announced = source.precedes("period_before", match.start())
    if not announced and (len(last) == 2 or match["sep"] == "/" or source.precedes("label_before", match.start())):
        return None
    last = first[:2] + last if len(last) == 2 else last
    if not 0 < int(last) - int(first) <= _LONGEST_PERIOD:
        return None
    return fixed(match, "years", periods.interval(first, last))


def part(shape: Shape) -> Build:
    """The builder of a quarter or a half-year."""
    limit, letter = (4, "Q") if shape is Shape.QUARTER else (2, "H")

    def build(match: re.Match[str], source: Source) -> Expression | None:
        said = group(match, "p") or match["q"]
        number = int(said) if said.isdigit() else source.words.ordinals[said]
        year = group(match, "y")
        if number > limit or (not number and not year and source.language == "en"):
            return None
        if year:
            return fixed(match, shape, f"{year}-{letter}{number or limit}")
        step = step_of(group(match, "st"), group(match, "st2"))
        return expression(match, shape, shape, part=number or limit, step=step)

    return build


def season_year(match: re.Match[str], source: Source) -> Expression | None:
    """A season of a year, which is told as the year."""
    return fixed(match, "season", match["y"])


def season(match: re.Match[str], source: Source, step: int | None) -> Expression:
    """A season, the year is open."""
    return expression(match, Shape.SEASON, "season", part=source.words.seasons[match["p"]], step=step)


def quantity(match: re.Match[str], source: Source) -> tuple[float, str] | None:
    """The amount and the unit of « deux ans et demi », None where there is no amount."""
    said = match["n"]
    value = 1.0 if said in _ONES else number_value(said, source.language)
    if value is None:
        return None
    return value + (0.5 if group(match, "half") else 0.0), source.words.units[match["u"]]


def relative_day(match: re.Match[str], source: Source) -> Expression | None:
    """« hier », "tomorrow"."""
    return away(match, "relative_day", source.words.days[match["day"]], "d")


def feast(match: re.Match[str], source: Source) -> Expression | None:
    """« d'ici à Noël », "by Christmas", after a word that leads to a date: people are called Noël."""
    if not source.precedes("feast_before", match.start()) or not source.is_capital(match.start()):
        return None
    month, number = (int(part) for part in source.words.feasts[match["f"]].split("-"))
    if year := match["y"]:
        return fixed(match, "feast", periods.day(int(year), month, number))
    return expression(match, Shape.DAY, "feast", month=month, day=number, step=step_of(match["st"]))


def today(match: re.Match[str], source: Source) -> Expression | None:
    """« aujourd'hui » where it is the day and not the age."""
    if source.precedes("today_before", match.start()) or source.follows("today_after", match.end()):
        return away(match, "today", 0, "d")
    return None


SHARED: dict[str, Build] = {
    "iso_day": iso_day,
    "iso_week": iso_week,
    "numbered_week": numbered_week,
    "numeric": numeric,
    "quarter": part(Shape.QUARTER),
    "half": part(Shape.HALF),
    "season_year": season_year,
    "relative_day": relative_day,
    "feast": feast,
    "today": today,
}
"""The builders of rules that both languages have, by the name that the grammar files give them."""
