"""What the index is given of an article, and what it asks back from whoever keeps the articles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from aipolicy_index.model import Article, ArticleId, Fact, Span, ZoneKind


@dataclass(frozen=True, slots=True)
class Document:
    """One article as the index takes it in."""

    id: ArticleId
    title: str
    """The headline; empty where the text has none."""
    body: str
    """The whole cleaned text."""
    furniture: tuple[Span, ...] = ()
    """Stretches of `body` that weigh little."""
    headline: tuple[Span, ...] = ()
    """Stretches of `body` that repeat the title."""
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 day."""
    language: str = "fr"
    facts: tuple[Fact, ...] = ()
    display_title: str = ""
    """What the list shows, for the order by title."""

    @classmethod
    def of(cls, id: ArticleId, article: Article, facts: tuple[Fact, ...] = ()) -> Document:
        """What the index takes of this article and its facts."""
        return cls(
            id=id,
            title=article.title or "",
            body=article.text,
            furniture=article.zone_spans(ZoneKind.FURNITURE),
            headline=article.zone_spans(ZoneKind.TITLE) if article.title else (),
            outlet=article.outlet,
            author=article.author,
            published=article.published,
            language=article.language,
            facts=tuple(facts),
            display_title=article.display_title,
        )


class Sources(Protocol):
    """Who keeps the articles: asked for the texts of the hits that are shown, and for what the reader did."""

    def text(self, id: ArticleId) -> str:
        """The article's text."""
        ...

    def article(self, id: ArticleId) -> Article:
        """The article."""
        ...

    def ids_in_state(self, state: str) -> Collection[ArticleId]:
        """The articles that are `unread`, `read` or `starred`."""
        ...

    def ids_tagged(self, tag: str, begun: bool) -> Collection[ArticleId]:
        """The articles with this tag, or with one of which a word begins so."""
        ...
