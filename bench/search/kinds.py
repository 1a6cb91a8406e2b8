"""The kinds of question; nothing heavy is imported here, so that a first search can be timed from the start."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of question in the table."""

    RARE = "rare word"
    COMMON = "common word"
    AND = "3 words AND"
    OR = "3 words OR"
    PHRASE = "phrase"
    PREFIX_2 = "prefix, 2 letters"
    PREFIX_3 = "prefix, 3+ letters"
    FUZZY = "one edit"
    DATES = "dates + word"
    BY_DATE = "sort by date"
    SNIPPETS = "20 snippets"
    PERSON = "person + word"
    LIKE = "more like this"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `words` are folded; `first` and `last` are days for `DATES`; `id` is the article of `LIKE`."""

    kind: Kind
    words: tuple[str, ...]
    first: str = "2024-01-01"
    last: str = "2024-06-30"
    person: str = ""
    id: int = 0
