"""Two forms of a text for comparing: one of the same length, so that offsets hold, and one folded to its letters."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = "’‘ʼʹ′＇´`‛"
_SPACES = "\u00a0\u1680\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000"
_HYPHENS = "‐‑‒−"
_SAME_LENGTH = str.maketrans(
    {**dict.fromkeys(_APOSTROPHES, "'"), **dict.fromkeys(_SPACES, " "), **dict.fromkeys(_HYPHENS, "-")}
)
_TO_NORMALISE = re.compile(f"[{_APOSTROPHES}{_SPACES}{_HYPHENS}]")
_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i"}
)


def same_length(text: str) -> str:
    """The text with one apostrophe, one space and one hyphen; `len` is unchanged, so spans of one index the other."""
    return text.translate(_SAME_LENGTH) if _TO_NORMALISE.search(text) else text


def lower_case(text: str) -> str:
    """The text in lower case; `len` is unchanged (İ alone would become longer and stays)."""
    return "İ".join(part.lower() for part in text.split("İ"))


def fold(text: str) -> str:
    """The text without case, accents and ligatures, with one apostrophe, space and hyphen; its length may change."""
    if text.isascii():
        return text.replace("`", "'").lower()
    folded = text.translate(_FOLDED)
    return folded if folded.isascii() or folded.translate(_ALONE).isascii() else _folded(text)


_ALONE = str.maketrans("", "", "«»“”„–—•€£")
"""Signs that stay as they are and join with no character beside them."""


class _Folded(dict[int, str]):
    """What each character becomes; right for a text where none joins with the next."""

    def __missing__(self, code: int) -> str:
        self[code] = char = _folded(chr(code))
        return char


_FOLDED = _Folded()


def _folded(text: str) -> str:
    plain = same_length(text)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold()).translate(_LETTERS)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", same_length(bare).casefold())
