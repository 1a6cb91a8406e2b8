"""What the program knows by name: companies, authorities, media, products, laws, places, people of AI policy."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.names.tables import rows, words
from aipolicy_index.facts.names.words import Scan, Word, as_words, folded, split
from aipolicy_index.model import FactKind

_FILES = (
    ("companies.tsv", FactKind.ORGANISATION),
    ("authorities.tsv", FactKind.ORGANISATION),
    ("society.tsv", FactKind.ORGANISATION),
    ("media.tsv", FactKind.ORGANISATION),
    ("products.tsv", FactKind.PRODUCT),
    ("instruments.tsv", FactKind.INSTRUMENT),
)
SHORT_ACRONYM = 4
"""Capital letters up to which an acronym is only known in capitals: AP is an agency, Ap is nothing."""


class Entry(NamedTuple):
    """One thing that the lexicon knows. A named tuple, as there are thousands and the program waits for them."""

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


class Alias(NamedTuple):
    """One way to write an entry, as folded words, with the capitals that it must have."""

    words: tuple[str, ...]
    capitals: tuple[str, ...]
    """For each word: what the text must show: `` nothing, `A` a capital first letter, else the very form."""
    entry: Entry
    text: str


class Match(NamedTuple):
    """An alias found in a scan: words `first` up to, not including, `end`."""

    first: int
    end: int
    alias: Alias


@cache
def entries() -> tuple[Entry, ...]:
    """Everything that the lexicon knows."""
    return (*_named_things(), *_countries(), *_places(), *_people())


@cache
def index() -> dict[str, tuple[Alias, ...]]:
    """First folded word -> the aliases that begin with it, the longest first."""
    found: dict[str, list[Alias]] = {}
    for entry in entries():
        for text in (entry.name, *entry.aliases):
            alias = _alias(text, entry)
            found.setdefault(alias.words[0], []).append(alias)
    return {word: tuple(sorted(several, key=lambda alias: -len(alias.words))) for word, several in found.items()}


@cache
def adjectives() -> dict[str, str]:
    """Folded adjective of a country, region or city, in all its forms -> the country's name, or nothing."""
    found: dict[str, str] = {}
    for name, _, _, forms in _country_rows():
        for form in forms:
            for shape in {form, form if form.endswith(("s", "x")) else form + "s"}:
                found.setdefault("-".join(split(shape)), name)
    for form in words("names/regional_adjectives.txt", "adjectives"):
        for shape in _agreements(form):
            found.setdefault("-".join(split(shape)), "")
    return found


def _agreements(adjective: str) -> tuple[str, ...]:
    """The feminine and plurals of a French adjective, by its ending."""
    if adjective.endswith("e"):
        return adjective, adjective + "s"
    doubled = adjective + "ne" if adjective.endswith(("en", "on")) else adjective + "e"
    feminine = adjective[:-3] + "elle" if adjective.endswith("eau") else doubled
    plural = (
        adjective[:-2] + "aux"
        if adjective.endswith("al")
        else adjective
        if adjective.endswith("s")
        else adjective + "s"
    )
    return adjective, feminine, plural, feminine + "s"


def matches(scan: Scan) -> Iterator[Match]:
    """The aliases that stand in the text, from the left, the longest first, without overlaps."""
    known, forms, written = index(), scan.folded, scan.words
    position, count = 0, len(written)
    while position < count:
        several = known.get(forms[position])
        alias = several and next((a for a in several if _fits(a, written, forms, position)), None)
        if alias:
            yield Match(position, position + len(alias.words), alias)
            position += len(alias.words)
        else:
            position += 1


def _fits(alias: Alias, written: tuple[Word, ...], forms: tuple[str, ...], position: int) -> bool:
    size = len(alias.words)
    if size > 1 and forms[position : position + size] != alias.words:
        return False
    if written[position].line != written[position + size - 1].line:
        return False
    return all(_shows(written[position + offset].text, want) for offset, want in enumerate(alias.capitals) if want)


def _shows(text: str, want: str) -> bool:
    if want == "A":
        return text[0].isupper()
    return text == want


def _alias(text: str, entry: Entry) -> Alias:
    bare = text.replace("-", " ")
    written = bare.split(" ") if bare.replace(" ", "").isalnum() else [word.text for word in as_words(text)]
    capitals = tuple([_capital(word, entry.exact) for word in written])
    if len(written) > 1 and capitals[0] == "A" and not entry.exact and written[0].lower() in _common_heads():
        capitals = ("", *capitals[1:])
    return Alias(tuple([folded(word) for word in written]), capitals, entry, text)


@cache
def _common_heads() -> frozenset[str]:
    """First words of bodies and laws that papers write with a capital or without: « département de la Défense »."""
    return words("names/lower_heads.txt", "heads")


def _capital(word: str, exact: bool) -> str:
    if exact or (word.isupper() and len(word) <= SHORT_ACRONYM):
        return word
    return "A" if word[:1].isupper() else ""


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _named_things() -> Iterator[Entry]:
    for file, kind in _FILES:
        for name, aliases, category, country, gender, descriptors, flags in rows(f"lexicon/{file}", 7):
            yield Entry(
                name,
                kind,
                category,
                _parts(aliases),
                country or None,
                gender or None,
                _parts(descriptors),
                ambiguous="ambiguous" in flags,
                exact="exact" in flags,
                no_article="noarticle" in flags,
            )


@cache
def _country_rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (name, _parts(others), _parts(capitals), _parts(forms))
        for name, others, capitals, forms in rows("lexicon/countries.tsv", 4)
    )


def _countries() -> Iterator[Entry]:
    for name, others, capitals, _ in _country_rows():
        yield Entry(name, FactKind.PLACE, "country", others)
        if capitals:
            yield Entry(capitals[0], FactKind.PLACE, "city", capitals[1:], country=name, stands_for_power=True)


def _places() -> Iterator[Entry]:
    for name, aliases, category, country, flags in rows("lexicon/places.tsv", 5):
        yield Entry(
            name,
            FactKind.PLACE,
            category,
            _parts(aliases),
            country or None,
            ambiguous="ambiguous" in flags,
            exact="exact" in flags,
            stands_for_power="capital" in flags,
        )


def _people() -> Iterator[Entry]:
    for name, others, gender in rows("lexicon/people.tsv", 3):
        yield Entry(name, FactKind.PERSON, "person", _parts(others), gender=gender or None)
