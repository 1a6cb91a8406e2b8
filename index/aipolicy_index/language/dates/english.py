"""The date grammar of English."""

from __future__ import annotations

import re
from functools import cache

from aipolicy_index.language.dates import rules as r
from aipolicy_index.language.dates.expressions import Expression, Shape
from aipolicy_index.language.dates.rules import EDGE, YEAR, Rule, Source
from aipolicy_index.language.dates.vocabulary import abbreviated, vocabulary
from aipolicy_index.language.numbers import one_of

_ABOUT = (
    r"(?:(?:about|around|almost|nearly|roughly|some|just over|just under|more than|less than|over|at least|barely) )*"
)
_QUANTITY = r"(?P<n>\d{1,3}|an?|[a-z]+(?:-[a-z]+)?(?: dozen| hundred)?) "
_STEP = r"(?:(?P<st>last|past|next|this|coming|this past|this coming) )"
_PART_OF_PERIOD = r"(?:(?:the )?(?:early|late|mid|beginning|start|end|middle)(?: in| of)?[ -])"
_SURE_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|during|through|early|late|mid|last|next|this|between|before|after)[ -](?:early |late |mid-)?$"
)
_MONTH_BEFORE = re.compile(
    r"\b(?:of|by|from|for|to|and|the|an?|its|their|his|her|end of|on|as of)[ -](?:early |late |mid-)?$"
)
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_NO_YEAR_BEFORE = re.compile(
    r"(?:[\d$€£¥#–]|no\.|nos\.|number|vision|agenda|horizon|order|section|article|page|p\.|version|bill|room|©|form|rfc|iso|top|about|around|some|nearly|over|roughly|almost|than|exactly) ?-?$"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|during|through|early|late|mid|before|after|from|of|for|between|year|years|and|to|end of|late in|fiscal|fy|the|a|its|his|her|their|our|that|this) ?-?$"
)
_SURE_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|late|early|mid|by|before|after|the|a|its|his|her|their|our) ?-?$"
)
_COUNTED_AFTER = re.compile(
    r" (?!was|is|has|as|this|his|its|less|does|says|plus|across|unless)[a-z-]{2,}s\b| (?:people|men|women|children|staff)\b| ?[€$£%]"
)
_TODAY_BEFORE = re.compile(
    r"\b(?:said|announced|published|launched|released|unveiled|earlier|later|until|as of|from|starting|effective|ruled|voted|signed|told|issued|filed|met|wrote|reported|confirmed|here)(?: \w+)? $"
)
_TODAY_AFTER = re.compile(
    r" (?:announced|said|published|launched|released|unveiled|voted|signed|ruled|filed|proposed|adopted|approved|rejected|fined|sued|opened|called|issued|introduced)\b|'s (?:vote|hearing|announcement|ruling|decision|meeting|session|report|summit|launch|news)\b| \((?:mon|tues|wednes|thurs|fri|satur|sun)day\)"
)


def _day(match: re.Match[str], source: Source) -> Expression | None:
    if not source.is_capital(match.start("mo")):
        return None
    return r.a_day(match, source)


def _month_day(match: re.Match[str], source: Source) -> Expression | None:
    """« March 12 », not « in March 12 states »."""
    if not source.is_capital(match.start("mo")):
        return None
    if (
        not match["y"]
        and source.before(match.start(), 4).endswith("in ")
        and _COUNTED_AFTER.match(source.lower, match.end())
    ):
        return None
    return r.a_day(match, source)


def _capital(build: r.Build) -> r.Build:
    def checked(match: re.Match[str], source: Source) -> Expression | None:
        return build(match, source) if source.is_capital(match.start("mo")) else None

    return checked


def _month_year(match: re.Match[str], source: Source) -> Expression | None:
    if not source.is_capital(match.start("mo")):
        return None
    return r.fixed(match, "date.month_year", r.periods.month(int(match["y"]), source.words.month(match["mo"])))


def _month(match: re.Match[str], source: Source) -> Expression | None:
    """A month without its year, after a word that leads to a date: people are called April, May and June."""
    start = match.start("mo")
    if not source.is_capital(start):
        return None
    before = source.before(start)
    if not match["st"] and not match["half"] and not _SURE_MONTH_BEFORE.search(before):
        name_after = _NAME_AFTER.match(source.plain, match.end())
        if not _MONTH_BEFORE.search(before) or name_after:
            return None
    month = source.words.month(match["mo"])
    return Expression(match.start(), match.end(), Shape.MONTH, "date.month", month=month, step=_step(match))


def _step(match: re.Match[str]) -> int | None:
    said = r.group(match, "st")
    return r.step_of(said.removeprefix("this ")) if said else None


def _months(match: re.Match[str], source: Source) -> Expression | None:
    if not source.is_capital(match.start("mo")) or not source.is_capital(match.start("mo2")):
        return None
    lead = source.before(match.start(), 10)
    if match["sep"] in (" to ", " and ") and not lead.endswith(("from ", "between ")) and not match["y2"]:
        return None
    if match["sep"] == " and " and not lead.endswith("between "):
        return None
    return r.months(match, source)


def _years(match: re.Match[str], source: Source) -> Expression | None:
    separator, lead = match["sep"].strip(), source.before(match.start(), 10)
    if separator == "and" and not lead.endswith("between "):
        return None
    if separator in ("to", "through") and not lead.endswith(("from ", "between ")):
        return None
    return r.years(match, source)


def _year(match: re.Match[str], source: Source) -> Expression | None:
    start, end = match.start("y"), match.end("y")
    year = int(match["y"])
    before, after = source.before(start), source.lower[end : end + 24]
    if (
        not 1700 <= year <= 2100
        or _NO_YEAR_BEFORE.search(before)
        or re.match(r"[-/°.,]\d|-\w|s\b| ?[$€£%°]|'s\b", after)
    ):
        return None
    if _COUNTED_AFTER.match(after) and not (_SURE_YEAR_BEFORE.search(before) and 1900 < year < 2100 and year % 100):
        return None
    if not _YEAR_BEFORE.search(before):
        word = re.search(r"([\w'-]+) $", source.plain[max(0, start - 30) : start])
        if word and word[1][0].isupper():
            return None
    return r.fixed(match, "date.year", match["y"])


def _ago(match: re.Match[str], source: Source) -> Expression | None:
    said = r.quantity(match, source)
    if said is None:
        return None
    ago = match["way"] == "ago"
    sign = -1 if match["way"] in ("ago", "earlier", "before") else 1
    return r.away(match, "date.distance", sign * said[0], said[1], Shape.AWAY if ago else Shape.SHIFT)


def _ahead(match: re.Match[str], source: Source) -> Expression | None:
    """« in three months » of what will be; of what was done it is how long it took."""
    said = r.quantity(match, source)
    if said is None or not re.search(
        r"\b(?:will|would|shall|due|expected|set|plans?|scheduled|coming|could|should|may|'ll)\b",
        source.before(match.start(), 80),
    ):
        return None
    return r.away(match, "date.distance", said[0], said[1])


def _relative_day(match: re.Match[str], source: Source) -> Expression | None:
    return r.away(match, "date.relative_day", source.words.days[match["day"]], "d")


def _today(match: re.Match[str], source: Source) -> Expression | None:
    if not _TODAY_BEFORE.search(source.before(match.start())) and not _TODAY_AFTER.match(source.lower, match.end()):
        return None
    return r.away(match, "date.today", 0, "d")


def _weekday(match: re.Match[str], source: Source) -> Expression | None:
    if not source.is_capital(match.start("w")) or source.before(match.start(), 6).endswith("every "):
        return None
    return Expression(
        match.start(),
        match.end(),
        Shape.WEEKDAY,
        "date.weekday",
        step=_step(match),
        weekday=source.words.weekday(match["w"]),
    )


def _weekend(match: re.Match[str], source: Source) -> Expression | None:
    step = -1 if match["over"] else _step(match)
    return Expression(match.start(), match.end(), Shape.WEEKEND, "date.weekend", step=step)


def _period(match: re.Match[str], source: Source) -> Expression | None:
    unit = "q" if match["u"] == "quarter" else source.words.units[match["u"]]
    rule = {"w": "date.week", "m": "date.this_month", "y": "date.this_year", "q": "date.quarter"}[unit]
    return r.away(match, rule, _step(match) or 0, unit)


def _following(match: re.Match[str], source: Source) -> Expression | None:
    sign = 1 if match["way"] in ("following", "day after", "next day") else -1
    unit = source.words.units[match["u"]] if match["u"] else "d"
    return r.away(match, "date.hanging", sign, unit, Shape.SHIFT)


def _season(match: re.Match[str], source: Source) -> Expression | None:
    if not match["st"] and not re.search(r"\b(?:the|in|by|early|late|mid)[ -]$", source.before(match.start(), 6)):
        return None
    found = r.season(match, source)
    return found and Expression(found.start, found.end, found.shape, found.rule, part=found.part, step=_step(match))


@cache
def rules() -> tuple[Rule, ...]:
    """The forms of English dates; of two that match at one place, the first counts."""
    words = vocabulary("en")
    month = rf"(?:{one_of(words.months)}|{abbreviated(words.short_months)})(?![^\W\d_])"
    full = rf"(?:{one_of(words.months)}){EDGE}"
    weekday = rf"(?:{one_of(words.weekdays)}|{abbreviated(words.short_weekdays)})"
    day = rf"{r.DAY}(?:st|nd|rd|th)?(?!\w)"
    full_weekday = one_of(words.weekdays)
    unit = rf"(?P<u>{one_of(words.units)}){EDGE}"
    seasons = one_of(words.seasons)
    ordinal = one_of(words.ordinals)
    of_year = rf"(?:,? (?:of |in )?(?:fiscal )?(?P<y>{YEAR})|(?= of the year| of this year))?"
    part_of_day = r"(?: (?:morning|afternoon|evening|night))?"
    dash = r"(?:-|–| - | – | to | through | and )"
    return (
        Rule("iso", r"(?P<y>\d{4})-(?P<mo>[01]\d)-(?P<d>[0-3]\d)(?![\w-])", r.iso_day),
        Rule("iso week", r"(?P<y>\d{4})-w(?P<n>\d\d)(?!\d)", r.iso_week),
        Rule(
            "numeric",
            r"(?P<d>\d{1,2})(?P<s>[./-])(?P<mo>\d{1,2})(?P<s2>[./-])(?P<y>\d{4}|\d\d)(?![\w/-]|\.\d)",
            r.numeric,
        ),
        Rule(
            "days",
            rf"(?:{weekday},? )?(?P<d>{day})(?: (?P<mo>{month}))?{dash}(?:{weekday},? )?(?P<d2>{day}) (?P<mo2>{month})(?:,? (?P<y2>{YEAR}))?",
            _days,
        ),
        Rule(
            "month days",
            rf"(?P<mo>{month}) (?P<d>{day}){dash}(?:(?P<mo2>{month}) )?(?P<d2>{day})(?:,? (?P<y2>{YEAR}))?",
            _month_days,
        ),
        Rule(
            "day",
            rf"(?:(?P<w>{weekday}),? )?(?:the )?(?P<d>{day}) (?:of )?(?P<mo>{month})(?:,? (?P<y>\d{{4}})(?!\d))?",
            _day,
        ),
        Rule(
            "month day",
            rf"(?:(?P<w>{weekday}),? )?(?P<mo>{month}) (?P<d>{day})(?:,? (?P<y>\d{{4}})(?!\d))?",
            _month_day,
        ),
        Rule(
            "months",
            rf"(?P<mo>{full})(?: (?P<y>{YEAR}))?(?P<sep>-|–| to | and | through )(?P<mo2>{full})(?:,? (?P<y2>{YEAR}))?",
            _months,
        ),
        Rule("month year", rf"{_PART_OF_PERIOD}?(?P<mo>{month}),? (?:of )?(?P<y>{YEAR})", _month_year),
        Rule("month", rf"(?P<half>{_PART_OF_PERIOD})?{_STEP}?(?P<mo>{full})", _month),
        Rule("quarter", rf"(?:{_STEP}?(?:the )?(?P<p>{ordinal})[ -]quarter|q(?P<q>[1-4])){EDGE}{of_year}", _quarter),
        Rule(
            "half",
            rf"(?:the )?(?:(?P<p>first|second|1st|2nd) half(?: of (?:the year|this year)\b|(?= of {YEAR}|,? {YEAR}))|h(?P<q>[12])(?= {YEAR})){of_year}",
            _half,
        ),
        Rule("season", rf"(?P<p>{seasons})(?: of)? (?P<y>{YEAR})", r.season),
        Rule("season said", rf"{_STEP}?(?P<p>{seasons}){EDGE}", _season),
        Rule("years", rf"(?P<y>{YEAR})(?P<sep>-|–| - | – | and | to | through )(?P<y2>{YEAR}|\d\d(?![\d/-]))", _years),
        Rule("weekend", rf"(?:{_STEP}|(?P<over>over the ))weekend\b", _weekend),
        Rule("period", rf"(?:(?:earlier|later) )?{_STEP}(?P<u>week|month|year|quarter){EDGE}", _period),
        Rule(
            "end of period",
            r"(?:the )?(?:end|beginning|start|middle) of the (?P<u>week|month|year|quarter)\b(?! [a-z]*ing)",
            _period_end,
        ),
        Rule("ago", rf"{_ABOUT}{_QUANTITY}{unit} (?P<way>ago|earlier|later)\b", _ago),
        Rule("ahead", rf"in {_ABOUT}{_QUANTITY}{unit}(?: '? ?time)?", _ahead),
        Rule("relative day", rf"(?P<day>{one_of(words.days)}){EDGE}{part_of_day}", _relative_day),
        Rule(
            "following",
            r"the (?P<way>following|previous|day after|day before|next day|next)(?: (?P<u>day|week|month|year)\b|(?<=next day)|(?=[.,;:])(?<=after|efore))",
            _following,
        ),
        Rule("weekday", rf"{_STEP}?(?P<w>{full_weekday}){EDGE}{part_of_day}", _weekday),
        Rule("today", r"today(?!\w)", _today),
        Rule("year", rf"(?:(?:early|late|mid|end of|end-)[ -]?)?(?P<y>{YEAR})(?!\w)", _year),
    )


def _days(match: re.Match[str], source: Source) -> Expression | None:
    if not source.is_capital(match.start("mo2")) or (r.group(match, "mo") and " and " in match.group()):
        return None
    return r.days(match, source)


def _month_days(match: re.Match[str], source: Source) -> Expression | None:
    """« March 3-5 », « March 28 to April 2 »."""
    if not source.is_capital(match.start("mo")) or (match["mo2"] and " and " in match.group()):
        return None
    first, last = source.words.month(match["mo"]), source.words.month(match["mo2"] or match["mo"])
    begin, end = (r.number_of_day(match[name], "en") for name in ("d", "d2"))
    if first == last and begin >= end:
        return None
    if year := match["y2"]:
        ends = (r.periods.day(int(year), month, number) for month, number in ((first, begin), (last, end)))
        return r.fixed(match, "date.days", r.periods.interval(*ends))
    one = Expression(match.start(), match.end(), Shape.DAY, "date.days", month=last, day=end)
    return Expression(
        one.start,
        one.end,
        Shape.INTERVAL,
        "date.days",
        last=one,
        first=Expression(one.start, one.end, Shape.DAY, "date.days", month=first, day=begin),
    )


def _part(kind: Shape, limit: int, letter: str) -> r.Build:
    def build(match: re.Match[str], source: Source) -> Expression | None:
        said = match["p"]
        number = int(match["q"] or 0) if not said else source.words.ordinals[said]
        if number > limit or (not match["q"] and not number and not match["y"]):
            return None
        if match["y"]:
            return r.fixed(match, f"date.{kind}", f"{match['y']}-{letter}{number or limit}")
        return Expression(match.start(), match.end(), kind, f"date.{kind}", part=number, step=_step(match))

    return build


_quarter = _part(Shape.QUARTER, 4, "Q")
_half = _part(Shape.HALF, 2, "H")


def _period_end(match: re.Match[str], source: Source) -> Expression | None:
    return _period(match, source)
