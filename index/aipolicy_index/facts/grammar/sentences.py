"""The sentences of each voice: the author's, where a quotation counts as one word, and that of each quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from aipolicy_index.facts.entities import Entities, Entity
from aipolicy_index.facts.grammar.descriptors import Descriptor, describe, long_heads
from aipolicy_index.facts.grammar.english_verbs import EnglishVerbs
from aipolicy_index.facts.grammar.french_verbs import FrenchVerbs
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.grammar.words import Word, words
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes.marks import Marked
from aipolicy_index.language.remembered import remembered
from aipolicy_index.model import FactKind, Span

QUOTED = "«»"
"""What stands for a whole quotation among the words around it."""
NAMES = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE, FactKind.PRODUCT, FactKind.INSTRUMENT)


class Phrase(NamedTuple):
    """Words `first` to `last` of a sentence that name or describe somebody, or a pronoun."""

    first: int
    last: int
    pronoun: str | None = None


class Name(NamedTuple):
    """A named thing among the words of a sentence: words `first` to `last`, both included."""

    first: int
    last: int
    entity: Entity


class Sentence:
    """One sentence of one voice, with what rules have asked of it so far."""

    def __init__(
        self,
        words: tuple[Word, ...],
        entities: Entities,
        language: str,
        paragraph: int,
        voice: Marked | None,
        quotes: dict[int, Marked],
    ) -> None:
        self.words, self.entities, self.language, self.paragraph = words, entities, language, paragraph
        self.voice = voice
        """The quotation that it stands in, None for the author's own."""
        self.quotes = quotes
        """Of the words that stand for a quotation: which."""
        self.subjects: dict[tuple[int, int], Phrase | None] = {}
        """The subjects of its verb groups (first and last word), as far as rules have asked for them."""
        self.heads: dict[tuple[int, int], tuple[int, Descriptor] | None] = {}
        """The nouns of its phrases (first and last word), as far as rules have asked for them."""
        self.lower = [word.lower for word in words]
        """The words in lower case."""
        self.names = self._named()
        """For each word: the name that it is part of, the longest where names lie in one another."""

    @remembered
    def span(self) -> Span:
        """From its first word to its last mark."""
        return Span(self.words[0].start, self.words[-1].end)

    @remembered
    def starts(self) -> list[int]:
        """Where the words begin."""
        return [word.start for word in self.words]

    @remembered
    def capitals(self) -> list[int]:
        """Indexes of the words that begin with a capital."""
        return [index for index, word in enumerate(self.words) if word.capital]

    def _named(self) -> list[Name | None]:
        found: list[Name | None] = [None] * len(self.words)
        for span, entity in self.entities.within(self.span, *NAMES):
            first, end = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
            if first < end and not self._covered(found, first, end):
                name = Name(first, end - 1, entity)
                for index in range(first, end):
                    found[index] = name
        return found

    @staticmethod
    def _covered(found: list[Name | None], first: int, end: int) -> bool:
        return any(
            (other := found[index]) and other.last - other.first >= end - 1 - first for index in range(first, end)
        )

    @remembered
    def groups(self) -> list[VerbGroup]:
        """The verb groups, in order."""
        named = [name is not None for name in self.names]
        for index in self.capitals:
            named[index] = named[index] or self.initial(index)
        heads = long_heads(self.language)
        for index in () if heads.isdisjoint(self.lower) else range(len(self.lower)):
            if self.lower[index] not in heads:
                continue
            noun = describe(self.lower, index, self.language)
            if noun and len(noun.words) > 1:
                named[index : index + len(noun.words)] = [True] * len(noun.words)
        scan = FrenchVerbs if self.language == "fr" else EnglishVerbs
        return scan(self.lower, named).run()

    def initial(self, index: int) -> bool:
        """Whether the word is somebody's initial: « A. Hürlimann »."""
        letter = self.words[index].capital and len(self.lower[index]) == 1
        return letter and self.lower[index + 1 : index + 2] == ["."] and index + 2 < len(self.words)

    def at(self, position: int) -> int:
        """Index of the first word that begins at the position or after."""
        return bisect_left(self.starts, position)

    def cut(self, first: int, last: int) -> Span:
        """The text from word `first` to word `last`."""
        return Span(self.words[first].start, self.words[last].end)


def sentences(page: Page, entities: Entities, marked: Sequence[Marked]) -> tuple[Sentence, ...]:
    """All sentences, the author's and those inside quotations, in the order of the text."""
    found = [
        *_of_voice(page, entities, None, page.paragraphs, [one for one in marked if one.depth == 0]),
        *(
            sentence
            for one in marked
            if one.depth < 2
            for sentence in _of_voice(page, entities, one, _lines(page, one.inner), _inside(marked, one))
        ),
    ]
    return tuple(sorted(found, key=lambda sentence: sentence.span))


def _inside(marked: Sequence[Marked], outer: Marked) -> list[Marked]:
    first, end = (bisect_left(marked, place, key=_start) for place in outer.outer)
    return [one for one in marked[first:end] if one.depth == outer.depth + 1 and outer.outer.holds(one.outer)]


def _start(quote: Marked) -> int:
    return quote.outer.start


def _end(quote: Marked) -> int:
    return quote.outer.end


def _lines(page: Page, span: Span) -> list[Span]:
    """The parts of the paragraphs that lie in the span."""
    first = max(0, page.paragraph_at(span.start))
    lines = takewhile(lambda line: line.start < span.end, page.paragraphs[first:])
    parts = (Span(max(line.start, span.start), min(line.end, span.end)) for line in lines)
    return [part for part in parts if part.start < part.end]


def _of_voice(
    page: Page, entities: Entities, voice: Marked | None, stretches: Sequence[Span], quotes: Sequence[Marked]
) -> Iterator[Sentence]:
    for stretch in stretches:
        row, places = _row(page, stretch, quotes)
        for first, end in _cuts(page, row):
            inside = {index - first: quote for index, quote in places.items() if first <= index < end}
            yield Sentence(
                tuple(row[first:end]), entities, page.language, page.paragraph_at(stretch.start), voice, inside
            )


def _row(page: Page, stretch: Span, quotes: Sequence[Marked]) -> tuple[list[Word], dict[int, Marked]]:
    """The words of a stretch, quotations collapsed, and which words those are."""
    row: list[Word] = []
    places: dict[int, Marked] = {}
    at = stretch.start
    first, end = bisect_right(quotes, stretch.start, key=_end), bisect_left(quotes, stretch.end, key=_start)
    for quote in quotes[first:end]:
        row += words(page.plain, Span(at, max(at, quote.outer.start)))
        places[len(row)] = quote
        at = min(quote.outer.end, stretch.end)
        row.append(Word(max(quote.outer.start, stretch.start), at, QUOTED, False))
    row += words(page.plain, Span(at, stretch.end))
    return row, places


def _cuts(page: Page, row: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The sentences of a row of words, as (first, end)."""
    first, starts = 0, page.sentence_starts
    for index in [index for index, word in enumerate(row) if word.start in starts]:
        if index and row[index].lower not in ".,;:!?…)»”":
            yield first, index
            first = index
    if first < len(row):
        yield first, len(row)
