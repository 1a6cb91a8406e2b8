"""What the forms of French dates say."""

from __future__ import annotations

import re

from aipolicy_index.language.dates import building as b
from aipolicy_index.language.dates import periods
from aipolicy_index.language.dates.expressions import Expression, Shape
from aipolicy_index.language.dates.grammar import Build, Source

_LIKELY_YEARS = range(1990, 2036)
"""Before a plural noun, a number in this range may still be a year: « les élections 2024 européennes »."""
_NAME_AFTER = re.compile(r" [A-ZÀ-Þ][a-zà-ÿ]")
_OPENING_MARKS, _CLOSING_MARKS = '«"“‹', '»"”›'


def _day_list(match: re.Match[str], source: Source) -> tuple[Expression, ...] | None:
    """« les 3, 10 et 17 mars »: each day by itself."""
    last = b.day(match, source, "2")
    if last is None:
        return None
    places = [*re.finditer(r"[^ ,]+", match["list"])]
    found = []
    for place in places:
        number, start = b.number_of_day(place.group(), "fr"), match.start("list")
        said = last._replace(start=start + place.start(), end=start + place.end(), day=number)
        if said.iso:
            said = said._replace(iso=periods.day(int(said.iso[:4]), int(said.iso[5:7]), number))
        found.append(said)
    return (*(said for said in found if said.shape is Shape.DAY or said.iso), last._replace(start=match.start("d2")))


def _month(match: re.Match[str], source: Source) -> Expression | None:
    """A month without its year: in lower case, or after a word that leads to a date."""
    start = match.start("mo")
    step = b.step_of(match["st"])
    doubtful = source.is_capital(start) and step is None and match["half"] is None
    if doubtful and (not source.precedes("place_before", start) or _NAME_AFTER.match(source.plain, match.end())):
        return None
    return b.expression(match, Shape.MONTH, "month", month=source.words.month(match["mo"]), step=step)


def _months(match: re.Match[str], source: Source) -> Expression | None:
    separator, lead = match["sep"].strip(), source.before(match.start(), 10)
    if separator == "et" and not lead.endswith("entre "):
        return None
    if separator == "à" and not lead.endswith(("de ", "d'", "du ", "entre ", "depuis ")) and not match["y2"]:
        return None
    return b.months(match, source)


def _years(match: re.Match[str], source: Source) -> Expression | None:
    separator, lead = match["sep"].strip(), source.before(match.start(), 10)
    if separator == "et" and not lead.endswith("entre "):
        return None
    if separator == "à" and not lead.endswith(("de ", "d'", "entre ", "depuis ")):
        return None
    return b.years(match, source)


def _year(match: re.Match[str], source: Source) -> Expression | None:
    start, end = match.span("y")
    year = b.year_of(match, source)
    if year is None:
        return None
    if not source.precedes("year_before", start) and not _stands_as_year(source, start, end, year):
        return None
    return b.fixed(match, "year", match["y"])


def _stands_as_year(source: Source, start: int, end: int, year: int) -> bool:
    """Whether a number without a word that leads to a date is a year: not « 2000 personnes », not « Vision 2030 »."""
    before = source.plain[max(0, start - 30) : start]
    if before.rstrip().endswith(tuple(_OPENING_MARKS)) and source.plain[end : end + 2].strip().startswith(
        tuple(_CLOSING_MARKS)
    ):
        return False
    if source.follows("counted_after", end) and (
        source.precedes("quantity_before", start) or year % 50 == 0 or year not in _LIKELY_YEARS
    ):
        return False
    word = re.search(r"([\w'-]+) $", before)
    return word is None or not word[1][0].isupper() or not _is_name(source, start - len(word[0]))


def _is_name(source: Source, position: int) -> bool:
    """Whether a capital word stands inside its sentence, where it is a name."""
    lead = source.plain[max(0, position - 3) : position].strip()
    return bool(lead) and lead[-1] not in '.!?:;«"“(–—-•'


def _week(match: re.Match[str], source: Source) -> Expression | None:
    return b.away(match, "week", b.step_of(match["st"], match["st2"]) or 0, "w")


def _week_of(match: re.Match[str], source: Source) -> Expression | None:
    """« la semaine du 16 juin »."""
    said = b.day(match, source, rule="week_of")
    day = periods.as_day(said.iso) if said and said.iso else None
    return b.fixed(match, "week_of", periods.week(day)) if day else said and said._replace(unit="w")


def _this(unit: str, rule: str) -> Build:
    """« cette année », « l'an dernier »; « l'année suivante » hangs on the day spoken of."""

    def build(match: re.Match[str], source: Source) -> Expression | None:
        said = b.group(match, "st") or b.group(match, "st2") or ""
        if said.startswith(("suivant", "précédent")):
            return b.away(match, "hanging", 1 if said[0] == "s" else -1, unit, Shape.SHIFT)
        if source.before(match.start(), 10).endswith(("par ", "chaque ", "fêtes de ")):
            return None
        return b.away(match, rule, b.step_of(said) or 0, unit)

    return build


def _distance(sign: int) -> Build:
    def build(match: re.Match[str], source: Source) -> Expression | None:
        said = b.quantity(match, source)
        return b.away(match, "distance", sign * said[0], said[1]) if said else None

    return build


def _shift(match: re.Match[str], source: Source) -> Expression | None:
    """« trois mois plus tard »."""
    said = b.quantity(match, source)
    sign = 1 if match["way"] == "plus tard" else -1
    return b.away(match, "hanging", sign * said[0], said[1], Shape.SHIFT) if said else None


def _hanging_day(match: re.Match[str], source: Source) -> Expression | None:
    """« la veille »; not « à la veille de », « du lendemain »."""
    if not source.precedes("hanging_before", match.start()):
        return None
    return b.away(match, "hanging", source.words.hanging[match["day"]], "d", Shape.SHIFT)


def _weekday(match: re.Match[str], source: Source) -> Expression | None:
    """« mardi », « mardi 4 », « ce mardi »; not « tous les mardis », « le mardi »."""
    if source.precedes("habitual_before", match.start()) or source.follows("habitual_after", match.end("w")):
        return None
    number = int(match["d"]) if match["d"] else 0
    if not (match["st"] or number) and source.before(match.start(), 3).endswith("le "):
        return None
    step = 0 if match["this"] else b.step_of(match["st"])
    weekday = source.words.weekday(match["w"])
    return b.expression(match, Shape.WEEKDAY, "weekday", day=number, step=step, weekday=weekday)


def _weekend(match: re.Match[str], source: Source) -> Expression | None:
    return b.expression(match, Shape.WEEKEND, "weekend", step=b.step_of(match["st"]))


def _is_verb(match: re.Match[str], source: Source) -> bool:
    """« Le marché a été passé par la ville »: a participle, no summer."""
    return match["p"] == "été" and source.precedes("auxiliary_before", match.start())


def _season(match: re.Match[str], source: Source) -> Expression | None:
    """A season that a word leads to: « l'été dernier », « au printemps », « cet hiver »; « a été » is none."""
    step = b.step_of(match["st"])
    if _is_verb(match, source):
        return None
    if step is None and not source.precedes("season_before", match.start()):
        return None
    this = source.before(match.start(), 4).endswith(("cet ", " ce "))
    return b.season(match, source, 0 if this else step)


BUILDERS: dict[str, Build] = {
    **b.SHARED,
    "day_list": _day_list,
    "days": b.days,
    "day": b.day,
    "months": _months,
    "month_year": b.month_year,
    "month": _month,
    "season": _season,
    "years": _years,
    "week_of": _week_of,
    "week": _week,
    "hanging_week": _this("w", "week"),
    "weekend": _weekend,
    "this_month": _this("m", "this_month"),
    "this_year": _this("y", "this_year"),
    "this_quarter": _this("q", "this_quarter"),
    "ago": _distance(-1),
    "ahead": _distance(1),
    "shift": _shift,
    "hanging_day": _hanging_day,
    "weekday": _weekday,
    "year": _year,
}
"""The builders of the French grammar, by the names of its file."""
