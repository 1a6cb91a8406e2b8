"""What every kind of fact needs to know of an article, computed once: its readable stretches, sentences and tokens."""

from __future__ import annotations

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

    @property
    def text(self) -> str:
        """The text that every offset indexes."""
        return self.article.text

    @property
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
        """The paragraphs that may give facts, headline and standfirst included."""
        return tuple(span for span in paragraphs(self.text) if not self.is_silent(span))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences that may give facts."""
        return tuple(span for span in sentences(self.text, self.language) if not self.is_silent(span))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the readable paragraphs, in order."""
        return tuple(token for span in self.paragraphs for token in tokens(self.text, span))

    def is_silent(self, span: Span) -> bool:
        """Whether the span touches a stretch that gives no facts."""
        return any(span.overlaps(other) for other in self.silent)

    def sentence_at(self, position: int) -> Span | None:
        """The sentence that holds the character at the position."""
        return next((span for span in self.sentences if span.start <= position < span.end), None)
