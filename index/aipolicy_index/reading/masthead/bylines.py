"""Who wrote an article, where a line above or below it says so; and the medium that the same line names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aipolicy_index.reading.masthead.claims import is_known
from aipolicy_index.reading.masthead.names import names_at, outlet_at, starts_with_article
from aipolicy_index.reading.masthead.patterns import has_media_word, is_role_name, is_rubric, role_pattern
from aipolicy_index.reading.masthead.units import Unit

_LONGEST = 300
_CUE = re.compile(
    r"(?:par|by|textes? (?:de|par|:)|textes?(?= [A-ZÀ-Þ])|un (?:article|reportage|récit) de|propos recueillis par"
    r"|recueillis? par|écrit par|rédigé par|written by|reported by|story by|words by|interview by"
    r"|auteure?s?\s*:|autrices?\s*:|authors?\s*:)\s*:?\s+",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"(?:[|•·–—]|\s-|\d,?)\s*(?i:par|by|propos recueillis par)\s+(?=[^\W\d_a-zà-ÿ])")
_NAMELESS = re.compile(
    r"(?i:par|by) (?:(?i:la rédaction|la redaction|l'équipe|notre rédaction|staff|the editors)|[^\W\d_a-zà-ÿ][\w.-]+)"
    r"(?:\s?(?:,|avec|with|et|and|\().{0,50})?"
)
"""A byline that names no person: « Par AFP », « Par la rédaction »."""
_CORRESPONDENT = re.compile(r"de (?:notre|nos) (?:correspond|envoyé)[^,:]{0,60}[,:]\s*", re.IGNORECASE)
_WITH_AGENCY = re.compile(
    r"\s*\(?(?:avec|with|and|et)\s+(?:l')?(?:agences?|AFP|Reuters|AP|ATS|Belga|[A-Z][\w-]{2,15})\)?\.?$"
)
_WHERE = re.compile(
    r",? \(?(?:in|from|reporting from|à|en|au|aux|depuis) (?!collaboration|partenariat)"
    r"[A-ZÀ-Þ][\w'-]+(?: [\w'-]+){0,3}\)?$"
)
"""« Lise Morand, à Lyon », “Mary Holt in Singapore”."""
_MEDIUM = re.compile(r"\s*(?:[,|•·]|\s[–—-]\s|\()\s*(?:pour |for )?(?P<name>[A-ZÀ-Þ][^,|•·()\d]{2,40}?)\)?")
_BEFORE_DATE = re.compile(
    r"\s?[,|•·–—-]\s?(?:le |on )?(?:\d|[a-zé]{3,9}\.? \d{1,2},? \d{4}|(?:lun|mar|mercre|jeu|vendre|same|diman)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_AND_MORE = re.compile(r",\s|\s(?:et|and|&)\s")
_EMPLOYER = re.compile(r"\b(?:pour|for) (?=(?:le |la |les |l'|the )?[^\W\d_a-zà-ÿ])")
_WRITES = re.compile(r",\s+[^\W\d_][^,.]{2,60},\s+(?:écrit|tient|collabore|blogue|publie|writes|blogs|covers)\b")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of the author; each part may be missing."""

    author: str | None = None
    outlet: str | None = None


def byline_of(unit: Unit) -> Byline | None:
    """The byline that the unit is or holds (« Par X », « ... | by X », « De notre envoyé, X »), or None."""
    label = unit.label
    if len(label) > _LONGEST or (unit.is_prose and not _CUE.match(label)):
        return None
    for start in _starts(label):
        if names := names_at(label[start:]):
            short = has_media_word(names) and len(names.split()) < 3
            if starts_with_article(names) or short or is_known(names):
                return Byline(outlet=outlet_at(names))
            if not unit.is_prose or len(label) < start + len(names) + 60:
                return Byline(author=names)
    return Byline() if _NAMELESS.fullmatch(label) else None


def named_alone(unit: Unit) -> str | None:
    """The names that the line consists of, a role or an agency in brackets apart; None for anything else."""
    label = unit.label
    if len(label) > 120 or unit.is_prose or unit.given is not None or is_rubric(label):
        return None
    bare = _WHERE.sub("", _WITH_AGENCY.sub("", label))
    if medium := medium_beside(bare):
        return names_at(bare) if len(bare) < len(medium) + 60 else None
    names = _before_role(bare) or names_at(bare, alone=True)
    if names is None or starts_with_article(names):
        return None
    if has_media_word(" ".join(word for word in names.split() if "-" not in word)):
        return None
    return names


def medium_beside(label: str) -> str | None:
    """The medium behind a name: « Lise Morand, La Voix de la Meuse », “By Mary Holt (The Harbour Post)”."""
    cue = _CUE.match(label)
    written = label[cue.end() :] if cue else label
    names = names_at(written)
    found = _MEDIUM.fullmatch(written[len(names) :]) if names and not starts_with_article(names) else None
    if found is None or is_role_name(found["name"]) or outlet_at(found["name"]) is None:
        return None
    name = found["name"]
    return name if (starts_with_article(name) and len(name.split()) > 1) or has_media_word(name) else None


def named_before_date(unit: Unit) -> str | None:
    """The names with which a date line begins: « Nolwenn Quémener, 12/07/24 à 15h20 »."""
    names = names_at(unit.label)
    if names is None or starts_with_article(names) or has_media_word(names) or is_rubric(names) or unit.is_prose:
        return None
    return names if _BEFORE_DATE.match(unit.label, len(names)) else None


def _before_role(label: str) -> str | None:
    """The name before a role: two words where no comma ends it (« Ann Lee Brussels correspondent »)."""
    match = _name_and_role().fullmatch(label)
    if match is None:
        return None
    name, comma, _ = match.group(1).partition(",")
    return names_at(name, alone=True) if comma else names_at(" ".join(name.split()[:2]), alone=True)


def is_signed_with_role(unit: Unit) -> bool:
    """Whether the line is a name that an agency in brackets or a role marks as an author's."""
    bracket = re.search(r"\((?:avec|with) [^()]{2,40}\)$", unit.label)
    return named_alone(unit) is not None and bool(bracket or _name_and_role().fullmatch(unit.label))


def note_of(unit: Unit) -> Byline | None:
    """The author's note that the unit is (« X est journaliste ... pour le Y. »), or None. Only outside the body."""
    label = unit.label
    if len(label) > _LONGEST:
        return None
    names = names_at(label)
    if names is None:
        return None
    rest = label[len(names) :]
    if _WRITES.match(rest):
        return Byline(author=names)
    match = _note().match(rest)
    if match is None:
        return None
    employer = _EMPLOYER.search(rest, match.end())
    return Byline(author=names, outlet=outlet_at(rest[employer.end() :]) if employer else None)


def is_role(unit: Unit) -> bool:
    """Whether the line is nothing but a journalist's role, as below a name."""
    return len(unit.words) < 6 and not unit.is_prose and is_role_name(unit.label)


def is_about(unit: Unit, author: str) -> bool:
    """Whether the line begins with the name of an author who is known, as the notes below an article do."""
    first = _AND_MORE.split(author)[0]
    return len(unit.label) <= _LONGEST and unit.label.startswith(first)


def author_in_box(units: Sequence[Unit], opener: int) -> str | None:
    """The name that stands below « À propos de l'auteur »."""
    below = units[opener + 1 : opener + 2]
    return names_at(below[0].label, alone=len(below[0].label) < 60) if below and below[0].text[0].isalpha() else None


def _starts(label: str) -> list[int]:
    starts = []
    if cue := _CUE.match(label):
        starts.append(cue.end())
    if away := _CORRESPONDENT.match(label):
        starts.append(away.end())
    starts.extend(match.end() for match in _INSIDE.finditer(label))
    return starts


@cache
def _name_and_role() -> re.Pattern[str]:
    roles = f"{role_pattern('fr')}|{role_pattern('en')}"
    where = r"(?:\s+(?:à|au|aux|en|in|at|de|du|des|for)\s+.{2,40})?"
    return re.compile(rf"(.{{4,80}}?\s)(?:{roles}){where}", re.IGNORECASE)


@cache
def _note() -> re.Pattern[str]:
    roles = f"{role_pattern('fr')}|{role_pattern('en')}"
    return re.compile(rf"\s+(?:est|sont|is|are)\s+(?:[\w'-]+\s+){{0,6}}?(?:{roles})\b", re.IGNORECASE)
