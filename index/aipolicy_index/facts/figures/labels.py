"""Numbers that name and do not count: article and version numbers, addresses, telephone numbers, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aipolicy_index.facts.figures.words import words
from aipolicy_index.language.datafiles import data_words
from aipolicy_index.language.numbers import Number
from aipolicy_index.model import Span

_PHONE = re.compile(
    r"\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,6}"
    r"|(?<!\d)0\d(?:[ .-]\d\d){4}(?!\d)"
    r"|(?<!\d)0\d{1,3}/\d\d(?:[. ]\d\d){2}"
    r"|(?<!\d)(?:1[ .-])?\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?!\d)"
    r"|(?<!\d)0\d{2,4} \d{3,4} \d{3,4}(?!\d)"
)
_LAST_WORD = re.compile(r"([\w'.°-]+?)[ -]?$")
_STREET_BEFORE = re.compile(r"\b(?:rue|boulevard|avenue|place|chaussée|quai|impasse|allée|route) [\w' -]{2,30}[, ]$")
_STREET_AFTER = re.compile(r",? (?:bis |ter )?(?:rue|avenue|boulevard|place|quai|impasse|allée|chemin|chaussée)\b")
_STREET_AFTER_ENGLISH = re.compile(r" (?:[A-Z]\w+ ){1,3}(?:Street|Avenue|Road|Boulevard|Drive|Lane|Square|St\.|Ave\.)")
_POSTCODE_AFTER = re.compile(r" [A-ZÀ-Ý]")
_JOINED = re.compile(r"(?:[,/] ?|:\d| ?h ?\d|-[a-z]\b)")
_NAMED_UNDER = 100
"""A number under this after a name is its version, « Llama 3 models »; a larger one counts."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a number stands; `plain` tells capitals."""

    lower: str
    plain: str
    language: str
    paragraph: Span

    def before(self, position: int, length: int = 32) -> str:
        """What stands before a position, in its paragraph, in lower case."""
        return self.lower[max(self.paragraph.start, position - length) : position]

    def last_word(self, position: int) -> str:
        """The word just before a position, in lower case; empty where there is none."""
        match = _LAST_WORD.search(self.before(position))
        return match[1] if match else ""


def phones(lower: str, paragraph: Span) -> Iterator[Span]:
    """The telephone numbers of a paragraph."""
    for match in _PHONE.finditer(lower, paragraph.start, paragraph.end):
        yield Span(match.start(), match.end())


def is_label(context: Context, number: Number) -> bool:
    """Whether a number is the label of what stands before it, or part of an address."""
    if context.last_word(number.start) in words(context.language).reference:
        return True
    return not number.in_words and (
        _is_address(context, number) or _is_version(context, number) or _opens_list(context, number)
    )


def _is_address(context: Context, number: Number) -> bool:
    if _STREET_BEFORE.search(context.before(number.start, 48)) or _STREET_AFTER.match(context.lower, number.end):
        return True
    if _STREET_AFTER_ENGLISH.match(context.plain, number.end):
        return True
    digits = context.lower[number.start : number.end]
    return len(digits) == 5 and digits.isdigit() and _POSTCODE_AFTER.match(context.plain, number.end) is not None


def _is_version(context: Context, number: Number) -> bool:
    """Whether a small number follows a name, as in « Gemini 2.5 »."""
    if number.value >= _NAMED_UNDER or number.scale > 1:
        return False
    match = re.search(
        r"([^\W\d][\w'-]*) $", context.plain[max(context.paragraph.start, number.start - 32) : number.start]
    )
    if match is None or not match[1][0].isupper():
        return False
    return match[1].lower() not in data_words(f"votes.{context.language}.txt")


def _opens_list(context: Context, number: Number) -> bool:
    if number.start != context.paragraph.start:
        return False
    return re.match(r"[.)] |[ –-]+[A-ZÀ-Ý]", context.plain[number.end : number.end + 4]) is not None
