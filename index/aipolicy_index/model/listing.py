"""What the list shows of the articles, in which order, narrowed to what, and what the reader did with them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from aipolicy_index.model.articles import ArticleId, Provenance


class ReaderState(NamedTuple):
    """What the reader did with one article."""

    read: bool = False
    starred: bool = False
    position: int = 0
    """The first character that was on top of the text pane."""
    tags: frozenset[str] = frozenset()
    """The reader's own words for it."""


class Row(NamedTuple):
    """What one line of the article list shows."""

    id: ArticleId
    display_title: str
    title_derived: bool
    outlet: str | None
    published: str | None
    published_from: Provenance | None
    language: str
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()
    """In alphabetical order."""


class Sort(StrEnum):
    """The orders of the list."""

    DATE = "date"
    """Newest first."""
    RELEVANCE = "relevance"
    """Best match first; without a query, newest first."""
    TITLE = "title"
    OUTLET = "outlet"


class ListFilter(NamedTuple):
    """What the list is narrowed to; the default narrows nothing."""

    unread: bool = False
    starred: bool = False
    language: str | None = None
    outlet: str | None = None
    tag: str | None = None


class Counts(NamedTuple):
    """How many articles there are."""

    total: int
    unread: int
    starred: int
    without_facts: int = 0
