"""The dates of an article: each with all its places, and the day from which it was resolved."""

from __future__ import annotations

import datetime
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from aipolicy_index.facts.dates.resolution import resolve
from aipolicy_index.facts.dates.tense import Direction, direction
from aipolicy_index.facts.page import Page
from aipolicy_index.language.dates import periods
from aipolicy_index.language.dates.expressions import Expression, Shape
from aipolicy_index.language.dates.finder import find_expressions
from aipolicy_index.language.dates.grammar import Source
from aipolicy_index.language.matching import fold
from aipolicy_index.language.remembered import remembered
from aipolicy_index.language.scanning import flat, lowered
from aipolicy_index.model import DateDetails, Fact, FactKind, Span

_BRITISH = re.compile(
    r"£|\b(?:MPs?|Labour|Tory|Tories|Whitehall|Downing Street|Westminster|Ofcom|Taoiseach|[a-z]+isation|programme)\b"
)
_JOINED = re.compile(r",? ?(?:et|ou|puis|and|or|then)?(?: (?:en|le|au|du|in|on|the))? ?$")
_EVENT_BEFORE = re.compile(r"\b(?:attentats?|attaques?|massacres?|attacks?|assaut) (?:\w+ )?(?:du|of|on) $")
_TITLED = re.compile(
    r"(?<!\w)(?:MM?\.|Mmes?|Mlles?|Me|Dr\.?|Drs|Prs?\.?|Prof\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Sir|Lady|Lord) $"
)
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ][\w'-]* $")
_DAYS = (Shape.DAY, Shape.WEEKDAY, Shape.FIXED)
_LONGEST_NAME = 40
"""Characters before a day in which a name is sought."""
_REMEMBERED, _PARAGRAPHS_BACK = 8, 2
"""Dates, and paragraphs, in which the text still speaks of a day."""
_FINENESS = {"d": 0, "w": 31, "m": 31, "q": 92, "y": 366, "10y": 3660}
"""Days that a date may have for one so many units away to be told from it."""


class _Resolved(NamedTuple):
    said: Expression
    iso: str | None
    resolved_from: str | None


def find(page: Page) -> list[Fact]:
    """The dates of a page, one fact for each period, in the order of their first places."""
    groups: dict[str, list[_Resolved]] = {}
    for date in _Reading(page).dates():
        words = fold(page.text[date.said.start : date.said.end])
        groups.setdefault(date.iso or words, []).append(date)
    return [_fact(page, dates) for dates in groups.values()]


def _fact(page: Page, dates: list[_Resolved]) -> Fact:
    main = dates[0].said
    spans = tuple(Span(date.said.start, date.said.end) for date in dates)
    words = page.text[main.start : main.end]
    details = DateDetails(dates[0].resolved_from)
    return Fact(FactKind.DATE, words, main.start, main.end, dates[0].iso, details, spans, main.rule)


@dataclass(frozen=True)
class _Reading:
    """One page read from beginning to end, with the day that it is speaking of."""

    page: Page

    @remembered
    def today(self) -> datetime.date | None:
        return periods.as_day(self.page.anchor) if self.page.anchor else None

    @remembered
    def source(self) -> Source:
        day_first = self.page.language == "fr" or _BRITISH.search(self.page.plain) is not None
        return Source(lowered(self.page.plain), flat(self.page.plain), self.page.language, day_first)

    def dates(self) -> Iterator[_Resolved]:
        sentences = [
            [said for said in find_expressions(self.source, span.start, span.end) if not self._is_name(said)]
            for span in self.page.sentences
        ]
        told = {said.iso[5:]: said.iso for line in sentences for said in line if said.iso and len(said.iso) == 10}
        spoken: deque[tuple[int, str]] = deque(maxlen=_REMEMBERED)
        paragraph, reached = 0, 0
        for line, sentence in zip(sentences, self.page.sentences, strict=True):
            paragraph += "\n" in self.page.text[reached : sentence.start]
            reached = sentence.end
            for index, said in enumerate(line):
                following = line[index + 1] if index + 1 < len(line) else None
                recent = [iso for number, iso in reversed(spoken) if paragraph - number <= _PARAGRAPHS_BACK]
                found = self._resolved(said, following, recent, told, sentence)
                if found.iso:
                    spoken.append((paragraph, found.iso))
                yield found

    def _resolved(
        self, said: Expression, following: Expression | None, recent: list[str], told: dict[str, str], sentence: Span
    ) -> _Resolved:
        if said.shape is Shape.FIXED:
            return _Resolved(said, said.iso, None)
        if following and following.shape in _DAYS and self._in_apposition(said, following):
            named = self._resolved(following, None, recent, told, sentence)
            return _Resolved(said, named.iso, named.resolved_from)
        if said.shape is Shape.SHIFT:
            return _shifted(said, recent)
        if said.shape is Shape.DAY and (same := told.get(f"{said.month:02}-{said.day:02}")):
            return _Resolved(said, same, None)
        if shared := self._shared_year(said, following):
            return _Resolved(said, shared, None)
        if self.today is None or self._is_event(said):
            return _Resolved(said, None, None)
        iso = resolve(said, self.today, self._direction(said, sentence))
        return _Resolved(said, iso, self.page.anchor if iso else None)

    def _shared_year(self, said: Expression, following: Expression | None) -> str | None:
        """The year of « 5 avril 2025 » is that of « 3 mars et 5 avril 2025 » too."""
        if said.shape not in (Shape.DAY, Shape.MONTH) or said.step is not None:
            return None
        if following and following.iso and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", following.iso):
            between = self.source.lower[said.end : following.start]
            if len(between) < 14 and _JOINED.fullmatch(between):
                return _with_year(said, int(following.iso[:4]) - (said.month > int(following.iso[5:7])))
        return None

    def _in_apposition(self, said: Expression, following: Expression) -> bool:
        """Whether a day is said twice: « le lendemain, samedi 8 avril »."""
        near = said.shape is Shape.SHIFT or said.rule == "date.relative_day"
        return near and self.source.lower[said.end : following.start] in (", ", ", le ", " (", " (le ")

    def _is_name(self, said: Expression) -> bool:
        """Whether a day of the week is somebody: « Mme Mercredi », « Solange Mercredi »."""
        if said.shape is not Shape.WEEKDAY or said.day or not self.page.plain[said.start].isupper():
            return False
        before = self.page.plain[max(0, said.start - _LONGEST_NAME) : said.start]
        named = self.page.language == "fr" and _CAPITALISED.search(before)
        return bool(named or _TITLED.search(before))

    def _is_event(self, said: Expression) -> bool:
        """Whether the day names an event of another year, « les attentats du 11 septembre »."""
        return said.shape is Shape.DAY and _EVENT_BEFORE.search(self.source.before(said.start)) is not None

    def _direction(self, said: Expression, sentence: Span) -> Direction:
        start, end = said.start - sentence.start, said.end - sentence.start
        return direction(self.source.lower[sentence.start : sentence.end], start, end, self.page.language)


def _shifted(said: Expression, recent: list[str]) -> _Resolved:
    """« la veille », « deux ans plus tôt »: from the last date said that is as fine."""
    longest = _FINENESS[said.unit]
    for iso in recent:
        base = periods.bounds(iso)
        if base and (base[1] - base[0]).days <= longest:
            return _Resolved(said, periods.shifted(base[0], said.amount, said.unit), base[0].isoformat())
    return _Resolved(said, None, None)


def _with_year(said: Expression, year: int) -> str | None:
    if said.shape is Shape.MONTH:
        return periods.month(year, said.month)
    return periods.day(year, said.month, said.day)
