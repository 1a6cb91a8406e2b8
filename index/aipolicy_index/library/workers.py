"""Work for all cores: a file becomes an article with its facts. What goes wrong with one comes back as data."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from typing import TypeVar

from aipolicy_index.errors import UnreadableFile, system_reason
from aipolicy_index.journal import record
from aipolicy_index.library.reports import Failure
from aipolicy_index.model import Article, Fact
from aipolicy_index.store.sources import Digest, Signature, digest_of

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_AHEAD = 16
"""Tasks under way for each process: enough to keep it busy, few enough that memory stays flat."""
_FOR_THE_STARTER = (signal.SIGINT, signal.SIGHUP)
"""What a keyboard and a lost terminal send to all processes of a program at once."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read."""

    path: Path
    signature: Signature
    digest: Digest
    article: Article
    facts: tuple[Fact, ...] | None
    """None when they are left for later."""


def read_file(path: Path, with_facts: bool) -> ReadFile | Failure:
    """A file as an article, with its facts if they are wanted."""
    from aipolicy_index.reading import read_article

    try:
        signature = Signature.of(path)
        raw = path.read_bytes()
        article = read_article(path, raw)
    except UnreadableFile as error:
        return Failure(str(path), error.code, error.values)
    except OSError as error:
        return Failure(str(path), "file.unreadable", {"path": str(path), "reason": system_reason(error)})
    except Exception as error:  # noqa: BLE001 - the last boundary before the pool: one bad file must not stop the others.
        record(error, f"reading {path}")
        return crashed(path)
    facts = facts_of(article) if with_facts else None
    return ReadFile(path, signature, digest_of(raw), article, facts)


def crashed(path: Path) -> Failure:
    """What is told of a file that its reader did not survive."""
    return Failure(str(path), "file.unreadable", {"path": str(path), "reason": "reason.crashed"})


def facts_of(article: Article) -> tuple[Fact, ...]:
    """The key facts of an article; none, with a line in the log, where the extractor fails."""
    from aipolicy_index.facts.extract import extract

    try:
        return extract(article)
    except Exception as error:  # noqa: BLE001 - the last boundary before the pool: one odd text must not stop the others.
        record(error, f"extracting the facts of {article.source}")
        return ()


def facts_version() -> int:
    """Which extractor this is; facts of an older one are extracted again."""
    from aipolicy_index.facts.extract import FACTS_VERSION

    return FACTS_VERSION


def in_order(
    jobs: int, work: Callable[[Task], Answer], tasks: Iterable[Task], on_crash: Callable[[Task], Answer]
) -> Iterator[Answer]:
    """The answer to each task, in order. With more than one job in processes of their own, where a task that ends its
    process is answered by `on_crash`; with one, in this process."""
    if jobs < 2:
        yield from map(work, tasks)
        return
    remaining = iter(tasks)
    pool = _pool(jobs)
    try:
        waiting = deque(_submitted(pool, work, islice(remaining, _AHEAD * jobs)))
        while waiting:
            task, future = waiting.popleft()
            try:
                answer = future.result()
            except BrokenProcessPool:
                answer = _alone(work, task, on_crash)
                pool = _pool(jobs)
                waiting = deque(_submitted(pool, work, [left for left, _ in waiting]))
            waiting.extend(_submitted(pool, work, islice(remaining, 1)))
            yield answer
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    with _deaf():
        return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start_worker)


def _submitted(
    pool: ProcessPoolExecutor, work: Callable[[Task], Answer], tasks: Iterable[Task]
) -> Iterator[tuple[Task, Future[Answer]]]:
    for task in tasks:
        with _deaf():
            future = pool.submit(work, task)
        yield task, future


@contextmanager
def _deaf() -> Iterator[None]:
    """A process that is started inside never hears the signals that are for its starter, not even while it is still
    being imported."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _FOR_THE_STARTER)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _alone(work: Callable[[Task], Answer], task: Task, on_crash: Callable[[Task], Answer]) -> Answer:
    """One of several tasks ended its process: try this one by itself."""
    with _pool(1) as pool:
        ((_, future),) = _submitted(pool, work, [task])
        try:
            return future.result()
        except BrokenProcessPool:
            return on_crash(task)


def _start_worker() -> None:
    """A worker ends when the process that started it is gone, however it went."""
    starter = parent_process()
    if starter is not None:
        threading.Thread(target=_end_with, args=(starter.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
