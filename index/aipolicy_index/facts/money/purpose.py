"""What an amount of money is for, in the text's words."""

from __future__ import annotations

from aipolicy_index.facts.page import Page
from aipolicy_index.facts.patterns import compiled
from aipolicy_index.language.scanning import lowered
from aipolicy_index.model import Span

_LONGEST = 90
_REACH = 60
"""Characters before an amount in which the noun that it measures begins."""


def purpose(page: Page, amount: Span) -> str | None:
    """The words that say what an amount is for: after it (« pour ... »), else the noun that it measures."""
    text, lower = page.text, lowered(page.plain)
    known = compiled("money_patterns.tsv", page.language)
    lead = known["for_after"].match(lower, amount.end)
    if lead and not known["not_for"].match(lower, amount.end):
        limit = lead.end() + _LONGEST
        stop = known["for_end"].search(lower, lead.end(), limit)
        end = stop.start() if stop and stop.start() < limit else lower.rfind(" ", lead.end(), limit)
        if end - lead.end() > 2:
            return " ".join(text[lead.end() : end].split())
    begin = max(0, amount.start - _REACH)
    head = known["head_before"].search(lower[begin : amount.start])
    return " ".join(text[begin + head.start(1) : begin + head.end(1)].split()) if head else None
