"""The data files of the name rules, as rows of cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"


def rows(name: str, width: int) -> Iterator[list[str]]:
    """The rows of a tab-separated data file, padded to `width` cells; `#` begins a comment line."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            yield cells + [""] * (width - len(cells))


@cache
def words(name: str, *sections: str) -> frozenset[str]:
    """The words and phrases of some `[section]`s of a word list, separated by blanks; `_` stands for a blank in one."""
    several = [_sections(name).get(section, "").split() for section in sections]
    if not all(several):
        raise KeyError(f"{name}: no section among {sections}")
    return frozenset([word.replace("_", " ") for found in several for word in found])


@cache
def _sections(name: str) -> dict[str, str]:
    """The text of each section of a word list."""
    found: dict[str, str] = {}
    current = ""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[] ")
        elif not line.startswith("#"):
            found[current] = f"{found.get(current, '')} {line}"
    return found
