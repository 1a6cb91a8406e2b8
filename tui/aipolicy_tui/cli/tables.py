"""Rows of data as CSV, and words that Markdown must not take for markup."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

_FORMULA = ("=", "+", "-", "@", "\t")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """These columns of the rows on standard output, with a header."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])
    click.echo(text.getvalue(), nl=False)


def _cell(value: Any) -> Any:
    """A spreadsheet must not run what an article says: text that looks like a formula gets an apostrophe."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else value


def plain_markdown(text: str) -> str:
    """The text as Markdown that shows it as it is."""
    return _MARKUP.sub(r"\\\1", text)
