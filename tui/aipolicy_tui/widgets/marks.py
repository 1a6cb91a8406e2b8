"""Stretches of the text that stand out: matches of a search, the words of a fact. Knows no Textual."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aipolicy_index.model import Span
from aipolicy_tui.widgets.fitting import Part, Parts
from aipolicy_tui.widgets.wrapping import Layout, shown


class Layer(NamedTuple):
    """Spans that are drawn alike, in order; `style` names a role of the theme."""

    style: str
    spans: tuple[Span, ...]

    def within(self, start: int, end: int) -> Iterable[Span]:
        """The spans that share a character with this stretch."""
        first = bisect_left(self.spans, start, key=lambda span: span.end)
        for span in self.spans[max(0, first - 1) :]:
            if span.start >= end:
                return
            if span.end > start:
                yield span


def marked_line(layout: Layout, number: int, layers: Sequence[Layer]) -> Parts:
    """What a line shows; where layers overlap, the later one is on top."""
    line = layout.lines[number]
    if line.made:
        return (Part(line.made, line.role),)
    characters, offsets = shown(layout.text, line)
    if not characters:
        return ()
    styles = [str(line.role)] * len(characters)
    for layer in layers:
        for span in layer.within(line.start, line.end):
            first, last = bisect_left(offsets, span.start), bisect_left(offsets, span.end)
            styles[first:last] = [f"{line.role} {layer.style}"] * (last - first)
    indent = (Part(" " * line.indent),) if line.indent else ()
    return (*indent, *_runs(characters, styles))


def marked_text(text: str, spans: Sequence[Span], style: str, mark: str) -> Parts:
    """A text in one style with some spans of it in another besides."""
    styles = [style] * len(text)
    for span in spans:
        first, last = max(0, span.start), min(len(text), span.end)
        styles[first:last] = [f"{style} {mark}".strip()] * max(0, last - first)
    return _runs(text, styles)


def _runs(characters: str, styles: Sequence[str]) -> Parts:
    parts: list[Part] = []
    begin = 0
    for position in range(1, len(styles) + 1):
        if position == len(styles) or styles[position] != styles[begin]:
            parts.append(Part(characters[begin:position], styles[begin]))
            begin = position
    return tuple(parts)


class Matches(NamedTuple):
    """The places in one article that answer the query, and the one where the reader is."""

    spans: tuple[Span, ...] = ()
    current: int = 0

    def from_the_other_end(self, step: int) -> Matches:
        """With the first current after the last (1), the last before the first (-1)."""
        return Matches(self.spans, 0 if step > 0 else len(self.spans) - 1)

    @property
    def span(self) -> Span | None:
        """The current one."""
        return self.spans[self.current] if self.spans else None

    def moved(self, step: int) -> Matches | None:
        """With the next (1) or the previous one (-1) current; None when there is no further one."""
        wanted = self.current + step
        return Matches(self.spans, wanted) if 0 <= wanted < len(self.spans) else None

    def nearest(self, offset: int) -> Matches:
        """With the first one from a place in the text on current, else the last."""
        first = bisect_left(self.spans, offset, key=lambda span: span.start)
        return Matches(self.spans, max(0, min(first, len(self.spans) - 1)))

    def layers(self) -> tuple[Layer, ...]:
        """All of them, and the current one on top."""
        if self.span is None:
            return ()
        return Layer("match", self.spans), Layer("match_current", (self.span,))
