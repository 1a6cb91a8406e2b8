"""From what a date expression says and the day on which it is said, to the days that it means."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from aipolicy_index.facts.dates.tense import FUTURE, NEAREST, PAST
from aipolicy_index.language.dates import periods
from aipolicy_index.language.dates.expressions import Expression, Shape

_DAY = datetime.timedelta(1)


def resolve(said: Expression, today: datetime.date, direction: int) -> str | None:
    """The ISO period of an expression said on a day, with the direction in which its year or week is sought."""
    if said.shape is Shape.FIXED:
        return said.iso
    if said.step is not None and said.step != 0:
        direction = said.step
    resolver = _RESOLVERS.get(said.shape)
    return resolver(said, today, direction) if resolver else None


def _nearest(candidates: list[datetime.date], today: datetime.date, direction: int) -> datetime.date | None:
    """Of possible days the nearest in a direction; the day itself lies in both."""
    allowed = [day for day in candidates if (day - today).days * direction >= 0]
    return min(allowed, key=lambda day: (abs((day - today).days), day), default=None)


def _years_around(today: datetime.date) -> range:
    return range(max(1, today.year - 2), min(9998, today.year + 2) + 1)


def _day(said: Expression, today: datetime.date, direction: int) -> str | None:
    """« 3 novembre »: the nearest; a weekday that is given with it decides before the tense does."""
    isos = (periods.day(year, said.month, said.day) for year in _years_around(today))
    candidates = [datetime.date.fromisoformat(iso) for iso in isos if iso]
    if said.weekday:
        fitting = [day for day in candidates if day.isoweekday() == said.weekday and abs((day - today).days) < 400]
        if fitting:
            candidates, direction = fitting, direction if len(fitting) > 1 else NEAREST
    found = _nearest(candidates, today, direction)
    return found.isoformat() if found else None


def _month(said: Expression, today: datetime.date, direction: int) -> str | None:
    """« en mars »: the nearest; this month lies in both directions, unless it is called the last or the next."""
    distance = (said.month - today.month) % 12
    if said.step and not distance:
        distance = 12
    back = (12 - distance) % 12 if not said.step else 12 - distance or 12
    ahead = distance
    forward = direction == FUTURE or (direction == NEAREST and ahead < back and ahead <= 2)
    return periods.month(today.year, today.month + (ahead if forward else -back))


def _part_of_year(length: int, letter: str) -> Callable[[Expression, datetime.date, int], str | None]:
    def resolver(said: Expression, today: datetime.date, direction: int) -> str | None:
        spans = [(year, periods.bounds(f"{year:04}-{letter}{said.part}")) for year in _years_around(today)]
        if direction == FUTURE:
            fitting = [year for year, span in spans if span and span[1] >= today]
            year = min(fitting, default=0)
        elif direction == PAST:
            year = max((year for year, span in spans if span and span[0] <= today), default=0)
        else:
            year = min(spans, key=lambda item: abs((item[1][0] - today).days) if item[1] else 0)[0]
        return f"{year:04}-{letter}{said.part}" if year else None

    return resolver


def _season(said: Expression, today: datetime.date, direction: int) -> str | None:
    """A season as its year; a winter, which belongs to two years, as its three months."""
    begins = {1: 3, 2: 6, 3: 9, 4: 12}[said.part]
    starts = [datetime.date(year, begins, 1) for year in _years_around(today)]
    ends = [(start, start + datetime.timedelta(91)) for start in starts]
    if said.step == 0 or (direction == NEAREST and said.step is None):
        start = min(ends, key=lambda pair: min(abs((pair[0] - today).days), abs((pair[1] - today).days)))[0]
    elif direction == FUTURE:
        start = next((begin for begin, end in ends if (begin if said.step else end) > today), starts[-1])
    else:
        fitting = [begin for begin, end in ends if (end if said.step else begin) <= today]
        start = fitting[-1] if fitting else starts[0]
    if said.part != 4:
        return periods.year_of(start.year)
    return periods.interval(periods.month(start.year, 12), periods.month(start.year, 14))


def _weekday(said: Expression, today: datetime.date, direction: int) -> str | None:
    """The nearest one that the tense allows; the day itself unless it is called the last or the next."""
    reach = 7 if not said.day else 45
    candidates = [today + _DAY * n for n in range(-reach, reach + 1) if (today + _DAY * n).isoweekday() == said.weekday]
    if said.day:
        fitting = [day for day in candidates if day.day == said.day]
        found = _nearest(fitting, today, direction) or _nearest(fitting, today, NEAREST)
        return found.isoformat() if found else None
    if said.step:
        candidates = [day for day in candidates if day != today]
    elif direction == NEAREST and said.step is None:
        direction = PAST
    found = _nearest(candidates, today, direction)
    return found.isoformat() if found else None


def _away(said: Expression, today: datetime.date, direction: int) -> str | None:
    if said.unit == "q":
        quarter = today.year * 4 + (today.month - 1) // 3 + round(said.amount)
        return f"{quarter // 4:04}-Q{quarter % 4 + 1}"
    return periods.shifted(today, said.amount, said.unit)


def _weekend(said: Expression, today: datetime.date, direction: int) -> str | None:
    saturday = today - _DAY * ((today.isoweekday() - 6) % 7)
    within = today.isoweekday() >= 6
    if said.step == -1:
        saturday -= _DAY * 7 if within else _DAY * 0
    elif said.step == 1 or (direction != PAST and not within):
        saturday += _DAY * 7
    return periods.interval(saturday.isoformat(), (saturday + _DAY).isoformat())


def _interval(said: Expression, today: datetime.date, direction: int) -> str | None:
    """Both ends in one stretch: the last by the direction, the first before it."""
    if said.first is None or said.last is None:
        return None
    last = resolve(said.last, today, direction)
    ends = periods.bounds(last) if last else None
    first = resolve(said.first, ends[1], PAST) if ends else None
    return periods.interval(first, last)


_RESOLVERS: dict[Shape, Callable[[Expression, datetime.date, int], str | None]] = {
    Shape.DAY: _day,
    Shape.MONTH: _month,
    Shape.QUARTER: _part_of_year(3, "Q"),
    Shape.HALF: _part_of_year(6, "H"),
    Shape.SEASON: _season,
    Shape.WEEKDAY: _weekday,
    Shape.AWAY: _away,
    Shape.WEEKEND: _weekend,
    Shape.INTERVAL: _interval,
}
