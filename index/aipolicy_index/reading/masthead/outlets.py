"""The medium that published an article, where its page says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from aipolicy_index.language.matching import fold, same_length
from aipolicy_index.model import Span
from aipolicy_index.reading.masthead.names import names_at, outlet_at, starts_with_article
from aipolicy_index.reading.masthead.patterns import has_media_word, is_rubric, scope_of
from aipolicy_index.reading.masthead.titles import is_name_like
from aipolicy_index.reading.masthead.units import Unit

_TEAM = re.compile(r"l'équipe (?:du|de la|de l'|des|de) (.{2,60}?) a contribué", re.IGNORECASE)
_FIRST_IN = re.compile(
    r"cet? (?:article|texte|tribune|entretien).{0,40}? (?:publié|paru)e? (?:initialement |d'abord )?(?:dans|sur|par) "
    r"|this (?:article|story|piece) (?:was )?(?:originally |first )?(?:appeared|published)(?: in| on| by)? ",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?P<before>\d{4}(?:\s?[-–]\s?\d{4})?\s*)?(?:by )?", re.IGNORECASE
)
_RESERVED = re.compile(r"tous droits|all rights|\b(?:19|20)\d\d\b", re.IGNORECASE)
_PICTURES = re.compile(
    r"getty|shutterstock|istock|unsplash|pexels|pixabay|adobe|alamy|sipa|epa|creative commons|flickr|wikimedia|dr\b",
    re.IGNORECASE,
)
_PUBLISHED_BY = re.compile(r"(?i:publiée?|parue?|posted|published) (?:par|dans|sur|by|in|on) (?=[^\W\d_a-zà-ÿ]|l')")
_AGENCY = re.compile(r"\(([A-Z][\w.-]{1,12}|Agence France-Presse|(?:The )?Associated Press)(?:[ /,-][^()]{1,30})?\)")
_TIME_ZONES = ("UTC", "GMT", "CET", "CEST", "EST", "EDT", "BST")
_TURN = re.compile(r"([^\W\d_][^:.?!\n]{1,30}?)\s?: .{5,}", re.DOTALL)


def named_above(units: Sequence[Unit], title: int | None, text: str) -> int | None:
    """The number of the unit above the headline that names the site, or None."""
    for place in range(title or 0):
        label = units[place].label
        if (
            not 2 < len(label) < 50
            or is_rubric(label)
            or scope_of(units[place]) is not None
            or re.search(r"[|·›>/]|\d", label)
            or len(label.split()) > 6
        ):
            continue
        is_named = is_name_like(label) and (starts_with_article(label) or "&" in label or has_media_word(label))
        if has_media_word(label) and len(label.split()) > 2 and label[0].isupper() and not label.isupper():
            return place
        if is_named and (has_media_word(label) or _is_mentioned(label, units, place, text)):
            return place
    return None


def _is_mentioned(label: str, units: Sequence[Unit], place: int, text: str) -> bool:
    """Whether the page names it again, as a newspaper does itself."""
    plain = same_length(text)
    bare = label.split(" ", 1)[1] if label.lower().startswith("the ") else label
    return bare in plain[units[place].span.end :]


def stated_in_foot(units: Sequence[Unit]) -> Iterator[str]:
    """The media that the lines below an article say it is from, the surest first."""
    for unit in units:
        if (team := _TEAM.match(unit.label)) and (name := outlet_at(team.group(1))):
            yield name
        if (first := _FIRST_IN.match(unit.label)) and (name := outlet_at(unit.label[first.end() :])):
            yield name
    for unit in units:
        if name := _copyright(unit.label):
            yield name


def _copyright(label: str) -> str | None:
    match = _COPYRIGHT.match(label)
    if match is None or len(label) > 250 or _PICTURES.search(label):
        return None
    name = outlet_at(label[match.end() :])
    if name is None:
        return None
    is_sure = _RESERVED.search(label) is not None
    return name if is_sure or starts_with_article(label[match.end() :]) or has_media_word(name) else None


def published_by(units: Sequence[Unit], places: Collection[int]) -> str | None:
    """The medium in « Publié par X », unless that is a person."""
    for place in sorted(places):
        for match in _PUBLISHED_BY.finditer(units[place].label):
            following = units[place].label[match.end() :]
            name = outlet_at(following)
            if name and (starts_with_article(following) or has_media_word(name) or names_at(following) is None):
                return name
    return None


def agency_of(text: str, opening: Span | None) -> str | None:
    """The agency that signs a dateline."""
    match = _AGENCY.search(text[opening.start : opening.end]) if opening else None
    return match.group(1) if match and match.group(1) not in _TIME_ZONES else None


def interviewer(units: Sequence[Unit]) -> str | None:
    """The medium that asks the questions of an interview, where its name stands before one: « Le Lecteur : ... ? »."""
    for unit in units:
        match = _TURN.match(unit.label)
        if match and unit.label.rstrip().endswith("?") and starts_with_article(match.group(1)):
            name = match.group(1).strip()
            if is_name_like(name) and outlet_at(name) and fold(name) not in ("le journaliste", "la journaliste"):
                return name
    return None
