"""What was typed, cut into lexemes with their places; nothing is refused."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from aipolicy_index.language.matching import same_length
from aipolicy_index.model import Span

CLOSING = {"«": '»"”', "“": '”"“»', "”": '”"“', "„": '“”"‟', "‟": '”"‟', '"': '"”“'}
"""What ends a phrase, for each sign that may begin one."""
_OPENING = "".join(CLOSING)
QUOTES = frozenset(_OPENING).union(*CLOSING.values())
"""All of these signs."""
_BLANK = re.compile(r"[\s\x00-\x1f]+")
_OPERATOR = re.compile(r"(ET|AND|&&|OU|OR|\|\||SAUF|NOT|NEAR(?:/\d{1,4})?)(?=[\s()]|$)")
_FIELD = re.compile(r"([^\W\d]+):(?!//)")
_WORD = re.compile(rf"[^\s()\x00-\x1f{_OPENING}»]+")
_NUMBER = re.compile(
    r"(?:[<>]=?[ \u00a0\u202f]?)?"
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)?)(?:[ \u00a0\u202f]?[%€$£])?(?=[,;:!?…]*\.?(?:[\s()\"»”“]|$))"
)
"""A number whose digits are grouped by spaces, or that a sign follows, is one word, with a comparison before it; what
ends a sentence is no part of it."""
_DISTANCE = re.compile(r"~(\d{1,4})?")


class Kind(StrEnum):
    """What a lexeme is."""

    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    OPERATOR = "operator"
    MINUS = "minus"
    EXACT = "exact"
    OPEN = "open"
    CLOSE = "close"


class Lexeme(NamedTuple):
    """A stretch of what was typed. `text` is without quotes, colon or operators; `distance` is a phrase's `~8`."""

    kind: Kind
    text: str
    span: Span
    distance: int = 0
    closed: bool = True
    """False for a phrase whose closing quote is missing."""


def lexemes(typed: str) -> list[Lexeme]:
    """Every lexeme of what was typed, in order."""
    found: list[Lexeme] = []
    position = 0
    while position < len(typed):
        if blank := _BLANK.match(typed, position):
            position = blank.end()
            continue
        lexeme = _at(typed, position)
        position = max(lexeme.span.end, position + 1)
        found.append(lexeme)
    return [lexeme for lexeme in found if lexeme.text or lexeme.kind is not Kind.WORD]


def _at(typed: str, position: int) -> Lexeme:
    char = typed[position]
    if char in "()":
        return Lexeme(Kind.OPEN if char == "(" else Kind.CLOSE, char, Span(position, position + 1))
    if char in _OPENING:
        return _phrase(typed, position)
    if sign := _sign(typed, position):
        return sign
    if operator := _OPERATOR.match(typed, position):
        return Lexeme(Kind.OPERATOR, operator.group(1), Span(*operator.span()))
    if name := _FIELD.match(typed, position):
        return Lexeme(Kind.FIELD, name.group(1), Span(*name.span()))
    if word := _NUMBER.match(typed, position) or _WORD.match(typed, position):
        return Lexeme(Kind.WORD, word.group(), Span(*word.span()))
    return Lexeme(Kind.WORD, "", Span(position, position + 1))


def _sign(typed: str, position: int) -> Lexeme | None:
    follows = typed[position + 1 : position + 2]
    if not follows or follows.isspace():
        return None
    plain = same_length(typed[position])
    if plain in "-–":
        return Lexeme(Kind.MINUS, "-", Span(position, position + 1))
    if plain == "=":
        return Lexeme(Kind.EXACT, "=", Span(position, position + 1))
    return None


def _phrase(typed: str, position: int) -> Lexeme:
    closing = CLOSING[typed[position]]
    end = next((at for at in range(position + 1, len(typed)) if typed[at] in closing), len(typed))
    text = typed[position + 1 : end]
    if end == len(typed):
        return Lexeme(Kind.PHRASE, text, Span(position, end), closed=False)
    distance = _DISTANCE.match(typed, end + 1)
    after = distance.end() if distance else end + 1
    apart = int(distance.group(1) or 8) if distance else 0
    return Lexeme(Kind.PHRASE, text, Span(position, after), distance=apart)
