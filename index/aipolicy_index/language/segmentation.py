"""Where paragraphs, sentences and tokens begin and end, as spans of the text given."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from aipolicy_index.language.datelines import dateline
from aipolicy_index.language.matching import same_length
from aipolicy_index.language.stops import STOP, ends_sentence
from aipolicy_index.language.wrapping import paragraphs
from aipolicy_index.model import Span

__all__ = ["Token", "TokenKind", "paragraphs", "sentences", "tokens"]

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"(?P<word>"
    rf"(?:{_LETTER}\.-?){{2,}}(?!{_LETTER}{{2}})"  # U.S., J.-C.
    rf"|{_LETTER}+\d*(?:\.(?:com|org|net|fr|eu|ai|io|gov|edu|uk|ca|be|ch|de|info)\b)+"  # OpenAI.com
    rf"|[nN]°"
    rf"|[kKM]?[dD]?[€$£](?!\d)(?<={_LETTER}.)"  # M€, Md€, k$
    rf"|{_LETTER}+(?:\d+(?:\.\d+)*)?(?:[-'&]{_LETTER}+\d*|-\d+(?:\.\d+)?{_LETTER}*)*"  # l'IA, R&D, GPT-4o
    r")"
    r"|(?P<number>\d+(?:/\d+)+|\d{1,3}(?:[.,' ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<mark>\S)"
)
_BULLET = re.compile(r"(?:[•●▪◦‣▶►➤➜→✓✔*]\s*|[–—-]\s+|[\u2190-\u21ff\u2300-\u2bff\U0001f000-\U0001faff]+\s*)+(?=\S)")
_BLANK = re.compile(r"\s+")


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


_KINDS: dict[str | None, TokenKind] = {kind.value: kind for kind in TokenKind}


class Token(NamedTuple):
    """A word, a number or a punctuation mark."""

    start: int
    end: int
    kind: TokenKind
    text: str


def sentences(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of the text, without the bullets before them; none crosses a paragraph.

    A sentence may cross the lines of a hard-wrapped paragraph. A dateline stands by itself; so does a heading. The
    closing quotation mark after a stop belongs to the sentence that it closes.
    """
    return tuple(sentence for paragraph in paragraphs(text) for sentence in _in_paragraph(text, paragraph, language))


def _in_paragraph(text: str, paragraph: Span, language: str) -> list[Span]:
    found = []
    start = paragraph.start
    if opening := dateline(text, paragraph):
        found.append(opening)
        start = _after_blanks(text, opening.end, paragraph.end)
    elif bullet := _BULLET.match(text, start, paragraph.end):
        start = bullet.end()
    for stop in STOP.finditer(text, start, paragraph.end):
        if stop.end() > start and ends_sentence(text, stop, start, paragraph.end, language):
            found.append(Span(start, stop.end()))
            start = _after_blanks(text, stop.end(), paragraph.end)
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


def _after_blanks(text: str, position: int, end: int) -> int:
    blank = _BLANK.match(text, position, end)
    return blank.end() if blank else position


def tokens(text: str, span: Span | None = None) -> tuple[Token, ...]:
    """Words, numbers and marks of the text, or of a span of it.

    One word: a compound (porte-parole, GPT-4o, R&D), an elision with its word (l'IA), dotted letters (U.S., J.-C.), an
    address (OpenAI.com), `n°`, a currency sign with its multiplier (M€). One number: with its thousands and decimals
    (1 200,5), or joined by strokes (2024/1689, 17/06/2025). A unit written against its number is a token of its own.
    """
    plain = same_length(text)
    where = span or Span(0, len(text))
    return tuple(
        Token(match.start(), match.end(), _KINDS[match.lastgroup], text[match.start() : match.end()])
        for match in _TOKEN.finditer(plain, where.start, where.end)
    )
