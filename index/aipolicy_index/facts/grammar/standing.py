"""Whether an organisation is a company or a public or civil body: by its category, else by the words of its name."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.descriptors import Standing, descriptors
from aipolicy_index.language.matching import fold

MEDIUM = "medium"
CIVIL = frozenset(("ngo", "association", "trade_union", "think_tank", "party", "university", "research"))
"""Categories of bodies that are no authority."""
_COMPANIES = frozenset(("company", "lab", "fund", MEDIUM))
_COMPANY_WORDS = frozenset(("group", "groupe", "bloc", "service", "agence", "party", "board"))


def standing(entity: Entity) -> Standing:
    """COMPANY or BODY; what nothing tells is taken for a company."""
    if entity.category:
        return Standing.COMPANY if entity.category in _COMPANIES else Standing.BODY
    words = {word for text in (entity.name, *entity.aliases) for word in fold(text).replace("'", " ").split()}
    return Standing.BODY if words & _body_words() else Standing.COMPANY


@cache
def _body_words() -> frozenset[str]:
    """The nouns that name a public or civil body, folded."""
    return frozenset(
        fold(word)
        for language in ("fr", "en")
        for word, several in descriptors(language).items()
        if several[0].standing is Standing.BODY
    ).difference(_COMPANY_WORDS)
