"""The last screen, shown again at once while the program is still being imported.

The screen that a start will show is known at the end of the run before. It is kept, with all that it depends on (the
terminal and its size, the locale, the files behind it), and at the next start written to the terminal before Textual
is imported, with nothing but a few modules of the standard library. Keys typed meanwhile wait in the terminal's queue.

    with shown(kept_at()) as frame:          # before any other import; does nothing when something has changed
        ...                                  # import and run: the driver takes the screen over

    keep(kept_at(), app.snapshot(), [library_file, settings_file])     # at the end, when the library is closed
"""

# pathlib alone takes longer to import than all of this takes to run.
# ruff: noqa: PTH103, PTH105, PTH109, PTH111, PTH116, PTH118, PTH120, PTH123

from __future__ import annotations

import os
import signal
import sys
import termios

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType, TracebackType

    from .crash import TerminalAttributes

FORMAT = "aipolicy-tui first frame 1"
"""First line of the file; another number for another layout."""

LONGEST = 1 << 18
"""Bytes above which a file is not ours."""

_VARIABLES = (
    "AIPOLICY_LIBRARY",
    "AIPOLICY_SETTINGS",
    "COLORFGBG",
    "COLORTERM",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "NO_COLOR",
    "PYTHONIOENCODING",
    "SSH_CONNECTION",
    "STY",
    "TERM",
    "TMUX",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
)
_OPENING = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[m\x1b[H\x1b[2J"
_CLOSING = "\x1b[m\x1b[?7h\x1b[?1049l\x1b[?25h"
_SIGNALS = (signal.SIGTERM, signal.SIGHUP)


class FirstFrame:
    """A screen that is shown until the driver takes it over or the start fails."""

    def __init__(self, attributes: TerminalAttributes | None) -> None:
        self.attributes = attributes
        """The terminal's attributes from before, None when nothing is shown."""
        self._taken_over = False

    @property
    def showing(self) -> bool:
        """Whether a frame stands on the terminal and nobody has taken it over."""
        return self.attributes is not None and not self._taken_over

    def take_over(self) -> None:
        """From now on the terminal is the driver's to restore."""
        self._taken_over = True

    def __enter__(self) -> FirstFrame:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.restore()

    def restore(self) -> None:
        """Give the terminal back, unless it was taken over."""
        if self.attributes is None or self._taken_over:
            return
        _write(_CLOSING)
        termios.tcsetattr(0, termios.TCSANOW, self.attributes)
        self.attributes = None
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)

    def _end(self, number: int, _: FrameType | None) -> None:
        self.restore()
        os.kill(os.getpid(), number)


_NOTHING = FirstFrame(None)
_current = [_NOTHING]


def current() -> FirstFrame:
    """The frame of this process; one that shows nothing when there was none to show."""
    return _current[-1]


def kept_at() -> str:
    """Where the frame is kept: the user's cache folder, found without any library."""
    if sys.platform == "darwin":
        folder = os.path.expanduser("~/Library/Caches")
    else:
        folder = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(folder, "aipolicy-tui", "first-frame")


def shown(path: str) -> FirstFrame:
    """Show the frame that is kept at a path, if it is what this terminal would be shown after the imports."""
    frame = _read(path) if os.isatty(0) and os.isatty(2) else None
    if frame is None:
        return _NOTHING
    try:
        before = termios.tcgetattr(0)
        typing = termios.tcgetattr(0)
        # As the driver does: what is typed now is kept for it, unseen, and no key is a signal.
        typing[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(0, termios.TCSANOW, typing)
    except termios.error:
        return _NOTHING
    first = FirstFrame(before)
    _current[:] = [first]
    for number in _SIGNALS:
        signal.signal(number, first._end)
    _write(_OPENING + frame)
    return first


def note_size(columns: int, rows: int) -> None:
    """The size of the screen that will be kept; at the end the terminal may have another, or be gone."""
    _drawn_for[:] = [(columns, rows)]


_drawn_for: list[tuple[int, int]] = []


def keep(path: str, frame: str, depends_on: Sequence[str]) -> bool:
    """Keep a screen for the next start on this terminal, as long as some files stay as they are; whether it worked."""
    partial = f"{path}.{os.getpid()}"
    try:
        size = _drawn_for[-1] if _drawn_for else os.get_terminal_size(2)
        lines = [FORMAT, _conditions(*size), *(_state(file) for file in depends_on), ""]
        content = "\n".join(lines).encode() + b"\n" + frame.encode()
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.replace(partial, path)
    except OSError:
        return False
    return True


def _read(path: str) -> str | None:
    """The frame, if everything that it depends on is as it was."""
    try:
        with open(path, "rb") as file:
            information = os.fstat(file.fileno())
            if information.st_uid != os.getuid() or information.st_size > LONGEST:
                return None
            head, _, frame = file.read().partition(b"\n\n")
        known, conditions, *files = head.decode().split("\n")
        same = known == FORMAT and conditions == _conditions(*os.get_terminal_size(2)) and all(map(_is_same, files))
        return frame.decode() if same else None
    except (OSError, ValueError):
        return None


def _conditions(columns: int, rows: int) -> str:
    """The terminal, its size, the locale, the program and what it was asked for, on one line."""
    variables = [f"{name}={os.environ[name]}" for name in _VARIABLES if name in os.environ]
    return ascii((columns, rows, os.getcwd(), sys.argv, sys.version, variables))


def _state(file: str) -> str:
    """A file with what tells that it changed; one that is not there counts too."""
    try:
        information = os.stat(file)
    except OSError:
        return f"- - {file}"
    return f"{information.st_mtime_ns} {information.st_size} {file}"


def _is_same(state: str) -> bool:
    return _state(state.split(" ", 2)[2]) == state


def _write(text: str) -> None:
    data = text.encode()
    while data:
        data = data[os.write(2, data) :]
