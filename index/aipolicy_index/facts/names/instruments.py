"""Laws, bills, treaties, standards, terms of use and codes that their own words name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.names.signs import lines_with, signs_of
from aipolicy_index.facts.names.tables import rows
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import Span

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_SMALL = "of|for|and|on|the|in|to|from|with|de|des|du|d'|et|la|sur|&"
_PARTS = {
    "number": r"(?:n[°ºo]\.? ?)?\d[\d/.-]*\d|(?:n[°ºo]\.? ?)?\d",
    "cap": r"[A-ZÀ-Ý][\w'-]*",
    "caps": rf"[A-ZÀ-Ý][\w'-]*(?: (?:(?:{_SMALL}) ){{0,2}}[A-ZÀ-Ý(][\w')-]*)*",
    "titled": (
        r"(?:(?:[A-Z][\w'-]*(?<!'s)|\([A-Z][A-Za-z ]{0,30}\))(?:,(?= [A-Z]))? "
        r"(?:(?:of|for|and|on|the|in|to|from|with) )*){1,9}"
    ),
    "day": rf"\d{{1,2}}(?:er)? (?:{_MONTHS}) \d{{4}}",
}
"""What the patterns of instruments.tsv may use, each within braces."""


class Instrument(NamedTuple):
    """A named instrument, what sort it is, and the rule that found it."""

    span: Span
    category: str
    gender: str | None
    rule: str


class _Rule(NamedTuple):
    signs: tuple[str, ...]
    pattern: str
    category: str
    gender: str | None
    name: str


@cache
def _rules(language: str) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(signs_of(signs), pattern, category, gender or None, f"instrument {rule}")
        for of, category, gender, rule, pattern, signs in rows("names/instruments.tsv", 6)
        if of in (language, "both")
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    filled = re.sub(r"\{([a-z]+)\}", lambda match: f"(?:{_PARTS[match[1]]})", pattern)
    return re.compile(rf"(?:{filled})(?![\w-])")


def instruments(scan: Scan) -> Iterator[Instrument]:
    """The instruments that stand in the readable paragraphs; some may overlap."""
    whole = [Span(0, len(scan.line_plain))]
    for rule in _rules(scan.page.language):
        for line in lines_with(scan, rule.signs) if rule.signs else whole:
            for match in _at_words(_compiled(rule.pattern), scan.line_plain, line):
                yield Instrument(Span(match.start(), match.end()), rule.category, rule.gender, rule.name)


def _at_words(pattern: re.Pattern[str], text: str, line: Span) -> Iterator[re.Match[str]]:
    """The matches that begin where a word does: asked of each match, as a look behind would slow down the search."""
    place = line.start
    while match := pattern.search(text, place, line.end):
        before = text[match.start() - 1 : match.start()]
        if before.isalnum() or before in ("_", "-"):
            place = match.start() + 1
        else:
            yield match
            place = match.end()
