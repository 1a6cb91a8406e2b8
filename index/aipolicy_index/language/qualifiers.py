"""What the words around an amount say of it: « jusqu'à », « près de », "more than"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aipolicy_index.language.datafiles import data_lines

_REACH = 42
"""Characters before an amount in which its qualifier begins."""
_PLAIN = "plain"


class Qualified(NamedTuple):
    """A qualifier and where its words stand; `kind` is None for words of which nothing is kept."""

    start: int
    end: int
    kind: str | None


def qualifier_before(lower: str, position: int, language: str, floor: int = 0) -> Qualified | None:
    """The qualifier that ends just before an amount."""
    begin = max(floor, position - _REACH)
    match = _patterns(language)[0].search(lower[begin:position])
    if match is None:
        return None
    return Qualified(begin + match.start(), position, _kind(match))


def qualifier_after(lower: str, position: int, language: str) -> Qualified | None:
    """The qualifier that follows an amount."""
    match = _patterns(language)[1].match(lower, position)
    return Qualified(position, match.end(), _kind(match)) if match else None


def _kind(match: re.Match[str]) -> str | None:
    return None if match.lastgroup == _PLAIN else match.lastgroup


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    found: dict[str, list[str]] = {"before": [], "after": []}
    for line in data_lines("qualifiers.tsv"):
        of, place, kind, pattern = line.split("\t")
        if of == language:
            found[place].append(f"(?P<{kind}>{pattern})")
    before, after = "|".join(found["before"]), "|".join(found["after"])
    small = r"(?:les |des |the |a |de |d')?"
    return re.compile(rf"(?<!\w)(?:{before})(?:(?<=') ?|(?<= )| ){small}$"), re.compile(rf"[ ,]{{0,2}}(?:{after})")
