"""The list of the linear mode: which articles, found by what, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Diagnostic, Hit, ListFilter, Sort
from aipolicy_index.query.relaxing import any_of
from aipolicy_tui.cli.read.showing import row_lines
from aipolicy_tui.messages import LANGUAGES, chosen, say_in

if TYPE_CHECKING:
    from aipolicy_index.library import Library

_NEAREST = 20
_ROWS = 10
"""Articles told at once."""


class Shelf:
    """Articles in an order, each with a number from 1 on."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sort = Sort.DATE
        self._sort_of_hits = Sort.RELEVANCE
        self.query = ""
        """What was searched; empty for the list."""
        self.narrowed = ListFilter()
        self.ids: Sequence[int] = library.listing(self._sort)
        self.diagnostics: tuple[Diagnostic, ...] = ()
        self.relaxed = False
        self.correction: str | None = None
        self.understood = ""
        self.also: tuple[tuple[str, ...], ...] = ()
        self._alike: dict[int, Hit] = {}

    @property
    def order(self) -> Sort | None:
        """The order that they are in; None for those nearest to another, the nearest first."""
        return None if self._alike else self._sort_of_hits if self.query else self._sort

    def narrow(self, narrowed: ListFilter) -> None:
        """The articles that pass a filter."""
        self.query, self.narrowed, self._alike = "", narrowed, {}
        self.ids = self._library.listing(self._sort, narrowed)

    def search(self, query: str, sort: Sort = Sort.RELEVANCE) -> None:
        """The articles that a query finds among those that pass the filter."""
        results = self._library.search(query, sort=sort, narrowed=self.narrowed, limit=1, language=chosen())
        self.query, self.ids, self._sort_of_hits = query, results.ids, sort
        self.diagnostics, self.relaxed = results.diagnostics, bool(results.relaxed)
        self.correction, self.understood, self.also = results.correction, results.understood, results.also
        self._alike = {}

    def like(self, id_: int) -> None:
        """The articles nearest to one."""
        results = self._library.similar(id_, limit=_NEAREST)
        self.query, self.narrowed = "", ListFilter()
        self.ids, self._alike = results.ids, {hit.id: hit for hit in results.hits}

    def words_in(self, id_: int) -> str:
        """The query for the words to look for in an article: what was searched, or what it shares with another."""
        hit = self._alike.get(id_)
        return any_of(hit.shared) if hit else self.query

    def sort(self, sort: Sort) -> None:
        """The same articles in another order."""
        if self.query:
            self.search(self.query, sort)
        else:
            self._sort = sort
            self.narrow(self.narrowed)

    def portions(self, first: int = 0) -> Iterator[list[str]]:
        """A few articles at a time from one on, in words; of hits, the passage too."""
        for start in range(first - first % _ROWS, len(self.ids), _ROWS):
            ids = list(self.ids[start : start + _ROWS])
            rows = {row.id: row for row in self._library.rows(ids)}
            hits = self._hits(start) if self.query else self._alike
            yield [
                line
                for number, id_ in enumerate(ids, start + 1)
                if id_ in rows
                for line in row_lines(number, rows[id_], hits.get(id_))
            ]

    def _hits(self, start: int) -> dict[int, Hit]:
        """The passages of a few hits, looked up when they are told."""
        sort = self._sort_of_hits
        found = self._library.search(
            self.query, sort=sort, narrowed=self.narrowed, offset=start, limit=_ROWS, language=chosen()
        )
        return {hit.id: hit for hit in found.hits}


def sort_named(words: str) -> Sort | None:
    """The order that words name, in either language."""
    return next((sort for sort in Sort if fold(words) in names(f"sort.{sort.value}")), None)


def names(*keys: str) -> set[str]:
    """The names under these keys in both languages, folded."""
    return {fold(say_in(language, key, {})) for language in LANGUAGES for key in keys}
