"""Hits in words: for people at a terminal, for a pipe, as Markdown."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Mapping, Sequence
from shutil import get_terminal_size
from typing import Any

import click

from aipolicy_tui.cli import tables
from aipolicy_tui.cli.output import is_terminal, put
from aipolicy_tui.messages import say

_INDENT = " " * 8
_WIDEST = 100
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for the beginning and the end of a match while lines are broken; no cleaned text holds them by chance twice."""


def write_hits(hits: Sequence[Mapping[str, Any]], *, markdown: bool) -> None:
    """The hits, each with its number, day, outlet, title and passage."""
    for hit in hits:
        put(_as_markdown(hit) if markdown else _as_text(hit))


def _as_markdown(hit: Mapping[str, Any]) -> str:
    title, snippet = (tables.plain_markdown(_on_one_line(hit[name])) for name in ("title", "snippet"))
    known = [tables.plain_markdown(words) for words in _known(hit)]
    shared = [tables.plain_markdown(_shared(hit))] if "shared" in hit else []
    return "\n  ".join([f"- **{title}** ({', '.join([*known, str(hit['id'])])})", *shared, snippet])


def _as_text(hit: Mapping[str, Any]) -> str:
    where = " · ".join(_known(hit))
    head = f"{hit['id']:>{len(_INDENT) - 2}}  {where}".rstrip()
    shared = _rows(_shared(hit)) if "shared" in hit else []
    return "\n".join([head, *_rows(hit["title"]), *shared, *map(_bold, _rows(_marked(hit))), ""])


def _known(hit: Mapping[str, Any]) -> list[str]:
    """Day, outlet and the reader's tags, where there are any."""
    return [*filter(None, (hit["published"], hit["outlet"])), *(f"#{tag}" for tag in hit["tags"])]


def _shared(hit: Mapping[str, Any]) -> str:
    """The words that an article shares with the one that it is like."""
    return say("search.shared", words=", ".join(hit["shared"]))


def _rows(text: str) -> list[str]:
    """The text on one line; on a terminal on as many as it takes."""
    line = _on_one_line(text)
    if not is_terminal(sys.stdout):
        return [_INDENT + line]
    width = min(get_terminal_size().columns, _WIDEST) - 1
    return textwrap.wrap(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT, break_on_hyphens=False)


def _marked(hit: Mapping[str, Any]) -> str:
    """The passage, with the matches marked where they will be shown in bold."""
    text: str = hit["snippet"]
    if is_terminal(sys.stdout) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        for start, end in reversed(hit["marks"]):
            words = text[start:end].replace(" ", f"{_CLOSE} {_OPEN}")
            text = f"{text[:start]}{_OPEN}{words}{_CLOSE}{text[end:]}"
    return text


def _bold(row: str) -> str:
    return re.sub(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", lambda match: click.style(match[1], bold=True), row)


def _on_one_line(text: str) -> str:
    return re.sub("[ \n]+", " ", text)
