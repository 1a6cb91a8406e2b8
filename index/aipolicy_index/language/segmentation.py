"""Where paragraphs, sentences and tokens begin and end, as spans of the text given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from aipolicy_index.language.matching import same_length
from aipolicy_index.model import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,'\u202f\u00a0 ]\d{3})*(?:[.,]\d+)?)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-‐‑’'][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"»”’)\]]*(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "m mm mme mlle dr pr me st ste av bd no art p pp cf etc vs mr mrs ms jr sr prof gen gov sen rep inc ltd co corp "
    "janv févr avr juil sept oct nov déc jan feb mar apr jun jul aug sep dec".split()
)


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a punctuation mark."""

    start: int
    end: int
    kind: TokenKind
    text: str


def paragraphs(text: str) -> tuple[Span, ...]:
    """The non-empty lines of the text, without the blanks around them."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        if stripped := line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(stripped)))
    return tuple(found)


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of the text; none crosses a paragraph."""
    return tuple(sentence for paragraph in paragraphs(text) for sentence in _in_paragraph(text, paragraph))


def _in_paragraph(text: str, paragraph: Span) -> list[Span]:
    found, start = [], paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if _is_abbreviation(text, match) or not _begins_sentence(text, match.end(), paragraph.end):
            continue
        found.append(Span(start, match.end()))
        start = match.end() + len(text[match.end() : paragraph.end]) - len(text[match.end() : paragraph.end].lstrip())
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


def _is_abbreviation(text: str, match: re.Match[str]) -> bool:
    if match.group() != ".":
        return False
    before = re.search(r"(?<!\w)[^\W\d_]+$", text[max(0, match.start() - 12) : match.start()])
    return before is not None and (len(before.group()) == 1 or before.group().lower() in _ABBREVIATIONS)


def _begins_sentence(text: str, position: int, end: int) -> bool:
    following = text[position:end].lstrip(" \u00a0\u202f«“\"‘'(—–-")
    return not following or not following[0].islower()


def tokens(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """Words, numbers and marks of the text, or of a span of it; elided words (l', d', qu') stay with their word."""
    plain = same_length(text)
    where = span or Span(0, len(text))
    return tuple(
        Token(match.start(), match.end(), TokenKind(str(match.lastgroup)), text[match.start() : match.end()])
        for match in _TOKEN.finditer(plain, where.start, where.end)
    )
