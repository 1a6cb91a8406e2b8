"""What the forms of English dates say."""

from __future__ import annotations

import re

from aipolicy_index.language.dates import building as b
from aipolicy_index.language.dates import periods
from aipolicy_index.language.dates.expressions import Expression, Shape
from aipolicy_index.language.dates.grammar import Build, Source

_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_VERB_REACH = 80
"""Characters before « in three months » in which a verb tells that it is said of what will be."""


def _capital(build: Build, *groups: str) -> Build:
    """The builder for words that English writes with a capital: « may » is no month."""

    def checked(match: re.Match[str], source: Source) -> Expression | tuple[Expression, ...] | None:
        if all(source.is_capital(match.start(name)) for name in groups if b.group(match, name)):
            return build(match, source)
        return None

    return checked


def _month_day(match: re.Match[str], source: Source) -> Expression | None:
    """« March 12 », not « in March 12 states »."""
    counted = source.before(match.start(), 4).endswith("in ") and source.follows("counted_after", match.end())
    return None if counted and not match["y"] else b.day(match, source)


def _month_days(match: re.Match[str], source: Source) -> Expression | tuple[Expression, ...] | None:
    """« March 3-5 », « March 28 to April 2 », « March 3 and 10 »."""
    first, last = source.words.month(match["mo"]), source.words.month(match["mo2"] or match["mo"])
    begin, end = (b.number_of_day(match[name], "en") for name in ("d", "d2"))
    if first == last and begin >= end:
        return None
    one = b.expression(match, Shape.DAY, "days", month=first, day=begin)
    other = one._replace(month=last, day=end)
    if year := match["y2"]:
        ends = [periods.day(int(year), month, number) for month, number in ((first, begin), (last, end))]
        if not all(ends):
            return None
        one, other = (one._replace(shape=Shape.FIXED, iso=iso) for iso in ends)
    together = (first == last and end == begin + 1) or source.precedes("between_before", match.start())
    if match["sep"].strip() in ("and", "&") and not together:
        return one._replace(end=match.start("sep")), other._replace(start=match.end("sep"))
    if year:
        return b.fixed(match, "days", periods.interval(one.iso, other.iso))
    return one._replace(shape=Shape.INTERVAL, first=one, last=other)


def _month(match: re.Match[str], source: Source) -> Expression | None:
    """A month without its year, after a word that leads to a date: people are called April, May and June."""
    start = match.start("mo")
    sure = match["st"] or match["half"] or source.precedes("sure_month_before", start)
    doubtful = match["mo"] in source.names or _NAME_AFTER.match(source.plain, match.end())
    if not sure and (doubtful or not source.precedes("month_before", start)):
        return None
    month = source.words.month(match["mo"])
    return b.expression(match, Shape.MONTH, "month", month=month, step=b.step_of(match["st"]))


def _months(match: re.Match[str], source: Source) -> Expression | None:
    separator, lead = match["sep"].strip(), source.before(match.start(), 10)
    if separator == "and" and not lead.endswith("between "):
        return None
    if separator == "to" and not lead.endswith("from ") and not match["y2"]:
        return None
    return b.months(match, source)


def _years(match: re.Match[str], source: Source) -> Expression | None:
    separator, lead = match["sep"].strip(), source.before(match.start(), 10)
    if separator == "and" and not lead.endswith("between "):
        return None
    if separator in ("to", "through") and not lead.endswith(("from ", "between ")):
        return None
    return b.years(match, source)


def _year(match: re.Match[str], source: Source) -> Expression | None:
    start, end = match.span("y")
    year = b.year_of(match, source)
    if year is None:
        return None
    sure = source.precedes("sure_year_before", start) and 1900 < year < 2100 and year % 100 != 0
    if source.follows("counted_after", end) and not sure:
        return None
    if not source.precedes("year_before", start):
        word = re.search(r"([\w'-]+) $", source.plain[max(0, start - 30) : start])
        if word and word[1][0].isupper():
            return None
    return b.fixed(match, "year", match["y"])


def _week_of(match: re.Match[str], source: Source) -> Expression | None:
    """« the week of June 16 »."""
    suffix = "" if match["mo"] else "3"
    if not source.is_capital(match.start("mo" + suffix)):
        return None
    number, month = b.number_of_day(match["d" + suffix], "en"), source.words.month(match["mo" + suffix])
    if not match["y"]:
        return b.expression(match, Shape.DAY, "week_of", month=month, day=number)._replace(unit="w")
    day = periods.as_day(periods.day(int(match["y"]), month, number) or "")
    return b.fixed(match, "week_of", periods.week(day)) if day else None


def _ago(match: re.Match[str], source: Source) -> Expression | None:
    """« two years ago »; « two years later » hangs on the day spoken of."""
    said = b.quantity(match, source)
    if said is None:
        return None
    if match["way"] == "ago":
        return b.away(match, "distance", -said[0], said[1])
    return b.away(match, "hanging", said[0] if match["way"] == "later" else -said[0], said[1], Shape.SHIFT)


def _ahead(match: re.Match[str], source: Source) -> Expression | None:
    """« in three months » of what will be; of what was done it is how long it took."""
    said = b.quantity(match, source)
    if said is None or not source.precedes("will_before", match.start()):
        return None
    return b.away(match, "distance", said[0], said[1])


def _weekday(match: re.Match[str], source: Source) -> Expression | None:
    if source.precedes("habitual_before", match.start()) or source.follows("habitual_after", match.end("w")):
        return None
    weekday = source.words.weekday(match["w"])
    return b.expression(match, Shape.WEEKDAY, "weekday", step=b.step_of(match["st"]), weekday=weekday)


def _weekend(match: re.Match[str], source: Source) -> Expression | None:
    step = -1 if match["over"] else b.step_of(match["st"])
    return b.expression(match, Shape.WEEKEND, "weekend", step=step)


def _period(match: re.Match[str], source: Source) -> Expression | None:
    """« last week », « this year », « end of next month »."""
    unit = "q" if match["u"] == "quarter" else source.words.units[match["u"]]
    rule = {"w": "week", "m": "this_month", "y": "this_year", "q": "this_quarter"}[unit]
    return b.away(match, rule, b.step_of(match["st"]) or 0, unit)


def _period_end(match: re.Match[str], source: Source) -> Expression | None:
    return b.away(match, "this_year", 0, "y") if match["ye"] else _period(match, source)


def _following(match: re.Match[str], source: Source) -> Expression | None:
    """« the following week », « the day before »."""
    sign = 1 if match["way"] in ("following", "day after", "next day") else -1
    return b.away(match, "hanging", sign, source.words.units[match["u"]] if match["u"] else "d", Shape.SHIFT)


def _season(match: re.Match[str], source: Source) -> Expression | None:
    """« last summer », « in the spring »; « to fall » is none."""
    if not match["st"] and not source.precedes("season_before", match.start()):
        return None
    if match["p"] in ("fall", "spring") and not match["st"] and not source.before(match.start(), 5).endswith("the "):
        return None
    return b.season(match, source, b.step_of(match["st"]))


BUILDERS: dict[str, Build] = {
    **b.SHARED,
    "days": _capital(b.days, "mo", "mo2"),
    "month_days": _capital(_month_days, "mo", "mo2"),
    "day": _capital(b.day, "mo"),
    "month_day": _capital(_month_day, "mo"),
    "months": _capital(_months, "mo", "mo2"),
    "month_year": _capital(b.month_year, "mo"),
    "month": _capital(_month, "mo"),
    "season": _season,
    "years": _years,
    "week_of": _week_of,
    "weekend": _weekend,
    "period": _period,
    "period_end": _period_end,
    "ago": _ago,
    "ahead": _ahead,
    "following": _following,
    "weekday": _capital(_weekday, "w"),
    "year": _year,
}
"""The builders of the English grammar, by the names of its file."""
