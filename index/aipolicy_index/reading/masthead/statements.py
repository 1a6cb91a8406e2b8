"""Lines that say whose page it is: what to follow, who stays in touch, whose team wrote (data/outlet_lines.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.reading.masthead.claims import Claim, Sign, Strength
from aipolicy_index.reading.masthead.patterns import DATA
from aipolicy_index.reading.masthead.units import Unit

_LONGEST = 300
_WORD = r"(?![DLdl]'[a-zà-ÿ])[^\W_a-zà-ÿ][\w'&.+/-]*(?<![.'])"
_SMALL = r"(?:of|de|du|des|d'|la|le|les|et|and|&|sur|en|the|for)"
_TAIL = r"(?: (?:de la|du|des|de|of the|of) [a-zà-ÿ-]{3,})?"
_NAME = (
    r"(?P<name>(?-i:(?:[Ll]es? |[Ll]a |[Ll]'|[Tt]he )?"
    rf"{_WORD}(?: (?:{_SMALL} )*(?:d'|l')?{_WORD}| & {_WORD}){{0,5}}{_TAIL}"
    rf"|(?:(?<=[Dd]u )|[Ll]es? |[Ll]a |[Ll]'){_WORD} [a-zà-ÿ]{{3,}}))"
)
"""Words with capitals, small ones between them: « Les Carnets de la donnée », « Le Fil vert »."""
_CONTRACTED = re.compile(r"\b(?:du|au)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Form:
    strength: Strength
    where: str
    pattern: re.Pattern[str]


def statements_in(unit: Unit, place: int, *, in_head: bool) -> Iterator[Claim]:
    """The media that the unit states the page to be from."""
    label = unit.label
    if len(label) > _LONGEST:
        return
    for form in _forms():
        if form.where == ("foot" if in_head else "head"):
            continue
        if match := form.pattern.match(label):
            name = match["name"].strip(" .,")
            if _CONTRACTED.search(label[: match.start("name")]):
                name = f"Le {name}"
            yield Claim(name, form.strength, Sign.STATED, place)


@cache
def _forms() -> tuple[_Form, ...]:
    rows = (line.split("\t") for line in data_lines("outlet_lines.tsv", DATA))
    return tuple(
        _Form(Strength[strength.upper()], where, re.compile(pattern.replace("@", _NAME), re.IGNORECASE))
        for strength, where, _, pattern in rows
    )
