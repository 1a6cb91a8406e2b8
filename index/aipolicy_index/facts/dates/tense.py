"""Whether the words around a date speak of the past or of the future."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.lexicon import readings
from aipolicy_index.facts.tables import patterns


class Direction(IntEnum):
    """Where the year or the week of a date is sought from the day of publication."""

    PAST = -1
    NEAREST = 0
    """No word tells, or a present: whichever is nearer."""
    FUTURE = 1
    UNTOLD = 2
    """No verb at all."""


_SEGMENT = re.compile(r"[,;:()«»\"“”—–]| que | qui | that | who | which | qu'")
_DETERMINERS = frozenset(
    "le la les l un une des du de d ce cet cette ces son sa ses leur leurs the a an its his her their this of".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def direction(sentence: str, start: int, end: int, language: str) -> Direction:
    """Where a date at `start` to `end` of a lower-case sentence lies."""
    cues = _cues(language)
    before = sentence[max(0, start - 32) : start]
    if cues["since"].search(before):
        return Direction.PAST
    if cues["until"].search(before):
        return Direction.FUTURE
    told = _by_verb(sentence, start, end, language)
    return Direction.NEAREST if told == Direction.PAST and cues["open"].search(before) else told


def _by_verb(sentence: str, start: int, end: int, language: str) -> Direction:
    """By the nearest verb in the same part of the sentence; else by a present beside the date; else by any verb."""
    verbs = [match for match in _verbs(language).finditer(sentence) if match.end() <= start or match.start() >= end]
    first, last = _part(sentence, start, end)
    near = [match for match in verbs if match.start() >= first and match.end() <= last]
    participle = _cues(language)["participle"].search(sentence[first:start])
    if participle and not any(match.lastgroup == "future" for match in near if match.end() <= start):
        return Direction.PAST
    present = _has_present(sentence[first:start], language)
    if near or (verbs and not present):
        closest = min(near or verbs, key=lambda match: max(start - match.end(), match.start() - end))
        return Direction.FUTURE if closest.lastgroup == "future" else Direction.PAST
    return Direction.NEAREST if present else Direction.UNTOLD


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
    return re.compile(f"(?P<future>{said['future']})|(?P<past>{said['past']})")
