"""From what a date expression says and the day on which it is said, to the days that it means."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from aipolicy_index.facts.dates.tense import Direction
from aipolicy_index.language.dates import periods
from aipolicy_index.language.dates.expressions import Expression, Shape

_DAY = datetime.timedelta(1)
_SEASON = datetime.timedelta(91)
_FIRST_MONTH = {1: 3, 2: 6, 3: 9, 4: 12}
"""The month in which a season begins, by the meteorological calendar."""
_WITHIN_A_WEEK, _WITHIN_A_MONTH = 7, 45
"""Days in which a weekday, and a weekday with its day of the month, are sought."""
_FAR, _CLOSE = 300, 31
"""Days: nobody leaves out the year of a date that is so far, when the same day of another year is so close."""
_YEARS = 2
"""Years on both sides in which a date without its year is sought."""


def resolve(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    """The ISO period of an expression said on a day, its year or week sought in a direction."""
    if said.shape is Shape.FIXED:
        return said.iso
    if said.step:
        direction = Direction(said.step)
    if not _YEARS < today.year < 9999 - _YEARS:
        return None
    resolver = _RESOLVERS.get(said.shape)
    return resolver(said, today, direction) if resolver else None


def _nearest(candidates: Iterable[datetime.date], today: datetime.date, direction: Direction) -> datetime.date | None:
    """Of possible days the nearest in a direction; the day itself lies in all."""
    sign = 0 if direction is Direction.UNTOLD else int(direction)
    allowed = [day for day in candidates if (day - today).days * sign >= 0]
    return min(allowed, key=lambda day: (abs((day - today).days), day), default=None)


def _years_around(today: datetime.date) -> range:
    return range(today.year - _YEARS, today.year + _YEARS + 1)


def _day(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    """« 3 novembre »: a weekday that is given with it decides before the tense does."""
    isos = (periods.day(year, said.month, said.day) for year in _years_around(today))
    candidates = [datetime.date.fromisoformat(iso) for iso in isos if iso]
    if said.step:
        candidates = [day for day in candidates if day != today]
    if said.weekday:
        fitting = [day for day in candidates if day.isoweekday() == said.weekday and abs((day - today).days) < 400]
        if fitting:
            candidates, direction = fitting, direction if len(fitting) > 1 else Direction.NEAREST
    found = _nearest(candidates, today, direction)
    if found and not said.step and abs((found - today).days) > _FAR:
        close = _nearest(candidates, today, Direction.NEAREST)
        found = close if close and abs((close - today).days) <= _CLOSE else found
    if found is None:
        return None
    return periods.week(found) if said.unit == "w" else found.isoformat()


def _month(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    """« en mars »: this month lies in both directions, unless it is called the last or the next."""
    ahead = (said.month - today.month) % 12
    back = (today.month - said.month) % 12
    if said.step:
        ahead, back = ahead or 12, back or 12
    forward = direction is Direction.FUTURE or (direction is Direction.NEAREST and ahead < back)
    return periods.month(today.year, today.month + (ahead if forward else -back))


def _part_of_year(letter: str, width: int = 1) -> Callable[[Expression, datetime.date, Direction], str | None]:
    def resolver(said: Expression, today: datetime.date, direction: Direction) -> str | None:
        """The part nearest in the direction; of what is told as past, one that has at least begun."""
        isos = [f"{year:04}-{letter}{said.part:0{width}}" for year in _years_around(today)]
        spans = [(iso, span) for iso in isos if (span := periods.bounds(iso))]
        if direction is Direction.FUTURE:
            return next((iso for iso, span in spans if span[1] >= today), None)
        if direction is Direction.NEAREST:
            return min(spans, key=lambda item: abs((item[1][0] - today).days))[0]
        return max((iso for iso, span in spans if span[0] <= today), default=None)

    return resolver


def _season(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    """A season as its year; a winter, which belongs to two years, as its three months."""
    starts = [datetime.date(year, _FIRST_MONTH[said.part], 1) for year in _years_around(today)]
    if said.step:
        starts = [start for start in starts if not start <= today <= start + _SEASON]
    if direction is Direction.FUTURE:
        start = next(start for start in starts if start + _SEASON >= today)
    elif direction is Direction.PAST:
        start = next(start for start in reversed(starts) if start <= today)
    else:
        start = min(starts, key=lambda begin: abs((begin + _SEASON / 2 - today).days))
    if said.part != 4:
        return periods.year_of(start.year)
    return periods.interval(periods.month(start.year, 12), periods.month(start.year, 14))


def _weekday(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    """The nearest one that the tense allows; the day itself unless it is called the last or the next."""
    reach = _WITHIN_A_MONTH if said.day else _WITHIN_A_WEEK
    days = (today + _DAY * distance for distance in range(-reach, reach + 1))
    candidates = [day for day in days if day.isoweekday() == said.weekday]
    fitting = [day for day in candidates if day.day == said.day]
    if fitting:
        found = _nearest(fitting, today, direction) or _nearest(fitting, today, Direction.NEAREST)
        return found.isoformat() if found else None
    if said.step:
        candidates = [day for day in candidates if day != today]
    elif direction is Direction.UNTOLD and said.step is None:
        direction = Direction.PAST
    found = _nearest(candidates, today, direction)
    return found.isoformat() if found else None


def _away(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    if said.unit == "q":
        quarter = today.year * 4 + (today.month - 1) // 3 + round(said.amount)
        return f"{quarter // 4:04}-Q{quarter % 4 + 1}"
    return periods.shifted(today, said.amount, said.unit)


def _weekend(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    """The Saturday and Sunday that are last, next, or told by the tense; « ce week-end » may be today."""
    saturday = today - _DAY * ((today.isoweekday() - 6) % 7)
    within = today.isoweekday() >= 6
    if said.step == -1:
        saturday -= _DAY * 7 if within else _DAY * 0
    elif said.step == 1 or (direction is not Direction.PAST and not within):
        saturday += _DAY * 7
    return periods.interval(saturday.isoformat(), (saturday + _DAY).isoformat())


def _interval(said: Expression, today: datetime.date, direction: Direction) -> str | None:
    """Both ends in one stretch: the last by the direction, the first before it."""
    if said.first is None or said.last is None:
        return None
    last = resolve(said.last, today, direction)
    ends = periods.bounds(last) if last else None
    first = resolve(said.first, ends[1], Direction.PAST) if ends else None
    return periods.interval(first, last)


_RESOLVERS: dict[Shape, Callable[[Expression, datetime.date, Direction], str | None]] = {
    Shape.DAY: _day,
    Shape.MONTH: _month,
    Shape.QUARTER: _part_of_year("Q"),
    Shape.HALF: _part_of_year("H"),
    Shape.NUMBERED_WEEK: _part_of_year("W", 2),
    Shape.SEASON: _season,
    Shape.WEEKDAY: _weekday,
    Shape.AWAY: _away,
    Shape.WEEKEND: _weekend,
    Shape.INTERVAL: _interval,
}
