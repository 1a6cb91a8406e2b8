"""Paragraphs, also those whose lines were cut at a width: which line goes on in the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from aipolicy_index.language.datafiles import data_words
from aipolicy_index.model import Span

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S{1,60}")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_BULLET = re.compile(r"(?:[-–—*•●▪◦‣►▶→✓✔]|\d{1,2}[.)]|[a-z]\))\s|[•●▪◦‣►▶✓✔\U0001f000-\U0001faff]")
_BYLINE = re.compile(r"(?:par|by)\s+[^\W\d_a-zà-öø-ÿ]")
_FINAL = '.!?…:;»”"'
_NARROWEST, _WIDEST = 45, 100
"""Columns of a line that was cut at a width; narrower ones are headings and lists, wider ones whole paragraphs."""
_KEPT = 4
"""Texts of which the paragraphs are kept: each article is cut by several rooms, one after the other."""
_RAGGED = 0.8
"""Where no program cut the lines at an exact width, a full line has at least this share of the widest one."""


@lru_cache(maxsize=_KEPT)
def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of the text, without the blanks around them: its lines, or the lines that a width had cut, joined.

    Lines are joined where they stand without a blank line between them, have 45 to 100 columns, and the next word would
    not have fitted; and only where the text proves it, by lines that begin in the middle of a sentence.
    """
    blocks = list(_blocks(text))
    if not any(_is_broken(text, *pair) for block in blocks for pair in pairwise(block)):
        return tuple(line for block in blocks for line in block)
    width_of_all = _common_width(text, blocks)
    return tuple(paragraph for block in blocks for paragraph in _joined(text, block, width_of_all))


def _blocks(text: str) -> Iterator[list[Span]]:
    """The runs of lines without a blank line between them; each line without the blanks around it."""
    block: list[Span] = []
    end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        if match.start() != end + 1 and block:
            yield block
            block = []
        end = match.end()
        if stripped := line.strip():
            start = match.start() + len(line) - len(line.lstrip())
            block.append(Span(start, start + len(stripped)))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _length(line: Span) -> int:
    return line.end - line.start


def _could_be_cut(first: Span, second: Span) -> bool:
    return _NARROWEST <= _length(first) <= _WIDEST and _length(second) <= _WIDEST


def _is_broken(text: str, first: Span, second: Span) -> bool:
    """Whether a sentence visibly goes on in the second line; a byline below a headline does not."""
    if not _could_be_cut(first, second) or text[first.end - 1] in _FINAL or not text[second.start].islower():
        return False
    return _BYLINE.match(text, second.start) is None


def _is_full(text: str, first: Span, second: Span, width: int) -> bool:
    """Whether the first word of the second line would not have fitted at the end of the first."""
    word = _FIRST_WORD.match(text, second.start)
    return word is not None and _length(first) + 1 + len(word.group()) > width


def _width(text: str, block: Sequence[Span]) -> int:
    """The width at which the block's lines were cut, 0 where nothing proves that they were."""
    pairs = [pair for pair in pairwise(block) if _could_be_cut(*pair)]
    broken = [pair for pair in pairs if _is_broken(text, *pair)]
    if not broken or 3 * len(broken) < len(pairs):
        return 0
    width = max(_length(line) for line in block if _length(line) <= _WIDEST)
    full = sum(_is_full(text, *pair, width) for pair in broken)
    if 10 * full >= 9 * len(broken):
        return width
    ragged = sum(_length(first) >= _RAGGED * width for first, _ in broken)
    cut_after_grammar = sum(_ends_in_grammar(text, first) for first, _ in broken)
    return width if 10 * ragged >= 9 * len(broken) and 4 * cut_after_grammar >= len(broken) else 0


def _ends_in_grammar(text: str, line: Span) -> bool:
    """Whether the line ends in an article, a preposition or the like, where nothing ends but a line."""
    word = _LAST_WORD.search(text[max(line.start, line.end - 20) : line.end])
    return word is not None and word.group().lower() in data_words("votes.fr.tsv") | data_words("votes.en.tsv")


def _common_width(text: str, blocks: Sequence[Sequence[Span]]) -> int:
    """The width of the whole text where at least two sentences were cut, else 0."""
    cut = [(width, block) for block in blocks if (width := _width(text, block))]
    broken = sum(_is_broken(text, *pair) for _, block in cut for pair in pairwise(block))
    return max(width for width, _ in cut) if broken > 1 else 0


def _joined(text: str, block: Sequence[Span], width_of_all: int) -> Iterator[Span]:
    width = _width(text, block) or width_of_all
    start = block[0].start
    for first, second in pairwise(block):
        if not (width and _goes_on(text, first, second, width)):
            yield Span(start, first.end)
            start = second.start
    yield Span(start, block[-1].end)


def _goes_on(text: str, first: Span, second: Span, width: int) -> bool:
    if not _could_be_cut(first, second) or _BULLET.match(text, second.start):
        return False
    if _is_full(text, first, second, width):
        return True
    is_open = text[first.end - 1] not in ".!?…:;" or text[second.start].islower()
    return is_open and _length(first) >= _RAGGED * width
