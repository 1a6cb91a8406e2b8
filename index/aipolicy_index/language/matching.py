"""Two forms of a text for comparing: one of the same length, so that offsets hold, and one folded to its letters."""

from __future__ import annotations

import unicodedata

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ＇´`", "'"),
        **dict.fromkeys(
            "\u00a0\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f\u3000", " "
        ),
        **dict.fromkeys("‐‑‒−", "-"),
    }
)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})


def same_length(text: str) -> str:
    """The text with one apostrophe, one space and one hyphen; `len` is unchanged, so spans of one index the other."""
    return text.translate(_SAME_LENGTH)


def fold(text: str) -> str:
    """The text without case, accents and ligatures; its length may change."""
    decomposed = unicodedata.normalize("NFKD", same_length(text).casefold().translate(_LIGATURES))
    return unicodedata.normalize("NFC", "".join(char for char in decomposed if not unicodedata.combining(char)))
