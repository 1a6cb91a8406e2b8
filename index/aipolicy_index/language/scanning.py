"""The form of a text on which expressions are matched, and where its words begin: computed once for all that match."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from aipolicy_index.language.matching import lower_case, same_length

_WORD = re.compile(r"(\d+|[^\W\d_]+)")
_KEPT = 4
"""Texts of which the last results are kept: each article is read by several rooms, one after the other."""


class Words(NamedTuple):
    """The runs of letters and the runs of digits of a text, in order."""

    starts: list[int]
    texts: list[str]


@lru_cache(maxsize=_KEPT)
def flat(text: str) -> str:
    """The text with one apostrophe, space and hyphen, and line ends as spaces; `len` is unchanged."""
    return same_length(text).replace("\n", " ")


@lru_cache(maxsize=_KEPT)
def lowered(text: str) -> str:
    """The flat text in lower case; `len` is unchanged: spans of one index the other."""
    return lower_case(flat(text))


@lru_cache(maxsize=_KEPT)
def words_of(lower: str) -> Words:
    """The words of a text that was lowered."""
    parts = _WORD.split(lower)
    return Words(list(islice(accumulate(map(len, parts)), 0, len(parts) - 1, 2)), parts[1::2])
