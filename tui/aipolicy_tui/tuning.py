"""How the reader has set the search: newness, and a file of other names beside the settings file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from aipolicy_index.errors import system_reason
from aipolicy_tui.messages import catalogue, say
from aipolicy_tui.settings import Settings, settings_file

if TYPE_CHECKING:
    from aipolicy_index.library.tuning import Tuning


_LONG = 60
"""Characters of a wrong line that are shown."""


def synonyms_file() -> Path:
    """Where the reader's own names of the same thing lie: beside the settings."""
    return settings_file().parent / "synonyms.txt"


def tuning(settings: Settings) -> Tuning:
    """How to search."""
    from aipolicy_index.library.tuning import Tuning

    return Tuning(settings.recency, synonyms_file())


def synonym_problems(path: Path) -> tuple[str, ...]:
    """A sentence for everything in the reader's file of names that cannot be used; nothing where there is no file."""
    if not os.path.lexists(path):
        return ()
    from aipolicy_index.language.cleaning import clean_path
    from aipolicy_index.query.synonyms import read_own

    where = clean_path(str(path))
    try:
        own = read_own(path)
    except OSError as error:
        reason = system_reason(error)
        return (say("synonyms.unreadable", path=where, reason=say(reason) if reason in catalogue("en") else reason),)
    except UnicodeDecodeError:
        return (say("synonyms.unreadable", path=where, reason=say("settings.not_utf8")),)
    return tuple(say(bad.code, path=where, line=bad.number, text=clean_path(bad.text)[:_LONG]) for bad in own.bad)


def synonyms_as_text(path: Path) -> str:
    """All names in force, as a file ready to edit; those of the program where the reader's file cannot be read."""
    from aipolicy_index.query.synonyms import read_own, things_of_program

    try:
        things = read_own(path).things
    except (OSError, UnicodeDecodeError):
        things = things_of_program()
    lines = [f"# {say('synonyms.header')}", f"# {say('synonyms.how')}", ""]
    lines += [" = ".join(names) if len(names) > 1 else f"{names[0]} =" for names in things]
    return "\n".join(lines) + "\n"
