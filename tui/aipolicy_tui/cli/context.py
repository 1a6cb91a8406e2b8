"""What every command gets: the library it works on and the settings; and what every command gives: an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aipolicy_tui.cli.output import is_terminal
from aipolicy_tui.settings import Settings, from_home

if TYPE_CHECKING:
    from aipolicy_index.library import Library

OpenReader = Callable[[Path, bool], int]
"""Opens the screen on a library folder (temporary or not); the exit status."""

COMMANDS = ("add", "search", "show", "facts", "export", "read", "check", "keys", "config", "completion")
"""Each is a module of this package with a `command`, imported when it is asked for."""

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Context:
    """The options that come before the command."""

    named_folder: Path | None
    """What `--library` says."""
    settings: Settings
    open_reader: OpenReader

    @property
    def folder(self) -> Path:
        """The library folder: named, by `AIPOLICY_LIBRARY`, by the settings, else the platform's."""
        if given := self.named_folder or os.environ.get("AIPOLICY_LIBRARY") or self.settings.library:
            return from_home(str(given)).absolute()
        from aipolicy_index.library import default_folder

        return default_folder()

    def library(self, *, seeds: bool = True) -> Library:
        """The library, made if it is missing."""
        from aipolicy_index.library import Library

        return Library.open(self.folder, seeds=seeds)


def format_of(chosen: str | None) -> str:
    """The format asked for; else text on a terminal and JSON into a pipe."""
    return chosen or ("text" if is_terminal(sys.stdout) else "json")
