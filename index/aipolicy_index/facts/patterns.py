"""Patterns that are kept in data files of this room, by language and name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from aipolicy_index.language.datafiles import Patterns, data_lines

DATA = Path(__file__).with_name("data")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@cache
def patterns(name: str, language: str) -> Mapping[str, str]:
    """Name -> regular expression of the lines of a file for a language or for both; {name} stands for one above."""
    found: dict[str, str] = {}
    for line in data_lines(name, DATA):
        of, kind, pattern = line.split("\t")
        if of in (language, "both"):
            found[kind] = _PLACEHOLDER.sub(lambda match: f"(?:{found[match[1]]})", pattern)
    return found


@cache
def compiled(name: str, language: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns of a file, each compiled when it is first asked for."""
    return Patterns(patterns(name, language))
