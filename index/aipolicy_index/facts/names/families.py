"""Models and products by family and version: GPT-4o, Claude 3.5 Sonnet, Llama 3.1, Mistral Large 2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from aipolicy_index.facts.names.signs import lines_with, signs_of
from aipolicy_index.facts.names.tables import rows
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import Span

_VERSION = r"v?\d{1,3}(?:\.\d{1,2})*[a-z]{0,2}"
_KEPT = 256
"""Sets of families that are kept compiled: most articles name few."""


@cache
def _families() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Of each family: its pattern, and its signs."""
    rows_of_families = rows("names/families.tsv", 3)
    return tuple((pattern.replace("{version}", _VERSION), signs_of(signs)) for _, pattern, signs in rows_of_families)


@lru_cache(maxsize=_KEPT)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w])")


def versions(scan: Scan) -> Iterator[Span]:
    """The versioned products that stand in the readable paragraphs."""
    shown = [(pattern, lines) for pattern, signs in _families() if (lines := lines_with(scan, signs))]
    pattern = _compiled(tuple(pattern for pattern, _ in shown))
    for line in sorted({line for _, lines in shown for line in lines}):
        for match in pattern.finditer(scan.line_plain, line.start, line.end):
            yield Span(match.start(), match.end())
