"""Carries frames to the terminal: at once what it takes at once, by a thread what it would have to be waited for.

A slow or a vanished terminal never stops the program; a quick one need not wait for a thread to have its turn.
"""

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

_LOOK_UP = 0.1
"""Seconds after which a thread that waits for the terminal sees that it need not any more."""


class Writer:
    """Writes text to a descriptor, in order and without waiting; whatever has to wait goes out in one piece."""

    def __init__(self, descriptor: int, encoding: str, on_broken: Callable[[], None]) -> None:
        """`on_broken` is called once, from whichever thread finds that the other side is gone."""
        self._descriptor = descriptor
        self._encoding = encoding
        self._on_broken = on_broken
        self._direct = _never_blocking(descriptor)
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._queued = 0
        """Pieces that were given to the thread."""
        self._carried = 0
        """Pieces that the thread is done with: nothing overtakes one that is on its way."""
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
        """Send some text; what the terminal does not take at once waits."""
        if self._broken:
            return
        data = text.encode(self._encoding, "replace")
        if self._queued == self._carried and self._direct is not None:
            data = self._written(self._direct, data)
        if data:
            self._queued += 1
            self._queue.put(data)

    def stop(self) -> None:
        """Write what waits, as far as the terminal takes it. What it does not take by then it never gets: another
        writer may be speaking when it takes something again."""
        self._queue.put(None)
        self._thread.join(LAST_WORDS)
        self._broken = True
        self._thread.join(LAST_WORDS)
        if self._direct is not None and not self._thread.is_alive():
            os.close(self._direct)
            self._direct = None

    def _run(self) -> None:
        # A write that would have to wait could not be given up.
        descriptor, going = self._direct if self._direct is not None else self._descriptor, True
        while going:
            pieces = [self._queue.get(), *self._waiting()]
            going = None not in pieces
            self._waiting_since = time.monotonic()
            data = b"".join(piece for piece in pieces if piece)
            while data and not self._broken:
                ready = select.select([], [descriptor], [], _LOOK_UP)[1]
                data = self._written(descriptor, data) if ready and not self._broken else data
            self._waiting_since = None
            self._carried += sum(piece is not None for piece in pieces)

    def _waiting(self) -> list[bytes | None]:
        pieces: list[bytes | None] = []
        while True:
            try:
                pieces.append(self._queue.get_nowait())
            except Empty:
                return pieces

    def _written(self, descriptor: int, data: bytes) -> bytes:
        """Write once; what is left over."""
        try:
            return data[os.write(descriptor, data) :]
        except BlockingIOError:
            return data
        except OSError:
            self._broken = True
            self._on_broken()
            return b""


def _never_blocking(descriptor: int) -> int | None:
    """The same terminal, opened again so that a write to it never waits. The flag is not put on the descriptor itself,
    which other programs share. None where there is no such way: then the thread writes everything."""
    try:
        return os.open(os.ttyname(descriptor), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return None
