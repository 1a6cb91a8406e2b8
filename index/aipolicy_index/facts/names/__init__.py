"""The names of an article: people, organisations, places, products, instruments."""

from __future__ import annotations

from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.names.assembling import assemble
from aipolicy_index.facts.names.deciding import decide
from aipolicy_index.facts.names.metonyms import with_powers
from aipolicy_index.facts.names.words import scan
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.tagger.tagging import tagger_available

__all__ = ["find", "tagger_available"]


def find(page: Page, *, tagging: bool = True) -> Entities:
    """Every named thing of the page's readable paragraphs, one entity for all its mentions.

    `tagging` asks the trained tagger about unknown names too, in French, where `tagger_available()`.
    """
    seen = scan(page)
    decision = decide(seen, tagging=tagging)
    return assemble(seen, with_powers(seen, decision.named), decision.pairs)
