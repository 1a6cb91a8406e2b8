"""The word lists and patterns that are kept beside the code, read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_HERE = Path(__file__).with_name("data")


class Patterns(dict[str, re.Pattern[str]]):
    """Regular expressions by name, each compiled when it is first asked for."""

    def __init__(self, written: Mapping[str, str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = pattern = re.compile(self._written[name])
        return pattern


@cache
def data_lines(name: str, folder: Path = _HERE) -> tuple[str, ...]:
    """The lines of a data file, without empty ones and comments (`#` at the start of a line)."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def data_words(name: str, folder: Path = _HERE) -> frozenset[str]:
    """The words of a data file, separated by blanks and lines."""
    return frozenset(word for line in data_lines(name, folder) for word in line.split())
