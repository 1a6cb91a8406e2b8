"""Reading the tables of this room: tab-separated lines, `#` for comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a data file, as cells without blanks around them."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield list(map(str.strip, line.split("\t")))
