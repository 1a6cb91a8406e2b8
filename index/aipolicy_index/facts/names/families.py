"""Models and products by family and version: GPT-4o, Claude 3.5 Sonnet, Llama 3.1, Mistral Large 2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aipolicy_index.facts.names.tables import rows
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import Span

_VERSION = r"v?\d{1,3}(?:\.\d{1,2})*[a-z]{0,2}"


@cache
def _family() -> re.Pattern[str]:
    patterns = (pattern.replace("{version}", _VERSION) for _, pattern in rows("names/families.tsv", 2))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w])")


def versions(scan: Scan) -> Iterator[Span]:
    """The versioned products that stand in the readable paragraphs."""
    for match in _family().finditer(scan.line_plain):
        yield Span(match.start(), match.end())
