"""What a figure measures, in the text's words."""

from __future__ import annotations

from aipolicy_index.facts.page import Page
from aipolicy_index.facts.patterns import compiled
from aipolicy_index.language.scanning import lowered
from aipolicy_index.model import Span

_LONGEST = 80
_REACH = 60
"""Characters before a figure in which the noun that it measures begins."""


def measured(page: Page, figure: Span) -> str | None:
    """The words that say what a figure measures: its complement (« du temps passé »), else the noun before it."""
    text, lower = page.text, lowered(page.plain)
    known = compiled("figure_patterns.tsv", page.language)
    if lead := known["complement"].match(lower, figure.end):
        limit = lead.end() + _LONGEST
        stop = known["complement_end"].search(lower, lead.end(), limit)
        end = stop.start() if stop and stop.start() < limit else lower.rfind(" ", lead.end(), limit)
        if end - lead.end() > 2:
            return " ".join(text[lead.end() : end].split())
    begin = max(0, figure.start - _REACH)
    if head := known["measured_before"].search(lower[begin : figure.start]):
        return " ".join(text[begin + head.start(1) : begin + head.end(1)].split())
    return None
