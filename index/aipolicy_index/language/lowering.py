"""The lower-case form of a text on which expressions are matched: the same length, so that spans of one index the other."""

from __future__ import annotations

from aipolicy_index.language.matching import same_length


def lowered(text: str) -> str:
    """The text in lower case, with one apostrophe, space and hyphen, and line ends as spaces; `len` is unchanged."""
    plain = same_length(text).replace("\n", " ")
    lower = plain.lower()
    if len(lower) == len(plain):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
