"""What the program does: the language, then the command line or the reader. Imports nothing heavy before it must."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from aipolicy_tui import messages
from aipolicy_tui.settings import LoadedSettings, kept_language, library_folder, load, settings_file
from aipolicy_tui.terminal import first_frame
from aipolicy_tui.terminal.importing import take_back
from aipolicy_tui.tuning import synonym_problems, synonyms_file


def run(arguments: Sequence[str]) -> int:
    """Do what these arguments ask; the exit status. What nobody expected is logged and told in one sentence."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the outermost boundary
        print(_logged(error), file=sys.stderr)  # noqa: T201
        return 1


def _run(arguments: Sequence[str]) -> int:
    asked = _asked_language(arguments)
    messages.choose(asked or _locale_language())
    loaded = load(settings_file())
    wanted = kept_language(loaded.settings) or loaded.settings.language
    if asked is None and wanted not in ("auto", messages.chosen()):
        messages.choose(wanted)
        loaded = load(settings_file())
    loaded = loaded._replace(problems=loaded.problems + synonym_problems(synonyms_file()))
    if not arguments and not loaded.problems and sys.stdout is not None and sys.stdout.isatty():
        return _open_at_once(loaded)
    return _command_line(arguments, loaded)


def _command_line(arguments: Sequence[str], loaded: LoadedSettings) -> int:
    gc.enable()
    take_back()
    # What a search imports would start threads for linear algebra that nobody computes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from aipolicy_tui.cli import main as command_line
    from aipolicy_tui.cli.output import narrate, prepare_streams

    prepare_streams()
    if loaded.problems:
        first_frame.current().restore()
    for problem in loaded.problems:
        narrate(problem)
    return command_line(arguments, loaded.settings, lambda folder, temporary: _open_reader(folder, loaded, temporary))


def _open_at_once(loaded: LoadedSettings) -> int:
    """The reader without the command line before it: a start is what a person waits for."""
    from aipolicy_index.errors import AipolicyError

    try:
        return _open_reader(library_folder(loaded.settings), loaded, temporary=False)
    except AipolicyError as error:
        print(messages.explain(error.code, error.values), file=sys.stderr)  # noqa: T201
        return 1


def _open_reader(folder: Path, loaded: LoadedSettings, temporary: bool) -> int:
    from aipolicy_tui.app import run as read

    return read(folder, loaded, temporary=temporary)


def _asked_language(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, read before the command line is built because its help is in that language."""
    asked = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            asked = argument.partition("=")[2]
        elif argument == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
    return asked if asked in messages.LANGUAGES else None


def _locale_language() -> str:
    """`fr` where the locale is French, else `en`."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "fr" if value.lower().startswith("fr") else "en"
    import locale

    return "fr" if (locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def _logged(error: Exception) -> str:
    """The sentence for an error that nobody expected; its trace goes to the log."""
    from aipolicy_index.journal import record

    if (log := record(error, "running a command")) is None:
        return messages.say("error.unexpected_unlogged", reason=f"{type(error).__name__}: {error}")
    return messages.say("error.unexpected", log=log)
