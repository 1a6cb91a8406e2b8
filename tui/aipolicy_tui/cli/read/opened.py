"""The article that is open in the linear mode: its paragraphs a portion at a time, its matches, its facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from aipolicy_index.model import Fact, Span
from aipolicy_tui.cli.facts import fact_line
from aipolicy_tui.cli.read.showing import Paragraphs, heading_lines, in_order, one_line
from aipolicy_tui.messages import say
from aipolicy_tui.wording.copying import copied_fact, copied_passage, sentence_at

if TYPE_CHECKING:
    from aipolicy_index.library import Library

_PORTION = 1200
"""Characters of text told at once, in whole paragraphs."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where the searched words stand: the how manieth of how many, in which paragraph."""

    number: int
    count: int
    paragraph: int
    words: str
    """The paragraph itself."""


class Opened:
    """One article, where the reader is in it, and what was last told of it."""

    def __init__(self, library: Library, id_: int, query: str) -> None:
        self.id = id_
        self.article = library.article(id_)
        self._library = library
        self._paragraphs = Paragraphs.of(self.article)
        self.query = query
        """What is looked for in it."""
        self._matches: tuple[Span, ...] = library.marks(query, id_) if query else ()
        self._matched = -1
        self._told: Span | Fact | None = None
        self.first = self._paragraphs.at(self._matches[0].start if self._matches else library.state(id_).position)
        """The paragraph to begin with: that of the first match, else where reading stopped."""

    @property
    def count(self) -> int:
        """How many paragraphs there are."""
        return len(self._paragraphs.blocks)

    def heading(self) -> list[str]:
        """What stands above the text."""
        return heading_lines(self.article, self._library.state(self.id))

    def portions(self, *, paged: bool, first: int | None = None) -> Iterator[list[str]]:
        """The paragraphs from one on, a blank line after each; the place is kept, and at the end it counts as read."""
        number = self.first if first is None else first
        while number < self.count:
            portion: list[str] = []
            self._reach(number)
            while number < self.count and (not portion or not paged or sum(map(len, portion)) < _PORTION):
                portion += ["", self._paragraphs.text(number)]
                number += 1
            if number == self.count:
                self._finish(portion)
            elif paged:
                portion += ["", say("read.so_far", number=number, count=self.count)]
            yield portion

    def _reach(self, number: int) -> None:
        block = self._paragraphs.blocks[number]
        self.first, self._told = number, Span(block.start, block.end)
        self._library.set_position(self.id, block.start)

    def _finish(self, portion: list[str]) -> None:
        self._library.set_read(self.id, True)
        self._library.set_position(self.id, 0)
        if self._paragraphs.left_out:
            portion += ["", say("read.left_out", count=self._paragraphs.left_out)]

    def look_for(self, query: str) -> None:
        """Look for other words than those that were searched."""
        self.query, self._matches, self._matched = query, self._library.marks(query, self.id), -1

    def next_match(self, step: int = 1) -> Match | None:
        """The next (1) or the last (-1) place of the searched words, after the last one the first again."""
        if not self._matches:
            return None
        self._matched = (max(self._matched, 0 if step < 0 else -1) + step) % len(self._matches)
        span = self._matches[self._matched]
        self._told = sentence_at(self.article, span.start)
        paragraph = self._paragraphs.at(span.start)
        return Match(self._matched + 1, len(self._matches), paragraph, self._paragraphs.text(paragraph))

    @cached_property
    def facts(self) -> list[Fact]:
        """The key facts as they are numbered, extracted if there are none yet."""
        return in_order(self._library.extract_facts(self.id))

    def fact(self, number: str) -> Fact | None:
        """The fact of this number."""
        return self.facts[int(number) - 1] if number.isdecimal() and 0 < int(number) <= len(self.facts) else None

    def fact_lines(self, number: str) -> list[str] | None:
        """A fact and the sentence in which it stands; reading goes on from there."""
        fact = self.fact(number)
        if fact is None:
            return None
        self.first = self._paragraphs.at(fact.start)
        self._told = fact
        sentence = sentence_at(self.article, fact.start)
        words = one_line(self.article.text[sentence.start : sentence.end])
        return [fact_line(fact), say("read.passage", words=words)]

    def copied(self, number: str) -> str | None:
        """The words of a fact, else what was last told, with title, outlet and date."""
        told = self.fact(number) if number else self._told
        if isinstance(told, Fact):
            return copied_fact(self.article, told).text
        return copied_passage(self.article, told, "").text if told is not None else None
