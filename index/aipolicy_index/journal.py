"""The log: one file for every process of the program, written only when something happens that nobody expected."""

from __future__ import annotations

import platform
import time
import traceback
from pathlib import Path


def log_file() -> Path:
    """Where it lies: in the platform's log folder, which need not be there."""
    import platformdirs

    return Path(platformdirs.user_log_dir("aipolicy-tui", appauthor=False)) / "aipolicy-tui.log"


def record(error: BaseException, doing: str, log: Path | None = None) -> Path | None:
    """Add an error with its trace and what the program was doing; the file, or None when it cannot be written."""
    log = log or log_file()
    head = f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} Python {platform.python_version()} {doing}\n"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.touch(mode=0o600)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as lines:
            lines.write(head + "".join(traceback.format_exception(error)) + "\n")
    except OSError:
        return None
    return log
