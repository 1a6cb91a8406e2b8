"""The words of a text as grammar wants them: elisions (l', qu') and clitics (-t-il, 's) stand apart from their word."""

from __future__ import annotations

import re
from typing import NamedTuple

from aipolicy_index.model import Span

_WORD = re.compile(
    r"(?:jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|qu|[cdjlmnst])'(?=\w)"
    r"|aujourd'hui|prud'hom\w+"
    r"|\d+(?:[.,' ]\d+)*"
    r"|-t-(?:ils?|elles?|on)\b|-(?:ils?|elles?|on|je|nous|vous)\b"
    r"|'s\b"
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W_]+(?:(?:-(?!(?:t-)?(?:ils?|elles?|on|je|nous|vous)\b)|')[^\W_]+)*?(?='s\b|-(?:t-)?(?:ils?|elles?|on|je|nous|vous)\b)"
    r"|[^\W_]+(?:[-'][^\W_]+)*"
    r"|\S",
    re.IGNORECASE,
)


class Word(NamedTuple):
    """A word, a number, or one mark: `text[start:end]`."""

    start: int
    end: int
    lower: str
    """In lower case, with one kind of apostrophe, hyphen and space."""
    capital: bool
    """Begins with a capital letter."""


def words(plain: str, span: Span) -> list[Word]:
    """The words of a stretch of a text that is already in its plain form."""
    return [
        Word(match.start(), match.end(), match.group().lower(), match.group()[0].isupper())
        for match in _WORD.finditer(plain, span.start, span.end)
    ]
