"""The words that tell a name's kind: first names, titles, roles, nouns beside a name; read once from the data files."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from aipolicy_index.facts.names.phrases import Phrases, with_plural
from aipolicy_index.facts.names.tables import rows, words
from aipolicy_index.facts.names.words import folded, split
from aipolicy_index.model import FactKind

_GENDERS = {"f": "f", "m": "m", "both": None}
_KEPT = 16384
"""Words of which the contexts are kept."""


class FirstName(NamedTuple):
    """A first name: its gender, and whether it is also a common word or another name."""

    gender: str | None
    common: bool


class Noun(NamedTuple):
    """A noun that says what the name beside it is."""

    kind: FactKind
    category: str
    gender: str | None
    weight: float
    text: str


class Clue(NamedTuple):
    """That a name may be of this kind, with how much it weighs and the rule that says so."""

    kind: FactKind
    weight: float
    rule: str
    category: str | None = None


class Head(NamedTuple):
    """The first word of a body's name: its form (see heads.tsv), category and gender."""

    form: str
    category: str
    gender: str | None


@cache
def first_names() -> dict[str, FirstName]:
    """Folded first name -> what is known of it."""
    found: dict[str, FirstName] = {}
    for section, gender in _GENDERS.items():
        for common in (True, False):
            title = f"common {section}" if common else section
            known = FirstName(gender, common)
            for name in words("names/first_names.txt", title):
                found.setdefault(folded(name), known)
    return found


@cache
def civilities() -> dict[str, str | None]:
    """Folded title (M., Mme, Dr, President) -> gender."""
    return {
        folded(word): gender for section, gender in _GENDERS.items() for word in words("names/civilities.txt", section)
    }


@cache
def roles(language: str, *, backwards: bool) -> Phrases[str | None]:
    """What a person may be called, with its gender."""
    return Phrases(_role_entries(language), backwards=backwards)


@cache
def _role_entries(language: str) -> tuple[tuple[str, str | None], ...]:
    sections = {"fr m": "m", "fr f": "f", "fr both": None} if language == "fr" else {"en": None}
    return tuple(
        (form, gender)
        for section, gender in sections.items()
        for role in words("names/roles.txt", section)
        for form in with_plural(role, language)
    )


@cache
def capital_roles() -> frozenset[str]:
    """The roles that are acronyms: PDG, CEO, MP."""
    listed = {role for section in ("fr m", "fr f", "fr both", "en") for role in words("names/roles.txt", section)}
    return frozenset(role for role in listed if role.isupper())


@cache
def nouns(language: str, *, backwards: bool) -> Phrases[Noun]:
    """What a thing may be called."""
    return Phrases(_noun_entries(language), backwards=backwards)


@cache
def _noun_entries(language: str) -> tuple[tuple[str, Noun], ...]:
    return tuple(
        (form, Noun(FactKind(kind), category, gender or None, float(weight), noun))
        for of, kind, category, gender, weight, several in rows("names/nouns.tsv", 6)
        if of == language
        for noun in several.split("|")
        for form in with_plural(noun, language)
    )


@cache
def governors(language: str) -> Phrases[Clue]:
    """Nouns that take the name as their complement, read backwards."""
    entries = []
    for of, kind, weight, several in rows("names/governors.tsv", 4):
        if of == language:
            clue = Clue(FactKind(kind), float(weight), f"{kind} governed")
            entries += [(form, clue) for noun in several.split("|") for form in with_plural(noun, language)]
    return Phrases(entries, backwards=True)


@lru_cache(maxsize=_KEPT)
def contexts_by(word: str, language: str, place: str) -> tuple[Phrases[Clue], ...]:
    """Those of the contexts that have phrases found by the word."""
    return tuple(phrases for phrases in _contexts(language, place) if word in phrases.keys)


@cache
def _contexts(language: str, place: str) -> tuple[Phrases[Clue], ...]:
    """Phrases right before (read backwards) or right after a name, one index for each row of the file."""
    return tuple(
        Phrases(
            [
                (phrase, Clue(FactKind(kind), float(weight), f"{kind} context {weight}"))
                for phrase in several.split("|")
            ],
            backwards=place == "before",
        )
        for of, where, kind, weight, several in rows("names/contexts.tsv", 5)
        if of == language and where == place
    )


@cache
def heads(language: str, *forms: str) -> Phrases[Head]:
    """The heads of these forms, by their first word."""
    entries = []
    for of, form, category, gender, several in rows("names/heads.tsv", 5):
        if of == language and form in forms:
            entries += [(head, Head(form, category, gender or None)) for head in several.split("|")]
    return Phrases(((phrase.lower(), head) for phrase, head in entries), backwards="last" in forms or "of" in forms)


@cache
def legal_forms() -> frozenset[str]:
    """What ends the name of a company, in its very spelling: GmbH, Inc, ltée."""
    return words("names/legal_forms.txt", "forms")


@cache
def function_words() -> frozenset[str]:
    """Folded words that never begin a name."""
    return frozenset(folded(word) for word in words("names/stops.txt", "function"))


@cache
def calendar_words() -> frozenset[str]:
    """Folded names of days and months."""
    return frozenset(folded(word) for word in words("names/stops.txt", "calendar"))


@cache
def common_words() -> frozenset[str]:
    """Folded words that are no names by themselves although they may have a capital."""
    listed = words("names/stops.txt", "common")
    return calendar_words() | {part for word in listed for part in (folded(word), split(word)[0])}
