"""The medium that published an article, where its page says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.matching import fold, same_length
from aipolicy_index.model import Span
from aipolicy_index.reading.masthead.claims import is_known
from aipolicy_index.reading.masthead.names import names_at, outlet_at, starts_with_article
from aipolicy_index.reading.masthead.patterns import (
    has_media_word,
    is_rubric,
    menu_owner,
    row_of,
    scope_of,
)
from aipolicy_index.reading.masthead.titles import is_motto_below, is_name_like
from aipolicy_index.reading.masthead.units import Unit

_BETWEEN_SECTIONS = re.compile(r"\s*[|>›•·]\s*|\s::\s|\s+[–—-]\s+")
_ISSUE = re.compile(
    r"\s+(?:n[°º]\s?\d|no\.? \d|issue \d|numéro \d|vol\.? ?\d|\d{1,2}[./ ])"
    r"|\s+(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che)\b"
    r"|\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:www\.)?(?P<name>[a-z\d-]{3,30})\.[a-z]{2,4}")
_DOMAIN = re.compile(r"\.(?:[a-z]{2,3}|info|news)$")
_FIRST = 3
"""Lines among which the name of a site opens its page."""
_SLOGAN = re.compile(r"\bn[°º]\s?\d|\b(?:issue|no\.|numéro) ?\d|\b(?:since|depuis) \d{4}$", re.IGNORECASE)
_PART_OF = re.compile(
    r"this (?:article|story) is part of |cet article (?:est issu|fait partie|est extrait) d[ue] ", re.IGNORECASE
)
_SUBSCRIPTION = re.compile(r"(?: Pro| Premium| Plus| Insider)+$|\+$")
_FOUNDED = re.compile(
    r"(?P<name>[^\W\d_][^.,;:]{2,50}), (?:(?:journal|quotidien|hebdomadaire|magazine|site) )?"
    r"(?:fondée?|créée?|founded|established) (?:en|par|le|in|by) [^.]{3,60}"
    r"(?:$|\. (?P<staff>direct|rédact|éditeur|editor))",
    re.IGNORECASE,
)
_HAS_READ = re.compile(
    r"\bqu(?:e |')[«“\"]\s?(?P<name>(?:Les? |La |L')?[^\W\d_a-zà-ÿ][^«»“”\"]{2,40}?)\s?[»”\"] (?:a|avait) "
    r"(?:(?:pu|également pu) (?:lire|consulter|obtenir|voir|vérifier)|consulté|lu|obtenu|vu|vérifié)e?s?\b"
)
_LEARNS = r"(?:understands|can reveal|has (?:learned|learnt|seen|reviewed|obtained))"
_NAME = r"(?P<name>(?:[A-Z][\w&'-]+ ){0,3}[A-Z][\w&'-]+)"
_WAS_SEEN = re.compile(rf"\b(?:seen|reviewed|obtained|viewed) by (?:the )?{_NAME}(?=[.,;:”\" ])")
_CORPORATE = re.compile(
    r"Media|Médias?|Group|Groupe|Newspapers?|Publications?|Publishing|Presse|Press|Éditions|Digital|Holdings?"
)
_APPLICATION = re.compile(
    r"(?i:téléchargez|download|get) (?i:(?:the |l')?(?:appli(?:cation)?|app) )?(?i:(?:de|du|of) )?"
    r"(?P<name>(?:Les? |La |L'|The )[^\W\d_a-zà-ÿ][^.,;:|]{2,40})$"
)
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
_CREDIT = re.compile(
    r"\((?:photo|crédit|illustration)s?(?: photo)?\s?:? [^()/]{3,60}/ ?(?P<name>[^()/]{4,40})\)", re.IGNORECASE
)
_PUBLISHED_BY = re.compile(r"(?i:publiée?|parue?|posted|published) (?:par|dans|sur|by|in|on) (?=[^\W\d_a-zà-ÿ]|l')")
_AGENCY = re.compile(r"\(([A-Z][\w.-]{1,12}|Agence France-Presse|(?:The )?Associated Press)(?:[ /,-][^()]{1,30})?\)")
_LONG_AGENCY = re.compile(r"\(([A-Z][\w.-]+(?: [A-Z][\w.-]+){1,3})\)")
"""« (Presse Ligne) »."""
_TIME_ZONES = ("UTC", "GMT", "CET", "CEST", "EST", "EDT", "BST")
_TURN = re.compile(r"([^\W\d_][^:.?!\n]{1,30}?)\s?: .{5,}", re.DOTALL)


def named_above(units: Sequence[Unit], title: int | None, text: str) -> tuple[int, str] | None:
    """The number of the unit above the headline that names the site, and the name; or None."""
    for place in range(title or 0):
        if is_motto_below(units, place):
            continue
        label = units[place].label
        above = sum(scope_of(unit) is None for unit in units[:place])
        if above < _FIRST and (name := _name_of_site(units, place, text)) is not None:
            return place, name
        if (name := _name_among_sections(label, units, place, text)) is not None:
            return place, name
        if (
            not 2 < len(label) < 50
            or is_rubric(label)
            or scope_of(units[place]) is not None
            or re.search(r"[|·›>/]|\d", label)
            or len(label.split()) > 6
        ):
            continue
        if has_media_word(label) and len(label.split()) > 2 and label[0].isupper() and not label.isupper():
            return place, label
        if _is_name(label, units, place, text) or (place == 0 and _has_slogan_below(units)):
            return place, label
    return None


def _name_of_site(units: Sequence[Unit], place: int, text: str) -> str | None:
    """The name that opens the page: « LE PHARE n° 12 – mardi », « le phare – enquêtes », “PINE & CO  Ideas”."""
    sections = (part.strip() for part in _BETWEEN_SECTIONS.split(units[place].label))
    parts = row_of(units[place]) or [part for part in sections if part]
    if not parts:
        return None
    if address := _ADDRESS.fullmatch(parts[0]):
        return _spelt_on_page(address["name"], units, place, text)
    name = _ISSUE.split(parts[0])[0].strip(" ,.")
    numbered = name != parts[0]
    name = _DOMAIN.sub("", name) if _spelt_on_page(_DOMAIN.sub("", name), units, place, text) else name
    if not 3 < len(name) < 40 or len(name.split()) > 6 or is_rubric(name) or any(char.isdigit() for char in name):
        return None
    spelt = _spelt_on_page(name, units, place, text)
    logo = len(parts) > 1 or numbered
    capitals = name.isupper() or is_name_like(name)
    if not capitals:
        return spelt if logo else None
    sure = has_media_word(name) or starts_with_article(name) or spelt is not None or (logo and "&" in name)
    if logo and sure:
        return name
    alone = len(parts) == 1 and not row_of(units[place])
    first = all(scope_of(unit) is not None for unit in units[:place])
    if alone and first and len(units) > place + 1 and len(row_of(units[place + 1])) > 2:
        return name
    if alone and first and name.isupper() and starts_with_article(name) and len(name.split()) > 2:
        return name
    return name if alone and len(name.split()) > 1 and _names_itself(name, units, place, text) else None


def _spelt_on_page(name: str, units: Sequence[Unit], place: int, text: str) -> str | None:
    """The name as the page below spells it, with capitals; None where it does not."""
    below = " ".join(same_length(text)[units[place].span.end :].split())
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", below, re.IGNORECASE):
        if is_name_like(match[0]):
            return match[0]
    return None


def _names_itself(name: str, units: Sequence[Unit], place: int, text: str) -> bool:
    """Whether the page speaks of itself by the last word of its name, or by its first: “reviewed by the Report”."""
    words = name.split()
    below = " ".join(same_length(text)[units[place].span.end :].split())
    last, first = re.escape(words[-1]), re.escape(words[0])
    short = rf"(?:by|told|to|du|au|par|of|from|with) (?:the |le |la )?(?:{last}|{first})\b"
    return has_media_word(name) and re.search(short, below, re.IGNORECASE) is not None


def _is_name(label: str, units: Sequence[Unit], place: int, text: str) -> bool:
    """Whether the words look like the name of a medium, and bear a word of such names or stand again on the page."""
    if not is_name_like(label) or not (starts_with_article(label) or "&" in label or has_media_word(label)):
        return False
    return has_media_word(label) or _is_mentioned(label, units, place, text)


def _name_among_sections(label: str, units: Sequence[Unit], place: int, text: str) -> str | None:
    """The name in « Le Phare — Santé », « The Beacon | Politics », « Phare Info > Région »."""
    parts = _BETWEEN_SECTIONS.split(label)
    if len(parts) < 2 or any(len(part.split()) > 5 for part in parts):
        return None
    for part in (parts[0], parts[-1]):
        if len(re.split(r"[ ']", part)) > 1 and not is_rubric(part) and _is_name(part, units, place, text):
            return part
    return None


def _has_slogan_below(units: Sequence[Unit]) -> bool:
    """Whether the first line is a name by what stands below it: a number of an issue, the year of foundation."""
    return is_name_like(units[0].label) and len(units) > 1 and _SLOGAN.search(units[1].label) is not None


def named_below(units: Sequence[Unit], title: int, metas: AbstractSet[int]) -> str | None:
    """The medium on a line of its own below the headline, beside a byline or a date (the units `metas`)."""
    for place, unit in enumerate(units[title + 1 :], title + 1):
        label = unit.label.split(", ")[0]
        if place in metas or metas.isdisjoint((place - 1, place + 1)) or len(label) > 50 or unit.is_prose:
            continue
        from_town = label != unit.label and is_name_like(label)
        if (starts_with_article(label) or from_town) and has_media_word(label) and outlet_at(label) == label:
            return label
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
        if (part := _PART_OF.match(unit.label)) and (name := outlet_at(unit.label[part.end() :])):
            yield _SUBSCRIPTION.sub("", name)
        if name := _founded(unit.label):
            yield name
    for unit in units:
        if (app := _APPLICATION.search(unit.label)) and (name := app["name"]) and starts_with_article(name):
            yield name.strip(" .!")
    for unit in units:
        if name := _copyright(unit.label):
            yield name
    for unit in units:
        if (name := menu_owner(unit.label)) and is_name_like(name):
            yield name


def _founded(label: str) -> str | None:
    """The name in « Le Phare, fondé en 1951 » and « Phare Info, créé en 2009. Directrice de la publication : ... »."""
    match = _FOUNDED.match(label)
    if match is None or not is_name_like(match["name"]):
        return None
    is_medium = match["staff"] or starts_with_article(label) or has_media_word(match["name"])
    return match["name"] if is_medium else None


def named_by_itself(text: str) -> str | None:
    """The medium that says that it saw a document: « X » where X is named in no other way.

    In French one such sentence is enough, the name in guillemets; in English two, one of them about a document.
    """
    plain = " ".join(same_length(text).split())
    for match in _HAS_READ.finditer(plain):
        if plain.count(match["name"]) == len(re.findall(rf"[«“\"]\s?{re.escape(match['name'])}\s?[»”\"]", plain)):
            return match["name"]
    for match in _WAS_SEEN.finditer(plain):
        name = re.escape(match["name"])
        seen = rf"(?:(?:seen|reviewed|obtained|viewed) by|told|tells|to|with) (?:the )?{name}\b"
        own = re.findall(rf"{seen}|\b{name} {_LEARNS}", plain)
        if len(own) > 1 and len(own) == len(re.findall(rf"\b{name}\b", plain)):
            return match["name"]
    return None


def shortened_name(name: str, text: str) -> str:
    """The name without « Media » or « Group » at its end, where the page itself or an address on it does without."""
    words = name.split()
    plain = same_length(text)
    while len(words) > 1 and _CORPORATE.fullmatch(words[-1]):
        shorter = " ".join(words[:-1])
        others = re.search(rf"(?<!\w){re.escape(shorter)}(?! {re.escape(words[-1])}|\w)", plain)
        if is_known(shorter):
            return shorter
        if others is None and not re.search(rf"\b{re.escape(''.join(words[:-1]))}\.\w", plain, re.IGNORECASE):
            break
        words.pop()
    return " ".join(words)


def _copyright(label: str) -> str | None:
    match = _COPYRIGHT.match(label)
    if match is None or len(label) > 250 or _PICTURES.search(label):
        return None
    name = outlet_at(label[match.end() :])
    if name is None:
        return None
    is_sure = _RESERVED.search(label) is not None
    return name if is_sure or starts_with_article(label[match.end() :]) or has_media_word(name) else None


def credited_photo(units: Sequence[Unit]) -> str | None:
    """The newspaper whose photographer a caption credits: « (Photo Lise Morand/La Voix de la Meuse) »."""
    for unit in units:
        match = _CREDIT.search(unit.text)
        name = outlet_at(match["name"]) if match and not _PICTURES.search(match["name"]) else None
        if name and starts_with_article(name):
            return name
    return None


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
    if opening is None:
        return None
    written = text[opening.start : opening.end]
    match = _AGENCY.search(written)
    if match and match[1] not in data_lines("agencies.tsv"):
        match = _LONG_AGENCY.search(written) or match
    return match[1] if match and match[1] not in _TIME_ZONES else None


def interviewer(units: Sequence[Unit]) -> str | None:
    """The medium that asks the questions of an interview, where its name stands before one: « Le Lecteur : ... ? »."""
    for unit in units:
        match = _TURN.match(unit.label)
        name = match.group(1).strip() if match and unit.label.rstrip().endswith("?") else ""
        could_be = name and (starts_with_article(name) or has_media_word(name)) and is_name_like(name)
        if could_be and outlet_at(name) and fold(name) not in ("le journaliste", "la journaliste"):
            return name
    return None
