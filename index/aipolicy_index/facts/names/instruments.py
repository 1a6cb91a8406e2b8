"""Laws, bills, treaties, standards, terms of use and codes that their own words name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.names.tables import rows
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import Span

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_SMALL = "of|for|and|on|the|in|to|from|with|de|des|du|d'|et|la|sur|&"
_PARTS = {
    "number": r"(?:n[°ºo]\.? ?)?\d[\d/.-]*\d|(?:n[°ºo]\.? ?)?\d",
    "cap": r"[A-ZÀ-Ý][\w'-]*",
    "caps": rf"[A-ZÀ-Ý][\w'-]*(?: (?:(?:{_SMALL}) ){{0,2}}[A-ZÀ-Ý(][\w')-]*)*",
    "titled": r"(?:[A-Z][\w'-]*(?<!'s),? (?:(?:of|for|and|on|the|in|to|from|with) )*){1,9}",
    "day": rf"\d{{1,2}}(?:er)? (?:{_MONTHS}) \d{{4}}",
}
"""What the patterns of instruments.tsv may use, each within braces."""


class Instrument(NamedTuple):
    """A named instrument, what sort it is, and the rule that found it."""

    span: Span
    category: str
    gender: str | None
    rule: str


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str, str | None, str], ...]:
    found = []
    for of, category, gender, rule, pattern in rows("names/instruments.tsv", 5):
        if of in (language, "both"):
            filled = re.sub(r"\{([a-z]+)\}", lambda match: f"(?:{_PARTS[match[1]]})", pattern)
            found.append(
                (re.compile(rf"(?<![\w-])(?:{filled})(?![\w-])"), category, gender or None, f"instrument {rule}")
            )
    return tuple(found)


def instruments(scan: Scan) -> Iterator[Instrument]:
    """The instruments that stand in the readable paragraphs; some may overlap."""
    for pattern, category, gender, rule in _patterns(scan.page.language):
        for match in pattern.finditer(scan.line_plain):
            yield Instrument(Span(match.start(), match.end()), category, gender, rule)
