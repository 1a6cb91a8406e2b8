"""What a figure measures, in the text's words."""

from __future__ import annotations

import re

from aipolicy_index.model import Span

_LONGEST = 80
_OF = re.compile(r" (?:du |de la |de l'|des |de |d'|of (?:the )?|in )")
_STOP = re.compile(r"[,;:.()«»\"“”–—?!]|$| (?:que|qui|dont|mais|alors|which|that|while|but|depuis|since|après|after)\b")
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:un|une|le|la|son|sa|ses|leur|du|au|des|a|an|the|its|their) |\b(?:l'|d'))"
    r"([^\W\d][\w'-]*(?: (?!pour|par|dans|a|est|ont|to|was|is)[\w'-]+){0,3}?) (?:est )?(?:de |d'|à |of |at |to )(?:\w+ ){0,2}$"
)


def measured(text: str, lower: str, figure: Span) -> str | None:
    """The words that say what a figure measures: its complement (« du temps passé »), else the noun before it."""
    if lead := _OF.match(lower, figure.end):
        stop = _STOP.search(lower, lead.end(), lead.end() + _LONGEST)
        end = stop.start() if stop else lower.rfind(" ", lead.end(), lead.end() + _LONGEST)
        if end - lead.end() > 2:
            return " ".join(text[lead.end() : end].split())
    begin = max(0, figure.start - 60)
    if head := _NOUN_BEFORE.search(lower[begin : figure.start]):
        return " ".join(text[begin + head.start(1) : begin + head.end(1)].split())
    return None
