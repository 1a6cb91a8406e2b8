"""The Library: what every other part of the program uses. Cheap questions go to the store, heavy ones to the engine."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from aipolicy_index.library.folder import LibraryFolder
from aipolicy_index.library.reports import AddProgress, AddReport, CheckReport, Preparation
from aipolicy_index.library.tuning import Tuning
from aipolicy_index.model import (
    Article,
    ArticleId,
    Counts,
    Fact,
    ListFilter,
    ReaderState,
    Results,
    Row,
    Sort,
    Span,
)
from aipolicy_index.store import Store

if TYPE_CHECKING:
    from aipolicy_index.deeds import DeedKind, Undone
    from aipolicy_index.library.indexing import IndexKeeper
    from aipolicy_index.query.completing import Completion

_NOTHING = ListFilter()
_UNTUNED = Tuning()
_BEGUN = "begun"


def _never() -> bool:
    return False


class Library:
    """One open library. Several processes may have it open; what one writes, the others see."""

    def __init__(self, folder: LibraryFolder, store: Store, *, created: bool, tuning: Tuning = _UNTUNED) -> None:
        self.folder = folder.path
        self.created = created
        """Whether this opening made the library."""
        self._files = folder
        self._store = store
        self._tuning = tuning
        self._keeper: IndexKeeper | None = None

    @classmethod
    def open(cls, folder: Path, *, seeds: bool = True, tuning: Tuning = _UNTUNED) -> Self:
        """Open the library in a folder; a missing one is made, and with `seeds` starts with the articles that
        come with the program. `tuning`: how it searches. LibraryError (StoreError) when the folder or its database
        cannot be used."""
        files = LibraryFolder(folder.expanduser().absolute())
        created = files.make()
        library = cls(files, Store(files.database), created=created, tuning=tuning)
        if library._store.recall(_BEGUN) is None:
            library._begin(seeds=seeds)
        return library

    def _begin(self, *, seeds: bool) -> None:
        """What a library starts with; done again at the next opening if it was cut short."""
        if seeds:
            from aipolicy_index.library.seeds import sow

            sow(self._store)
        self._store.remember(_BEGUN, "yes")

    def close(self) -> None:
        """Let go of the files."""
        if self._keeper is not None:
            self._keeper.close()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ---- what there is: below a millisecond, nothing heavy imported

    def counts(self) -> Counts:
        """How many articles there are, in all and by state."""
        return self._store.counts()

    def listing(self, sort: Sort = Sort.DATE, narrowed: ListFilter = _NOTHING) -> array[int]:
        """The ids of the articles that pass the filter, in order."""
        return self._store.listing(sort, narrowed)

    def newest(self, start: int, most: int) -> array[int]:
        """A part of the listing by date of all articles: `most` ids at most, from this place on. The first screens of a
        long list take a thousandth of the time that all of it takes."""
        return self._store.newest(start, most)

    def place_by_date(self, id_: ArticleId) -> int | None:
        """How many articles come before this one in the listing by date of all of them; None when it is not there."""
        return self._store.place_by_date(id_)

    def rows(self, ids: Sequence[ArticleId]) -> list[Row]:
        """What the list shows of these articles, in their order; ids that are not there are left out."""
        return self._store.rows(ids)

    def outlets(self) -> list[str]:
        """The outlets of the library, in alphabetical order."""
        return self._store.outlets()

    def tags(self) -> list[str]:
        """The tags in use, in alphabetical order."""
        return self._store.tags()

    def article(self, id_: ArticleId) -> Article:
        """One whole article. NoSuchArticle."""
        return self._store.article(id_)

    def paths(self, id_: ArticleId) -> list[str]:
        """The files that hold this article, one or more; none when they are gone from the library."""
        return self._store.paths(id_)

    def facts(self, id_: ArticleId) -> tuple[Fact, ...] | None:
        """The key facts of an article, None where they have not been extracted yet."""
        return self._store.facts(id_)

    def state(self, id_: ArticleId) -> ReaderState:
        """What the reader did with an article. NoSuchArticle."""
        return self._store.state(id_)

    def data_version(self) -> int:
        """A number that changes when another process has changed the library."""
        return self._store.data_version()

    # ---- what the reader does: on disk when the call returns

    def set_read(self, id_: ArticleId, read: bool) -> None:
        """Mark an article as read or unread."""
        self._store.set_state(id_, read=read)

    def set_starred(self, id_: ArticleId, starred: bool) -> None:
        """Star an article, or take the star away."""
        self._store.set_state(id_, starred=starred)

    def set_position(self, id_: ArticleId, position: int) -> None:
        """Keep where the reader stopped, as the first character shown."""
        self._store.set_position(id_, position)

    def set_states(self, states: Mapping[ArticleId, ReaderState]) -> None:
        """Put several articles into these states at once."""
        self._store.set_states(states)

    def remove(self, ids: Sequence[ArticleId]) -> None:
        """Take articles out of the library for good; their files stay where they are."""
        self._store.remove(ids)

    def set_tags(self, id_: ArticleId, tags: Iterable[str]) -> None:
        """Give an article these tags, and no others."""
        self._store.set_tags(id_, tags)

    def do(self, kind: DeedKind, id_: ArticleId, tag: str = "") -> bool:
        """Do something to an article that can be undone; False where it was so already. An article that is removed is
        kept for some days (`deeds.KEPT_DAYS`); its file stays where it is. NoSuchArticle."""
        return self._store.do(kind, id_, tag)

    def undo(self) -> Undone | None:
        """Undo what was done last, by this program or another, on this visit or an earlier one; None for nothing."""
        return self._store.undo()

    def remember(self, key: str, value: str) -> None:
        """Keep a small value under a key: the last article, the sort."""
        self._store.remember(key, value)

    def recall(self, key: str) -> str | None:
        """The value kept under a key."""
        return self._store.recall(key)

    # ---- heavy: the engine, the extractor, other processes

    def warm(self) -> None:
        """Import and open what a search needs, so that the first one need not; an index that is not there yet is
        left to whoever prepares it."""
        from contextlib import suppress

        from aipolicy_index.errors import SearchIndexError
        from aipolicy_index.library import asking  # noqa: F401

        with suppress(SearchIndexError):
            self._index.opened()

    def search(
        self,
        query: str,
        *,
        sort: Sort = Sort.RELEVANCE,
        narrowed: ListFilter = _NOTHING,
        offset: int = 0,
        limit: int = 20,
        typing: bool = False,
        language: str = "fr",
        cancelled: Callable[[], bool] = _never,
    ) -> Results:
        """The articles that answer a query, with passages for `limit` of them from `offset` on. `typing`: its last word
        may be unfinished; `language`: of what was understood. Overtaken when cancelled."""
        from aipolicy_index.library.asking import search

        within = None if narrowed == _NOTHING else self._store.listing(Sort.DATE, narrowed)
        index = self._index.ready()
        return search(
            index, self._store, query,
            typing=typing, language=language, sort=sort, within=within, offset=offset, limit=limit, cancelled=cancelled,
        )  # fmt: skip

    def similar(self, id_: ArticleId, *, limit: int = 20) -> Results:
        """More like this: the articles nearest to one, each with the words that they share. NoSuchArticle."""
        from aipolicy_index.library.asking import similar

        return similar(self._index.ready(), self._store, id_, limit)

    def suggest(self, typed: str, *, language: str = "fr", limit: int = 8) -> tuple[Completion, ...]:
        """What may be typed next at the end of `typed`: names of fields in `language`, the reader's tags, and names
        that the articles hold."""
        from aipolicy_index.library.tagging import tag_completions
        from aipolicy_index.query.completing import completions_without_articles

        known = completions_without_articles(typed, language)
        if known is None:
            known = tag_completions(self._store, typed, language, limit)
        return known[:limit] if known is not None else self._index.ready().suggest(typed, language, limit)

    def marks(self, query: str, id_: ArticleId, *, typing: bool = False) -> tuple[Span, ...]:
        """Where the words of a query stand in the text of an article."""
        from aipolicy_index.library.asking import marks

        return marks(self._index.ready(), self._store, query, id_, typing=typing)

    def add(
        self,
        paths: Sequence[Path],
        *,
        defer_facts: bool = False,
        report: Callable[[AddProgress], None] | None = None,
        jobs: int | None = None,
        stopped: Callable[[], bool] = bool,
    ) -> AddReport:
        """Add files and folders; `report` is told how far it is. `stopped`, asked between two files, ends it early:
        what was added so far is kept."""
        last: AddProgress | AddReport = AddReport()
        for last in self.adding(paths, defer_facts=defer_facts, jobs=jobs, stopped=stopped):
            if isinstance(last, AddProgress) and report is not None:
                report(last)
        assert isinstance(last, AddReport)
        return last

    def adding(
        self,
        paths: Sequence[Path],
        *,
        defer_facts: bool = False,
        jobs: int | None = None,
        stopped: Callable[[], bool] = bool,
    ) -> Iterator[AddProgress | AddReport]:
        """The same, a step at a time: progress after each portion, the report at last."""
        from aipolicy_index.library.adding import add

        return add(self._store, self._index, paths, defer_facts=defer_facts, jobs=jobs, stopped=stopped)

    def preparing(self, *, jobs: int | None = None) -> Iterator[Preparation]:
        """What is left to do in the background, a step at a time: the index in step, facts that are missing."""
        from aipolicy_index.library.preparing import prepare

        return prepare(self._files, self._store, self._index, jobs=jobs)

    def extract_facts(self, id_: ArticleId) -> tuple[Fact, ...]:
        """The facts of an article, extracted and kept if there are none yet."""
        from aipolicy_index.library.preparing import keep_facts
        from aipolicy_index.library.workers import facts_of

        known = self._store.facts(id_)
        if known is not None:
            return known
        facts = facts_of(self._store.article(id_))
        keep_facts(self._store, [id_], [facts])
        return facts

    def sync_index(self) -> None:
        """Bring the index in step with the articles."""
        self._index.sync()

    def rebuild_index(self) -> None:
        """Make the index again from the articles."""
        self._index.rebuild()

    def check(self, *, repair: bool = False) -> CheckReport:
        """Whether everything is sound; with `repair`, what is derived is made again, and the report is of after."""
        from aipolicy_index.library import checking

        report = checking.check(self._store, self._index)
        if not repair or report.sound:
            return report
        checking.repair(self._store, self._index, report)
        return checking.check(self._store, self._index)._replace(repaired=True)

    @property
    def _index(self) -> IndexKeeper:
        if self._keeper is None:
            from aipolicy_index.library.indexing import IndexKeeper

            self._keeper = IndexKeeper(self._files, self._store, self._tuning)
        return self._keeper
