"""TOML as it is mostly written, read at once: tables of names with a text, a number, true or false, a line each.

Whatever else a file holds is left to `tomllib`, whose import and whose reading take a tenth of a start.
"""

from __future__ import annotations

import re
from typing import Any

_LINE = re.compile(
    r'([\w-]+) = (?:"([^"\\\x00-\x08\x0a-\x1f\x7f]*)"|(true|false)|([1-9]\d{0,17}|0))'
    r"|\[([\w-]+(?:\.[\w-]+)*)\]"
    r"|(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?",
    re.ASCII,
)
"""A name and its text, truth or number; or the name of a table; or nothing but a remark."""


def loads(text: str) -> dict[str, Any]:
    """The tables of a file. tomllib.TOMLDecodeError (a ValueError) where it is no TOML."""
    found = _plain(text)
    if found is None:
        import tomllib

        found = tomllib.loads(text)
    return found


def _plain(text: str) -> dict[str, Any] | None:
    """None where a line is not as most are, or two are at odds."""
    whole: dict[str, Any] = {}
    headers: set[str] = set()
    table = whole
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        name, said, truth, number, header = match.groups()
        if header:
            if header in headers or (inner := _inside(whole, header)) is None:
                return None
            headers.add(header)
            table = inner
        elif name:
            if name in table:
                return None
            table[name] = said if said is not None else int(number) if number else truth == "true"
    return whole


def _inside(whole: dict[str, Any], header: str) -> dict[str, Any] | None:
    """The table of a header, made where it is not there; None where something else has its name."""
    table = whole
    for name in header.split("."):
        table = table.setdefault(name, {})
        if not isinstance(table, dict):
            return None
    return table
