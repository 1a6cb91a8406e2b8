"""Nouns that stand for who speaks or acts: « la ministre », « le géant de la tech », “a spokeswoman”, “the report”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.grammar.tables import rows

LONGEST = 4
"""How many words a noun of the list may have: « mise à jour »."""


class Standing(StrEnum):
    """What a noun stands for."""

    PERSON = "person"
    PEOPLE = "people"
    VOICE = "voice"
    """People who speak for their organisation: officials, lawyers."""
    COMPANY = "company"
    BODY = "body"
    DOCUMENT = "document"
    """It speaks for its author."""
    LAW = "law"
    """It orders or allows by itself."""
    SOURCE = "source"


class Descriptor(NamedTuple):
    """One way to understand a noun."""

    standing: Standing
    gender: str | None
    plural: bool
    words: tuple[str, ...]


@cache
def descriptors(language: str) -> dict[str, tuple[Descriptor, ...]]:
    """First word of a noun in lower case -> what it may stand for, the longest first."""
    found: defaultdict[str, list[Descriptor]] = defaultdict(list)
    for one in (*_listed(language), *_roles(language)):
        if one not in found[one.words[0]]:
            found[one.words[0]].append(one)
    return {word: tuple(sorted(several, key=lambda one: -len(one.words))) for word, several in found.items()}


def _listed(language: str) -> Iterator[Descriptor]:
    for noun, standing, gender, number in rows(f"descriptors.{language}.tsv"):
        yield Descriptor(Standing(standing), gender if gender in "mf" else None, number == "p", tuple(noun.split()))


def _roles(language: str) -> Iterator[Descriptor]:
    """What a person does or is, by the list of the name rules (names/roles.txt)."""
    section = ""
    for (line,) in rows("names/roles.txt"):
        if line.startswith("["):
            section = line.strip("[]")
        elif section.startswith(language):
            gender = section[-1] if section[-2:] in (" m", " f") else None
            for noun in line.lower().split():
                yield Descriptor(Standing.PERSON, gender, False, tuple(noun.replace("_", " ").split()))


@cache
def long_heads(language: str) -> frozenset[str]:
    """The first words of nouns of several words."""
    return frozenset(word for word, several in descriptors(language).items() if len(several[0].words) > 1)


def describe(lower: Sequence[str], index: int, language: str) -> Descriptor | None:
    """The noun that begins at a word; English plurals are known by their singular, too."""
    table, word = descriptors(language), lower[index].removeprefix("ex-")
    several = table.get(word, ())
    if not several and not word.endswith("s"):
        return None
    for one in several:
        if len(one.words) == 1 or tuple(lower[index : index + len(one.words)]) == one.words:
            both = any(other.words == one.words and other.gender != one.gender for other in several)
            return one._replace(gender=None) if both else one
    if word.endswith("s"):
        for one in table.get(word[:-1], ()):
            if len(one.words) == 1:
                many = Standing.PEOPLE if one.standing in (Standing.PERSON, Standing.BODY) else one.standing
                return Descriptor(many, one.gender, True, (word,))
    return None
