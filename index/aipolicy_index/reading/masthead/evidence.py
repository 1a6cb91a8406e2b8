"""The medium of a page by all that names it together, where no single line says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aipolicy_index.language.datafiles import data_words
from aipolicy_index.language.matching import fold, same_length
from aipolicy_index.model import ZoneKind
from aipolicy_index.reading.masthead.claims import (
    Claim,
    Sign,
    Strength,
    bare,
    is_agency,
    is_known,
    known_at,
    known_name,
)
from aipolicy_index.reading.masthead.names import names_at
from aipolicy_index.reading.masthead.patterns import DATA, Scope, has_media_word, is_rubric, row_of, scope_of
from aipolicy_index.reading.masthead.search import Search
from aipolicy_index.reading.masthead.statements import statements_in
from aipolicy_index.reading.masthead.titles import is_motto_below, is_name_like
from aipolicy_index.reading.masthead.units import Unit
from aipolicy_index.reading.masthead.voice import own_voice

_PARTS = re.compile(r"\s*[|•·●]\s*|\s*[>›»]\s+|\s::\s|\s+[–—-]\s+|\s{3,}|\t")
_AFTER_NAME = re.compile(r",\s+.*| \([^()]*\)$")
"""« , Cardiff », « (Berne) » behind the name of a medium."""
_SUFFIX = re.compile(r".{12,}?\s(?:[|–—-]|::)\s(?P<name>[^|]{2,40})")
_ADDRESS = re.compile(
    r"(?:@|https?://|\bwww\.)(?:[\w-]+\.)*?(?P<label>[\w-]{3,40})\.(?:co\.uk|com\.\w\w|co\.\w\w|[a-z]{2,6})(?=[^\w.-]|\.?(?:\s|$))"
    r"|(?<![\w.@/-])(?P<alone>[a-z\d-]{3,40})\.(?:fr|be|ch|ca|com|net|org|info|news|media|eu|africa|co\.uk|co\.za|in)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}) \([^()]{0,20}\d{4}[^()]{0,25}\) ?(?:--|[–—])")
"""“Statute News (March 4, 2025, 3:21 PM EST) --” before the first sentence."""
_IN_LINE_ABOVE = ("published in", "publie dans", "published by", "publie par")
"""What may stand on a line of its own above the name."""
_RELEASE = re.compile(
    r"communiques?(?: de presse)?\b|(?:news|press|media) (?:release|statement)\b|for immediate release"
)
_CONTACT = re.compile(
    r"(?:contacts?|relations?|service)(?: de)? (?:la )?presse|(?:press|media) (?:contact|office|enquir)"
)
_LONGEST, _LINE = 60, 400
"""Characters of a name, and of a line that may bear one."""
_PERSON = 3
"""Words of a person's name at most."""


def claims_of_lines(search: Search, title: int | None) -> list[Claim]:
    """What the lines around the article claim, without its author, agencies, and what the article is about."""
    paragraphs = _paragraphs(search)
    voices = list(own_voice(paragraphs))
    speaks_of_itself = {bare(claim.name) for claim in voices}
    author = fold(search.values.get("author", ""))

    def is_about(name: str) -> bool:
        """Whether paragraphs speak of what bears the name, as of a topic, a person or a town, and not to it."""
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", paragraphs)
        return found is not None and bare(name) not in speaks_of_itself

    kept = (claim for claim in _claims(search, title) if not (author and fold(claim.name) in author))
    claims = [
        claim
        for claim in kept
        if claim.strength is Strength.SURE or claim.sign is Sign.DATELINE or not is_about(claim.name)
    ]
    return [claim for claim in (*claims, *voices) if _opens_page(claim) or not is_agency(claim.name)]


def _opens_page(claim: Claim) -> bool:
    """Whether the name is the page's first line: an agency there is no source."""
    return claim.sign is Sign.PLATE and claim.place == 0 and claim.strength is Strength.SURE


def _paragraphs(search: Search) -> str:
    """The article's own text."""
    prose = (unit.text for place, unit in enumerate(search.units) if unit.is_prose and place not in search.kinds)
    return " \n".join(prose)


def addresses_of(search: Search) -> set[str]:
    """The labels of the domains around the article, their letters alone."""
    return {bare(label) for label in _addresses(search)}


def _claims(search: Search, title: int | None) -> Iterator[Claim]:
    for place in search.head:
        unit = search.units[place]
        if not unit.is_prose:
            yield from _plates(search, place, title)
            yield from statements_in(unit, place, in_head=True)
            if place and fold(search.units[place - 1].label) in _IN_LINE_ABOVE:
                yield Claim(unit.label, Strength.SURE, Sign.STATED, place)
        elif opening := _OPENING.match(unit.text):
            yield Claim(opening["name"], Strength.FAINT, Sign.DATELINE, place)
    for place in search.foot:
        unit = search.units[place]
        yield from statements_in(unit, place, in_head=False)
        if not unit.is_prose and is_known(unit.label):
            yield Claim(unit.label, Strength.FAINT, Sign.BESIDE, place)
    unsigned = search.opening is None
    if title is not None and unsigned and (suffix := _SUFFIX.fullmatch(search.units[title].label)):
        yield Claim(suffix["name"], Strength.FAINT, Sign.SUFFIX, title)
    yield from (Claim(name, Strength.FAINT, Sign.ADDRESS) for label in _addresses(search) if (name := known_at(label)))
    yield from _issuer(search)


def _plates(search: Search, place: int, title: int | None) -> Iterator[Claim]:
    """The names on a line of the head: alone, in a row, behind a trail of sections, before a town."""
    unit = search.units[place]
    if len(unit.text) > _LINE or scope_of(unit) not in (None, Scope.LINE, Scope.START) or place == title:
        return
    above = title is not None and place < title
    if not above and (medium := _behind_name(unit.label)):
        yield Claim(medium, Strength.FAINT, Sign.BESIDE, place)
    parts = [part.strip() for part in _PARTS.split(unit.text) if part.strip()]
    for part in parts[:1] if above and len(parts) > 2 else parts:
        name = _AFTER_NAME.sub("", part)
        if len(name) > _LONGEST or not (is_name_like(name) or is_known(name)) or is_rubric(name):
            continue
        alone = name == unit.label
        first = above and alone and all(scope_of(other) for other in search.units[:place])
        signed = not alone and search.kinds.get(place) in (ZoneKind.BYLINE, ZoneKind.PUBLICATION)
        beside = signed and (has_media_word(name) or names_at(name, alone=True) is None)
        likely = beside or (first and _has_buttons(search.units, place, title))
        strength = Strength.LIKELY if likely else Strength.FAINT
        if first and (is_known(name) or (place == 0 and is_agency(name))):
            strength = Strength.SURE
        yield Claim(name, strength, Sign.PLATE if above else Sign.BESIDE, place)
        if first and place + 1 < (title or 0) and is_motto_below(search.units, place + 1):
            yield Claim(name, Strength.SURE, Sign.PLATE, place)
        if alone and not above and _stands_above(search.units[: title or 0], name):
            yield Claim(name, Strength.LIKELY, Sign.REPEATED, place)


def _behind_name(label: str) -> str | None:
    """The known medium behind a name that nothing parts from it: « LOUISE MORIN LA PRESSE »."""
    words = label.split()
    for start in range(2, len(words) - 1):
        if names_at(" ".join(words[:start]), alone=True) and (known := known_name(" ".join(words[start:]))):
            return known
    return None


def _has_buttons(units: Sequence[Unit], place: int, title: int | None) -> bool:
    """Whether rows of sections or buttons of a site stand around a line above the headline."""
    return any(
        scope_of(unit) is Scope.LINE or len(row_of(unit)) > 2
        for number, unit in enumerate(units[:title])
        if number != place
    )


def _stands_above(above: Sequence[Unit], name: str) -> bool:
    return any(bare(unit.label) == bare(name) for unit in above)


def _addresses(search: Search) -> list[str]:
    """The labels of the domains in the lines above and below the article, lower case."""
    lines = (search.units[place].text for place in (*search.head, *search.foot) if _is_line(search, place))
    found = (match for line in lines if "." in line for match in _ADDRESS.finditer(line))
    return [(match["label"] or match["alone"]).lower() for match in found]


def _is_line(search: Search, place: int) -> bool:
    unit = search.units[place]
    return len(unit.text) <= _LINE and (not unit.is_prose or place in search.kinds)


def _issuer(search: Search) -> Iterator[Claim]:
    """The one body that stands alone below « Contact presse » of a press release."""
    head = (fold(search.units[place].label) for place in search.head)
    if not any(_RELEASE.match(label) for label in head):
        return
    places = [place for place in search.foot if _CONTACT.match(fold(search.units[place].label))]
    if not places:
        return
    below = [
        (place, label)
        for place in range(places[0], len(search.units))
        if (label := search.units[place].label) and len(label) < 2 * _LONGEST and _is_body(label)
    ]
    if len(below) == 1:
        yield Claim(below[0][1], Strength.SURE, Sign.ISSUER, below[0][0])


def _is_body(label: str) -> bool:
    """Whether a line consists of the name of a body: no person, address or number."""
    if any(char.isdigit() or char in "@:,|" for char in label) or not is_name_like(label):
        return False
    words = [word.lower() for word in same_length(label).split()]
    is_body = not data_words("no_media_words.tsv", DATA).isdisjoint(words)
    return is_body or names_at(label, alone=True) is None or has_media_word(label) or len(words) > _PERSON
