"""Which sentences may be read out: those of the body, without datelines, headlines, headings and fragments."""

from __future__ import annotations

import re

from aipolicy_index.facts.page import Page
from aipolicy_index.language.datelines import dateline
from aipolicy_index.model import Span, ZoneKind

_BARRED = (ZoneKind.TITLE, ZoneKind.HEADING)
LEAST_LENGTH = 28
"""In characters: what is shorter tells nothing by itself."""
_PREFIX = re.compile(r"\([A-Z][\w. -]{1,14}\)\s+(?:[-–—]\s+)?")
"""« (Belga) » before the first sentence of a dispatch."""


def candidates(page: Page) -> list[Span]:
    """The sentences of the body in the order of the text, each without the dateline before it."""
    datelines = {line.start: found.end for line in page.paragraphs if (found := dateline(page.text, line))}
    kept: list[Span] = []
    for span in page.sentences:
        start = datelines.get(span.start, span.start)
        if prefix := _PREFIX.match(page.plain, start, span.end):
            start = prefix.end()
        while start < span.end and page.text[start].isspace():
            start += 1
        ended = page.plain[span.end - 1] in '.!…»”")' or span.end - span.start > 120
        if span.end - start >= LEAST_LENGTH and ended and not page.touching(span, *_BARRED):
            kept.append(Span(start, span.end))
    return kept
