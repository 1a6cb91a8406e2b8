"""The search index of a library: kept in step with the store, made again beside itself whenever it cannot be used."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from aipolicy_index.errors import NoSuchArticle, SearchIndexError
from aipolicy_index.library.folder import LibraryFolder
from aipolicy_index.library.tuning import Tuning
from aipolicy_index.model import Article, ArticleId, ListFilter, Sort
from aipolicy_index.store import Store

if TYPE_CHECKING:
    from aipolicy_index.engine.document import Document
    from aipolicy_index.engine.index import SearchIndex

_UNTUNED = Tuning()
_PORTION = 500
"""Articles told to the index in one commit."""
_NOTED = "index"
"""Under this key the store keeps which commit of the index knew all that it was not owed."""

Told = Callable[[int, int], None]
"""Called with how many articles the index knows, of how many."""


def _quietly(done: int, total: int) -> None:
    """For callers that do not watch."""


class IndexKeeper:
    """Opens the index when it is first needed and keeps it in step. Any state of it is answered by making it again."""

    def __init__(self, folder: LibraryFolder, store: Store, tuning: Tuning = _UNTUNED) -> None:
        self._folder = folder
        self._store = store
        self._tuning = tuning
        self._index: SearchIndex | None = None
        self._inode = 0

    def close(self) -> None:
        """Let go of the files."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def opened(self) -> SearchIndex:
        """The index as it stands on the disk. SearchIndexError when it is missing or cannot be used."""
        from aipolicy_index.engine.index import SearchIndex

        inode = _inode(self._folder.index)
        if self._index is not None and inode == self._inode:
            self._index.refresh()
            return self._index
        self.close()
        self._index, self._inode = SearchIndex.open(self._folder.index), inode
        self._tuning.apply(self._index)
        return self._index

    def ready(self) -> SearchIndex:
        """The index, in step with the store; made again first if need be."""
        if self._store.last_sequence() or not self.is_in_step():
            self.sync()
        return self.opened()

    def is_in_step(self) -> bool:
        """Whether the index opens, and when it was last opened knew the articles that the store has."""
        fresh = self._index is None or _inode(self._folder.index) != self._inode
        try:
            index = self.opened()
        except SearchIndexError:
            return False
        if fresh and not self.is_noted(index) and not self._knows_the_same(index):
            self.close()
            return False
        return True

    def is_noted(self, index: SearchIndex) -> bool:
        """Whether this is the commit that the store was told of last: then nothing need be compared."""
        return self._store.recall(_NOTED) == index.commit

    def _note(self) -> None:
        index = self.opened()
        if not self.is_noted(index):
            self._store.remember(_NOTED, index.commit)

    def _knows_the_same(self, index: SearchIndex) -> bool:
        owed, _ = self._store.unindexed(-1)
        return index.ids() ^ set(self._store.listing(Sort.DATE, ListFilter())) <= set(owed)

    def sync(self, told: Told = _quietly) -> None:
        """Tell the index what it has not been told; make it again when it is missing, damaged or out of step."""
        with self._folder.writing_index():
            if not self.is_in_step():
                self._rebuild(told)
            try:
                self._tell(told)
            except SearchIndexError:
                self._rebuild(told)
                self._tell(told)
            self._note()

    def rebuild(self, told: Told = _quietly) -> None:
        """Make the index again from the store, beside the old one, and swap them."""
        with self._folder.writing_index():
            self._rebuild(told)
            self._tell(told)
            self._note()

    def _tell(self, told: Told) -> None:
        total = self._store.last_sequence()
        while True:
            ids, sequence = self._store.unindexed(_PORTION)
            if not ids:
                return
            documents = [document for id_ in ids if (document := self._document(id_)) is not None]
            present = {document.id for document in documents}
            self.opened().write(documents, removed=[id_ for id_ in ids if id_ not in present])
            self._store.mark_indexed(sequence)
            told(min(sequence, total), total)

    def _rebuild(self, told: Told) -> None:
        from aipolicy_index.engine.index import SearchIndex

        self.close()
        self._clear_remains()
        building = self._folder.path / f"index.new-{secrets.token_hex(4)}"
        sequence, total = self._store.last_sequence(), self._store.counts().total
        made = SearchIndex.create(building)
        try:
            made.write(self._all_documents(told, total))
        finally:
            made.close()
        _swap(building, self._folder.index)
        self._store.mark_indexed(sequence)

    def _clear_remains(self) -> None:
        """What an interrupted rebuild left behind."""
        for remains in self._folder.path.glob("index.*-*"):
            shutil.rmtree(remains, ignore_errors=True)

    def _all_documents(self, told: Told, total: int) -> Iterator[Document]:
        last = done = 0
        while ids := self._store.ids_after(last, _PORTION):
            for id_ in ids:
                if (document := self._document(id_)) is not None:
                    yield document
            last, done = ids[-1], done + len(ids)
            told(done, total)

    def _document(self, id_: ArticleId) -> Document | None:
        from aipolicy_index.engine.document import Document

        try:
            article: Article = self._store.article(id_)
        except NoSuchArticle:
            return None
        return Document.of(id_, article, self._store.facts(id_) or ())


def _inode(folder: Path) -> int:
    try:
        return folder.stat().st_ino
    except FileNotFoundError:
        return 0


def _swap(made: Path, place: Path) -> None:
    """Put a folder in the place of another; whoever has the old one open goes on reading it."""
    old = place.with_name(f"{place.name}.old-{secrets.token_hex(4)}")
    if place.exists():
        place.rename(old)
    made.rename(place)
    shutil.rmtree(old, ignore_errors=True)
