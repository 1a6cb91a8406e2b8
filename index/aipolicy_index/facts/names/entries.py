"""What the lexicon's files say of each thing; read at once, made into entries when first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.names.tables import rows
from aipolicy_index.model import FactKind

_FILES = (
    ("companies.tsv", FactKind.ORGANISATION),
    ("authorities.tsv", FactKind.ORGANISATION),
    ("society.tsv", FactKind.ORGANISATION),
    ("media.tsv", FactKind.ORGANISATION),
    ("products.tsv", FactKind.PRODUCT),
    ("instruments.tsv", FactKind.INSTRUMENT),
)


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


class Record:
    """One row of the lexicon; its entry is made when first asked for, as a run needs few of the thousands."""

    __slots__ = ("_cells", "_entry", "_kind")

    def __init__(self, cells: list[str], kind: FactKind) -> None:
        self._cells = cells
        self._kind = kind
        self._entry: Entry | None = None

    @property
    def texts(self) -> list[str]:
        """The name and its aliases."""
        name, aliases = self._cells[:2]
        return [name, *aliases.split("|")] if aliases else [name]

    @property
    def entry(self) -> Entry:
        """The row as an entry, always the same object."""
        if self._entry is None:
            self._entry = self._made()
        return self._entry

    def _made(self) -> Entry:
        name, aliases, category, country, gender, descriptors, flags = self._cells
        return Entry(
            name,
            self._kind,
            category,
            parts(aliases),
            country or None,
            gender or None,
            parts(descriptors),
            ambiguous="ambiguous" in flags,
            exact="exact" in flags,
            no_article="noarticle" in flags,
            stands_for_power="capital" in flags,
        )


def records() -> Iterator[Record]:
    """Every row of the lexicon, each file's columns brought into one order."""
    for file, kind in _FILES:
        for cells in rows(f"lexicon/{file}", 7):
            yield Record(cells, kind)
    for name, others, capitals, _ in country_rows():
        yield Record([name, others, "country", "", "", "", ""], FactKind.PLACE)
        if capitals:
            first, _, rest = capitals.partition("|")
            yield Record([first, rest, "city", name, "", "", "capital"], FactKind.PLACE)
    for name, aliases, category, country, flags in rows("lexicon/places.tsv", 5):
        yield Record([name, aliases, category, country, "", "", flags], FactKind.PLACE)
    for name, others, gender in rows("lexicon/people.tsv", 3):
        yield Record([name, others, "person", "", gender, "", ""], FactKind.PERSON)


@cache
def country_rows() -> tuple[list[str], ...]:
    """The rows of the countries: name, other names, capitals, adjectives."""
    return tuple(rows("lexicon/countries.tsv", 4))


def parts(cell: str) -> tuple[str, ...]:
    """The members of a cell, separated by `|`."""
    return tuple(cell.split("|")) if cell else ()
