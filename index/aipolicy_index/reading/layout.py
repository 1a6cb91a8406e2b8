"""Lines as a page was set -> paragraphs: cut words and lines joined, page headers and footers put aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from aipolicy_index.language.cleaning import clean, clean_line
from aipolicy_index.language.datafiles import data_words
from aipolicy_index.model import Span, Zone, ZoneKind

_DATA = Path(__file__).with_name("formats") / "data"
_EDGE = 3
"""Lines at the top and at the bottom of a page among which its header and footer stand."""
_FULL = 0.72
"""A line of a paragraph that goes on has at least this share of the usual full line."""
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*(\d{1,4})\s*(?:(?:/|sur|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"(?:[-–—*•●▪◦‣►▶→✓✔]|\d{1,2}[.)]|[a-z]\))\s")
_FINAL = '.!?:;»”"…)'
_CUT_WORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)-$")
_WORD = re.compile(r"[^\W\d_]+")


def reflow(pages: Iterable[Sequence[str]]) -> tuple[str, tuple[Zone, ...]]:
    """The text of the pages, a line for each paragraph, cleaned; below it, once each, what every page repeats.

    What is repeated (headers, footers) and page numbers are marked as furniture; nothing is lost but repetitions.
    """
    cleaned = [[clean_line(line) for line in page] for page in pages]
    repeated, first_number = _repeated(cleaned), _first_number(cleaned)
    lines: list[str] = []
    aside: dict[str, None] = {}
    for number, page in enumerate(cleaned):
        edges = set(_edges(page))
        for place, line in enumerate(page):
            if place in edges and (_key(line) in repeated or _number(line) == first_number + number):
                aside.setdefault(line)
            else:
                lines.append(line)
    body = clean("\n\n".join(_paragraphs(lines)))
    if not aside:
        return body, ()
    below = clean("\n".join(aside))
    start = len(body) + 2 if body else 0
    return (f"{body}\n\n{below}" if body else below), (Zone(Span(start, start + len(below)), ZoneKind.FURNITURE),)


def _edges(page: Sequence[str]) -> list[int]:
    """The places of the first and last written lines of a page."""
    written = [place for place, line in enumerate(page) if line]
    return written[:_EDGE] + written[max(_EDGE, len(written) - _EDGE) :]


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.lower())


def _repeated(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """What stands, but for its numbers, at the edge of at least half the pages, and of two."""
    counts = Counter(key for page in pages for key in {_key(page[place]) for place in _edges(page)})
    return frozenset(key for key, count in counts.items() if count >= max(2, len(pages) / 2) and len(key) < 150)


def _number(line: str) -> int:
    """The page number that the line is, a negative number for any other line."""
    match = _PAGE_NUMBER.fullmatch(line)
    return int(match.group(1)) if match else -1_000_000


def _first_number(pages: Sequence[Sequence[str]]) -> int:
    """The number of the first page, as those that count up from page to page tell it; never met where none do."""
    firsts = Counter(
        first
        for number, page in enumerate(pages)
        for first in {_number(page[place]) - number for place in _edges(page)}
        if first > -len(pages)
    )
    first, count = firsts.most_common(1)[0] if firsts else (0, 0)
    return first if count > 1 else -2_000_000


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    full = _full_length(lines)
    known = set(_WORD.findall("\n".join(lines).lower()))
    paragraph = ""
    last = ""
    for line in lines:
        if not line:
            if paragraph:
                yield paragraph
            paragraph = ""
        elif paragraph and _goes_on(last, line, full):
            paragraph = _joined(paragraph, line, known)
        else:
            if paragraph:
                yield paragraph
            paragraph = line
        last = line
    if paragraph:
        yield paragraph


def _full_length(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 8 // 10] if lengths else 0


def _goes_on(line: str, following: str, full: int) -> bool:
    if _BULLET.match(following):
        return False
    if following[0].islower() or _CUT_WORD.search(line):
        return True
    return len(line) >= _FULL * full and not (line[-1] in _FINAL and len(line) < 0.9 * full) and full > 40


def _joined(paragraph: str, line: str, known: set[str]) -> str:
    cut = _CUT_WORD.search(paragraph[-80:])
    if cut is None:
        return f"{paragraph} {line}"
    following = _WORD.match(line)
    if following is None or not line[0].islower() or _keeps_hyphen(cut.group(1), following.group(), known):
        return paragraph + line
    return paragraph[:-1] + line


def _keeps_hyphen(before: str, after: str, known: set[str]) -> bool:
    first, second = before.lower().replace("’", "'"), after.lower()
    compounds = data_words("compounds.tsv", _DATA)
    last = re.split("['-]", first)[-1]
    if last + second in known:
        return False
    return f"{first}-" in compounds or f"{last}-" in compounds or f"-{second}" in compounds
