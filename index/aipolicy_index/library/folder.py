"""Where a library lies on the disk: its folder, private to its owner, and the files in it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aipolicy_index.errors import LibraryError, system_reason

_PRIVATE = 0o700


class LibraryFolder:
    """The files of one library."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def database(self) -> Path:
        """The truth."""
        return self.path / "library.sqlite"

    @property
    def index(self) -> Path:
        """The search index: derived, may be deleted at any time."""
        return self.path / "index"

    def make(self) -> bool:
        """Make the folder if it is not there; whether there was no library in it. LibraryError if it cannot be used."""
        try:
            self.path.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            if not os.access(self.path, os.W_OK | os.X_OK):
                raise LibraryError(path=self.path, reason="reason.permission")
        except OSError as error:
            raise LibraryError(path=self.path, reason=system_reason(error)) from error
        return not self.database.exists()

    @contextmanager
    def writing_index(self) -> Iterator[None]:
        """Only one process at a time; the others wait."""
        with self._held("index.lock", fcntl.LOCK_EX):
            yield

    @contextmanager
    def extracting(self) -> Iterator[bool]:
        """Whether it is for this process to extract the facts that are missing: no other is at it."""
        with self._held("facts.lock", fcntl.LOCK_EX | fcntl.LOCK_NB) as held:
            yield held

    @contextmanager
    def _held(self, name: str, how: int) -> Iterator[bool]:
        """Whether a lock could be taken; it is let go of at the end, also of the process."""
        descriptor = os.open(self.path / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            yield _taken(descriptor, how)
        finally:
            os.close(descriptor)


def _taken(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        return False
    return True


def default_folder() -> Path:
    """The platform's data folder for this program."""
    import platformdirs

    return Path(platformdirs.user_data_dir("aipolicy-tui", appauthor=False))
