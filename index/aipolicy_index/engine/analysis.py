"""Text -> terms. One stretch of letters and joiners (a chunk) gives one or more terms at consecutive positions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from aipolicy_index.language.matching import fold, same_length

_JOINER = "'’‘ʼ＇´`\\-‐‑‒−./,&"
_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_SIGNS = "%€$£"
CHUNK = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d.,])"
    rf"|{_LETTERS}(?:[{_JOINER}]{_LETTERS})*"
    rf"|[{_SIGNS}]"
)
find_chunks = CHUNK.findall
"""All chunks of a text, in order."""

_ACRONYM = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?$|(?:[^\W\d_]\.)+[^\W\d_]$")
_GROUPED = re.compile(r"\d{1,3}(?:[ .,]\d{3})+$")
_DECIMAL = re.compile(r"\d+[.,]\d+$")
_REFERENCE = re.compile(r"\d+(?:/\d+)+$")
_PART = re.compile(rf"\d+[.,]\d+(?![\w.,])|{_LETTERS}")
LONGEST = 40
"""Terms are cut to so many bytes."""


class Term(NamedTuple):
    """One term of a chunk: its folded form, its place in the chunk in positions and in characters."""

    text: bytes
    position: int
    start: int
    end: int


class Analysis(NamedTuple):
    """The terms of one chunk."""

    terms: tuple[Term, ...]
    width: int
    """How many positions the chunk takes."""
    elided: int = 0
    """How many of the first positions are an elided article or pronoun (`l'`, `qu'`)."""
    tied: int = 0
    """How many of the last positions are pronouns tied by a hyphen (`-t-il`)."""


@cache
def _words(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name("fr.elisions.txt").read_text(encoding="utf-8").splitlines()
    section, words = "", set()
    for line in lines:
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#") and section == name:
            words.update(line.split())
    return frozenset(words)


def folded(text: str) -> bytes:
    """The term that a piece of a word is indexed as."""
    term = fold(text).encode()
    return term if len(term) <= LONGEST else term[:LONGEST].decode(errors="ignore").encode()


def analyse(chunk: str) -> Analysis:
    """The terms of a chunk. Terms at the same position are other spellings of what stands there (`gpt4o`)."""
    plain = same_length(chunk)
    if plain.isalnum() or plain in _SIGNS:
        return _whole(chunk)
    if _GROUPED.match(plain):
        return _grouped(chunk, plain)
    if _DECIMAL.match(plain):
        return Analysis((Term(plain.replace(".", ",").encode()[:LONGEST], 0, 0, len(chunk)),), 1)
    if _ACRONYM.match(plain):
        return Analysis((Term(folded(plain.replace(".", "")), 0, 0, len(chunk)),), 1)
    return _compound(chunk, plain)


def _whole(chunk: str) -> Analysis:
    return Analysis((Term(folded(chunk), 0, 0, len(chunk)),), 1)


def _grouped(chunk: str, plain: str) -> Analysis:
    terms = [
        Term(part.group().encode(), position, part.start(), part.end())
        for position, part in enumerate(re.finditer(r"\d+", plain))
    ]
    joined = re.sub(r"\D", "", plain).encode()[:LONGEST]
    return Analysis((*terms, Term(joined, 0, 0, len(chunk))), len(terms))


def _compound(chunk: str, plain: str) -> Analysis:
    parts = [(part.group(), part.start(), part.end()) for part in _PART.finditer(plain)]
    if len(parts) > 1 and parts[-1][0] == "s" and plain[parts[-1][1] - 1] == "'":
        parts.pop()
    elided = 0
    while elided < len(parts) - 1 and _is_elided(parts[elided], plain):
        elided += 1
    terms = [Term(_part_term(chunk[start:end]), position, start, end) for position, (_, start, end) in enumerate(parts)]
    kept = parts[elided:]
    if len(kept) > 1 and _is_one_name(kept, plain):
        start, end = kept[0][1], kept[-1][2]
        joined = plain[start:end] if _REFERENCE.match(plain[start:end]) else "".join(part[0] for part in kept)
        terms.append(Term(folded(joined), elided, start, end))
    return Analysis(tuple(terms), len(parts), elided, _tied(kept, plain))


def _part_term(part: str) -> bytes:
    plain = same_length(part)
    return plain.replace(".", ",").encode()[:LONGEST] if _DECIMAL.match(plain) else folded(part)


def _is_elided(part: tuple[str, int, int], plain: str) -> bool:
    return plain[part[2] : part[2] + 1] == "'" and part[0].lower() in _words("elided")


def _tied(parts: list[tuple[str, int, int]], plain: str) -> int:
    count = 0
    while count < len(parts) - 1 and _is_tied(parts[-1 - count], plain):
        count += 1
    return count


def _is_tied(part: tuple[str, int, int], plain: str) -> bool:
    return plain[part[1] - 1] == "-" and part[0].lower() in _words("clitic")


def _is_one_name(parts: list[tuple[str, int, int]], plain: str) -> bool:
    """Whether the parts may also be written as one word: `GPT-4o`, `États-Unis`, `R&D`, but not `dit-il` or `a.b`."""
    joints = {plain[before[2] : after[1]] for before, after in pairwise(parts)}
    if not joints <= {"-", "&", "'"} and not _REFERENCE.match(plain[parts[0][1] : parts[-1][2]]):
        return False
    return parts[-1][0].lower() not in _words("clitic") and len(parts) <= 4


@lru_cache(maxsize=65536)
def analysed(chunk: str) -> Analysis:
    """`analyse`, remembered."""
    return analyse(chunk)


class Token(NamedTuple):
    """One term of a text at its place: position in terms, span in characters, the chunk that it is part of."""

    term: bytes
    position: int
    start: int
    end: int


def composed(text: str) -> str:
    """The text with composed accents, as queries are compared."""
    return unicodedata.normalize("NFC", text)


def tokens(text: str, start: int = 0, end: int | None = None, position: int = 0) -> Iterator[Token]:
    """The terms of a stretch of text, in order; spans index the whole text."""
    for chunk in CHUNK.finditer(text, start, len(text) if end is None else end):
        analysis = analysed(chunk.group())
        offset = chunk.start()
        for term in analysis.terms:
            yield Token(term.text, position + term.position, offset + term.start, offset + term.end)
        position += analysis.width
