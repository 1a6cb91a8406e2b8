"""Textual's driver for Unix terminals, kept alive where the stock one hangs, spins, panics or writes in vain."""

from __future__ import annotations

import os
import signal
from asyncio import TimerHandle
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from textual._time import get_time
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste, Resize
from textual.geometry import Size
from textual.message import Message

from . import first_frame
from .capabilities import knows_queries
from .charset import charset
from .keys import Keys
from .pasting import Pasted, Pastes
from .writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App

HANG_UP_STATUS = 129
"""Exit status of a program that ended with its terminal, as a shell reports SIGHUP."""

STANDARD_ERROR = 2
"""What Textual draws on: standard output stays free for data."""

_ALTERNATE_SCREEN = "\x1b[?1049h"
_POP_KITTY_KEYS = "\x1b[<u"
_OPERATING_SYSTEM_COMMAND = "\x1b]"


class TerminalDriver(LinuxDriver):
    """Reads keys and writes frames.

    Keys are read in the program's own loop: a thread that reads them would have to hand each of them over, and where
    the machine is busy both would wait for their turn.

    Input that is no UTF-8 is replaced, not fatal; input that ends ends the program; a terminal that takes nothing
    more blocks nobody; old consoles are not asked what they do not understand.
    """

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._writer: Writer | None = None
        self._patience: TimerHandle | None = None
        """Runs out when what has begun as a sequence is none."""
        self._quiet = not knows_queries(os.environ)
        self._size = self._size or self._get_terminal_size()

    @property
    def behind(self) -> bool:
        """Whether the terminal has not yet taken what it was sent."""
        return self._writer is not None and self._writer.behind

    def write(self, data: str) -> None:
        """Send text to the terminal; it never waits."""
        if self._writer is not None and not self._is_idle(data):
            self._writer.write(data)

    def send_message(self, message: Message) -> None:
        """Hand what was typed to the program by the shortest way: a call, not a task."""
        self._app.post_message(message)

    def _is_idle(self, data: str) -> bool:
        """Whether a sequence is not for this terminal, or says what is already so."""
        if data == _ALTERNATE_SCREEN:
            return first_frame.current().showing
        return data == _POP_KITTY_KEYS or (self._quiet and data.startswith(_OPERATING_SYSTEM_COMMAND))

    def start_application_mode(self) -> None:
        """Take the terminal over; when it already is, as after a SIGCONT without a stop, nothing happens."""
        if self._writer is not None:
            return
        encoding = "utf-8" if charset().utf8 else "ascii"
        self._writer = Writer(STANDARD_ERROR, encoding, self._hung_up)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._start_reading()
        if (frame := first_frame.current()).showing:
            self.attrs_before = frame.attributes
            frame.take_over()
        # In the loop, one after the other: a handler that interrupts itself would tell of the older size last.
        self._loop.add_signal_handler(signal.SIGWINCH, self._resized)

    def disable_input(self) -> None:
        """Stop reading keys, at once."""
        self._stop_reading()
        super().disable_input()

    def close(self) -> None:
        """Let the terminal have the last bytes and give it up."""
        super().close()
        self._writer_thread = None
        if self._writer is not None:
            self._writer.stop()
            self._writer = None

    def run_input_thread(self) -> None:
        """There is nothing for a thread of its own to do."""

    def _start_reading(self) -> None:
        self._parser = Keys(self._debug)
        self._pastes = Pastes()
        # Half a character is kept for the next read.
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._loop.add_reader(self.fileno, self._keys_typed)

    def _keys_typed(self) -> None:
        """Read what was typed; when there is nobody left to type, end."""
        data = self._read()
        if not data:
            self._stop_reading()
            self._hung_up()
            return
        try:
            for piece in self._pastes.feed(self._decode(data)):
                self._take(piece, self._parser)
            self._look_at_rest()
        except Exception as error:  # noqa: BLE001 - the loop would print what it catches, over the screen
            self._app._handle_exception(error)

    def _look_at_rest(self) -> None:
        """Take what has begun as a sequence and waited long enough for the keys that it is."""
        if self._patience is not None:
            self._patience.cancel()
        self._parse(self._parser.tick())
        due = self._parser._timeout_time
        self._patience = None if due is None else self._loop.call_later(max(0.0, due - get_time()), self._look_at_rest)

    def _stop_reading(self) -> None:
        self._loop.remove_reader(self.fileno)
        if self._patience is not None:
            self._patience.cancel()

    def _take(self, piece: str | Pasted, parser: Keys) -> None:
        """Keys are the parser's; a paste is a text and nothing else."""
        if isinstance(piece, str):
            self._parse(parser.feed(piece))
        else:
            self.process_message(Paste(piece.text))

    def _parse(self, events: Iterable[Message]) -> None:
        for event in events:
            self.process_message(event)

    def _resized(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        """The size of the terminal that is drawn on; variables in the environment do not know of its changes."""
        try:
            columns, rows = os.get_terminal_size(STANDARD_ERROR)
        except OSError:
            return 80, 24
        return columns, rows

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _hung_up(self) -> None:
        """From another thread: the terminal is gone, so is the reason to run."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=HANG_UP_STATUS))

    def _request_terminal_sync_mode_support(self) -> None:
        if not self._quiet:
            super()._request_terminal_sync_mode_support()

    def _query_in_band_window_resize(self) -> None:
        if not self._quiet:
            super()._query_in_band_window_resize()
