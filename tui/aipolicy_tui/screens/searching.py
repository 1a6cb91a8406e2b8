"""What is searched, where, and what was found: the state of the search line. Knows no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from aipolicy_index.model import ArticleId, Diagnostic, Hit, Results, Sort
from aipolicy_tui.screens.history import Spot

HITS_AT_ONCE = 40
"""Hits with a passage that one request brings."""


class Scope(StrEnum):
    """What the search line searches."""

    ALL = "all"
    ARTICLE = "article"


@dataclass(eq=False, repr=False)
class Search:
    """An open search, until Esc clears it."""

    came_from: Spot
    """Where the reader was when it was opened, to return to."""
    scope: Scope = Scope.ALL
    like: ArticleId | None = None
    """The article whose nearest ones are listed, where no query is."""
    before: Search | None = None
    """The search to return to from the nearest articles."""
    query: str = ""
    typing: bool = True
    """Whether the last word may be unfinished."""
    sort: Sort = Sort.RELEVANCE
    results: Results | None = None
    """The last results that can be shown; a wrong query leaves them."""
    diagnostics: tuple[Diagnostic, ...] = ()
    waiting: bool = False
    """Whether an answer is under way."""
    asked: set[int] = field(default_factory=set)
    """Windows of hits that were asked for."""
    _hits: dict[ArticleId, Hit] = field(default_factory=dict)

    @property
    def is_asking(self) -> bool:
        """Whether something is searched."""
        return self.like is not None or bool(self.query.strip())

    @property
    def lists_hits(self) -> bool:
        """Whether the list shows what was found."""
        return self.scope is Scope.ALL and self.results is not None and self.is_asking

    @property
    def found_less(self) -> bool:
        """Whether nothing has all that was asked for."""
        return self.results is not None and (not self.results.ids or self.results.relaxed is not None)

    def words_in(self, id_: ArticleId) -> str:
        """The query whose words are marked in an article: what was typed, or what it shares with the other one."""
        if self.like is None:
            return self.query
        from aipolicy_index.query.relaxing import any_of

        hit = self._hits.get(id_)
        return any_of(hit.shared) if hit else ""

    def shared(self, id_: ArticleId | None) -> tuple[str, ...]:
        """The words that an article shares with the one whose nearest are listed."""
        hit = self._hits.get(id_) if id_ is not None else None
        return hit.shared if hit else ()

    @property
    def ids(self) -> Sequence[ArticleId]:
        """All that was found, in order."""
        return self.results.ids if self.results else ()

    def take(self, results: Results) -> bool:
        """Keep an answer; whether there is something new to show. A query that asks for nothing that could be searched
        keeps what was found before."""
        self.waiting = False
        self.diagnostics = results.diagnostics
        if not results.ids and not results.understood and self.like is None:
            return False
        self.results, self._hits = results, {hit.id: hit for hit in results.hits}
        self.asked = {results.offset}
        return True

    def drop(self, id_: ArticleId) -> None:
        """Forget an article that is no longer in the library."""
        results = self.results
        if results is not None and id_ in results.ids:
            ids = tuple(other for other in results.ids if other != id_)
            self.results = results._replace(ids=ids, total=results.total - 1)

    def take_window(self, results: Results) -> None:
        """Keep the passages of further hits of the same query."""
        self._hits.update((hit.id, hit) for hit in results.hits)

    def hit(self, index: int) -> Hit | None:
        """The hit at a place of the order, where its passage is known."""
        return self._hits.get(self.ids[index])

    def missing_window(self, index: int) -> int | None:
        """The offset of the window of passages to ask for so that this hit has one; None when it has, or was asked."""
        if self.results is None or self.ids[index] in self._hits:
            return None
        offset = index // HITS_AT_ONCE * HITS_AT_ONCE
        if offset in self.asked:
            return None
        self.asked.add(offset)
        return offset
