"""Where quotation marks open and close: every pair in a text, however it is set, nested ones too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from aipolicy_index.facts.quotes.mark_roles import (
    BLANK,
    FAMILY,
    Role,
    closes,
    is_apostrophe,
    role_of_directed,
    role_of_straight,
)
from aipolicy_index.model import Span


class End(StrEnum):
    """How a quotation ends."""

    CLOSED = "closed"
    MISMATCHED = "mismatched"
    """By a mark of another kind."""
    PARAGRAPH = "paragraph"
    """Never closed: it ends with its paragraph."""


class Marked(NamedTuple):
    """One pair of marks. `inner` is the words without marks and blanks, `outer` includes the marks."""

    inner: Span
    outer: Span
    mark: str
    """The opening mark."""
    end: End = End.CLOSED
    depth: int = 0
    """0 for a quotation of the author, 1 inside another quotation, and so on."""


_CANDIDATE = re.compile(
    r"[«»“”„‟‹›\"‘’'`+](?:(?<=`)`|(?<=')'|(?<![`+])|(?<=\+)(?:(?<![\w+]\+)(?=[^\W\d_])|(?<=[\w.,!?…]\+)(?![\w+])))"
)
"""It begins with one set of characters, so that others are passed over at once."""
MAX_PARAGRAPHS = 8
"""A quotation is not carried over more paragraphs than this: a mark was forgotten."""
LOOK_AHEAD = 2
"""In how many further paragraphs the closing mark is looked for."""


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    inner: int
    """Where the words begin, blanks included."""
    paragraph: int


def find(text: str, paragraphs: Sequence[Span]) -> tuple[Marked, ...]:
    """All quotations of the paragraphs, in order of their opening marks."""
    return tuple(sorted(_Matcher(text, paragraphs).run(), key=lambda marked: (marked.outer.start, -marked.outer.end)))


class _Matcher:
    """Reads the marks from left to right with a stack of those that are open."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self.text, self.paragraphs = text, paragraphs
        self.stack: list[_Open] = []
        self.found: list[Marked] = []

    def run(self) -> list[Marked]:
        for number, paragraph in enumerate(self.paragraphs):
            for match in _CANDIDATE.finditer(self.text, paragraph.start, paragraph.end):
                self.read(match.group(), match.start(), match.end(), paragraph, number)
            self.end_of_paragraph(number)
        return self.found

    def read(self, mark: str, at: int, end: int, paragraph: Span, number: int) -> None:
        """Open, close or pass over one mark."""
        mark = '"' if mark in ("``", "''") else mark
        marks = [entry.mark for entry in self.stack]
        if mark in "'’‘" and is_apostrophe(self.text, at, paragraph, marks):
            return
        if self.repeated(mark, at, paragraph):
            return
        straight = mark in "\"+'"
        role = (role_of_straight if straight else role_of_directed)(self.text, mark, at, end, marks)
        if role is Role.OPENS:
            self.stack.append(_Open(mark, at, end, number))
        elif role is Role.CLOSES:
            self.close(mark, at, end)

    def repeated(self, mark: str, at: int, paragraph: Span) -> bool:
        """Whether the mark stands again at the head of a paragraph that carries on an open quotation."""
        if not self.stack or self.stack[-1].start >= paragraph.start:
            return False
        heads = not self.text[paragraph.start : at].strip(BLANK + "-—–")
        return heads and FAMILY.get(mark) == FAMILY.get(self.stack[-1].mark)

    def close(self, mark: str, at: int, end: int) -> None:
        """Close the innermost quotation that the mark fits, and what was left open inside it."""
        fitting = [index for index, entry in enumerate(self.stack) if closes(mark, entry.mark)]
        index = fitting[-1] if fitting else len(self.stack) - 1
        for depth in range(index + 1, len(self.stack)):
            self.keep(self.stack[depth], at, at, End.MISMATCHED, depth)
        self.keep(self.stack[index], at, end, End.CLOSED if fitting else End.MISMATCHED, index)
        del self.stack[index:]

    def end_of_paragraph(self, number: int) -> None:
        """What is still open ends here, unless the next paragraphs carry it on."""
        if self.stack and not self.goes_on(number):
            end = self.paragraphs[number].end
            for depth, entry in enumerate(self.stack):
                self.keep(entry, end, end, End.PARAGRAPH, depth)
            self.stack.clear()

    def goes_on(self, number: int) -> bool:
        """Whether the next paragraph repeats the opening mark, or a closing mark comes before any opening one."""
        opening = self.stack[0]
        if number - opening.paragraph >= MAX_PARAGRAPHS:
            return False
        for ahead, following in enumerate(self.paragraphs[number + 1 : number + 1 + LOOK_AHEAD]):
            line = self.text[following.start : following.end]
            if ahead == 0 and line[0] == opening.mark != '"':
                return True
            if marks := re.findall(r"[«»“”]", line):
                return opening.mark in "«“" and closes(marks[0], opening.mark)
        return False

    def keep(self, opening: _Open, inner_end: int, outer_end: int, end: End, depth: int) -> None:
        start, stop = opening.inner, inner_end
        while start < stop and self.text[start] in BLANK + "\n":
            start += 1
        while stop > start and self.text[stop - 1] in BLANK + "\n":
            stop -= 1
        if start < stop:
            self.found.append(Marked(Span(start, stop), Span(opening.start, outer_end), opening.mark, end, depth))
