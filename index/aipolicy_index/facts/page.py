"""What every kind of fact needs to know of an article, computed once: its readable stretches, sentences and tokens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from aipolicy_index.language.matching import same_length
from aipolicy_index.language.segmentation import Token, paragraphs, sentences, tokens
from aipolicy_index.model import Article, Span, ZoneKind

SILENT = (ZoneKind.FURNITURE, ZoneKind.BYLINE, ZoneKind.PUBLICATION)
"""The zones that give no facts."""


@dataclass(frozen=True)
class Page:
    """An article prepared for extraction. All spans index `text`, which is `article.text`."""

    article: Article

    @cached_property
    def text(self) -> str:
        """The text that every offset indexes."""
        return self.article.text

    @cached_property
    def language(self) -> str:
        """`fr` or `en`."""
        return self.article.language

    @property
    def anchor(self) -> str | None:
        """The ISO day from which relative dates are resolved, None when nothing gives one."""
        return self.article.anchor

    @cached_property
    def plain(self) -> str:
        """The text with one apostrophe, one space, one hyphen; the same length: match here, cut from `text`."""
        return same_length(self.text)

    @cached_property
    def silent(self) -> tuple[Span, ...]:
        """The stretches that give no facts: page furniture, byline, publication lines."""
        return self.article.zone_spans(*SILENT)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs that may give facts, headline and standfirst included; a dateline is cut off."""
        return tuple(part for span in paragraphs(self.text) for part in self._readable(span))

    def _readable(self, span: Span) -> Iterator[Span]:
        """What the silent stretches leave of a span, without blanks around it."""
        start = span.start
        for silent in (*self.silent, Span(span.end, span.end)):
            if silent.end <= start or silent.start > span.end:
                continue
            part = self.text[start : max(start, silent.start)]
            if part.strip():
                first = start + len(part) - len(part.lstrip())
                yield Span(first, first + len(part.strip()))
            start = max(start, silent.end)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that may give facts; a dateline is cut off."""
        return tuple(part for span in sentences(self.text, self.language) for part in self._readable(span))

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """Where sentences begin."""
        return frozenset(span.start for span in self.sentences)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the readable paragraphs, in order."""
        return tuple(token for span in self.paragraphs for token in tokens(self.text, span))

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    @cached_property
    def _sentence_order(self) -> list[int]:
        return [span.start for span in self.sentences]

    def is_silent(self, span: Span) -> bool:
        """Whether the span touches a stretch that gives no facts."""
        return any(span.overlaps(other) for other in self.silent)

    def paragraph_at(self, position: int) -> int:
        """Number of the readable paragraph at the position or, between two, before it; -1 before the first."""
        return bisect_right(self._paragraph_starts, position) - 1

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that holds the character at the position."""
        number = bisect_right(self._sentence_order, position) - 1
        if number < 0 or position >= self.sentences[number].end:
            return None
        return self.sentences[number]
