"""A terminal for tests: runs a program in a pseudo-terminal, types, and reads what a person would see.

    with Terminal([sys.executable, "-m", "aipolicy_tui.start"], columns=80, rows=24) as terminal:
        terminal.wait_for("articles")
        terminal.press("down", "enter")
        terminal.wait_for(lambda: terminal.row(0).startswith("OpenAI"))

Nothing here sleeps: every wait has a condition, and a time after which it gives up and shows the screen. Programs made
for tests answer `sync` (see `programs/base.py`), so that all the bytes that a key caused are counted, and no others.
"""

from __future__ import annotations

import errno
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path

import pyte
from harness_rest import at_rest
from harness_screen import Answers, Display
from ptyprocess import PtyProcess

PROGRAMS = Path(__file__).parent / "programs"
"""Small programs that the tests run."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "enter": "\r",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
    "f1": "\x1bOP",
    "f5": "\x1b[15~",
    "f12": "\x1b[24~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a keyboard sends for a named key; anything else is typed as it is."""

SYNC_KEY = "f12"
SYNC_REPLY = re.compile(rb"\x1b\[\?7777;(\d+);(\d+)l")
"""Asks a test program to say that everything typed before has reached the screen; it answers with its size."""

PATIENCE = 60.0
"""Seconds after which something that was waited for does not come any more."""

Condition = str | re.Pattern[str] | Callable[[], object]
"""Something to wait for: text on the screen, a pattern, or a function that becomes true."""


def wait_until(condition: Callable[[], object], *, timeout: float = PATIENCE) -> None:
    """Wait for something beside a screen; nothing that a program writes is read meanwhile."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"did not come: {condition!r}")
        select.select([], [], [], 0.005)


class Terminal:
    """A program in a pseudo-terminal, with its screen, its bytes and its exit status."""

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 80,
        rows: int = 24,
        term: str = "xterm-256color",
        environment: Mapping[str, str | None] | None = None,
        home: Path | None = None,
        answers: Answers = Answers.MODERN,
        timeout: float = PATIENCE,
    ) -> None:
        self.columns, self.rows, self.timeout = columns, rows, timeout
        self.display = Display(columns, rows)
        self.written = bytearray()
        self.exit_status: int | None = None
        self._answers = answers
        self._home = home
        self._open = True
        self._process = PtyProcess.spawn(
            [str(word) for word in command],
            cwd=None if home is None else str(home),
            env=_environment(term, home, environment),
            dimensions=(rows, columns),
        )
        os.set_blocking(self._process.fd, False)

    @classmethod
    def program(cls, name: str, *arguments: str, **options: object) -> Terminal:
        """Run one of the test programs."""
        return cls([sys.executable, PROGRAMS / f"{name}.py", *arguments], **options)  # type: ignore[arg-type]

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._process.pid)

    @property
    def screen(self) -> pyte.Screen:
        """The emulator's screen: `buffer[y][x]` is a cell."""
        return self.display.screen

    def press(self, *keys: str) -> None:
        """Type named keys, or text."""
        for key in keys:
            self.send(self.display.key(key, KEYS.get(key, key)).encode())

    def send(self, data: bytes) -> None:
        """Send bytes as a keyboard or a terminal would."""
        while data:
            try:
                data = data[os.write(self._process.fd, data) :]
            except BlockingIOError:
                select.select([], [self._process.fd], [], 1)
            except OSError:
                self._open = False
                return

    def wait_for(self, condition: Condition, *, timeout: float | None = None) -> None:
        """Read until the condition holds; fails with the screen when it does not in time."""
        deadline = time.monotonic() + (timeout or self.timeout)
        while not self._holds(condition):
            left = deadline - time.monotonic()
            if left <= 0 or not (self.read(min(left, 0.25)) or self._holds(condition)):
                why = "in time" if self._open else "before the program ended"
                raise AssertionError(f"not on the screen {why}: {condition!r}\n{self.framed()}")

    def sync(self) -> None:
        """Wait until a test program has dealt with everything typed, at this size, and its screen is complete."""
        while True:
            start = len(self.written)
            self.press(SYNC_KEY)
            self.wait_for(lambda start=start: SYNC_REPLY.search(self.written, start))
            replies = SYNC_REPLY.findall(self.written, start)
            if replies[-1] == (str(self.columns).encode(), str(self.rows).encode()):
                return

    def cost(self, *keys: str) -> bytes:
        """All bytes that a test program sends for some keys."""
        self.sync()
        start = len(self.written)
        self.press(*keys)
        self.sync()
        return SYNC_REPLY.sub(b"", bytes(self.written[start:]))

    def settle(self, quiet: float = 0.2, *, first: float | None = None) -> bytes:
        """Read until nothing comes for a while from programs that wait: for those that cannot `sync`, and to show that
        one is silent."""
        start = len(self.written)
        deadline = time.monotonic() + self.timeout
        wait = first or quiet
        while time.monotonic() < deadline:
            size = len(self.written)
            if not self.read(wait) or (len(self.written) == size and at_rest(self.pid, self._home)):
                break
            wait = quiet
        return bytes(self.written[start:])

    def read(self, timeout: float, most: int = 65536) -> bool:
        """Take some of what the program wrote, waiting for it at most so long; False once it closed the terminal."""
        if not self._open:
            return False
        if not select.select([self._process.fd], [], [], max(timeout, 0))[0]:
            return True
        try:
            data = os.read(self._process.fd, most)
        except OSError as error:
            if error.errno in (errno.EAGAIN, errno.EINTR):
                return True
            data = b""
        self._open = bool(data)
        self.written += data
        self.display.feed(data)
        for reply in self._answers.to(data):
            self.send(reply)
        return self._open

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program gets its signal from the kernel."""
        self.columns, self.rows = columns, rows
        self.display.resize(columns, rows)
        ioctl(self._process.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        os.kill(self.pid, number)

    def modes(self) -> list[object]:
        """What `stty` would say of the terminal: the same before and after a program that behaves."""
        return list(termios.tcgetattr(self._process.fd))

    def hang_up(self) -> None:
        """What a lost connection does: the other side of the terminal is gone."""
        self._open = False
        self._process.fileobj.close()
        self._process.closed = True

    def wait_exit(self, *, timeout: float | None = None) -> int:
        """The program's exit status, negative for the signal that ended it; fails when it does not end in time."""
        deadline = time.monotonic() + (timeout or self.timeout)
        while time.monotonic() < deadline:
            if self._reaped():
                while self._open and self.read(0.05):
                    pass
                assert self.exit_status is not None
                return self.exit_status
            if self._open:
                self.read(0.05)
            else:
                select.select([], [], [], 0.02)
        raise AssertionError(f"still running:\n{self.framed()}")

    def text(self) -> str:
        """The screen as text, without trailing spaces."""
        return "\n".join(self.row(y) for y in range(self.rows))

    def row(self, y: int) -> str:
        """One row of the screen, without trailing spaces."""
        return self.display.row(y)

    def framed(self) -> str:
        """The screen as text in a frame, for messages."""
        edge = "+" + "-" * self.columns + "+"
        return "\n".join([edge, *(f"|{self.row(y):<{self.columns}}|" for y in range(self.rows)), edge])

    def close(self) -> None:
        """Hang up and make sure that the program is gone."""
        if not self._process.closed:
            self.hang_up()
        for number, patience in ((signal.SIGHUP, 2.0), (signal.SIGTERM, 1.0), (signal.SIGKILL, 5.0)):
            if self._reaped():
                return
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                return
            deadline = time.monotonic() + patience
            while time.monotonic() < deadline and not self._reaped():
                select.select([], [], [], 0.02)

    def _holds(self, condition: Condition) -> bool:
        if isinstance(condition, str):
            return condition in self.text()
        if isinstance(condition, re.Pattern):
            return condition.search(self.text()) is not None
        return bool(condition())

    def _reaped(self) -> bool:
        if self.exit_status is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:
                self.exit_status = 0
                return True
            if pid:
                self._process.terminated = True
                self.exit_status = os.waitstatus_to_exitcode(status)
        return self.exit_status is not None


def _environment(term: str, home: Path | None, changes: Mapping[str, str | None] | None) -> dict[str, str]:
    """An environment without anything of the one that runs the tests; a change to None removes a variable."""
    environment: dict[str, str | None] = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home or os.environ.get("HOME", "/")),
        "LANG": "C.UTF-8",
        "TERM": term,
        "PYTHONPATH": os.environ.get("PYTHONPATH"),
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE"),
        **(changes or {}),
    }
    return {key: value for key, value in environment.items() if value is not None}
