"""Which articles the list shows, in which order, and their rows as they come into view. Knows no Textual."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, overload

from aipolicy_index.errors import LibraryError
from aipolicy_index.model import ArticleId, Counts, ListFilter, Row, Sort
from aipolicy_tui.messages import LANGUAGES, say

if TYPE_CHECKING:
    from aipolicy_index.library import Library

_WINDOW = 64
"""Rows asked of the library at once: more than a screen."""
_KEPT = 1024
_PORTION = 512
"""Ids asked of the library at once: some screens."""
_PORTIONS_KEPT = 8
"""What has come into view long ago is asked for again: a change of another process is compared with these alone."""
_GONE = 0
"""The id of no article: in the place of one that another process has taken out since it was counted."""


class RowCache:
    """Rows of articles, asked for in windows around the one that is needed, and kept for a while."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._rows: dict[ArticleId, Row] = {}

    def row(self, ids: Sequence[ArticleId], index: int) -> Row | None:
        """The row at a place of an order; None for an article that is gone. LibraryError for one that cannot be read,
        whatever stands around it."""
        if ids[index] not in self._rows:
            start = max(0, index - _WINDOW // 2)
            try:
                self._fetch(ids[start : start + _WINDOW])
            except LibraryError:
                self._fetch([ids[index]])
        return self._rows.get(ids[index])

    def _fetch(self, ids: Sequence[ArticleId]) -> None:
        if len(self._rows) > _KEPT:
            self._rows.clear()
        self._rows.update((row.id, row) for row in self._library.rows(ids))

    def forget(self, id_: ArticleId | None = None) -> None:
        """Ask anew for one article's row, or for all of them."""
        if id_ is None:
            self._rows.clear()
        else:
            self._rows.pop(id_, None)


class Newest(Sequence[ArticleId]):
    """All articles by date: how many there are at once, their ids in portions as they come into view.

    A start with a hundred thousand articles takes as long as one with ten.
    """

    def __init__(self, library: Library, total: int) -> None:
        self._library = library
        self._total = total
        self._portions: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, index: int) -> ArticleId: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ArticleId]: ...
    def __getitem__(self, index: int | slice) -> ArticleId | Sequence[ArticleId]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._total))]
        place = index + self._total if index < 0 else index
        if not 0 <= place < self._total:
            raise IndexError(index)
        number, inside = divmod(place, _PORTION)
        return self._portion(number)[inside]

    def index(self, value: Any, start: int = 0, stop: int | None = None) -> int:
        """The place of an article; looked for where the list has been seen, then asked of the library."""
        seen = ((number, ids) for number, ids in self._portions.items() if value in ids)
        place: int | None = next((number * _PORTION + ids.index(value) for number, ids in seen), None)
        if place is None:
            place = self._library.place_by_date(value)
        if place is None or not start <= place < (self._total if stop is None else stop):
            raise ValueError(value)
        return place

    def is_as(self, earlier: Newest) -> bool:
        """Whether the list is as it was, as far as it was seen lately."""
        seen = earlier._portions.items()
        return len(earlier) == self._total and all(self._portion(number) == portion for number, portion in seen)

    def _portion(self, number: int) -> array[int]:
        portion = self._portions.get(number)
        if portion is None:
            start = number * _PORTION
            portion = self._library.newest(start, _PORTION)
            gone = min(_PORTION, self._total - start) - len(portion)
            if len(self._portions) >= _PORTIONS_KEPT:
                del self._portions[next(iter(self._portions))]
            self._portions[number] = portion = portion + array("q", [_GONE] * gone)
        return portion


class Listing:
    """The order of the list, what it is narrowed to, and how many articles there are."""

    def __init__(self, library: Library, sort: Sort = Sort.DATE, narrowed: ListFilter | None = None) -> None:
        self._library = library
        self.sort = sort
        self.narrowed = narrowed or ListFilter()
        self.ids: Sequence[ArticleId] = array("q")
        self.counts = Counts(0, 0, 0)
        self.rows = RowCache(library)
        self.reload()

    def reload(self, keep: ArticleId | None = None) -> bool:
        """Ask the library anew; whether the order is another one than before. `keep`: the article that the reader is
        at; it stays in its place though it may have been read or changed so that the filter passes it no longer."""
        before = self.ids
        self.counts = self._library.counts()
        if self.sort in (Sort.DATE, Sort.RELEVANCE) and not self.is_narrowed:
            self.ids = Newest(self._library, self.counts.total)
        else:
            self.ids = self._with_kept(self._library.listing(self.sort, self.narrowed), before, keep)
        self.rows.forget()
        if isinstance(self.ids, Newest) and isinstance(before, Newest):
            return not self.ids.is_as(before)
        return self.ids != before

    def _with_kept(self, ids: array[int], before: Sequence[ArticleId], keep: ArticleId | None) -> array[int]:
        place = None if keep in ids else index_of(before, keep)
        if keep is None or place is None or not self._library.rows([keep]):
            return ids
        there = set(ids)
        ahead = next((each for each in reversed(before[:place]) if each in there), None)
        after = 0 if ahead is None else ids.index(ahead) + 1
        return ids[:after] + array("q", [keep]) + ids[after:]

    def nearest(self, id_: ArticleId | None, before: ListFilter) -> ArticleId | None:
        """The article itself where it is in the list; else of those around it under the filter of before the next
        one that is, or the one ahead of it."""
        if id_ is None or not self.ids or index_of(self.ids, id_) is not None:
            return id_
        order = self._library.listing(self.sort, before)
        place = index_of(order, id_)
        if place is None:
            return None
        there = set(self.ids)
        return next((each for each in chain(order[place:], reversed(order[:place])) if each in there), None)

    def changed(self, id_: ArticleId) -> None:
        """Something about one article's state changed; its place in the list stays until the next reload."""
        self.rows.forget(id_)
        self.counts = self._library.counts()

    def sorted_by(self, sort: Sort) -> None:
        """Put the list into this order."""
        self.sort = sort
        self.reload()

    def narrow(self, narrowed: ListFilter) -> None:
        """Show what passes this filter."""
        self.narrowed = narrowed
        self.reload()

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is on."""
        return self.narrowed != ListFilter()


def index_of(ids: Sequence[ArticleId], id_: ArticleId | None) -> int | None:
    """The place of an article in an order."""
    if id_ is None:
        return None
    try:
        return ids.index(id_)
    except ValueError:
        return None


def next_language(narrowed: ListFilter) -> ListFilter:
    """The filter with the next language: each in turn, then all."""
    turn: tuple[str | None, ...] = (None, *LANGUAGES)
    return narrowed._replace(language=turn[(turn.index(narrowed.language) + 1) % len(turn)])


def filter_words(narrowed: ListFilter) -> list[str]:
    """What the list is narrowed to, in words."""
    language = say(f"filter.language_{narrowed.language}") if narrowed.language else ""
    return _on(narrowed, say("filter.unread"), say("filter.starred"), language)


def filter_signs(narrowed: ListFilter, unread: str, starred: str) -> list[str]:
    """The same in the signs of the list, where there is no room for the words."""
    return _on(narrowed, unread, starred, narrowed.language or "")


def _on(narrowed: ListFilter, unread: str, starred: str, language: str) -> list[str]:
    words = [unread] * narrowed.unread + [starred] * narrowed.starred + [language] * bool(narrowed.language)
    words += [narrowed.outlet] if narrowed.outlet else []
    return [*words, f"#{narrowed.tag}"] if narrowed.tag else words
