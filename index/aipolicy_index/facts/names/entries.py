"""What the lexicon's files say of each thing; read at once, made into entries when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from aipolicy_index.facts.names.tables import DATA, rows
from aipolicy_index.model import FactKind


class Entry(NamedTuple):
    """One thing that the lexicon knows."""

    name: str
    kind: FactKind
    category: str
    """Such as company, lab, regulator, ministry, court, medium, city, country, law."""
    aliases: tuple[str, ...] = ()
    country: str | None = None
    gender: str | None = None
    descriptors: tuple[str, ...] = ()
    ambiguous: bool = False
    exact: bool = False
    no_article: bool = False
    stands_for_power: bool = False
    """A capital: when it speaks or decides, it is the government."""


Make = Callable[[str], Entry]
"""From a line to its entry."""


def _thing(kind: FactKind, line: str) -> Entry:
    name, aliases, category, country, gender, descriptors, flags = _cells(line, 7)
    return Entry(
        name,
        kind,
        category,
        parts(aliases),
        country or None,
        gender or None,
        parts(descriptors),
        ambiguous="ambiguous" in flags,
        exact="exact" in flags,
        no_article="noarticle" in flags,
    )


def _place(line: str) -> Entry:
    name, aliases, category, country, flags = _cells(line, 5)
    return Entry(
        name,
        FactKind.PLACE,
        category,
        parts(aliases),
        country or None,
        ambiguous="ambiguous" in flags,
        exact="exact" in flags,
        no_article="noarticle" in flags,
        stands_for_power="capital" in flags,
    )


def _person(line: str) -> Entry:
    name, aliases, gender = _cells(line, 3)
    return Entry(name, FactKind.PERSON, "person", parts(aliases), gender=gender or None)


def _cells(line: str, width: int) -> list[str]:
    cells = line.split("\t")
    return cells + [""] * (width - len(cells))


_FILES: tuple[tuple[str, Make], ...] = (
    ("companies.tsv", partial(_thing, FactKind.ORGANISATION)),
    ("authorities.tsv", partial(_thing, FactKind.ORGANISATION)),
    ("society.tsv", partial(_thing, FactKind.ORGANISATION)),
    ("media.tsv", partial(_thing, FactKind.ORGANISATION)),
    ("products.tsv", partial(_thing, FactKind.PRODUCT)),
    ("instruments.tsv", partial(_thing, FactKind.INSTRUMENT)),
)


def lines() -> list[tuple[str, Make]]:
    """What the lexicon says of each thing, as a line that begins with its name and aliases, and what reads the line."""
    found = [(line, make) for file, make in _FILES for line in _lines(file)]
    found += [(line, _place) for line in place_lines()]
    return found + [(line, _person) for line in _lines("people.tsv")]


def place_lines() -> Iterator[str]:
    """The lines of the places: countries and their capitals, then the others."""
    for name, others, capitals, _ in country_rows():
        yield f"{name}\t{others}\tcountry"
        if capitals:
            first, _, rest = capitals.partition("|")
            yield f"{first}\t{rest}\tcity\t{name}\tcapital"
    yield from _lines("places.tsv")


def powers_seats() -> Iterator[str]:
    """The names of the capitals that stand for a government."""
    return (name for name, *_, flags in (_cells(line, 5) for line in place_lines()) if "capital" in flags)


def _lines(file: str) -> list[str]:
    text = (DATA / "lexicon" / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


@cache
def country_rows() -> tuple[list[str], ...]:
    """The rows of the countries: name, other names, capitals, adjectives."""
    return tuple(rows("lexicon/countries.tsv", 4))


def parts(cell: str) -> tuple[str, ...]:
    """The members of a cell, separated by `|`."""
    return tuple(cell.split("|")) if cell else ()
