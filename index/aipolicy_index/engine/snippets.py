"""The best passage of a hit: most distinct words of the query, close together, whole words, one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from aipolicy_index.engine.marking import merged
from aipolicy_index.engine.scanning import Scanner
from aipolicy_index.model import Snippet, Span
from aipolicy_index.query.nodes import Phrase, Query, Word, leaves

_NO_BEGINNING = " \t\n\r\u00a0\u202f,;:.!?…)]»”–—-"
"""What a passage does not begin with."""
_BLANK = re.compile(r"\s")
_WIDTH = 220
"""Characters of a passage."""
_BEFORE = 60
"""Characters before its first match."""
_ENOUGH = 300
"""Matches after which no better passage is looked for."""


class _Found(NamedTuple):
    span: Span
    asked: int


class Snippets:
    """Cuts the passages for the hits of one query."""

    def __init__(self, query: Query) -> None:
        found = [node for node, excluded in leaves(query.root) if not excluded and isinstance(node, Word | Phrase)]
        self._asked = [node for node in found if not (isinstance(node, Word) and node.optional)]
        self._scanners: dict[str, Scanner] = {}

    def of(self, text: str, language: str) -> Snippet:
        """The best passage of this text; its beginning when nothing matches in it."""
        if language not in self._scanners:
            self._scanners[language] = Scanner(self._asked, language)
        found = self._found(self._scanners[language], text) if self._asked else []
        return _cut(text, _best_start(found, text), found)

    def _found(self, scanner: Scanner, text: str) -> list[_Found]:
        """The matches of a text, up to where no later passage can be better."""
        found: list[_Found] = []
        last_needed = len(text)
        body = text.find("\n") + 1
        for region in scanner.regions(text):
            if region.start > last_needed or len(found) > _ENOUGH:
                break
            seen = list(islice(scanner.scan(text, region.start, region.end), _ENOUGH))
            found += sorted(
                (
                    _Found(place.span, number)
                    for number in range(len(self._asked))
                    for place in scanner.places(number, seen)
                ),
                key=lambda each: each.span,
            )
            if last_needed == len(text) and (start := self._complete(found, body)) is not None:
                last_needed = start + _WIDTH
        return found

    def _complete(self, found: Sequence[_Found], body: int) -> int | None:
        """Where a passage after the headline begins that has everything that was asked for."""
        latest: dict[int, int] = {}
        for each in found:
            if each.span.start >= body:
                latest[each.asked] = each.span.start
        if (
            len(latest) < len(self._asked)
            or not latest
            or max(latest.values()) - min(latest.values()) > _WIDTH - _BEFORE
        ):
            return None
        return min(latest.values())


def passage(text: str, parts: Sequence[Sequence[Span]]) -> Snippet:
    """The best passage of a text in which it is known where each part of a query stands."""
    found = sorted(
        (_Found(span, number) for number, spans in enumerate(parts) for span in spans), key=lambda each: each.span
    )
    return _cut(text, _best_start(found, text), found)


def _best_start(found: Sequence[_Found], text: str) -> int:
    """Where the first match of the best passage begins: most distinct words, in the text, close together."""
    headline_end = max(text.find("\n"), 0) if len(text) > _WIDTH else 0
    best, best_start, last = (0, False, 0, 0), 0, 0
    for first, each in enumerate(found):
        last = max(last, first)
        while last < len(found) and found[last].span.end - each.span.start <= _WIDTH - _BEFORE:
            last += 1
        nearest: dict[int, int] = {}
        for other in found[first:last]:
            nearest.setdefault(other.asked, other.span.end)
        spread = max(nearest.values(), default=0) - each.span.start
        score = (len(nearest), each.span.start > headline_end, -spread, last - first)
        if score > best:
            best, best_start = score, each.span.start
    return best_start


def _cut(text: str, match: int, found: Sequence[_Found]) -> Snippet:
    earliest = max(0, match - _BEFORE)
    start = _word_start(text, max(earliest, text.rfind("\n", earliest, match) + 1), match)
    end = _word_end(text, min(len(text), start + _WIDTH), match)
    passage = text[start:end]
    blank = len(passage) - len(passage.lstrip(_NO_BEGINNING))
    start, passage = start + blank, passage.lstrip(_NO_BEGINNING).rstrip()
    line = _BLANK.sub(" ", passage)
    spans = (each.span for each in found if start <= each.span.start and each.span.end <= start + len(line))
    marks = merged(Span(span.start - start, span.end - start) for span in spans)
    return Snippet(line, marks, start)


def _word_start(text: str, position: int, limit: int) -> int:
    """The first place from `position` on where a sentence or at least a word begins."""
    for at in range(position, limit):
        if at and (text[at - 1] == "\n" or _ends_a_sentence(text, at - 1)):
            return at
    for at in range(position, limit):
        if at == 0 or text[at - 1].isspace():
            return at
    return min(position, limit)


def _ends_a_sentence(text: str, sign: int) -> bool:
    """Whether a sign ends a sentence: not the one within a number or an address, « 50.000 », « 2.5 », « cnil.fr »."""
    after = text[sign + 1]
    return text[sign] in ".!?…" and (after.isspace() or (after.isupper() and text[max(0, sign - 1)].islower()))


def _word_end(text: str, position: int, limit: int) -> int:
    """The last place up to `position` where a word ends."""
    if position >= len(text):
        return len(text)
    for at in range(position, max(limit, position - 40), -1):
        if text[at].isspace():
            return at
    return position
