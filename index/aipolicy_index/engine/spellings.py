"""A regular expression for every spelling of the beginnings of words: capitals, accents, ligatures, joiners."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from aipolicy_index.language.matching import fold

_JOINED = "[-‐‑‒−&'’.,/ \u00a0\u202f]?"
"""What may stand inside a word that is indexed as one: `GPT-4o`, `A.I.`, `200 000`."""
_LONGEST = 5
"""Letters that are compared; the words found are looked at again anyway."""


@cache
def _variants() -> dict[str, str]:
    """Folded character -> every character of the European alphabets that is folded to it, or to begin with it."""
    variants: dict[str, list[str]] = {}
    for code in [*range(0x21, 0x250), *range(0x1E00, 0x1F00)]:
        char = chr(code)
        if folded := fold(char):
            variants.setdefault(folded[0], []).append(char)
    return {letter: "".join(chars) for letter, chars in variants.items()}


def beginnings(prefixes: Sequence[str]) -> re.Pattern[str] | None:
    """Finds where words may begin with one of these folded beginnings; None when one of them is empty."""
    prefixes = ["".join(filter(str.isalnum, prefix)) or prefix for prefix in prefixes]
    if not prefixes or not all(prefixes):
        return None
    firsts = "".join(dict.fromkeys("".join(_letters(prefix[0]) for prefix in prefixes)))
    rests = [
        f"(?<=[{_class(prefix[0])}])" + "".join(map(_rest, prefix[1:_LONGEST])) for prefix in dict.fromkeys(prefixes)
    ]
    return re.compile(f"[{re.escape(firsts)}](?:{'|'.join(rests)})")


def _letters(letter: str) -> str:
    return _variants().get(letter, letter)


def _class(letter: str) -> str:
    return re.escape(_letters(letter))


def _rest(letter: str) -> str:
    """A letter after the first; it may be the second half of a ligature before it."""
    optional = "?" if letter in "es" else ""
    return f"{_JOINED}[{_class(letter)}]{optional}"
