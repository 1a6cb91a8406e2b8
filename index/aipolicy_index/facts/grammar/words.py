"""The words of a text as grammar wants them: elisions (l', qu') and clitics (-t-il, 's) stand apart from their word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from aipolicy_index.model import Span

_WORD = re.compile(
    r"([cdjlmnstCDJLMNST]'(?=\w)"
    r"|[jlpqJLPQ](?:(?<=[qQ])|(?i:(?<=j)usq|(?<=l)orsq|(?<=p)uisq|(?<=p)resq|(?<=q)uoiq|(?<=q)uelq))[uU]'(?=\w)"
    r"|[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W_]*(?:[-'][^\W_]+)*)"
    r"|\d+(?:-[^\W\d_]+)+"
    r"|\d+(?:[.,' ]\d+)*"
    r"|[^\W_]+(?:[-'][^\W_]+)*"
    r"|-(?i:t-(?:ils?|elles?|on)|(?:ils?|elles?|on|je|nous|vous))\b"
    r"|\S)"
)
"""Each branch begins with a set of characters and none ignores case as a whole: most are passed over at once."""
_CLITIC = re.compile(r"(?<=\w)(?:-t-(?:ils?|elles?|on)|-(?:ils?|elles?|on|je|nous|vous)|'s)$", re.IGNORECASE)
_WHOLE = frozenset(("aujourd'hui", "rendez-vous", "garde-vous"))


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
    found: list[Word] = []
    parts = _WORD.split(plain[span.start : span.end])
    starts = accumulate(map(len, parts), initial=span.start)
    for text, start in zip(parts[1::2], islice(starts, 1, None, 2), strict=False):
        if ("-" in text or "'" in text) and len(text) > 2 and (cut := _CLITIC.search(text)):
            found += _split(text, start, cut.start())
        else:
            found.append(tuple.__new__(Word, (start, start + len(text), text.lower(), text[0].isupper())))
    return found


def _split(text: str, start: int, cut: int) -> Iterator[Word]:
    """A word and the clitic at its end: « affirme-t-elle », “OpenAI's”."""
    if text.lower() in _WHOLE:
        yield Word(start, start + len(text), text.lower(), text[0].isupper())
        return
    yield Word(start, start + cut, text[:cut].lower(), text[0].isupper())
    yield Word(start + cut, start + len(text), text[cut:].lower(), False)
