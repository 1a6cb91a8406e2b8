"""Text in ASCII, for a terminal or a pipe that carries nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")

UNKNOWN = "?"
"""What stands for a character that ASCII has no words for."""

_GUILLEMETS = re.compile("«[ \u00a0\u202f]?|[ \u00a0\u202f]?»")
"""French quotation marks with the blank that goes with them, and not with straight ones."""


@lru_cache(maxsize=4096)
def transliterated(text: str) -> str:
    """A text in ASCII: known signs and letters by their table, accents dropped, anything else `?`."""
    table = _table()
    closer = _GUILLEMETS.sub('"', text)
    return "".join(character if character.isascii() else _ascii(character, table) for character in closer)


def _ascii(character: str, table: Mapping[str, str]) -> str:
    if character in table:
        return table[character]
    decomposed = unicodedata.normalize("NFKD", character)
    letters = [table.get(part, part) for part in decomposed if not unicodedata.combining(part)]
    plain = "".join(letters)
    if plain.isascii() and (plain.strip() or unicodedata.category(character) == "Zs"):
        return plain
    return "" if unicodedata.combining(character) else UNKNOWN


@cache
def _table() -> dict[str, str]:
    source = (_DATA / "ascii.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in source.splitlines() if line and not line.startswith("#")]
    return {character: shown for _, character, shown in rows}
