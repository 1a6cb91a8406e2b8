"""What every command gets: the library it works on and the settings; and what every command gives: an exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aipolicy_tui.cli.output import is_terminal
from aipolicy_tui.settings import Settings, library_folder
from aipolicy_tui.tuning import tuning

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
        """The library folder."""
        return library_folder(self.settings, self.named_folder)

    def library(self, *, seeds: bool = True) -> Library:
        """The library, made if it is missing."""
        from aipolicy_index.library import Library

        return Library.open(self.folder, seeds=seeds, tuning=tuning(self.settings))


def format_of(chosen: str | None) -> str:
    """The format asked for; else text on a terminal and JSON into a pipe."""
    return chosen or ("text" if is_terminal(sys.stdout) else "json")
