"""Rows of data as CSV, and words that Markdown must not take for markup."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from aipolicy_tui.cli.output import as_json, put, shown_path

_FORMULA = tuple("=+-@\t\r＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""
_MARKUP = re.compile(
    r"(?P<anywhere>[\\`*_{}\[\]<>#|~&])|^(?P<indent>\s*)(?P<bullet>[-+=])|^(?P<number>\s*\d{1,9})(?P<dot>[.)])",
    re.MULTILINE,
)
"""What Markdown (CommonMark) takes for markup, some of it at the beginning of a line only."""
_PATHS = ("path",)


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """These columns of the rows on standard output, with a header, as they come."""
    put(_line(columns), line_end=False)
    for row in rows:
        put(_line([_cell(column, row.get(column)) for column in columns]), line_end=False)


def tags_in_a_cell(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record whose tags, if it has any, are words for a table."""
    return {**record, "tags": ", ".join(record["tags"])} if "tags" in record else record


def _line(cells: Sequence[Any]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _cell(column: str, value: Any) -> Any:
    """A spreadsheet must not run what an article says: text that looks like a formula gets an apostrophe."""
    if column in _PATHS and value is not None:
        value = shown_path(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    if isinstance(value, (dict, list, bool)):
        return as_json(value)
    return "" if value is None else value


def plain_markdown(text: str) -> str:
    """The text as Markdown that shows it as it is."""
    return _MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    before = match["indent"] or match["number"] or ""
    return f"{before}\\{match[0][len(before) :]}"
