"""Finds the words of a query in a text: one look-up for each chunk, and an answer remembered for each spelling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from aipolicy_index.engine.analysis import CHUNK, analyse, composed
from aipolicy_index.engine.edits import one_edit
from aipolicy_index.engine.spellings import beginnings
from aipolicy_index.engine.stemming import shared_beginning, shared_of_both, stem
from aipolicy_index.engine.wording import Wording, phrase_terms, word_terms
from aipolicy_index.model import Span
from aipolicy_index.query.nodes import Form, Phrase, Word

Test = Callable[[bytes, bytes], bool]
"""Whether a term, written so, is meant."""
_AROUND = 40
"""Characters around a word that may belong to its phrase, beside the phrase's own length."""
_PER_WORD = 16
"""Characters of a word, generously, where a phrase says how many words may lie between its own."""


class Seen(NamedTuple):
    """A word of the text that some part of the query means: its place, and the numbers of these parts."""

    position: int
    start: int
    end: int
    parts: tuple[int, ...]


class Place(NamedTuple):
    """A match: its words' positions, first and last, and its characters."""

    first: int
    last: int
    span: Span


class _Remembered(dict[str, "int | tuple[int, tuple[Seen, ...]]"]):
    """Chunk -> its width in positions; with the words that are meant, where some are."""

    def __init__(self, tests: Sequence[Test]) -> None:
        super().__init__()
        self._tests = tests

    def __missing__(self, chunk: str) -> int | tuple[int, tuple[Seen, ...]]:
        analysis = analyse(chunk)
        seen = []
        for term in analysis.terms:
            surface = composed(chunk[term.start : term.end]).encode()
            parts = tuple(number for number, test in enumerate(self._tests) if test(term.text, surface))
            if parts:
                seen.append(Seen(term.position, term.start, term.end, parts))
        found = (analysis.width, tuple(seen)) if seen else analysis.width
        self[chunk] = found
        return found


class Scanner:
    """Looks for some words and phrases in texts of one language."""

    def __init__(self, asked: Sequence[Word | Phrase], language: str) -> None:
        self._asked = asked
        self._language = language
        tests: list[Test] = []
        self._parts: list[range] = []
        self._joined: list[int | None] = []
        for node in asked:
            own, joined = self._tests(node)
            self._parts.append(range(len(tests), len(tests) + len(own)))
            tests += own
            self._joined.append(len(tests) if joined else None)
            tests += [joined] if joined else []
        self._remembered = _Remembered(tests)
        anchors = [_anchor(node) for node in asked]
        self._anchors = beginnings([anchor for anchor, _ in anchors])
        self._around = max((around for _, around in anchors), default=0)

    def regions(self, text: str) -> Iterator[Span]:
        """The stretches of a text outside of which no place can be, in order; the whole text when nothing tells."""
        if self._anchors is None:
            yield Span(0, len(text))
            return
        start = end = -1
        for match in self._anchors.finditer(text):
            at = match.start()
            if at and text[at - 1].isalnum():
                continue
            if at - self._around > end + 1:
                if end >= 0:
                    yield Span(start, end)
                start = _chunk_start(text, at - self._around)
            end = max(end, _chunk_end(text, match.end() + self._around))
        if end >= 0:
            yield Span(start, end)

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Seen]:
        """The meant words of a stretch of the text, in order."""
        remembered, position = self._remembered, 0
        for chunk in CHUNK.finditer(text, start, len(text) if end is None else end):
            known = remembered[chunk.group()]
            if isinstance(known, int):
                position += known
                continue
            offset = chunk.start()
            for seen in known[1]:
                yield Seen(position + seen.position, offset + seen.start, offset + seen.end, seen.parts)
            position += known[0]

    def places(self, number: int, seen: Sequence[Seen]) -> list[Place]:
        """The places of one of the words and phrases among what was seen."""
        node, parts = self._asked[number], self._parts[number]
        if isinstance(node, Phrase) and node.distance:
            return close_together([_each(part, seen) for part in parts], node.distance + len(parts) - 2)
        found = _each(parts[0], seen) if len(parts) == 1 else _sequences(parts, seen)
        joined = self._joined[number]
        return found if joined is None else found + _each(joined, seen)

    def _tests(self, node: Word | Phrase) -> tuple[list[Test], Test | None]:
        if isinstance(node, Phrase):
            wording, exact = phrase_terms(node), node.exact
        else:
            wording, exact = word_terms(node), node.form is Form.EXACT
        if exact:
            return [_is_written(term, surface) for term, surface in wording.written()], None
        tests = [_is(term) for term in wording.terms]
        if tests:
            tests[-1] = self._last_test(wording)
        joined = frozenset(wording.joined)
        return tests, (lambda term, _: term in joined) if joined else None

    def _last_test(self, wording: Wording) -> Test:
        wanted = wording.terms[-1]
        match wording.form:
            case Form.PREFIX:
                return lambda term, _: term.startswith(wanted)
            case Form.FUZZY:
                near = frozenset(one_edit(wanted.decode()))
                return lambda term, _: term in near
            case Form.PARTIAL:
                form = self._is_form_of(wanted) if wording.forms else _is(wanted)
                return lambda term, written: term.startswith(wanted) or form(term, written)
            case Form.ANY if wording.forms:
                return self._is_form_of(wanted)
        return _is(wanted)

    def _is_form_of(self, wanted: bytes) -> Test:
        stemmed = stem(wanted.decode(), self._language)
        start = shared_beginning(wanted.decode(), self._language).encode()
        return lambda term, _: (
            term == wanted or (term.startswith(start) and stem(term.decode(), self._language) == stemmed)
        )


def _anchor(node: Word | Phrase) -> tuple[str, int]:
    """A beginning that some word of the node must have (empty for any), and how far around it the others may be."""
    wording = phrase_terms(node) if isinstance(node, Phrase) else word_terms(node)
    terms = [term.decode() for term in wording.terms]
    if not terms or wording.form is Form.FUZZY:
        return "", 0
    if len(terms) == 1:
        plain = wording.forms is not None
        return (shared_of_both(terms[0]) if plain else terms[0]), 0
    longest = max(terms, key=len)
    apart = node.distance * _PER_WORD if isinstance(node, Phrase) else 0
    return longest, len(node.text) + apart + _AROUND


def _chunk_start(text: str, position: int) -> int:
    """The first place from `position` back where no chunk is cut."""
    at = max(0, position)
    while at > 0 and not (
        text[at - 1].isspace() and not (text[at : at + 1].isdigit() or text[at - 2 : at - 1].isdigit())
    ):
        at -= 1
    return at


def _chunk_end(text: str, position: int) -> int:
    """The first place from `position` on where no chunk is cut."""
    at = min(position, len(text))
    while at < len(text) and not (text[at].isspace() and not text[at + 1 : at + 2].isdigit()):
        at += 1
    return at


def _is(wanted: bytes) -> Test:
    return lambda term, _: term == wanted


def _is_written(wanted: bytes, surface: bytes) -> Test:
    return lambda term, written: term == wanted and written == surface


def _each(part: int, seen: Sequence[Seen]) -> list[Place]:
    return [Place(word.position, word.position, Span(word.start, word.end)) for word in seen if part in word.parts]


def _sequences(parts: Sequence[int], seen: Sequence[Seen]) -> list[Place]:
    if not parts:
        return []
    at = {(word.position, part): word for word in seen for part in word.parts}
    found = []
    for word in seen:
        if parts[0] in word.parts:
            last = next(
                (None for n, part in enumerate(parts) if (word.position + n, part) not in at),
                at.get((word.position + len(parts) - 1, parts[-1])),
            )
            if last is not None:
                found.append(Place(word.position, last.position, Span(word.start, last.end)))
    return found


def close_together(sides: Sequence[Sequence[Place]], distance: int) -> list[Place]:
    """Those places that have one of every other side at most so many positions away."""
    if not all(sides):
        return []
    found = []
    for at, side in enumerate(sides):
        others = [other for number, other in enumerate(sides) if number != at]
        found += [
            place for place in side if all(any(_apart(place, each) <= distance for each in other) for other in others)
        ]
    return found


def _apart(left: Place, right: Place) -> int:
    return max(right.first - left.last, left.first - right.last, 0)
