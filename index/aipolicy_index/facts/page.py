"""What every kind of fact needs to know of an article, computed once: its readable stretches and sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from aipolicy_index.language.matching import same_length
from aipolicy_index.language.remembered import keep, remembered
from aipolicy_index.language.segmentation import paragraphs, sentences
from aipolicy_index.model import Article, Span, ZoneKind

SILENT = (ZoneKind.FURNITURE, ZoneKind.BYLINE, ZoneKind.PUBLICATION)
"""The zones that give no facts."""


@dataclass(frozen=True)
class Page:
    """An article prepared for extraction. All spans index `text`, which is `article.text`."""

    article: Article
    text: str = field(init=False, repr=False)
    """The text that every offset indexes."""
    language: str = field(init=False, repr=False)
    """`fr` or `en`."""
    plain: str = field(init=False, repr=False)
    """The text with one apostrophe, one space, one hyphen; the same length: match here, cut from `text`."""

    def __post_init__(self) -> None:
        text = self.article.text
        keep(self, text=text, language=self.article.language, plain=same_length(text))

    @property
    def anchor(self) -> str | None:
        """The ISO day from which relative dates are resolved, None when nothing gives one."""
        return self.article.anchor

    @remembered
    def silent(self) -> tuple[Span, ...]:
        """The stretches that give no facts: page furniture, byline, publication lines."""
        return self.article.zone_spans(*SILENT)

    @remembered
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs that may give facts, headline and standfirst included; a dateline is cut off."""
        return tuple(self._readable(paragraphs(self.text)))

    def _readable(self, spans: Iterable[Span]) -> Iterator[Span]:
        """What the silent stretches leave of each span, without blanks around it."""
        ends = [silent.end for silent in self.silent]
        for span in spans:
            start, number = span.start, bisect_right(ends, span.start)
            while number < len(ends) and self.silent[number].start < span.end:
                yield from self._stripped(start, self.silent[number].start)
                start, number = max(start, ends[number]), number + 1
            yield from self._stripped(start, span.end)

    def _stripped(self, start: int, end: int) -> Iterator[Span]:
        """The stretch without the blanks around it, where it is more than blanks."""
        if start < end and (part := self.text[start:end]) and (bare := part.strip()):
            first = start if len(bare) == len(part) else start + len(part) - len(part.lstrip())
            yield Span(first, first + len(bare))

    @remembered
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that may give facts; a dateline is cut off."""
        return tuple(self._readable(sentences(self.text, self.language)))

    @remembered
    def sentence_starts(self) -> frozenset[int]:
        """Where sentences begin."""
        return frozenset(span.start for span in self.sentences)

    @remembered
    def _paragraph_starts(self) -> list[int]:
        return [span.start for span in self.paragraphs]

    @remembered
    def _sentence_order(self) -> list[int]:
        return [span.start for span in self.sentences]

    def touching(self, span: Span, *kinds: ZoneKind) -> Sequence[Span]:
        """The zones of these kinds that share a character with the span, in order."""
        found = self._zones.get(kinds)
        if found is None:
            zones = self.article.zone_spans(*kinds)
            found = self._zones[kinds] = zones, [zone.start for zone in zones], [zone.end for zone in zones]
        spans, starts, ends = found
        return spans[bisect_right(ends, span.start) : bisect_left(starts, span.end)] if spans else ()

    @remembered
    def _zones(self) -> dict[tuple[ZoneKind, ...], tuple[Sequence[Span], list[int], list[int]]]:
        """Of the kinds that were asked for: their zones, where they begin, where they end."""
        return {}

    def paragraph_at(self, position: int) -> int:
        """Number of the readable paragraph at the position or, between two, before it; -1 before the first."""
        return bisect_right(self._paragraph_starts, position) - 1

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that holds the character at the position."""
        number = bisect_right(self._sentence_order, position) - 1
        if number < 0 or position >= self.sentences[number].end:
            return None
        return self.sentences[number]
