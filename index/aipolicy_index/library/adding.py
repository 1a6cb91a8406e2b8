"""Files into the library: found, read on all cores, stored in small transactions, indexed as they come."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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

Stopped = Callable[[], bool]
"""Whether the addition is asked to end. It is asked between two files: nothing is ever left half done."""


@dataclass
class _Tally:
    """What became of the files so far."""

    total: int
    failures: list[Failure]
    outcomes: Counter[Filed] = field(default_factory=Counter)

    def progress(self) -> AddProgress:
        filed, failed = self.outcomes, len(self.failures)
        done = filed.total() + failed
        return AddProgress(done, self.total, filed[Filed.ADDED], filed[Filed.UPDATED], filed[Filed.UNCHANGED], failed)


def add(
    store: Store, index: IndexKeeper, paths: Sequence[Path], *, defer_facts: bool, jobs: int | None, stopped: Stopped
) -> Iterator[AddProgress | AddReport]:
    """Add files and folders: progress after each portion, the report at last, also when `stopped` ends it early."""
    from aipolicy_index.reading.files import find_files

    started = time.monotonic()
    found = find_files(paths)
    failures = [Failure(error.values.get("path", ""), error.code, error.values) for error in found.failures]
    tally = _Tally(len(found.files) + len(failures), failures)
    yield from _add_files(store, index, found.files, tally, with_facts=not defer_facts, jobs=jobs, stopped=stopped)
    index.sync()
    reached = tally.progress()
    yield AddReport(
        reached.added,
        reached.updated,
        reached.unchanged,
        tuple(tally.failures),
        dict(found.unread_endings),
        reached.done < reached.total,
        time.monotonic() - started,
    )


def _add_files(
    store: Store,
    index: IndexKeeper,
    files: Sequence[Path],
    tally: _Tally,
    *,
    with_facts: bool,
    jobs: int | None,
    stopped: Stopped,
) -> Iterator[AddProgress]:
    changed = [path for path in files if not _is_unchanged(store, path)]
    tally.outcomes[Filed.UNCHANGED] += len(files) - len(changed)
    yield tally.progress()
    jobs = (jobs or os.cpu_count() or 1) if len(changed) > _SMALL else 1
    indexed_at = time.monotonic()
    answers = in_order(jobs, partial(read_file, with_facts=with_facts), changed, crashed)
    for portion in _portions(answers, stopped):
        _store(store, portion, tally)
        if time.monotonic() - indexed_at > _INDEX_SECONDS:
            index.sync()
            indexed_at = time.monotonic()
        yield tally.progress()


def _portions(answers: Iterator[ReadFile | Failure], stopped: Stopped) -> Iterator[list[ReadFile | Failure]]:
    """Lists of a few answers; what has come when the addition is stopped is still handed on."""
    portion: list[ReadFile | Failure] = []
    for answer in answers:
        portion.append(answer)
        if stopped():
            break
        if len(portion) == _PORTION:
            yield portion
            portion = []
    yield portion


def _is_unchanged(store: Store, path: Path) -> bool:
    try:
        return store.is_unchanged(path, Signature.of(path))
    except OSError:
        return False


def _store(store: Store, portion: Sequence[ReadFile | Failure], tally: _Tally) -> None:
    version = facts_version()
    with store.transaction():
        outcomes = Counter(
            store.file(answer.path, answer.signature, answer.digest, answer.article, answer.facts, version)[1]
            for answer in portion
            if isinstance(answer, ReadFile)
        )
    tally.outcomes += outcomes
    tally.failures.extend(answer for answer in portion if isinstance(answer, Failure))
