"""The screen's end of the pipe. One process answers searches, another does the work that takes long."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

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

_Answers: TypeAlias = "asyncio.Queue[Frame | AipolicyError]"
"""What comes back for one request, as it comes."""

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


class _Running:
    """One process, and what it was asked and has not answered yet."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self._answers: dict[int, _Answers] = {}
        self._reader = asyncio.create_task(self._read())

    async def send(self, number: int, message: dict[str, Any], answers: _Answers) -> None:
        """Ask something; what comes back is put into `answers`. OSError when the process is gone."""
        assert self.process.stdin is not None
        self._answers[number] = answers
        self.process.stdin.write(Frame({"number": number, **message}).encode())
        await self.process.stdin.drain()

    def forget(self, number: int) -> None:
        """Nobody waits for this answer any more."""
        self._answers.pop(number, None)

    async def stop(self) -> None:
        """Close the pipe; the process ends by itself, or is killed when it does not."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            await asyncio.wait_for(self.process.wait(), _END_SECONDS)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()
        await self._reader

    async def _read(self) -> None:
        """Hand every answer to whoever waits for it; when the process is gone, tell all of them. One that says what
        cannot be understood is ended: nothing that follows could be."""
        assert self.process.stdout is not None
        try:
            while True:
                message_size, ids_size = body_sizes(await self.process.stdout.readexactly(HEAD_SIZE))
                message = await self.process.stdout.readexactly(message_size)
                self._hand_on(decode(message, await self.process.stdout.readexactly(ids_size)))
        except asyncio.IncompleteReadError:
            await self.process.wait()
            self._fail_all(f"exit status {self.process.returncode}")
        except (ValueError, LookupError, TypeError, MemoryError) as error:
            if self.process.returncode is None:
                self.process.kill()
            await self.process.wait()
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


class _Pipe:
    """A process that is started again when it has died; who asked the one before learns of it, and nobody else."""

    def __init__(self, folder: Path, tuning: Tuning) -> None:
        self._command = (sys.executable, "-m", "aipolicy_index.service.server", str(folder), *tuning_arguments(tuning))
        self._numbers = itertools.count(1)
        self._running: _Running | None = None
        self._starting = asyncio.Lock()
        self._latest: dict[str, _Answers] = {}

    async def start(self) -> _Running:
        """The running process, started if there is none."""
        async with self._starting:
            if self._running is None or self._running.process.returncode is not None:
                process = await asyncio.create_subprocess_exec(
                    *self._command,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                    stderr=asyncio.subprocess.DEVNULL,
                    start_new_session=True,
                )
                self._running = _Running(process)
            return self._running

    async def stop(self) -> None:
        """End the process, if one runs."""
        if self._running is not None:
            await self._running.stop()

    async def ask(self, what: str, **values: Any) -> Frame:
        """The one answer to a request."""
        return await self._ask(what, values, asyncio.Queue())

    async def ask_latest(self, what: str, **values: Any) -> Frame:
        """The same; an older request of this kind that is still open ends as Overtaken now."""
        if (older := self._latest.get(what)) is not None:
            older.put_nowait(Overtaken())
        answers = self._latest[what] = asyncio.Queue()
        return await self._ask(what, values, answers)

    async def follow(self, what: str, **values: Any) -> AsyncIterator[AddProgress | AddReport | Preparation]:
        """The steps of a long task."""
        answers: _Answers = asyncio.Queue()
        async with self._sent(what, values, answers):
            while "step" in (frame := await _next(answers)).message:
                yield step_of(frame.message["step"])

    async def _ask(self, what: str, values: dict[str, Any], answers: _Answers) -> Frame:
        async with self._sent(what, values, answers):
            return await _next(answers)

    @asynccontextmanager
    async def _sent(self, what: str, values: dict[str, Any], answers: _Answers) -> AsyncIterator[None]:
        """Something is asked; inside, its answers come."""
        number = next(self._numbers)
        try:
            running = await self.start()
            await running.send(number, {"ask": what, **values}, answers)
        except OSError as error:  # the process is gone, or the system lets none be started
            raise ServiceError(reason=type(error).__name__) from error
        try:
            yield
        finally:
            running.forget(number)


async def _next(answers: _Answers) -> Frame:
    answer = await answers.get()
    if isinstance(answer, AipolicyError):
        raise answer
    return answer
