"""Files into the library: found, read on all cores, stored in small transactions, indexed as they come."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from aipolicy_index.library.indexing import IndexKeeper
from aipolicy_index.library.reports import AddProgress, AddReport, Failure
from aipolicy_index.library.workers import ReadFile, crashed, facts_version, in_order, read_file
from aipolicy_index.store import Filed, Signature, Store

_PORTION = 16
"""Articles stored in one transaction."""
_SMALL = 24
"""Up to this many files, starting other processes costs more than it gains."""
_INDEX_SECONDS = 2.0
"""How long stored articles may wait for the index while many are added."""


@dataclass
class _Tally:
    """What became of the files so far."""

    total: int
    failures: list[Failure]
    outcomes: Counter[Filed] = field(default_factory=Counter)
    storing: tuple[ReadFile, Counter[Filed]] | None = None
    """The last file of the portion that is being stored, and what becomes of its files, until that is counted."""

    def count(self) -> None:
        """Count the portion that has been stored."""
        if self.storing is not None:
            self.outcomes += self.storing[1]
            self.storing = None

    def progress(self) -> AddProgress:
        filed, failed = self.outcomes, len(self.failures)
        done = filed.total() + failed
        return AddProgress(done, self.total, filed[Filed.ADDED], filed[Filed.UPDATED], filed[Filed.UNCHANGED], failed)


def add(
    store: Store, index: IndexKeeper, paths: Sequence[Path], *, defer_facts: bool = False, jobs: int | None = None
) -> Iterator[AddProgress | AddReport]:
    """Add files and folders: progress after each portion, the report at last, also when Ctrl-C ends it early."""
    from aipolicy_index.reading.files import find_files

    started = time.monotonic()
    found = find_files(paths)
    failures = [Failure(error.values.get("path", ""), error.code, error.values) for error in found.failures]
    tally = _Tally(len(found.files) + len(failures), failures)
    interrupted = False
    try:
        yield from _add_files(store, index, found.files, tally, with_facts=not defer_facts, jobs=jobs)
    except KeyboardInterrupt:
        interrupted = True
        if tally.storing is not None and store.is_unchanged(tally.storing[0].path, tally.storing[0].signature):
            tally.count()
    index.sync()
    yield AddReport(
        tally.outcomes[Filed.ADDED],
        tally.outcomes[Filed.UPDATED],
        tally.outcomes[Filed.UNCHANGED],
        tuple(tally.failures),
        dict(found.unread_endings),
        interrupted,
        time.monotonic() - started,
    )


def _add_files(
    store: Store, index: IndexKeeper, files: Sequence[Path], tally: _Tally, *, with_facts: bool, jobs: int | None
) -> Iterator[AddProgress]:
    changed = [path for path in files if not _is_unchanged(store, path)]
    tally.outcomes[Filed.UNCHANGED] += len(files) - len(changed)
    yield tally.progress()
    jobs = (jobs or os.cpu_count() or 1) if len(changed) > _SMALL else 1
    indexed_at = time.monotonic()
    answers = in_order(jobs, partial(read_file, with_facts=with_facts), changed, crashed)
    for portion in _portions(answers):
        _store(store, portion, tally)
        if time.monotonic() - indexed_at > _INDEX_SECONDS:
            index.sync()
            indexed_at = time.monotonic()
        yield tally.progress()


def _portions(answers: Iterator[ReadFile | Failure]) -> Iterator[list[ReadFile | Failure]]:
    """Lists of a few answers; what had come when Ctrl-C was pressed is still handed on."""
    portion: list[ReadFile | Failure] = []
    try:
        for answer in answers:
            portion.append(answer)
            if len(portion) == _PORTION:
                yield portion
                portion = []
    except KeyboardInterrupt:
        yield portion
        raise
    yield portion


def _is_unchanged(store: Store, path: Path) -> bool:
    try:
        return store.is_unchanged(path, Signature.of(path))
    except OSError:
        return False


def _store(store: Store, portion: Sequence[ReadFile | Failure], tally: _Tally) -> None:
    version = facts_version()
    outcomes: Counter[Filed] = Counter()
    with store.transaction():
        for answer in portion:
            if isinstance(answer, ReadFile):
                _, outcome = store.file(
                    answer.path, answer.signature, answer.digest, answer.article, answer.facts, version
                )
                outcomes[outcome] += 1
                tally.storing = answer, outcomes
    tally.count()
    tally.failures.extend(answer for answer in portion if isinstance(answer, Failure))
