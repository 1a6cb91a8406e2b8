"""Key facts of a long document cost as much for each paragraph as those of a short one."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import product
from types import FrameType
from typing import Any

import pytest

from aipolicy_index.facts.extract import extract
from aipolicy_index.model import Article, Span, Zone, ZoneKind

FEW, MANY = 24, 96
"""Paragraphs of the two documents."""
ROOM = 1.2
"""How much dearer a paragraph may be in the long one: what is remembered of the sentences before fills up first."""
_BEGINNINGS = ("Bar", "Cor", "Del", "Fal", "Gram", "Hol", "Jas", "Kel", "Lor", "Mar")
_MIDDLES = ("an", "en", "in", "ol", "ur")
_ENDS = ("beau", "det", "gnier", "lier", "mont", "net", "quin", "ssard", "tier", "vault")
FRENCH = (
    "Jeanne {name}, présidente de l'association {name} Numérique, a saisi la Cnil le 3 mars. « {other} nous a menti »,"
    " a-t-elle affirmé. La présidente réclame {number} millions d'euros à la société {other} Technologies (STO).",
    "Selon un rapport de l'institut {name}, {number} % des agents de {other}-sur-Loire utilisent l'outil {name}GPT-4."
    " Ce dernier a été interdit par le ministère."
    " L'entreprise {other} Technologies, dirigée par Paul {name}, conteste.",
    "« Le règlement n° 2024/{number} sera appliqué », a promis la ministre Claire {other} à l'AFP. Elle a annoncé que"
    " la société {name} Systèmes serait sanctionnée. Son rapport, publié par {other} Hebdo, cite {number} entreprises.",
)
ENGLISH = (
    "Jane {name}, chief executive of {other} Labs Inc., sued the {name} Institute on 3 March. “{other} lied to us,”"
    " she said. The company wants ${number} million from {name} Systems, its rival.",
    "According to a report by the {name} Foundation, {number}% of workers at {other} Corp. use {name}Bot. The latter"
    " was banned by the department. Paul {other}, a lawyer for {name} Systems, denied the claim.",
)


def _article(language: str, paragraphs: int) -> Article:
    """A document of so many paragraphs, each with names of its own; a heading stands before every sixth."""
    patterns = FRENCH if language == "fr" else ENGLISH
    names = ["".join(parts) for parts in product(_BEGINNINGS, _MIDDLES, _ENDS)]
    text, zones = "", []
    for number in range(paragraphs):
        if number % 6 == 0:
            heading = f"« {names[number]} » et les autres" if language == "fr" else f"“{names[number]}” and others"
            zones.append(Zone(Span(len(text), len(text) + len(heading)), ZoneKind.HEADING))
            text += f"{heading}\n\n"
        words = {"name": names[5 * number], "other": names[5 * number + 2], "number": 100 + number}
        text += patterns[number % len(patterns)].format(**words) + "\n\n"
    return Article(text=text.rstrip(), source="", language=language, published="2025-03-04", zones=tuple(zones))


def _steps(article: Article) -> Counter[str]:
    """How many lines of the program run for an article, by function."""
    steps: Counter[str] = Counter()

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if "aipolicy_index" not in frame.f_code.co_filename:
            return None
        steps[f"{frame.f_globals['__name__']}.{frame.f_code.co_name}"] += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        extract(article)
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_paragraph_of_a_long_document_costs_no_more_than_one_of_a_short_one(language: str) -> None:
    short, long = _article(language, FEW), _article(language, MANY)
    extract(long)
    few, many = _steps(short), _steps(long)
    grown = {name: (few[name], many[name]) for name in many if many[name] > 2 * ROOM * MANY / FEW * (few[name] + 50)}
    assert many.total() / MANY < ROOM * few.total() / FEW, grown
    assert not grown


def test_a_long_document_gives_as_many_facts_for_each_paragraph() -> None:
    short, long = extract(_article("fr", FEW)), extract(_article("fr", MANY))
    assert len(long) / MANY > 0.7 * len(short) / FEW > 1
