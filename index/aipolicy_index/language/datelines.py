"""Datelines: the place, day and agency that open a dispatch, « PARIS, 3 mars (AFP) – »."""

from __future__ import annotations

import re
from functools import cache

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.model import Span

_LONGEST = 120
_WORD = r"[A-ZÀ-ÖØ-Þ](?:[\w’'.]|-(?=\w))*+"
"""Possessive: a place is cut in one way only, so that hostile capitals and hyphens cost no more than others."""
_PLACE = rf"{_WORD}(?: (?:{_WORD}|sur|sous|en|de|la|le|les|lès|du|des|et|of|the|upon|and)){{0,5}}"
_TIME = (
    r"(?:,? (?:à |at )?\d{1,2} ?(?:h|:|\.) ?\d{0,2}(?: ?[ap]\.?m\.?)?(?: \(?(?:UTC|GMT|[A-Z]{2,4})(?:[+-]\d+)?\)?)?)?"
)
_ANY_AGENCY = r"(?:\((?:[A-Z]{2,10}|[A-Z][a-z]{2,9})(?:[ /,-][^()\n]{1,30})?\)|/[A-Z][\w ]{2,20}/)"
_DASH = r" ?[.,]? ?(?:[–—]|--?(?= )|:(?= ))"
_NEXT = r"(?=\s*(?:[A-ZÀ-ÖØ-Þ«“\"'‘(]|\d(?!\d?\s?[:h])|$))"


_OPENING = re.compile(r"[A-ZÀ-ÖØ-Þ\d(]")
_CLOSING = re.compile(r"[–—]|[-\u2011:]\s")
"""Signs that every dateline has: most paragraphs lack one, and need no form tried."""


def dateline(text: str, paragraph: Span) -> Span | None:
    """The dateline that opens the paragraph, its dash included, or None."""
    head = text[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST)].replace("\n", " ")
    if not _OPENING.match(head) or not _CLOSING.search(head):
        return None
    head = head.translate({0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2011: "-"})
    for needed, form in _forms():
        if needed.search(head) and (match := _compiled(form).match(head)):
            return Span(paragraph.start, paragraph.start + match.end())
    return None


def month_names() -> str:
    """A pattern for the name of a month in either language, lower case, the longest forms first."""
    forms = {form for line in data_lines("months.tsv") for form in line.split("\t")[2].split()}
    return "|".join(sorted(forms, key=len, reverse=True))


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form + _NEXT)


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The forms of datelines in the order in which they are tried, each after what it cannot do without."""
    month = rf"(?i:{month_names()})\.?"
    year = r"(?:,? \d{4})"
    named_day = rf"\d{{1,2}}(?:er|st|nd|rd|th)? {month}{year}?|{month} \d{{1,2}}{year}?"
    day = rf"(?:(?:le |on )?(?:[a-zA-Z]{{3,9}}\.?,? )?(?:{named_day}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}))"
    dated = rf"\d{{1,2}}(?:er)? {month} \d{{4}}{_TIME}"
    place = rf"{_PLACE}(?:/{_PLACE}){{0,2}}(?:,? ?\([^()\n]{{2,30}}\)|, {_PLACE}){{0,2}}"
    agency = rf"\((?:{'|'.join(map(re.escape, data_lines('agencies.tsv')))})(?:[ /,-][^()\n]{{1,30}})?\)"
    capitals = r"(?:[A-ZÀ-ÖØ-Þ]{5,}|[A-ZÀ-ÖØ-Þ]{2,}(?:[ ’'-]+[A-ZÀ-ÖØ-Þ]{2,}){1,3})(?:, [A-Z][a-z]+\.?)?"
    forms = {
        rf"{place}, {day}{_TIME},? ?{_ANY_AGENCY}{_DASH}": r"\d.*[(/]",
        rf"{place}{_TIME},? ?{agency}{_DASH}": r"\(",
        rf"[A-ZÀ-ÖØ-Þ]{{3,}}(?:[ -][A-ZÀ-ÖØ-Þ]{{2,}}){{0,3}}(?:, {_PLACE})? {_ANY_AGENCY}{_DASH}": r"[(/]",
        rf"{_PLACE}(?:, {_PLACE}|,? \([^()\n]{{2,30}}\)){{0,2}}, {day}{_TIME}{_DASH}": r", .*\d",
        rf"{dated}(?:, {place})? ?{_DASH}": r"^\d",
        rf"{agency}{_DASH}": r"^\(",
        rf"{capitals} ?[–—]": "[–—]",
    }
    return tuple((re.compile(needed), form) for form, needed in forms.items())
