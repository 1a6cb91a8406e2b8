"""When an article was published: the line that says so, a date line in the head, a dateline, the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.datelines import dateline
from aipolicy_index.model import Provenance, Span
from aipolicy_index.reading.masthead.days import Day, day_in_name, days_in, year_in_name
from aipolicy_index.reading.masthead.patterns import DATA
from aipolicy_index.reading.masthead.units import Unit

_LONGEST = 300
_MONTH = 31
_WEEKDAY = r"(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[a-zé]{0,7}\.?"
_TIME = r"\d{1,2}\s?(?:h|:|\.)\s?(?:\d{2})?(?:\s?min)?(?:\s?[ap]\.?m\.?)?"
_ZONE_NAME = r"(?:\(?(?:(?:GMT|UTC)(?:\s?[+-]\d{1,2}(?::\d\d)?)?|[A-Z]{2,4}|heure de \w+)\)?)?"
_PLACE = r"[A-ZÀ-Þ][\w'-]+(?:(?: et | and |[ -])\w[\w'-]+){0,4}"
_GAP = re.compile(
    rf"[\s:,.(–—-]*(?:(?:à |at )?{_TIME}\s?{_ZONE_NAME}[\s,]*)?(?:le |on |ce |du )?(?:{_WEEKDAY})?[\s,]*", re.IGNORECASE
)
_BARE = re.compile(
    rf"(?:{_PLACE}(?:, | (?=le )))?(?i:(?:le |on |date |(?:édition|numéro|n[°º] ?[\d ]+) d[ue] )?(?:{_WEEKDAY},? )?@"
    rf"(?:[\s,•·|–-]*(?:à |at )?{_TIME})?)\s?{_ZONE_NAME}"
    rf"(?:[\s,(–-]*(?i:par|by|updated|mise? à jour|modifiée?|maj)\b.{{0,60}})?"
)
_PARTS = re.compile(r"\s*[|•·●\\]\s*|\s*(?<!\d)/\s*|\s*/(?!\d)\s*|\s+[–—-]\s+")
_PICTURE = re.compile(r"^[^\w(\[]+")
_RELATIVE = re.compile(
    r"\s*(?:hier|aujourd'hui|ce (?:matin|soir|jour|midi)|avant-hier|il y a|à \d|yesterday|today|this|\d+ \w+ ago|at \d"
    r"|an hour|a day|\d{1,2}[:h.])",
    re.IGNORECASE,
)


class Cue(StrEnum):
    """What a date says about the article."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a line of the head or foot gives."""

    place: int
    """The unit's number."""
    cue: Cue
    day: Day


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication, and how it was found."""

    day: str | None
    provenance: Provenance | None


def dates_of(unit: Unit, place: int, language: str) -> list[Dated]:
    """The days that a line gives for its article, when it is such a line; none for running text."""
    label = unit.label
    if len(label) > _LONGEST:
        return []
    found = []
    position = 0
    for day in days_in(label, language):
        cue = _cue_before(label[position : day.start])
        position = day.end
        if cue is not None and _may_date(unit, label):
            found.append(Dated(place, cue, day))
    return found or [Dated(place, Cue.BARE, day) for day in _bare_day(label, language)]


def tells_time(unit: Unit) -> bool:
    """Whether the line only says when the article appeared or changed, without a day: « Publié hier à 16 h »."""
    if len(unit.label) > 80 or unit.is_prose:
        return False
    cues = (pattern.match(unit.label) for pattern in _cues().values())
    return any(cue is not None and _RELATIVE.match(unit.label, cue.end()) is not None for cue in cues)


def publication_of(
    dated: Sequence[Dated], opening: Sequence[Day], name: str, file_day: str | None, stated: str | None
) -> Publication:
    """The best of what tells the day; `opening` are the days of the dateline, `stated` is an ISO day from the file."""
    if stated:
        return Publication(stated, None)
    for day, provenance in _candidates(dated, opening, name):
        if day:
            return Publication(day, provenance)
    if file_day:
        return Publication(file_day, Provenance.FILE_TIME)
    return Publication(None, None)


def opening_days(text: str, unit: Unit, language: str) -> tuple[Span | None, list[Day]]:
    """The dateline that opens the unit, and the days in it."""
    opening = dateline(text, unit.span)
    if opening is None:
        return None, []
    return opening, list(days_in(text[opening.start : opening.end], language))


def stated_day(written: str | None, language: str) -> str | None:
    """The ISO day in what a file states as its date, in any form."""
    if not written:
        return None
    return next((day.iso for day in days_in(written[:100], language) if day.iso), None) or day_in_name(written[:100])


def _candidates(dated: Sequence[Dated], opening: Sequence[Day], name: str) -> Iterator[tuple[str | None, Provenance]]:
    yield from ((found.day.iso, Provenance.TEXT) for found in dated if found.cue is Cue.PUBLISHED)
    yield from (_written_or_named(day, name) for day in opening)
    for cue in (Cue.BARE, Cue.MODIFIED):
        yield from ((found.day.iso, Provenance.TEXT) for found in dated if found.cue is cue)
    yield from ((_completed(day, name), Provenance.DATELINE) for day in opening)
    yield from ((_completed(found.day, name), Provenance.TEXT) for found in dated if found.cue is not Cue.MODIFIED)
    yield day_in_name(name), Provenance.FILE_NAME


def _written_or_named(day: Day, name: str) -> tuple[str | None, Provenance]:
    """A dateline says when the article was written; a file named by another day of that month says when it appeared."""
    named = day_in_name(name)
    if day.iso and named and 0 < abs((date.fromisoformat(named) - date.fromisoformat(day.iso)).days) <= _MONTH:
        return named, Provenance.FILE_NAME
    return day.iso, Provenance.DATELINE


def _completed(day: Day, name: str) -> str | None:
    """A day without year in the year of the file's name, where its day (if it has one) is the same or the next."""
    year = year_in_name(name)
    if day.year is not None or year is None:
        return None
    iso, named = day.in_year(year).iso, day_in_name(name)
    if iso and named and abs((date.fromisoformat(named) - date.fromisoformat(iso)).days) > 1:
        return None
    return iso


def _may_date(unit: Unit, label: str) -> bool:
    """Whether a line with such words is about its article: it opens with them, or is no sentence."""
    return not unit.is_prose or any(pattern.match(label) for pattern in _cues().values())


def _cue_before(before: str) -> Cue | None:
    """What the words before a date say, when nothing but a weekday or a time stands between."""
    last: tuple[int, Cue] | None = None
    for cue, pattern in _cues().items():
        for match in pattern.finditer(before):
            if _GAP.fullmatch(before, match.end()) and (last is None or match.start() < last[0]):
                last = (match.start(), cue)
    return last[1] if last else None


def _bare_day(label: str, language: str) -> Iterator[Day]:
    """The day of a line, or of a part of it, that says nothing else but a place and a time."""
    if len(label) > 120:
        return
    for written in (label, *_PARTS.split(label)):
        part = _PICTURE.sub("", written).strip()
        days = list(days_in(part, language))
        if len(days) == 1 and _BARE.fullmatch(part[: days[0].start] + "@" + part[days[0].end :]):
            yield days[0]
            return


@cache
def _cues() -> dict[Cue, re.Pattern[str]]:
    rows = [line.split("\t") for line in data_lines("publication.tsv", DATA)]
    return {
        cue: re.compile(r"\b(?:" + "|".join(pattern for kind, _, pattern in rows if kind == cue) + ")", re.IGNORECASE)
        for cue in (Cue.PUBLISHED, Cue.MODIFIED)
    }
