"""Whether an organisation is a company or a public or civil body: by the lexicon, else by the words of its name."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.descriptors import Standing, descriptors
from aipolicy_index.facts.names.lexicon import entries
from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind

_COMPANIES = frozenset(("company", "lab", "fund", "medium"))


@cache
def categories() -> dict[str, str]:
    """Canonical name of an organisation -> its category in the lexicon (company, regulator, ministry, medium ...)."""
    return {entry.name: entry.category for entry in entries() if entry.kind is FactKind.ORGANISATION}


def category(entity: Entity) -> str | None:
    """The lexicon's category of an entity, None for what it does not know."""
    return categories().get(entity.known_as or entity.name)


def standing(entity: Entity) -> Standing:
    """COMPANY or BODY; what nothing tells is taken for a company."""
    if known := category(entity):
        return Standing.COMPANY if known in _COMPANIES else Standing.BODY
    words = {word for text in (entity.name, *entity.aliases) for word in fold(text).replace("'", " ").split()}
    return Standing.BODY if words & _body_words() else Standing.COMPANY


@cache
def _body_words() -> frozenset[str]:
    return frozenset(
        fold(word)
        for language in ("fr", "en")
        for word, several in descriptors(language).items()
        if several[0].standing is Standing.BODY
    ) - {"group", "groupe", "bloc", "service", "agence"}
