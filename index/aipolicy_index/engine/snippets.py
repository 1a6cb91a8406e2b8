"""The best passage of a hit: most distinct words of the query, close together, whole words, one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aipolicy_index.engine.analysis import tokens
from aipolicy_index.engine.marking import Marker, merged
from aipolicy_index.model import Snippet, Span
from aipolicy_index.query.nodes import Phrase, Query, Word, leaves

_WIDTH = 220
"""Characters of a passage."""
_BEFORE = 60
"""Characters before its first match."""
_ENOUGH = 400
"""Matches after which no better passage is looked for."""


@dataclass(frozen=True, slots=True)
class _Found:
    span: Span
    asked: int


class Snippets:
    """Cuts the passages for the hits of one query."""

    def __init__(self, query: Query) -> None:
        found = [node for node, excluded in leaves(query.root) if not excluded and isinstance(node, Word | Phrase)]
        self._asked = [node for node in found if not (isinstance(node, Word) and node.optional)]
        self._markers: dict[str, Marker] = {}

    def of(self, text: str, language: str) -> Snippet:
        """The best passage of this text; its beginning when nothing matches in it."""
        marker = self._markers.setdefault(language, Marker(language))
        words = list(tokens(text))
        found = sorted(
            (
                _Found(place.span, at)
                for at, node in enumerate(self._asked)
                for place in marker.places(node, words, text)[:_ENOUGH]
            ),
            key=lambda each: each.span,
        )
        start = _best_start(found, text)
        return _cut(text, start, found)


def _best_start(found: Sequence[_Found], text: str) -> int:
    """Where the first match of the best passage begins."""
    headline_end = max(text.find("\n"), 0) if len(text) > _WIDTH else 0
    best, best_start, last = (0, 0, 0), 0, 0
    for first, each in enumerate(found):
        last = max(last, first)
        while last < len(found) and found[last].span.end - each.span.start <= _WIDTH - _BEFORE:
            last += 1
        window = found[first:last]
        distinct = len({other.asked for other in window})
        score = (distinct, each.span.start > headline_end, len(window))
        if score > best:
            best, best_start = score, each.span.start
    return best_start


def _cut(text: str, match: int, found: Sequence[_Found]) -> Snippet:
    start = _word_start(text, max(0, match - _BEFORE), match)
    end = _word_end(text, min(len(text), start + _WIDTH), match)
    passage = text[start:end]
    blank = len(passage) - len(passage.lstrip())
    start, passage = start + blank, passage.strip()
    line = "".join(" " if char.isspace() else char for char in passage)
    spans = (each.span for each in found if start <= each.span.start and each.span.end <= start + len(line))
    marks = merged(Span(span.start - start, span.end - start) for span in spans)
    return Snippet(line, marks, start)


def _word_start(text: str, position: int, limit: int) -> int:
    """The first place from `position` on where a sentence or at least a word begins."""
    for at in range(position, limit):
        if text[at - 1 : at] in ".!?…\n" and at:
            return at
    for at in range(position, limit):
        if at == 0 or text[at - 1].isspace():
            return at
    return min(position, limit)


def _word_end(text: str, position: int, limit: int) -> int:
    """The last place up to `position` where a word ends."""
    if position >= len(text):
        return len(text)
    for at in range(position, max(limit, position - 40), -1):
        if text[at].isspace():
            return at
    return position
