"""The screen's end of the pipe. One process answers searches, another does the work that takes long."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aipolicy_index import errors
from aipolicy_index.errors import AipolicyError, Overtaken, ServiceError
from aipolicy_index.library.reports import AddProgress, AddReport, Preparation
from aipolicy_index.library.tuning import Tuning
from aipolicy_index.model import ArticleId, Fact, ListFilter, Results, Sort, Span
from aipolicy_index.records import fact_from_record
from aipolicy_index.service.frames import HEAD_SIZE, Frame, body_sizes, decode
from aipolicy_index.service.messages import (
    completions_of,
    filter_message,
    results_of,
    step_of,
    tuning_arguments,
)

if TYPE_CHECKING:
    from aipolicy_index.query.completing import Completion

_NOTHING = ListFilter()
_UNTUNED = Tuning()
_END_SECONDS = 2.0
"""How long a process may take to end by itself before it is killed."""


class ServiceClient:
    """Asks the library's processes. One that dies fails what was asked; the next request starts it again."""

    def __init__(self, folder: Path, tuning: Tuning = _UNTUNED) -> None:
        self._searching = _Pipe(folder, tuning)
        self._working = _Pipe(folder, tuning)

    async def start(self) -> None:
        """Start the process that answers searches, and have it ready for the first."""
        await self._searching.ask("warm")

    async def stop(self) -> None:
        """End both processes; a task that they were at goes on at the next start."""
        await asyncio.gather(self._searching.stop(), self._working.stop())

    async def search(
        self,
        query: str,
        *,
        sort: Sort = Sort.RELEVANCE,
        narrowed: ListFilter = _NOTHING,
        offset: int = 0,
        limit: int = 40,
        typing: bool = False,
        language: str = "fr",
    ) -> Results:
        """The articles that answer a query. Overtaken as soon as a newer search is asked."""
        frame = await self._searching.ask_latest(
            "search",
            query=query,
            sort=sort.value,
            narrowed=filter_message(narrowed),
            offset=offset,
            limit=limit,
            typing=typing,
            language=language,
        )
        return results_of(frame)

    async def marks(self, query: str, id_: ArticleId, *, typing: bool = False) -> tuple[Span, ...]:
        """Where the words of a query stand in an article. Overtaken as soon as others are asked for."""
        frame = await self._searching.ask_latest("marks", query=query, id=id_, typing=typing)
        return tuple(Span(start, end) for start, end in frame.message["spans"])

    async def similar(self, id_: ArticleId, *, limit: int = 40) -> Results:
        """The articles nearest to one, with the words that they share. Overtaken by a newer search."""
        return results_of(await self._searching.ask_latest("search", like=id_, limit=limit))

    async def suggest(self, typed: str, *, language: str = "fr", limit: int = 8) -> tuple[Completion, ...]:
        """What may be typed next at the end of `typed`. Overtaken as soon as it is asked for another text."""
        frame = await self._searching.ask_latest("suggest", typed=typed, language=language, limit=limit)
        return completions_of(frame.message["completions"])

    async def facts(self, id_: ArticleId) -> tuple[Fact, ...]:
        """The key facts of an article, extracted on the spot when there are none."""
        frame = await self._working.ask("facts", id=id_)
        return tuple(fact_from_record(record) for record in frame.message["facts"])

    async def add(
        self, paths: Sequence[Path], *, defer_facts: bool = False
    ) -> AsyncIterator[AddProgress | AddReport | Preparation]:
        """Add files and folders: progress, and the report at last."""
        async for step in self._working.follow("add", paths=[str(path) for path in paths], defer_facts=defer_facts):
            yield step

    async def prepare(self) -> AsyncIterator[AddProgress | AddReport | Preparation]:
        """Bring the index in step and extract the missing facts; ends when nothing is left to do."""
        async for step in self._working.follow("prepare"):
            yield step


class _Pipe:
    """One process and what was asked of it."""

    def __init__(self, folder: Path, tuning: Tuning) -> None:
        self._command = (sys.executable, "-m", "aipolicy_index.service.server", str(folder), *tuning_arguments(tuning))
        self._numbers = itertools.count(1)
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._answers: dict[int, asyncio.Queue[Frame | AipolicyError]] = {}
        self._latest: dict[str, int] = {}

    async def start(self) -> asyncio.subprocess.Process:
        """The running process, started if there is none."""
        async with self._starting:
            if self._process is None or self._process.returncode is not None:
                self._process = await asyncio.create_subprocess_exec(
                    *self._command,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=asyncio.subprocess.DEVNULL,
                    start_new_session=True,
                )
                self._reader = asyncio.create_task(self._read(self._process))
            return self._process

    async def stop(self) -> None:
        """Close the pipe; the process ends by itself, or is killed when it does not."""
        if self._process is None or self._process.stdin is None:
            return
        self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), _END_SECONDS)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        if self._reader is not None:
            await self._reader

    async def ask(self, what: str, **values: Any) -> Frame:
        """The one answer to a request."""
        number, answers = await self._send(what, values)
        return await self._answer(number, answers)

    async def ask_latest(self, what: str, **values: Any) -> Frame:
        """The same; an older request of this kind that is still open ends as Overtaken now."""
        if (older := self._answers.get(self._latest.get(what, 0))) is not None:
            older.put_nowait(Overtaken())
        number, answers = await self._send(what, values, latest=True)
        return await self._answer(number, answers)

    async def follow(self, what: str, **values: Any) -> AsyncIterator[AddProgress | AddReport | Preparation]:
        """The steps of a long task."""
        number, answers = await self._send(what, values)
        try:
            while True:
                frame = await answers.get()
                if isinstance(frame, AipolicyError):
                    raise frame
                if "step" not in frame.message:
                    return
                yield step_of(frame.message["step"])
        finally:
            self._answers.pop(number, None)

    async def _send(
        self, what: str, values: dict[str, Any], *, latest: bool = False
    ) -> tuple[int, asyncio.Queue[Frame | AipolicyError]]:
        number = next(self._numbers)
        answers: asyncio.Queue[Frame | AipolicyError] = asyncio.Queue()
        self._answers[number] = answers
        if latest:
            self._latest[what] = number
        try:
            process = await self.start()
            assert process.stdin is not None
            process.stdin.write(Frame({"number": number, "ask": what, **values}).encode())
            await process.stdin.drain()
        except OSError as error:  # the process is gone, or the system lets none be started
            self._answers.pop(number, None)
            raise ServiceError(reason=type(error).__name__) from error
        return number, answers

    async def _answer(self, number: int, answers: asyncio.Queue[Frame | AipolicyError]) -> Frame:
        try:
            answer = await answers.get()
        finally:
            self._answers.pop(number, None)
        if isinstance(answer, AipolicyError):
            raise answer
        return answer

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        """Hand every answer to whoever waits for it; when the process is gone, tell all of them. One that says what
        cannot be understood is ended: nothing that follows could be."""
        assert process.stdout is not None
        try:
            while True:
                message_size, ids_size = body_sizes(await process.stdout.readexactly(HEAD_SIZE))
                message = await process.stdout.readexactly(message_size)
                self._hand_on(decode(message, await process.stdout.readexactly(ids_size)))
        except asyncio.IncompleteReadError:
            await process.wait()
            self._fail_all(f"exit status {process.returncode}")
        except (ValueError, LookupError, TypeError, MemoryError) as error:
            process.kill()
            await process.wait()
            self._fail_all(f"{type(error).__name__}: {error}")

    def _fail_all(self, reason: str) -> None:
        for answers in self._answers.values():
            answers.put_nowait(ServiceError(reason=reason))

    def _hand_on(self, frame: Frame) -> None:
        answers = self._answers.get(frame.message["number"])
        if answers is None:
            return
        told = frame.message
        if "error" not in told:
            answers.put_nowait(frame)
            return
        kind = getattr(errors, told["kind"], ServiceError)
        answers.put_nowait(kind(told["error"], **told["values"]))
