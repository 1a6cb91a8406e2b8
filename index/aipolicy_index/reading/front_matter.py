"""The front matter of a text file: `key: value` lines between `---` lines (plain YAML) or `+++` lines (TOML)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from aipolicy_index.language.cleaning import clean_line
from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.model import Link, Provenance
from aipolicy_index.reading.page import Stated

Values = Mapping[str, tuple[str, ...]]
"""What each key says: one value, or those of its list."""

_LONGEST = 20_000
"""Characters in which a front matter must end."""
_YAML = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_PAIR = re.compile(r"([^\W\d][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
_FLOW_ITEM = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]+")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_DATA = Path(__file__).with_name("formats") / "data"


def split_front_matter(text: str) -> tuple[Values, str]:
    """The values of the front matter that opens the text, and the text below; no values where there is none.

    The text must have LF line ends. A file that merely begins with a line `---` has no front matter.
    """
    head = text[:_LONGEST]
    if (match := _YAML.match(head)) and (values := _yaml(match.group(1))):
        return values, text[match.end() :]
    if (match := _TOML.match(head)) and (values := _toml(match.group(1))):
        return values, text[match.end() :]
    return {}, text


def stated(values: Values) -> Stated:
    """The fields of an article that a front matter states."""
    return Stated(
        provenance=Provenance.FRONT_MATTER,
        title=_first(values, "title"),
        standfirst=_first(values, "standfirst"),
        author=_joined(values, "author"),
        outlet=_first(values, "outlet"),
        published=_first(values, "published"),
        language=_first(values, "language"),
    )


def stated_links(values: Values) -> tuple[Link, ...]:
    """The addresses that a front matter gives for its article."""
    return tuple(
        Link(value) for key in _keys()["link"] for value in values.get(key, ()) if _ADDRESS.fullmatch(value) is not None
    )


def _first(values: Values, field: str) -> str | None:
    for key in _keys()[field]:
        for value in values.get(key, ()):
            if value and not _ADDRESS.match(value):
                return value
    return None


def _joined(values: Values, field: str) -> str | None:
    for key in _keys()[field]:
        if names := [value for value in values.get(key, ()) if value and not _ADDRESS.match(value)]:
            return ", ".join(names)
    return None


@cache
def _keys() -> dict[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in data_lines("front_matter_keys.tsv", _DATA))
    return {field: tuple(keys.split()) for field, keys in rows}


def _yaml(block: str) -> dict[str, tuple[str, ...]] | None:
    """The pairs of the block; None when it is no front matter, but text between two rules."""
    found: dict[str, list[str]] = {}
    key = None
    for line in block.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if key is not None and (item := _ITEM.match(line)):
            found[key].append(item.group(1))
        elif pair := _PAIR.match(line):
            key = _plain_key(pair.group(1))
            found[key] = list(_values(pair.group(2) or ""))
        elif key is not None and line[0] in " \t":
            _continue(found[key], line)
        else:
            return None
    return {key: tuple(_scalar(value) for value in values) for key, values in found.items()}


def _continue(values: list[str], line: str) -> None:
    """A value that goes on in an indented line, also after a block mark (`>` or `|`)."""
    if values and values[-1] not in (">", "|", ">-", "|-"):
        values[-1] += " " + line.strip()
    else:
        values[-1:] = [line.strip()]


def _plain_key(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _values(written: str) -> Iterator[str]:
    written = written.strip()
    if written.startswith("[") and written.endswith("]") and not written.startswith("[["):
        yield from (item.group().strip() for item in _FLOW_ITEM.finditer(written[1:-1]))
    elif written:
        yield written


def _scalar(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] == '"':
        written = re.sub(r"\\(.)", r"\1", written[1:-1])
    elif len(written) > 1 and written[0] == written[-1] == "'":
        written = written[1:-1].replace("''", "'")
    return clean_line(_WIKI_LINK.sub(r"\1", written))


def _toml(block: str) -> dict[str, tuple[str, ...]] | None:
    try:
        table = tomllib.loads(block)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    return {_plain_key(key): tuple(_toml_values(value)) for key, value in table.items()}


def _toml_values(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _toml_values(item)
    elif not isinstance(value, dict):
        yield clean_line(str(value))
