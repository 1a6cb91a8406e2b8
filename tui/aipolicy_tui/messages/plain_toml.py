"""TOML as it is mostly written, read at once: tables of names, each with a text, a whole number, true or false.

Whatever else a file holds is left to `tomllib`, whose import and whose reading take a tenth of a start.
"""

from __future__ import annotations

import re
from typing import Any

_ITEM = re.compile(
    r"""
    (?: ([\w-]+|"[^"\\\x00-\x1f\x7f]*") [ ]=[ ]
        (?: "((?:[^"\\\x00-\x08\x0a-\x1f\x7f]|\\["\\])*)"
          | ""\"\n((?:[^"\\\x00-\x08\x0b-\x1f\x7f]|"(?!""))*)""\"
          | (true|false)
          | ([1-9]\d{0,17}|0) )
      | \[([\w-]+(?:\.[\w-]+)*)\]
      | (?:\#[^\x00-\x08\x0a-\x1f\x7f]*)? )
    (?:\n|\Z)
    """,
    re.ASCII | re.VERBOSE,
)
"""A name and its text, on one line or on several, its truth or its number; or the name of a table; or a remark."""
_ESCAPE = re.compile(r'\\(["\\])')


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
    table, place = whole, 0
    while place < len(text):
        match = _ITEM.match(text, place)
        if match is None:
            return None
        name, header, place = match[1], match[6], match.end()
        if header:
            inner = None if header in headers else _inside(whole, header)
            if inner is None:
                return None
            headers.add(header)
            table = inner
        elif name:
            name = name.strip('"')
            if name in table:
                return None
            table[name] = _value(match)
    return whole


def _value(match: re.Match[str]) -> str | int | bool:
    line, lines, truth, number = match.group(2, 3, 4, 5)
    if line is not None:
        return _ESCAPE.sub(r"\1", line) if "\\" in line else line
    if lines is not None:
        return lines
    return int(number) if number else truth == "true"


def _inside(whole: dict[str, Any], header: str) -> dict[str, Any] | None:
    """The table of a header, made where it is not there; None where something else has its name."""
    table = whole
    for name in header.split("."):
        table = table.setdefault(name, {})
        if not isinstance(table, dict):
            return None
    return table
