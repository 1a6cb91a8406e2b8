"""What is left to do in the background: the index in step, facts for articles that have none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress

from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.library.folder import LibraryFolder
from aipolicy_index.library.indexing import IndexKeeper
from aipolicy_index.library.reports import Preparation, Stage
from aipolicy_index.library.workers import facts_of, facts_version, in_order
from aipolicy_index.model import Article, ArticleId, Fact
from aipolicy_index.store import Store

_SMALL = 8
"""Up to this many articles, starting other processes costs more than it gains."""
_ROUND = 200
"""Articles whose facts are stored before the index is told."""


def prepare(
    folder: LibraryFolder, store: Store, index: IndexKeeper, *, jobs: int | None = None
) -> Iterator[Preparation]:
    """Bring the index in step, then extract the facts that are missing, unless another process is at it; a step at a
    time, nothing when all is done. What was removed too long ago is let go of first."""
    store.forget_old_deeds()
    if store.last_sequence() or not index.is_in_step():
        total = store.counts().total
        yield Preparation(Stage.INDEX, 0, total)
        index.sync()
        yield Preparation(Stage.INDEX, total, total)
    elif not index.is_noted(index.opened()):
        index.sync()
    with folder.extracting() as alone:
        if alone:
            yield from extract_pending(store, index, jobs=jobs)


def extract_pending(store: Store, index: IndexKeeper, *, jobs: int | None = None) -> Iterator[Preparation]:
    """Extract the facts of every article that has none, or those of an older extractor."""
    version = facts_version()
    total = store.count_without_facts(version)
    jobs = (jobs or os.cpu_count() or 1) if total > _SMALL else 1
    done = 0
    while ids := store.without_facts(version, _ROUND):
        total = done + store.count_without_facts(version)  # others may be adding meanwhile
        for id_, facts in in_order(jobs, _facts_of, _articles(store, ids), _no_facts):
            keep_facts(store, [id_], [facts])
            done += 1
            yield Preparation(Stage.FACTS, done, total)
        index.sync()


def keep_facts(store: Store, ids: Sequence[ArticleId], facts: Sequence[tuple[Fact, ...]]) -> None:
    """Store the facts of some articles and note that the index has to be told."""
    version = facts_version()
    with store.transaction():
        for id_, found in zip(ids, facts, strict=True):
            store.set_facts(id_, found, version)
        store.mark_unindexed(ids)


def _articles(store: Store, ids: Sequence[ArticleId]) -> Iterator[tuple[ArticleId, Article]]:
    """Those of the articles that have not been removed meanwhile."""
    for id_ in ids:
        with suppress(NoSuchArticle):
            yield id_, store.article(id_)


def _facts_of(numbered: tuple[ArticleId, Article]) -> tuple[ArticleId, tuple[Fact, ...]]:
    return numbered[0], facts_of(numbered[1])


def _no_facts(numbered: tuple[ArticleId, Article]) -> tuple[ArticleId, tuple[Fact, ...]]:
    """What an article gets whose extraction ended its process: nothing, so that it is not tried for ever."""
    return numbered[0], ()
