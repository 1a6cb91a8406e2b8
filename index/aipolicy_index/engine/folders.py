"""The index folder is private: Whoosh unpickles what it finds there, so nobody else may write into it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from aipolicy_index.errors import IndexDamaged


def make_private(folder: Path) -> None:
    """Makes the folder, for its owner alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)


def check_private(folder: Path) -> None:
    """Raises `IndexDamaged` when others could have written into the folder; closes it to readers where it can."""
    status = folder.stat()
    if status.st_uid != os.getuid():
        raise IndexDamaged(path=folder, reason="owner")
    if stat.S_IMODE(status.st_mode) & 0o022:
        raise IndexDamaged(path=folder, reason="permissions")
    if stat.S_IMODE(status.st_mode) & 0o077:
        folder.chmod(0o700)
