"""Whether the words around a date speak of the past or of the future."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.lexicon import readings
from aipolicy_index.facts.patterns import patterns


class Direction(IntEnum):
    """Where the year or the week of a date is sought from the day of publication."""

    PAST = -1
    NEAREST = 0
    """No word tells, or a present: whichever is nearer."""
    FUTURE = 1
    UNTOLD = 2
    """No verb at all."""


class _Verb(NamedTuple):
    start: int
    end: int
    tells: Direction


_TOLD = {"either": Direction.NEAREST, "future": Direction.FUTURE, "past": Direction.PAST}
"""What the verbs of each pattern tell; an earlier pattern wins."""
_SEGMENT = re.compile(r"[,;:()«»\"“”—–]| que | qui | qu'| et | mais | puis | that | who | which | and | but | then ")
_DETERMINERS = frozenset(
    "le la les l un une des du de d ce cet cette ces son sa ses leur leurs the a an its his her their this of".split()
)
_REACH = 300
"""Characters on both sides of a date in which its verb is sought."""
_WORD = re.compile(r"[^\W\d_]+")


def direction(sentence: str, start: int, end: int, language: str) -> Direction:
    """Where a date at `start` to `end` of a lower-case sentence lies."""
    begin = max(0, start - _REACH)
    return _direction(sentence[begin : end + _REACH], start - begin, end - begin, language)


def _direction(sentence: str, start: int, end: int, language: str) -> Direction:
    cues = _cues(language)
    before = sentence[max(0, start - 32) : start]
    if cues["since"].search(before):
        return Direction.PAST
    if not sentence[:start].strip(" -–—•*") and cues["agenda"].match(sentence, end):
        return Direction.FUTURE
    if cues["until"].search(before):
        return Direction.FUTURE
    first, last = _part(sentence, start, end)
    verbs = [verb for verb in _told(sentence, language) if verb.end <= start or verb.start >= end]
    near = [verb for verb in verbs if verb.start >= first and verb.end <= last]
    if cues["participle"].search(sentence[first:start]) and not _announced(near, start):
        return Direction.PAST
    if not verbs and cues["headline"].search(sentence[:start]):
        return Direction.FUTURE
    told = _by_verb(near or verbs, start, end)
    if not near and _has_present(sentence[first:start], language):
        return Direction.NEAREST
    return Direction.NEAREST if told == Direction.PAST and cues["open"].search(before) else told


def _told(sentence: str, language: str) -> Iterator[_Verb]:
    """The verbs of a sentence; what looks like a future and is none by the table of forms is a past (« assura »)."""
    table = readings(language)
    for match in _verbs(language).finditer(sentence):
        tells = _TOLD[str(match.lastgroup)]
        if tells is Direction.FUTURE and (known := table.get(match.group())):
            past = all(one.tense in (Tense.PAST, Tense.IMPERFECT) for one in known)
            tells = Direction.PAST if past else tells
        yield _Verb(match.start(), match.end(), tells)


def _announced(verbs: list[_Verb], start: int) -> bool:
    """Whether a participle before the date belongs to what will be: « sera publié en mars »."""
    return any(verb.tells is not Direction.PAST and verb.end <= start for verb in verbs)


def _by_verb(verbs: list[_Verb], start: int, end: int) -> Direction:
    """By the nearest verb."""
    if not verbs:
        return Direction.UNTOLD
    closest = min(verbs, key=lambda verb: max(start - verb.end, verb.start - end))
    return closest.tells


def _part(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around the date between two marks or relatives."""
    first, last = 0, len(sentence)
    for match in _SEGMENT.finditer(sentence):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def _has_present(words: str, language: str) -> bool:
    """Whether one of the last words is a verb in the present."""
    table = readings(language)
    last = [match.group() for match in _WORD.finditer(words)][-4:]
    for previous, word in zip(["", *last], last, strict=False):
        if previous not in _DETERMINERS and any(one.tense is Tense.PRESENT for one in table.get(word, ())):
            return True
    return False


@cache
def _cues(language: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in patterns("tense_cues.tsv", language).items()}


@cache
def _verbs(language: str) -> re.Pattern[str]:
    said = patterns("tense_cues.tsv", language)
    return re.compile("|".join(f"(?P<{name}>{said[name]})" for name in _TOLD))
