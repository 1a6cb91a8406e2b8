"""Where the program starts: the language, then the command line or the reader. Imports nothing heavy before it must."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from aipolicy_tui import messages
from aipolicy_tui.settings import LoadedSettings, load, settings_file


def main() -> None:
    """The `aipolicy-tui` command."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Do what these arguments ask; the exit status."""
    messages.choose(_asked_language(arguments) or _locale_language())
    loaded = load(settings_file())
    if loaded.settings.language != "auto" and _asked_language(arguments) is None:
        messages.choose(loaded.settings.language)
    for problem in loaded.problems:
        print(problem, file=sys.stderr)  # noqa: T201
    from aipolicy_tui.cli import main as command_line

    return command_line(arguments, loaded.settings, lambda folder, temporary: _open_reader(folder, loaded, temporary))


def _open_reader(folder: Path, loaded: LoadedSettings, temporary: bool) -> int:
    from aipolicy_tui.app import run as read

    return read(folder, loaded.settings, temporary=temporary)


def _asked_language(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, read before the command line is built because its help is in that language."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return None


def _locale_language() -> str:
    """`fr` where the locale is French, else `en`."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "fr" if value.lower().startswith("fr") else "en"
    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"
