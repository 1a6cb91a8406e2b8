"""Stretches of a text that are asked for by place, without going through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from aipolicy_index.model import Span


class Stretches:
    """Spans in any order, which may lie in one another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._reached = list(accumulate((span.end for span in self._spans), max))
        """Of each span: where the last of those up to it ends."""

    def touching(self, span: Span) -> Iterator[Span]:
        """Those that share a character with the span, in order."""
        first, end = bisect_right(self._reached, span.start), bisect_left(self._spans, (span.end,))
        return (one for one in self._spans[first:end] if one.overlaps(span))
