"""What every command gets: the library it works on, the settings, where words go."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aipolicy_index.errors import AipolicyError
from aipolicy_tui.messages import catalogue, say
from aipolicy_tui.settings import Settings

if TYPE_CHECKING:
    from aipolicy_index.library import Library

OpenReader = Callable[[Path, bool], int]
"""Opens the screen on a library folder (temporary or not); the exit status."""

COMMANDS = ("add", "search", "show", "facts", "export", "check", "keys", "config", "completion")
"""Each is a module of this package with a `command`, imported when it is asked for."""

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


@dataclass(frozen=True, slots=True)
class Context:
    """The options that come before the command."""

    folder: Path
    settings: Settings
    open_reader: OpenReader

    def library(self, *, seeds: bool = True) -> Library:
        """The library, made if it is missing."""
        from aipolicy_index.library import Library

        return Library.open(self.folder, seeds=seeds)


def narrate(text: str) -> None:
    """One line for the person at the terminal, never mixed with data."""
    click.echo(text, err=True)


def fail(text: str) -> click.exceptions.Exit:
    """Say why, and end with status 1: `raise fail(...)`."""
    narrate(text)
    return click.exceptions.Exit(FAILED)


def sentence(code: str, values: dict[str, Any]) -> str:
    """The sentence of an error, in words; a reason that is itself a code is put into words too."""
    known = catalogue("en")
    filled = {name: say(value) if value in known else value for name, value in values.items()}
    return say(code, **filled) if code in known else say("error.reason", reason=code)


def error_sentence(error: AipolicyError) -> str:
    """What went wrong, in the reader's language."""
    return sentence(error.code, dict(error.values))


def format_of(chosen: str | None) -> str:
    """The format asked for; else text on a terminal and JSON into a pipe."""
    return chosen or ("text" if sys.stdout.isatty() else "json")
