"""Heads that say what each line is, « Titre : … », “Source: …”; and the site in a headline or a date line."""

from __future__ import annotations

import re
from functools import cache

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.matching import same_length
from aipolicy_index.reading.masthead.claims import is_agency, is_known
from aipolicy_index.reading.masthead.names import names_at, outlet_at, starts_with_article
from aipolicy_index.reading.masthead.patterns import DATA, has_media_word, is_rubric
from aipolicy_index.reading.masthead.titles import is_name_like
from aipolicy_index.reading.masthead.units import Unit

_SUFFIX = re.compile(r"(?P<title>.{20,}?)\s+(?P<mark>[|–—-])\s+(?P<name>[^|]{2,40})")
_DATED = re.compile(
    r"(?P<name>[^,:|•·●\d]{4,45}),? (?:le |du |édition du )?(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)?,? ?(?:\d{1,2}(?:er)? \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4})\b.{0,20}",
    re.IGNORECASE,
)


@cache
def _labelled(what: str, said: str) -> re.Pattern[str]:
    """A line of the sort « Titre : … », by the words of data/labels.tsv."""
    words = dict(line.split("\t") for line in data_lines("labels.tsv", DATA))[what]
    return re.compile(rf"(?:{words})\s*:\s*{said}", re.IGNORECASE)


def labelled_title(unit: Unit) -> str | None:
    """The headline in « Titre : … », “Subject: …”."""
    match = _labelled("title", r"(?P<said>\S.+)").fullmatch(unit.label)
    return match["said"] if match else None


def labelled_outlet(unit: Unit) -> str | None:
    """The medium in « Source : Le Phare », “From: The Beacon <news@…>”."""
    match = _labelled("outlet", r"(?P<said>[^<>]{2,60}?)(?:\s*<[^>]*>)?").fullmatch(unit.label)
    name = match["said"].strip() if match else ""
    is_person = names_at(name, alone=True) is not None and not (has_media_word(name) or "&" in name)
    return name if outlet_at(name) and not is_person and is_name_like(name) and len(name.split()) < 7 else None


def outlet_with_date(unit: Unit) -> str | None:
    """The medium in « Le Phare, lundi 12 mai 2025, p. 4 »."""
    match = _DATED.fullmatch(unit.label)
    name = match["name"].strip(" –—-") if match else ""
    if re.search(r"\s[–—-]\s", name):
        return None
    named = bool(name) and is_name_like(name) and (starts_with_article(name) or has_media_word(name))
    return name if named and not is_rubric(name) else None


def without_site(title: str) -> tuple[str, str | None]:
    """A headline without the name of the site at its end, « … | Phare Info », « … - Le Phare », and that name."""
    match = _SUFFIX.fullmatch(same_length(title))
    if match is None or is_rubric(match["name"]) or not is_name_like(match["name"]) or len(match["name"].split()) > 6:
        return title, None
    sure = match["mark"] == "|" or has_media_word(match["name"]) or starts_with_article(match["name"])
    sure = sure or is_known(match["name"]) or is_agency(match["name"])
    return (title[: match.end("title")], match["name"]) if sure and len(match["title"].split()) > 3 else (title, None)
