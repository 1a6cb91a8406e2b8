"""The process behind the screen: answers questions at once, and does long tasks a step at a time between them."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from aipolicy_index.errors import AipolicyError, Overtaken, ServiceError
from aipolicy_index.journal import record
from aipolicy_index.library import Library
from aipolicy_index.library.reports import AddProgress, AddReport, Preparation
from aipolicy_index.library.tuning import Tuning
from aipolicy_index.model import Sort
from aipolicy_index.records import fact_record, span_records
from aipolicy_index.service.frames import HEAD_SIZE, Frame, body_sizes, decode
from aipolicy_index.service.messages import (
    completions_message,
    error_message,
    filter_of,
    results_frame,
    step_message,
    tuning_of,
)

Request = dict[str, Any]
Steps = Iterator[AddProgress | AddReport | Preparation]

_LATEST_ONLY = ("search", "marks", "suggest")
"""Questions that a newer one of the same kind makes pointless."""


class Inbox:
    """The requests that have come and are not yet answered; filled by a thread that reads the pipe."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._waiting: deque[Request] = deque()
        self._changed = threading.Condition()
        self._ended = False
        threading.Thread(target=self._read, daemon=True).start()

    def next(self, *, wait: bool) -> Request | None:
        """The oldest request; None when there is none and waiting is not wanted. EOFError when the screen is gone."""
        with self._changed:
            while wait and not self._waiting and not self._ended:
                self._changed.wait()
            if self._ended:
                raise EOFError
            return self._waiting.popleft() if self._waiting else None

    def overtakes(self, request: Request) -> bool:
        """Whether a newer request of the same kind makes this one pointless, or nobody is there to hear."""
        if self._ended:
            return True
        if request["ask"] not in _LATEST_ONLY:
            return False
        with self._changed:
            return any(other["ask"] == request["ask"] for other in self._waiting)

    def _read(self) -> None:
        while (request := _read_request(self._pipe)) is not None:
            with self._changed:
                self._waiting.append(request)
                self._changed.notify()
        with self._changed:
            self._ended = True
            self._changed.notify()


def _read_request(pipe: IO[bytes]) -> Request | None:
    head = pipe.read(HEAD_SIZE)
    if len(head) < HEAD_SIZE:
        return None
    message_size, ids_size = body_sizes(head)
    return decode(pipe.read(message_size), pipe.read(ids_size)).message


class Server:
    """Answers the requests of one screen until the pipe closes."""

    def __init__(self, library: Library, inbox: Inbox, answers: IO[bytes]) -> None:
        self._library = library
        self._inbox = inbox
        self._answers = answers
        self._tasks: deque[tuple[int, Steps]] = deque()

    def serve(self) -> None:
        """Until the screen is gone: every question first, then one step of a long task."""
        try:
            while True:
                request = self._inbox.next(wait=not self._tasks)
                if request is not None:
                    self._answer(request)
                elif self._tasks:
                    self._step()
        except (EOFError, BrokenPipeError):
            for _, steps in self._tasks:
                steps.close()  # type: ignore[attr-defined]

    def _answer(self, request: Request) -> None:
        number = request["number"]
        try:
            if self._inbox.overtakes(request):
                raise Overtaken
            answer = self._reply(number, request)
        except AipolicyError as error:
            answer = Frame(error_message(number, error))
        except Exception as error:  # noqa: BLE001 - the last boundary before the pipe
            record(error, f"answering {request['ask']}")
            answer = Frame(error_message(number, ServiceError(reason=f"{type(error).__name__}: {error}")))
        if answer is not None:
            self._send(answer)

    def _reply(self, number: int, request: Request) -> Frame | None:
        match request["ask"]:
            case "search" if "like" in request:
                return results_frame(number, self._library.similar(request["like"], limit=request["limit"]))
            case "search":
                return self._search(number, request)
            case "warm":
                self._library.warm()
                return Frame({"number": number})
            case "suggest":
                found = self._library.suggest(request["typed"], language=request["language"], limit=request["limit"])
                return Frame({"number": number, "completions": completions_message(found)})
            case "marks":
                spans = self._library.marks(request["query"], request["id"], typing=request["typing"])
                return Frame({"number": number, "spans": span_records(spans)})
            case "facts":
                facts = self._library.extract_facts(request["id"])
                return Frame({"number": number, "facts": [fact_record(fact) for fact in facts]})
            case "add":
                paths = [Path(path) for path in request["paths"]]
                self._tasks.append((number, self._library.adding(paths, defer_facts=request["defer_facts"])))
            case "prepare":
                self._tasks.append((number, self._library.preparing()))
            case unknown:
                raise ServiceError(reason=f"no such request: {unknown}")
        return None

    def _search(self, number: int, request: Request) -> Frame:
        results = self._library.search(
            request["query"],
            sort=Sort(request["sort"]),
            narrowed=filter_of(request["narrowed"]),
            offset=request["offset"],
            limit=request["limit"],
            typing=request["typing"],
            language=request["language"],
            cancelled=lambda: self._inbox.overtakes(request),
        )
        return results_frame(number, results)

    def _step(self) -> None:
        number, steps = self._tasks.popleft()
        try:
            step = next(steps, None)
        except AipolicyError as error:
            self._send(Frame(error_message(number, error)))
            return
        except Exception as error:  # noqa: BLE001 - the last boundary before the pipe
            record(error, f"at task {number}")
            self._send(Frame(error_message(number, ServiceError(reason=f"{type(error).__name__}: {error}"))))
            return
        if step is None:
            self._send(Frame({"number": number, "done": True}))
        else:
            self._send(Frame({"number": number, "step": step_message(step)}))
            self._tasks.append((number, steps))

    def _send(self, answer: Frame) -> None:
        self._answers.write(answer.encode())
        self._answers.flush()


def main(folder: str, *tuning: str) -> None:
    """Serve the library in this folder over standard input and output, which then belong to the pipe alone."""
    # numpy's linear algebra is not used here: starting its threads is a tenth of what the import of numpy takes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    tuned = tuning_of(*tuning) if tuning else Tuning()
    with Library.open(Path(folder), seeds=False, tuning=tuned) as library:
        Server(library, Inbox(requests), answers).serve()


if __name__ == "__main__":
    main(*sys.argv[1:])
