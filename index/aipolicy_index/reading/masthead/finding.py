"""Everything about an article that its page says, each with how it was found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from aipolicy_index.language.cleaning import clean_line
from aipolicy_index.language.detection import vote
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Provenance, Zone, ZoneKind
from aipolicy_index.reading.masthead import bylines, labels, publication, titles
from aipolicy_index.reading.masthead.claims import Sign, known_at
from aipolicy_index.reading.masthead.furniture import furniture_among, headings_among
from aipolicy_index.reading.masthead.medium import find_outlet
from aipolicy_index.reading.masthead.outlets import agency_of
from aipolicy_index.reading.masthead.patterns import row_of, scope_of
from aipolicy_index.reading.masthead.search import HEAD, Search
from aipolicy_index.reading.masthead.signatures import find_bylines, is_told_of
from aipolicy_index.reading.masthead.units import Unit, units_of
from aipolicy_index.reading.page import RawPage, Stated

_HOST = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*?(?P<label>[\w-]{2,40})\.(?:co\.uk|com\.\w\w|[a-z]{2,6})/?", re.IGNORECASE
)
"""A site's address where a page should state its name: a name on the page is better."""
_PICTURES = re.compile(r"^(?:#+\s+|[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff\s]+)")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What was found; `provenance` says how, for each field that has a value."""

    title: str | None
    standfirst: str | None
    author: str | None
    outlet: str | None
    published: str | None
    language: str
    derived_title: str
    provenance: Mapping[str, Provenance]
    zones: tuple[Zone, ...]


def find_masthead(text: str, page: RawPage, name: str, file_day: str | None) -> Masthead:
    """The masthead of a cleaned text. `name` is its file's; `file_day` the day of the file, used as a last resort."""
    units = units_of(text, page.zones)
    finding = Search(text, units, _language(text, page.stated))
    _take_stated(finding, page.stated)
    _find_dates(finding, name, file_day)
    find_bylines(finding)
    _find_labels(finding)
    _find_titles(finding)
    find_outlet(finding)
    finding.set("outlet", clean_line(page.stated.outlet or ""), page.stated.provenance)
    _find_zones(finding)
    return _result(finding, page)


def _language(text: str, stated: Stated) -> str:
    said = (stated.language or "")[:2].lower()
    return said if said in ("fr", "en") else vote(text)


def _take_stated(finding: Search, stated: Stated) -> None:
    title, outlet = clean_line(stated.title or ""), clean_line(stated.outlet or "")
    if stated.provenance is Provenance.METADATA and (not outlet or _HOST.fullmatch(outlet)):
        title, site = labels.without_site(title)
        finding.claim(site, Sign.SUFFIX)
    if host := _HOST.fullmatch(outlet):
        finding.claim(known_at(host["label"].lower()), Sign.ADDRESS)
        outlet = ""
    finding.set("title", title, stated.provenance)
    finding.set("author", clean_line(stated.author or ""), stated.provenance)
    finding.set("outlet", outlet, stated.provenance)
    said = (stated.language or "")[:2].lower()
    finding.set("language", finding.language, stated.provenance if said == finding.language else Provenance.DERIVED)
    finding.set("published", publication.stated_day(stated.published, finding.language), stated.provenance)
    if stated.standfirst and stated.provenance is Provenance.FRONT_MATTER:
        finding.set("standfirst", clean_line(stated.standfirst), stated.provenance)


def _find_dates(finding: Search, name: str, file_day: str | None) -> None:
    dated = []
    near = range(min(HEAD, len(finding.units)))
    for place in (*near, *(place for place in finding.foot if place not in near)):
        unit = finding.units[place]
        in_line = publication.dates_of(unit, place, finding.language)
        in_line = [
            found for found in in_line if _may_stand_bare(finding, place) or found.cue is not publication.Cue.BARE
        ]
        dated.extend(in_line)
        if in_line or publication.tells_time(unit):
            finding.kinds[place] = ZoneKind.PUBLICATION
    for place in finding.head:
        finding.opening, finding.opening_days = publication.opening_days(
            finding.text, finding.units[place], finding.language
        )
        if finding.opening:
            if finding.opening.end >= finding.units[place].span.end:
                finding.kinds.setdefault(place, ZoneKind.PUBLICATION)
            break
    found = publication.publication_of(dated, finding.opening_days, name, file_day, finding.values.get("published"))
    if found.day and found.provenance:
        finding.set("published", found.day, found.provenance)


def _may_stand_bare(finding: Search, place: int) -> bool:
    """Whether a mere date there is the article's: in the head, and not below a first paragraph without headline."""
    return place in finding.head and not (place > 0 and finding.units[0].is_prose)


def _find_labels(finding: Search) -> None:
    """What the head says of itself: « Titre : », “Source:”, « Le Phare, lundi 12 mai 2025 »."""
    for place in finding.head:
        unit = finding.units[place]
        if (outlet := labels.outlet_with_date(unit)) or (outlet := labels.labelled_outlet(unit)):
            finding.kinds[place] = ZoneKind.PUBLICATION
            finding.claim(outlet, Sign.STATED, place=place)
        elif "title" not in finding.values and (title := labels.labelled_title(unit)):
            finding.kinds[place] = ZoneKind.TITLE
            finding.set("title", title, Provenance.TEXT)


def _find_titles(finding: Search) -> None:
    taken = set(finding.kinds) | {place for place in finding.head if _is_no_headline(finding.units[place])}
    place = (
        _stated_title(finding) if "title" in finding.values else titles.find_title(finding.text, finding.units, taken)
    )
    if place is None:
        if "title" not in finding.values:
            return
        place = -1
    else:
        finding.kinds[place] = ZoneKind.TITLE
        written = _written(finding, place)
        title, site = labels.without_site(written)
        if site and "|" not in written and agency_of(finding.text, finding.opening) not in (None, site):
            title, site = written, None
        finding.set("title", title, Provenance.TEXT)
        finding.claim(site, Sign.SUFFIX, place=place)
    metas = {number for number, kind in finding.kinds.items() if kind in (ZoneKind.BYLINE, ZoneKind.PUBLICATION)}
    if finding.opening:
        metas |= {number for number in finding.head if finding.units[number].span.start == finding.opening.start}
    below = titles.find_standfirst(finding.units, place, metas, taken - metas)
    if below is not None and below not in finding.kinds and below not in metas:
        finding.kinds[below] = ZoneKind.STANDFIRST
        finding.set("standfirst", _written(finding, below), Provenance.TEXT)


def _is_no_headline(unit: Unit) -> bool:
    """Whether the line is furniture or a row of sections."""
    return scope_of(unit) is not None or bool(row_of(unit))


def _stated_title(finding: Search) -> int | None:
    """Where the title that the file states stands in the text."""
    stated = fold(finding.values["title"])
    return next((place for place in finding.head if fold(finding.units[place].label) == stated), None)


def _written(finding: Search, place: int) -> str:
    span = finding.units[place].span
    return _PICTURES.sub("", clean_line(finding.text[span.start : span.end]))


def _find_zones(finding: Search) -> None:
    title = next((place for place, kind in finding.kinds.items() if kind is ZoneKind.TITLE), None)
    for place in range(title or 0):
        finding.kinds.setdefault(place, ZoneKind.FURNITURE)
    for place in finding.head:
        if title is not None and place > title and row_of(finding.units[place]):
            finding.kinds.setdefault(place, ZoneKind.FURNITURE)
    _sign_outlet_line(finding, title)
    taken = set(finding.kinds)
    for place in furniture_among(finding.units, taken):
        finding.kinds[place] = ZoneKind.FURNITURE
    first = (title if title is not None else -1) + 1
    for place in headings_among(finding.units, first, finding.kinds):
        finding.kinds[place] = ZoneKind.HEADING


def _sign_outlet_line(finding: Search, title: int | None) -> None:
    """A line of the head that repeats the outlet (« Le Fleuve, à Québec ») is byline, and a name above it."""
    outlet = fold(finding.values.get("outlet", ""))
    if not outlet or title is None:
        return
    for place in finding.head:
        label = fold(finding.units[place].label)
        if place > title and label.startswith(outlet) and len(label) < len(outlet) + 30:
            finding.kinds.setdefault(place, ZoneKind.BYLINE)
            _sign_name(finding, place - 1, title)


def _sign_name(finding: Search, place: int, title: int) -> None:
    names = bylines.named_alone(finding.units[place])
    if names and place > title and place not in finding.kinds and not is_told_of(finding, names, place):
        finding.kinds[place] = ZoneKind.BYLINE
        finding.set("author", names, Provenance.TEXT)


def _result(finding: Search, page: RawPage) -> Masthead:
    zones = [Zone(finding.units[place].span, kind) for place, kind in finding.kinds.items()]
    zones += [zone for zone in page.zones if zone.kind is ZoneKind.FURNITURE]
    if finding.opening and not any(zone.span.overlaps(finding.opening) for zone in zones):
        zones.append(Zone(finding.opening, ZoneKind.PUBLICATION))
    values = finding.values
    derived = (
        "" if "title" in values else titles.derived_title(finding.text, finding.units, finding.kinds, finding.language)
    )
    return Masthead(
        title=values.get("title"),
        standfirst=values.get("standfirst"),
        author=values.get("author"),
        outlet=values.get("outlet"),
        published=values.get("published"),
        language=finding.language,
        derived_title=derived,
        provenance=dict(finding.provenance),
        zones=tuple(sorted(zones)),
    )
