"""A thread that carries frames to the terminal, so that a slow or a vanished one never stops the program."""

from __future__ import annotations

import os
import select
import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

A_MOMENT = 0.02
"""Seconds that a terminal which keeps up may take for a frame."""

LAST_WORDS = 1.0
"""Seconds that a terminal which takes nothing more is waited for at the end."""


class Writer:
    """Writes text to a descriptor in the background, in order; whatever waits goes out in one piece."""

    def __init__(self, descriptor: int, encoding: str, on_broken: Callable[[], None]) -> None:
        """`on_broken` is called once, from the thread, when the other side is gone."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._on_broken = on_broken
        self._queue: SimpleQueue[str | None] = SimpleQueue()
        self._waiting_since: float | None = None
        self._broken = False
        self._thread = threading.Thread(target=self._run, name="terminal-writer", daemon=True)
        self._thread.start()

    @property
    def behind(self) -> bool:
        """Whether the terminal has taken nothing for a moment although something waits."""
        since = self._waiting_since
        return since is not None and time.monotonic() - since > A_MOMENT

    def write(self, text: str) -> None:
        """Queue some text."""
        if not self._broken:
            self._queue.put(text)

    def stop(self) -> None:
        """Write what waits, as far as the terminal takes it."""
        self._queue.put(None)
        self._thread.join(LAST_WORDS)

    def _run(self) -> None:
        going = True
        while going:
            pieces = [self._queue.get(), *self._queued()]
            going = None not in pieces
            self._waiting_since = time.monotonic()
            if not self._broken:
                self._write("".join(piece for piece in pieces if piece))
            self._waiting_since = None

    def _queued(self) -> list[str | None]:
        pieces: list[str | None] = []
        while True:
            try:
                pieces.append(self._queue.get_nowait())
            except Empty:
                return pieces

    def _write(self, text: str) -> None:
        data = text.encode(self._encoding, "replace")
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:
                # Another program has made the shared terminal non-blocking.
                select.select([], [self._descriptor], [])
            except OSError:
                self._broken = True
                self._on_broken()
                return
