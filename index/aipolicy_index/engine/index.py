"""The search index of a library: opens, writes, searches. What it raises is told in the program's own errors."""

from __future__ import annotations

import errno
import pickle
import struct
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from aipolicy_index.engine import ordering
from aipolicy_index.engine.answers import Answer, Ranked
from aipolicy_index.engine.arrays import Array, BrokenArrays
from aipolicy_index.engine.contents import latest_generation, read_contents
from aipolicy_index.engine.evaluation import Evaluation
from aipolicy_index.engine.folders import check_private, make_private
from aipolicy_index.engine.joining import with_joined
from aipolicy_index.engine.marking import marked_parts, merged
from aipolicy_index.engine.scoring import Scoring, Unscored
from aipolicy_index.engine.segments import EXTENSION, SegmentData, living
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.engine.snippets import Snippets
from aipolicy_index.errors import IndexDamaged, IndexMissing, Overtaken, SearchIndexError
from aipolicy_index.model import Article, ArticleId, Fact, Hit, Results, Sort, Span
from aipolicy_index.query.describe import describe
from aipolicy_index.query.nodes import And, Node, Not, Phrase, Query, Word
from aipolicy_index.query.relaxing import relaxed as relaxed_parts
from aipolicy_index.query.relaxing import replaced
from aipolicy_index.query.synonyms import Synonyms, default_synonyms

if TYPE_CHECKING:
    from aipolicy_index.engine.document import Document, Sources
    from aipolicy_index.engine.likeness import Similar
    from aipolicy_index.query.completing import Completion

_DAMAGE = (
    EOFError,
    struct.error,
    zlib.error,
    pickle.UnpicklingError,
    AttributeError,
    ImportError,
    TypeError,
    ValueError,
    KeyError,
    IndexError,
    AssertionError,
    MemoryError,
    OverflowError,
    BrokenArrays,
)
"""What Whoosh and the arrays raise, by measurement, on files that are cut, emptied, flipped or missing."""

_NOT_THE_INDEX = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EMFILE, errno.ENFILE)
"""Troubles of the machine, which no new index would mend."""


@contextmanager
def _damage_named(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_THE_INDEX:
            raise IndexDamaged(path=folder, reason=f"{type(error).__name__}: {error}") from error
        raise SearchIndexError(path=folder, reason=error.strerror) from error
    except _DAMAGE as error:
        reason = error.reason if isinstance(error, BrokenArrays) else f"{type(error).__name__}: {error}"
        raise IndexDamaged(path=folder, reason=reason) from error


_KNOWN = 100
"""So many ids are put in order at once, the others when they are asked for."""


def _never() -> bool:
    return False


class _Answer(NamedTuple):
    meant: Query
    """The query with synonyms and better words."""
    found: Answer
    sort: Sort
    first: Array
    """The first documents found, in order."""
    scores: Array
    relaxed: str | None
    correction: str | None


class SearchIndex:
    """One folder of segments. Reading sees the state of the last `refresh`, however much is written meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._data: dict[str, SegmentData] = {}
        self._snapshot = Snapshot(())
        self._generation = -1
        self.scoring = Scoring()
        """The ranking's weights; may be replaced."""
        self.synonyms: Synonyms | None = None
        """Names of the same thing; None for those that come with the program."""
        self.refresh()

    @classmethod
    def create(cls, folder: Path) -> SearchIndex:
        """An empty index in this folder, whatever was there before."""
        make_private(folder)
        for file in folder.iterdir():
            if file.is_file():
                file.unlink()
        from aipolicy_index.engine.writing import make_empty

        with _damage_named(folder):
            make_empty(folder)
        return cls(folder)

    @classmethod
    def open(cls, folder: Path) -> SearchIndex:
        """The index in this folder; `IndexMissing`, or `IndexDamaged` with its reason (`version`: another format)."""
        if not folder.is_dir():
            raise IndexMissing(path=folder)
        check_private(folder)
        return cls(folder)

    def refresh(self) -> None:
        """Sees what was written since, by this program or another."""
        with _damage_named(self._folder):
            for attempt in range(10):
                generation = latest_generation(self._folder)
                if generation < 0:
                    raise IndexMissing(path=self._folder)
                if generation == self._generation:
                    return
                try:
                    self._load(generation)
                    return
                except FileNotFoundError:  # another commit took it away meanwhile
                    if attempt == 9:
                        raise

    def _load(self, generation: int) -> None:
        segments = read_contents(self._folder, generation).segments
        data = {
            each.name: self._data.get(each.name) or SegmentData(Path(self._folder, each.name + EXTENSION))
            for each in segments
        }
        self._snapshot = Snapshot([(data[each.name], living(each.size, each.deleted)) for each in segments])
        self._data, self._generation = data, generation

    @property
    def commit(self) -> str:
        """A name of what is seen: that of no other commit of any index."""
        return " ".join((str(self._generation), *self._data))

    def write(self, documents: Iterable[Document], removed: Iterable[int] = (), *, merge: bool = False) -> None:
        """Adds, replaces (same id) and removes in one commit, then sees it; `merge` makes one segment of all."""
        from aipolicy_index.engine.writing import ArraySegmentWriter

        with _damage_named(self._folder):
            writer = ArraySegmentWriter(self._folder)
        try:
            for document in documents:
                writer.add(document)
            with _damage_named(self._folder):
                writer.replace(removed)
                writer.save(into_one=merge)
        finally:
            if not writer.is_closed:
                writer.abandon()
        self.refresh()

    def optimise(self) -> None:
        """Makes one segment of all; the deleted documents' space is freed."""
        self.write((), merge=True)

    def close(self) -> None:
        """Lets go of the files."""
        self._snapshot, self._data, self._generation = Snapshot(()), {}, -1

    def ids(self) -> set[ArticleId]:
        """The articles that it holds."""
        snapshot = self._snapshot
        return set(snapshot.ids[snapshot.all_documents()].tolist())

    def search(
        self,
        query: Query,
        sources: Sources,
        *,
        sort: Sort = Sort.RELEVANCE,
        within: Collection[int] | None = None,
        offset: int = 0,
        limit: int = 20,
        cancelled: Callable[[], bool] = _never,
        language: str = "fr",
    ) -> Results:
        """The articles that match, all in order, with passages for `limit` of them from `offset` on.

        `within` narrows to these articles; `cancelled` is asked now and then, and `Overtaken` raised when it says so;
        `language` is that of the understood query. A query without words gives all articles, the newest first.
        """
        started = perf_counter()
        with _damage_named(self._folder):
            answer = self._answer(query, sources, sort, within, cancelled, offset + limit)
            known, snapshot = self._snapshot.ids[answer.first].tolist(), self._snapshot
        return Results(
            query=query.text,
            understood=describe(query, language),
            diagnostics=query.diagnostics,
            total=answer.found.total,
            ids=Ranked(
                known,
                answer.found.total,
                lambda: snapshot.ids[ordering.ordered(snapshot, answer.found, answer.sort)],
            ),
            hits=self._hits(answer, sources, slice(offset, offset + limit), cancelled),
            offset=offset,
            seconds=perf_counter() - started,
            relaxed=answer.relaxed,
            correction=answer.correction,
        )

    def _answer(
        self,
        query: Query,
        sources: Sources,
        sort: Sort,
        within: Collection[int] | None,
        cancelled: Callable[[], bool],
        shown: int,
    ) -> _Answer:
        meant = self._with_synonyms(query)
        if sort is Sort.RELEVANCE and not _asks_words(query.root):
            sort = Sort.DATE
        snapshot, scoring = self._snapshot, self.scoring if sort is Sort.RELEVANCE else Unscored()
        evaluation = Evaluation(snapshot, sources, scoring, cancelled)
        found = self._narrowed(evaluation.matches(meant.root), within)
        relaxed = correction = None
        if found.total and query.question:
            found = self._narrowed(evaluation.most_of(*relaxed_parts(meant.root), asked=True), within)
        if not found.total:
            from aipolicy_index.engine.correcting import corrected, corrections

            better = corrections(snapshot, query.root)
            correction = corrected(query, better)
            meant = self._with_synonyms(query._replace(root=replaced(query.root, better)))
            found = self._narrowed(evaluation.most_of(*relaxed_parts(meant.root)), within)
            relaxed = "any" if found.total else None
        found = scoring.finished(snapshot, found, evaluation.neighbours(meant.root))
        docs, scores = ordering.first(snapshot, found, sort, max(shown, _KNOWN))
        return _Answer(meant, found, sort, docs, scores, relaxed, correction)

    def _hits(self, answer: _Answer, sources: Sources, window: slice, cancelled: Callable[[], bool]) -> tuple[Hit, ...]:
        snippets = Snippets(answer.meant)
        hits = []
        ids, scores = self._snapshot.ids[answer.first[window]].tolist(), answer.scores[window].tolist()
        for id, score in zip(ids, scores, strict=True):
            if cancelled():
                raise Overtaken
            article = sources.article(id)
            hits.append(Hit(id, score, snippets.of(article.text, article.language)))
        return tuple(hits)

    def _narrowed(self, found: Answer, within: Collection[int] | None) -> Answer:
        return found if within is None else found.only(self._snapshot.documents_of(within))

    def similar(self, id: ArticleId, sources: Sources, limit: int = 10) -> tuple[Similar, ...]:
        """The articles nearest to this one, with the words that they share."""
        from aipolicy_index.engine.likeness import similar

        with _damage_named(self._folder):
            return similar(self._snapshot, self.scoring, id, sources.article(id), limit)

    def suggest(self, typed: str, language: str = "fr", limit: int = 8) -> tuple[Completion, ...]:
        """What may be typed next at the end of `typed`: fields' names, and names that the articles hold."""
        from aipolicy_index.engine.completing import completions

        with _damage_named(self._folder):
            return completions(self._snapshot, typed, language, limit)

    def marks(self, query: Query, article: Article, facts: Iterable[Fact]) -> tuple[Span, ...]:
        """Where in the article's text the query matches; for a word that is not there, its better one."""
        return merged(span for part in self.marked_parts(query, article, facts) for span in part)

    def marked_parts(self, query: Query, article: Article, facts: Iterable[Fact]) -> tuple[tuple[Span, ...], ...]:
        """The same for each part of the query."""
        from aipolicy_index.engine.correcting import corrections

        facts = tuple(facts)
        found = marked_parts(self._with_synonyms(query), article, facts)
        if all(found) or not (better := corrections(self._snapshot, query.root)):
            return found
        missing = {
            word: other
            for word, other in better.items()
            if not any(marked_parts(query._replace(root=word), article, ()))
        }
        return marked_parts(self._with_synonyms(query._replace(root=replaced(query.root, missing))), article, facts)

    def _with_synonyms(self, query: Query) -> Query:
        synonyms = default_synonyms() if self.synonyms is None else self.synonyms
        return query._replace(root=with_joined(self._snapshot, synonyms.with_others(query.root)))


def _asks_words(node: Node | None) -> bool:
    match node:
        case Word() | Phrase():
            return True
        case And(children):
            return any(_asks_words(child) for child in children)
        case None | Not():
            return False
        case _:
            return any(hasattr(node, part) for part in ("children", "left", "asked"))
