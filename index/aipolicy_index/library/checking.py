"""Whether a library is sound: the database, the facts' words, the index against the articles."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.errors import IndexMissing, SearchIndexError
from aipolicy_index.library.indexing import IndexKeeper
from aipolicy_index.library.preparing import extract_pending
from aipolicy_index.library.reports import CheckReport
from aipolicy_index.model import ArticleId
from aipolicy_index.store import Store

_PORTION = 500


def check(store: Store, index: IndexKeeper) -> CheckReport:
    """Look at everything, change nothing."""
    counts = store.counts()
    fault, missing, unknown = _compare_index(store, index)
    return CheckReport(
        articles=counts.total,
        with_facts=counts.total - counts.without_facts,
        database_faults=tuple(store.faults()),
        misplaced_facts=tuple(_misplaced(store)),
        index_fault=fault,
        missing_in_index=missing,
        unknown_in_index=unknown,
        removed=store.removed_count(),
    )


def repair(store: Store, index: IndexKeeper, report: CheckReport) -> None:
    """Make again what is derived: facts that lost their words, facts that are missing, the index."""
    if report.misplaced_facts:
        store.forget_facts(report.misplaced_facts)
    index.rebuild()
    for _ in extract_pending(store, index):
        pass


def _compare_index(store: Store, index: IndexKeeper) -> tuple[str | None, int, int]:
    fault = None
    try:
        known = set(index.opened().ids())
    except IndexMissing as error:
        known, fault = set(), error.code
    except SearchIndexError as error:
        return error.code, 0, 0
    waiting = set(store.unindexed(-1)[0])
    present = set(_all_ids(store))
    missing = len(present - known - waiting)
    return (fault if missing else None), missing, len(known - present - waiting)


def _misplaced(store: Store) -> Iterator[ArticleId]:
    for id_ in _all_ids(store):
        text = store.article(id_).text
        if any(text[fact.start : fact.end] != fact.text for fact in store.facts(id_) or ()):
            yield id_


def _all_ids(store: Store) -> Iterator[ArticleId]:
    last = 0
    while ids := store.ids_after(last, _PORTION):
        yield from ids
        last = ids[-1]
