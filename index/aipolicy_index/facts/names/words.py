"""The words of a page as the name rules see them: elisions cut off, hyphens taken apart, with case and sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from aipolicy_index.facts.page import SILENT, Page
from aipolicy_index.language.matching import fold, lower_case, same_length
from aipolicy_index.language.remembered import keep, remembered
from aipolicy_index.language.segmentation import paragraphs
from aipolicy_index.model import Span, ZoneKind

_BRETON = r"(?:(?<=[^\W_][cC])'[hH][^\W_]*)?"
"""« Guivarc'h » is one word."""
_WORD = re.compile(
    r"([cdjlmnostpqCDJLMNOSTPQ](?<![^\W_].)"
    r"(?:(?<=[^pqPQ])|(?i:(?<=q)u|(?<=j)usqu|(?<=l)orsqu|(?<=p)uisqu))'(?= ?[^\W_])"
    rf"|[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W_]*{_BRETON})"
    rf"|\d+(?:[.,]\d+)+[^\W\d_]*|\d[^\W_]*{_BRETON}"
    r"|'[sS](?![^\W_])"
    r"|(?<= )'[tT](?= [A-ZÀ-Ý])"
    r"|\S)"
)
"""Elisions, words, numbers, possessives, the particle 't and marks; most branches begin with a set of characters."""
_GLUED = re.compile(
    r"(?P<small>[dl]|qu|de|du|des|chez|par|avec|pour|et|sur|dans|que|of|by|with|for|and|from|the)"
    r"(?P<name>[A-ZÀ-Ý][^\W_]{2,})\Z"
    r"|(?P<capitals>[A-ZÀ-Ý]{2,5})(?P<tail>de|du|des)\Z"
)
"""A word that lost the space or apostrophe before a name, or behind capitals: « chezMicrosoft », « IAde »."""
_WIDE, _WIDE_IN_MENU = "   ", "  "
"""Blanks that part two names; fewer are enough in a line that ends without a mark: a menu, a list of tags."""
_HEADS = (ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.STANDFIRST)
_OPENERS = frozenset(':«“"‹‘–—•-*…?!;>|')


class Word(NamedTuple):
    """One word or mark. A named tuple: a page has hundreds and they are made for each article anew."""

    start: int
    end: int
    text: str
    """As in `page.plain`."""
    folded: str
    """Without case and accents."""
    kind: str
    """`word`, `elision`, `possessive` or `mark`."""
    hyphen: bool
    """A hyphen joins it to the word before."""
    line: int
    """Number of the paragraph."""
    initial: bool
    """Begins a sentence, or follows a colon, an opening quotation mark or a bullet: its capital says nothing."""


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """The word without case and accents."""
    return word.lower() if word.isascii() else fold(word)


@lru_cache(maxsize=65536)
def _sort(text: str) -> tuple[str, str, int]:
    """Of a word or mark: its kind, its folded form, and where a name glued to it begins (0: nowhere)."""
    if not text[0].isalnum():
        kind = "mark" if len(text) == 1 else "possessive" if text in ("'s", "'S") else "word"
        return kind, folded(text), 0
    if text.endswith("'"):
        return "elision", folded(text), 0
    glued = _GLUED.match(text)
    return "word", folded(text), glued.end("small" if glued["small"] else "capitals") if glued else 0


def as_words(text: str) -> tuple[Word, ...]:
    """The words and marks of a name or phrase."""
    return tuple(_words_of(same_length(text), 0, len(text), 0, frozenset()))


def split(text: str) -> tuple[str, ...]:
    """The folded words and marks of a name or phrase, hyphens left out: the form in which names are compared."""
    bare = text.replace("-", " ")
    if bare.replace(" ", "").isalpha() and bare.isascii():
        return tuple(bare.lower().split())
    return tuple(word.folded for word in as_words(text))


def _words_of(plain: str, start: int, end: int, line: int, initials: frozenset[int], gap: str = _WIDE) -> list[Word]:
    found: list[Word] = []
    behind_blank = start > 0 and plain[start - 1].isspace()
    parts = _WORD.split(plain[start - behind_blank : end])
    starts = accumulate(map(len, parts), initial=start - behind_blank)
    hyphen, after_opener = False, True
    for between, text, first in zip(parts[::2], parts[1::2], islice(starts, 1, None, 2), strict=False):
        if text == "-" and not between and found and first + 1 < end and plain[first + 1].isalnum():
            hyphen = True
            continue
        kind, form, glued = _sort(text)
        begins = after_opener or first in initials or (len(between) > 1 and first > start and between.endswith(gap))
        if glued:
            found.append(Word(first, first + glued, text[:glued], folded(text[:glued]), "word", hyphen, line, begins))
            first, text, hyphen, begins = first + glued, text[glued:], False, False
            form = folded(text)
        found.append(tuple.__new__(Word, (first, first + len(text), text, form, kind, hyphen, line, begins)))
        after_opener, hyphen = text in _OPENERS, False
    return found


@dataclass(frozen=True)
class Scan:
    """A page cut into words, with what the rules ask of it."""

    page: Page
    words: tuple[Word, ...]
    flat: tuple[bool, ...]
    """By paragraph: whether its capitals say nothing (a headline in Title Case, a line in capitals)."""
    folded: tuple[str, ...] = field(init=False, repr=False)
    """The folded words, in order."""
    _lines: list[int] = field(init=False, repr=False)
    """Of each word: the number of its paragraph."""

    def __post_init__(self) -> None:
        keep(self, folded=tuple([word.folded for word in self.words]), _lines=[word.line for word in self.words])

    @property
    def plain(self) -> str:
        """The page's text with one apostrophe, one space, one hyphen."""
        return self.page.plain

    @remembered
    def line_plain(self) -> str:
        """The same for patterns: spaces for the line breaks inside a paragraph, line breaks for what is not read."""
        parts: list[str] = []
        place = 0
        for span in readable(self.page):
            parts += "\n" * (span.start - place), self.plain[span.start : span.end].replace("\n", " ")
            place = span.end
        return "".join(parts)

    @remembered
    def line_lower(self) -> str:
        """The same in lower case; `len` is unchanged."""
        return lower_case(self.line_plain)

    def places_of(self, forms: AbstractSet[str]) -> list[int]:
        """Where words of these folded forms stand, in order."""
        if len(found := self._forms & forms) == 1:
            return self._places[found.pop()]
        return sorted(place for form in found for place in self._places[form])

    @remembered
    def _places(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, form in enumerate(self.folded):
            found[form].append(place)
        return found

    @remembered
    def _forms(self) -> set[str]:
        return set(self._places)

    @remembered
    def last_names(self) -> dict[str, str]:
        """Folded capital word right behind another capital word -> that word: « Thierry Breton »."""
        found: dict[str, str] = {}
        for one, two in zip(self.words, self.words[1:], strict=False):
            capital = one.text[:1].isupper() and two.text[:1].isupper() and not two.initial
            if capital and one.kind == two.kind == "word" and one.line == two.line:
                found.setdefault(two.folded, one.folded)
        return found

    @remembered
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def first_at(self, position: int) -> int:
        """Index of the first word that begins at the position or later."""
        return bisect_left(self._starts, position)

    def indexes(self, span: Span) -> range:
        """Indexes of the words that begin inside the span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def last_before(self, position: int) -> int:
        """Index of the last word that begins before the position, -1 when there is none."""
        return bisect_right(self._starts, position - 1) - 1

    def same_line(self, one: int, other: int) -> bool:
        """Whether both indexes exist and their words stand in one paragraph."""
        if one < 0 or other < 0:
            return False
        try:
            return self._lines[one] == self._lines[other]
        except IndexError:
            return False

    def has_capital(self, place: int) -> bool:
        """Whether a capital word stands there, on the line of the word before."""
        word = self.words[place] if self.same_line(place - 1, place) else None
        return word is not None and word.kind == "word" and word.text[0].isupper()

    def line_at(self, place: int) -> int | None:
        """Number of the paragraph of a word; None behind the last."""
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def sentence_of(self, first: int, end: int) -> range:
        """Indexes of the words of the sentence in which these words stand, or of these words alone."""
        sentence = self.page.sentence_at(self.words[first].start)
        if sentence is None:
            return range(first, end)
        found = self.indexes(sentence)
        return range(found.start, max(end, found.stop))

    def span(self, first: int, end: int) -> Span:
        """The stretch of text from word `first` up to, not including, word `end`."""
        return Span(self.words[first].start, self.words[end - 1].end)


def scan(page: Page) -> Scan:
    """The words of the page outside its silent stretches."""
    initials = frozenset(sentence.start for sentence in page.sentences)
    words: list[Word] = []
    flat: list[bool] = []
    for number, span in enumerate(readable(page)):
        open_ended = page.plain[span.start : span.end].rstrip()[-1:] not in '.!?…»"”,;:'
        gap = _WIDE_IN_MENU if open_ended else _WIDE
        line = _words_of(page.plain, span.start, span.end, number, initials, gap)
        words += line
        heading = open_ended or bool(page.touching(span, *_HEADS))
        flat.append(_capitals_say_nothing(line, heading, page.language))
    return Scan(page, tuple(words), tuple(flat))


def readable(page: Page) -> Iterator[Span]:
    """The paragraphs, without the silent stretches inside them: a dateline does not silence what follows it."""
    for paragraph in paragraphs(page.text):
        start = paragraph.start
        for silent in page.touching(paragraph, *SILENT):
            if start < silent.start:
                yield Span(start, silent.start)
            start = silent.end
        if start < paragraph.end and page.plain[start : paragraph.end].strip():
            yield Span(start, paragraph.end)


def _capitals_say_nothing(line: list[Word], heading: bool, language: str) -> bool:
    """Whether a line is in capitals, or is a headline most of whose longer words have one: seldom in French."""
    if not heading and sum([len(word.text) > 3 and word.text.isupper() for word in line]) < 3:
        return False
    long = [word.text for word in line if word.kind == "word" and len(word.text) > 3 and word.text.isalpha()]
    if len(long) >= 3 and sum(word.isupper() for word in long) > 0.7 * len(long):
        return True
    share, least = (0.8, 6) if language == "fr" else (0.65, 4)
    return heading and len(long) >= least and sum(word[0].isupper() for word in long) > share * len(long)
