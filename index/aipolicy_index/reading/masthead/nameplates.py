"""The name of a medium beside its headline, told by what shares its line or by how the page calls itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from aipolicy_index.language.datafiles import data_words
from aipolicy_index.language.matching import same_length
from aipolicy_index.reading.masthead.bylines import medium_beside
from aipolicy_index.reading.masthead.days import days_in
from aipolicy_index.reading.masthead.names import starts_with_article
from aipolicy_index.reading.masthead.patterns import DATA, has_media_word, is_rubric, row_of, scope_of
from aipolicy_index.reading.masthead.titles import is_name_like
from aipolicy_index.reading.masthead.units import Unit

_PARTS = re.compile(r"\s*[|>›•·●]\s*|\s/\s|\s::\s|\s+[–—-]\s+|:\s+(?=[A-ZÀ-Þ])")
_BEFORE_DAY = re.compile(r",\s+(?:le )?(?=\d|[A-ZÀ-Þa-zà-ÿ]{3,9}\.? \d|[a-zA-Zé]{3,9}(?:di|che|day)\b)")
_DOMAIN = re.compile(r"\.(?:news|info|media|fr|ch|be|ca|com|org|net|eu|co\.uk)$")
_BUTTONS = re.compile(r"(?:\[[^\[\]]{2,30}\]\s*){2,}")
_NUMBERED = re.compile(r"\d\d (?=[^\W\d_a-zà-ÿ])")
"""« 24 Heures »."""
_LONGEST, _WORDS = 45, 6
_ABOVE = 3
"""Lines above a headline among which the name of the page stands; as many below it."""
_SHORTEST_CALL = 4
"""Letters of a word by which a page may call itself."""


def nameplate(
    units: Sequence[Unit], title: int, dates: Collection[int], text: str, language: str
) -> tuple[int, str] | None:
    """The number of the unit that bears the medium's name, and the name; `dates` are the units that give the day."""
    for place in range(min(title, _ABOVE)):
        if name := _name_above(units, place, title, dates, text, language):
            return place, name
    for place in range(title + 1, min(title + 1 + _ABOVE, len(units))):
        if not units[place].is_prose and (name := medium_beside(units[place].label)):
            return place, name
    below = range(title + 1, min(title + 1 + _ABOVE, len(units)))
    for place in (*range(title), *below):
        if place in dates and (name := _beside_day(units[place], text, language)):
            return place, name
    return None


def _name_above(
    units: Sequence[Unit], place: int, title: int, dates: Collection[int], text: str, language: str
) -> str | None:
    unit = units[place]
    if unit.is_prose or len(unit.label) > 120 or _BUTTONS.fullmatch(unit.label):
        return None
    first, *rest = [part.strip("*_ ") for part in _parts(unit.label)] or [""]
    name = _DOMAIN.sub("", first)
    if not _may_name(name) or scope_of(unit) is not None:
        return None
    beside = bool(rest) and all(_tells_day(part, language) or is_rubric(part) for part in rest)
    if _calls_itself(name, units[place + 1 :], text) or (beside and _is_sure(name)):
        return name
    if place or rest or title < 2:
        return None
    dotted = name != first and _stands_again(name, unit, text)
    beneath = units[1]
    logo = _BUTTONS.fullmatch(beneath.label) is not None or len(row_of(beneath)) > 2
    if dotted or starts_with_article(name) or (logo and _stands_again(name, unit, text)):
        return name
    headed = len(name.split()) > 1 and not _has_section(name) and (is_rubric(beneath.label) or 1 in dates)
    return name if headed and not _is_told_of(name, units[1:]) else None


def _has_section(name: str) -> bool:
    """Whether a word of the name is that of a section: « Santé publique » stands above no rubric as a medium."""
    return any(is_rubric(word) for word in re.split(r"[\s'’&-]+", name) if word)


def _is_told_of(name: str, below: Sequence[Unit]) -> bool:
    """Whether paragraphs speak of what bears the name, as they do of a topic, a person or a town."""
    last = same_length(name).split()[-1]
    return any(last in unit.text for unit in below if unit.is_prose)


def _beside_day(unit: Unit, text: str, language: str) -> str | None:
    """« Phare Info • Mis à jour le 3 mars », « Lise Morand – Le Phare – 3 mars », “By X | The Beacon | May 3”."""
    parts = [part.strip("*_ ") for part in _parts(unit.label)]
    if len(parts) < 2 or not any(_tells_day(part, language) for part in parts[1:]):
        return None
    for part in parts[:2]:
        if _may_name(part) and not _tells_day(part, language) and (_is_sure(part) or _stands_again(part, unit, text)):
            return part
    return None


def _parts(label: str) -> Iterator[str]:
    """The parts of a line, a day after a comma apart."""
    for part in _PARTS.split(label):
        yield from (piece.strip() for piece in _BEFORE_DAY.split(part) if piece.strip(" ,."))


def _may_name(name: str) -> bool:
    """Whether the words could be a medium's name, by their length and capitals."""
    if not 3 < len(name) < _LONGEST or len(name.split()) > _WORDS or is_rubric(name):
        return False
    if any(char.isdigit() for char in _NUMBERED.sub("", name)) or name[-1] in ".?!":
        return False
    titled = name[0].isupper() and has_media_word(name.split()[0].split("'")[0])
    return (
        is_name_like(name)
        or (titled and len(name.split()) > 1)
        or (starts_with_article(name) and _second(name)[:1].isupper())
    )


def _is_sure(name: str) -> bool:
    return (
        has_media_word(name)
        or _NUMBERED.match(name) is not None
        or (starts_with_article(name) and _second(name)[:1].isupper())
    )


def _second(name: str) -> str:
    words = re.split(r"[\s'’]+", name)
    return words[1] if len(words) > 1 else ""


def _tells_day(part: str, language: str) -> bool:
    return (
        any(True for _ in days_in(part, language)) or re.search(r"\b(?i:n[°º]|no\.|issue|numéro) ?\d", part) is not None
    )


def _stands_again(name: str, line: Unit, text: str) -> bool:
    """Whether the page names it below its line, spelt with capitals."""
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", same_length(text)[line.span.end :], re.IGNORECASE)
    return any(is_name_like(match[0]) for match in found)


def _calls_itself(name: str, below: Sequence[Unit], text: str) -> bool:
    """Whether the page speaks of itself by the name, or by its first or last word: “told the Courier”.

    Most of what it says of that word must be so: a person of the article is spoken of otherwise.
    """
    plain = same_length(text)
    bare = re.sub(r"^(?:the |le |la |les |l')", "", same_length(name), flags=re.IGNORECASE)
    words = bare.split()
    for call in dict.fromkeys((bare, words[-1], words[0])):
        if len(call) < _SHORTEST_CALL or call.lower() in data_words("no_media_words.tsv", DATA):
            continue
        every = re.compile(rf"(?<!\w){re.escape(call)}(?!\w)", re.IGNORECASE)
        paragraphs = [plain[unit.span.start : unit.span.end] for unit in below if unit.is_prose]
        called = [match for part in paragraphs for match in every.finditer(part) if match[0][0].isupper()]
        own = [match for match in called if _speaks().search(match.string, 0, match.start())]
        if own and 2 * len(own) >= len(called):
            return True
    return False


@cache
def _speaks() -> re.Pattern[str]:
    """What stands before the name of a medium where the page means itself, up to the name."""
    english = (
        r"(?:told|tells|spoke to|speaking to|statement to|interview with|email to|shared with"
        r"|(?:seen|reviewed|obtained|viewed|contacted|approached|commissioned|examined) by) (?:the )?"
    )
    by = r"(?:obtenu|consulté|révélé|sollicité|contacté|joint|interrogé|commandé|examiné|dévoilé)e?s? par "
    said = r"(?:confi|déclar|racont|expliqu|répond|indiqu|affirm|assur|précis|gliss|souffl|fait savoir|dit)\w*"
    to = rf"{said} (?:à|au|aux) "
    return re.compile(rf"(?:\b{english}|\b(?:{by}|{to})(?:le |la |les |l')?)$")
