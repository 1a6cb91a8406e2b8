"""The answer to a query: hits with their passages, and what is to be told about the query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aipolicy_index.model.articles import ArticleId, Span


class Diagnostic(NamedTuple):
    """Something to tell about a query, at its place in what was typed. `code` names a translated sentence."""

    code: str
    span: Span
    values: Mapping[str, str] = {}


class Snippet(NamedTuple):
    """The best passage of a hit. `marks` index `text` of the snippet; `start` is where it stands in the article."""

    text: str
    marks: tuple[Span, ...]
    start: int


class Hit(NamedTuple):
    """One article that answers a query."""

    id: ArticleId
    score: float
    snippet: Snippet
    shared: tuple[str, ...] = ()
    """The words that it shares with the article that it is like, the most telling first."""


class Results(NamedTuple):
    """The answer to a query: `ids` holds the whole order, `hits` a window of it with snippets."""

    query: str
    understood: str
    diagnostics: tuple[Diagnostic, ...]
    total: int
    ids: Sequence[ArticleId]
    hits: tuple[Hit, ...]
    offset: int = 0
    seconds: float = 0.0
    relaxed: str | None = None
    """`any` when nothing had all the words and these have most of them."""
    correction: str | None = None
    """A query that would find something (« did you mean »)."""
    also: tuple[tuple[str, ...], ...] = ()
    """Other names that were searched too, each after the name that was typed."""
