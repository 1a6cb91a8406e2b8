"""The paragraphs of an article as they are shown: lines of the source, or several that were one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from aipolicy_index.model import Span, Zone, ZoneKind

ITEM = re.compile(r"(?:[-–—•*▪◦]|\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+")
"""What begins a line of a list."""


class Block(NamedTuple):
    """A paragraph as it is shown: a line of the source, or several that were broken at a fixed column."""

    start: int
    end: int
    kind: ZoneKind | None = None
    is_item: bool = False
    """A line of a list: stays close to the one before."""


def blocks(text: str, zones: Sequence[Zone]) -> Iterator[Block]:
    """The paragraphs of the text in order, without the blanks around them; each lies in one zone or in none.

    A zone that is only a part of a line does not part it: see `zones_within_lines`.
    """
    flowed = was_hard_wrapped(text)
    for start, end, kind in _stretches(len(text), [zone for zone in zones if fills_lines(text, zone.span)]):
        for block in _joined(text, start, end) if flowed else _single_lines(text, start, end):
            yield Block(block.start, block.end, kind, ITEM.match(text, block.start, block.end) is not None)


def fills_lines(text: str, span: Span) -> bool:
    """Whether nothing but blanks stands beside the span on its first and on its last line."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    line_end = text.find("\n", span.end)
    after = text[span.end : line_end if line_end >= 0 else len(text)]
    return not before.strip() and not after.strip()


def _stretches(length: int, zones: Sequence[Zone]) -> Iterator[tuple[int, int, ZoneKind | None]]:
    position = 0
    for zone in sorted(zones):
        start, end = max(position, zone.span.start), min(length, zone.span.end)
        if start >= end:
            continue
        if position < start:
            yield position, start, None
        yield start, end, zone.kind
        position = end
    if position < length:
        yield position, length, None


def _single_lines(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for line in text[start:end].split("\n"):
        if stripped := line.strip():
            first = position + len(line) - len(line.lstrip())
            yield Span(first, first + len(stripped))
        position += len(line) + 1


def _joined(text: str, start: int, end: int) -> Iterator[Span]:
    """Lines that follow each other without an empty one between are one paragraph, unless a list item begins."""
    open_block: Span | None = None
    for line in _single_lines(text, start, end):
        close = open_block is not None and text.count("\n", open_block.end, line.start) == 1
        if open_block is not None and close and not ITEM.match(text, line.start, line.end):
            open_block = Span(open_block.start, line.end)
            continue
        if open_block is not None:
            yield open_block
        open_block = line
    if open_block is not None:
        yield open_block


@lru_cache(maxsize=8)
def was_hard_wrapped(text: str) -> bool:
    """Whether the source was broken at a fixed column: nearly every line that another follows directly is full.

    A line is full when the first word of the next would not have fitted within the longest line.
    """
    lines = text.split("\n")
    pairs = [(a.rstrip(), b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    longest = max((len(line) for line in lines), default=0)
    if len(pairs) < 4 or not 30 <= longest <= 120:
        return False
    full = sum(len(line) + 1 + len(following.split(None, 1)[0]) > longest - 2 for line, following in pairs)
    return full >= 0.8 * len(pairs)
