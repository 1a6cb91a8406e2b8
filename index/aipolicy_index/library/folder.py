"""Where a library lies on the disk: its folder, private to its owner, and the files in it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from aipolicy_index.errors import IndexLocked, LibraryError, system_reason

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

    @property
    def lock(self) -> Path:
        """Held by whoever writes the index."""
        return self.path / "index.lock"

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
    def writing_index(self, *, wait: bool = True) -> Iterator[None]:
        """Only one process at a time; IndexLocked when another writes and waiting is not wanted."""
        descriptor = os.open(self.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            yield
        except BlockingIOError as error:
            raise IndexLocked(path=self.path) from error
        finally:
            os.close(descriptor)


def default_folder() -> Path:
    """The platform's data folder for this program."""
    import platformdirs

    return Path(platformdirs.user_data_dir("aipolicy-tui", appauthor=False))
