"""Adjectives of countries, regions and cities: « israélien », « sud-coréennes », « vaudois », "Dutch"."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.names.entries import country_rows, parts
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import folded


@cache
def adjectives() -> dict[str, str]:
    """Folded adjective, in all its forms, its words joined by hyphens -> the country's name, or nothing."""
    found: dict[str, str] = {}
    for name, _, _, forms in country_rows():
        for form in parts(forms):
            for shape in (form, form if form.endswith(("s", "x")) else form + "s"):
                found.setdefault(_key(shape), name)
    for form in words("names/regional_adjectives.txt", "adjectives"):
        for shape in _agreements(form):
            found.setdefault(_key(shape), "")
    return found


def _key(adjective: str) -> str:
    return folded(adjective.replace(" ", "-"))


def _agreements(adjective: str) -> tuple[str, ...]:
    """The feminine and plurals of a French adjective, by its ending."""
    if adjective.endswith("e"):
        return adjective, adjective + "s"
    if adjective.endswith("eau"):
        feminine = adjective[:-3] + "elle"
    else:
        feminine = adjective + ("ne" if adjective.endswith(("en", "on")) else "e")
    if adjective.endswith("al"):
        plural = adjective[:-2] + "aux"
    else:
        plural = adjective if adjective.endswith("s") else adjective + "s"
    return adjective, feminine, plural, feminine + "s"
