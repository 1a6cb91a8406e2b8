"""What an amount of money is for, in the text's words."""

from __future__ import annotations

import re

from aipolicy_index.model import Span

_LONGEST = 90
_FOR = re.compile(
    r"(?: (?:par (?:mois|an|jour|semaine)|a (?:year|month|week|day)|per (?:year|month|week|day)))?"
    r" (?:(?:pour|afin de|afin d'|destinée?s? (?:à|aux?)|consacrée?s? (?:à|aux?)|for|to|of|in|d'|de |en )) ?"
)
_STOP = re.compile(
    r"[,;:.()«»\"“”–—]|$| (?:que|qui|dont|mais|alors|which|that|while|but|after|after|since|depuis|sur \w+ ans|over)\b"
)
_HEAD = re.compile(
    r"(?:\b(?:un|une|le|la|les|des|ce|cette|son|sa|ses|leur|du|au|a|an|the|its|his|their) |\b(?:l'|d'|aux? ))"
    r"([^\W\d][\w'-]*(?: (?!pour|par|sur|dans|a |est|of\b)[\w'-]+){0,3}?) (?:de |d'|à |of |worth )?(?:\w+ ){0,2}$"
)
_DATE_LIKE = re.compile(r"(?:en|in|de|d'|of|for) ?(?:19|20)\d\d\b|(?:l'an|last|next|this)\b")


def purpose(text: str, lower: str, amount: Span) -> str | None:
    """The words that say what an amount is for: after it (« pour ... »), else the noun that it measures."""
    if (lead := _FOR.match(lower, amount.end)) and not _DATE_LIKE.match(lower, amount.end + 1):
        stop = _STOP.search(lower, lead.end(), lead.end() + _LONGEST)
        end = stop.start() if stop else lower.rfind(" ", lead.end(), lead.end() + _LONGEST)
        if end - lead.end() > 2:
            return " ".join(text[lead.end() : end].split())
    begin = max(0, amount.start - 60)
    head = _HEAD.search(lower[begin : amount.start])
    return " ".join(text[begin + head.start(1) : begin + head.end(1)].split()) if head else None
