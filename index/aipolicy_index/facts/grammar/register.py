"""The people and organisations of an article by the words that name them, and by what they are called so far."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from aipolicy_index.facts.entities import Entities, Entity
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.who import SPOKEN_OF
from aipolicy_index.language.matching import fold
from aipolicy_index.language.remembered import remembered
from aipolicy_index.model import FactKind

_WORD = re.compile(r"[\w-]+")
_LONG_WORD = re.compile(r"\w{3,}")


class Register:
    """Who may be meant by a word: looked up, so that no description goes through all names of a long article."""

    def __init__(self, entities: Entities) -> None:
        self.people = entities.of(FactKind.PERSON)
        self.bodies = entities.of(FactKind.ORGANISATION)
        self._spoken_of = entities.of(*SPOKEN_OF)
        self._titled = set[int]()
        self._roles: dict[int, frozenset[str]] = {}
        self._descriptors: dict[int, tuple[frozenset[str], ...]] = {}

    def by_surname(self, word: str) -> Entity | None:
        """The first person with this last name, or organisation with this first word, in lower case."""
        return self._surnames.get(word)

    @remembered
    def _surnames(self) -> dict[str, Entity]:
        return _firsts(self._spoken_of, _spoken_as)

    def body(self, name: str) -> Entity | None:
        """The first organisation of this name or alias."""
        return self._bodies.get(name)

    @remembered
    def _bodies(self) -> dict[str, Entity]:
        return _firsts(self.bodies, lambda one: (one.name, *one.aliases))

    def in_role(self, word: str) -> Entity | None:
        """The first person whose role, as written, has this word, in lower case."""
        return self._in_role.get(word)

    @remembered
    def _in_role(self) -> dict[str, Entity]:
        return _firsts(self.people, lambda one: (one.role or "").lower().split())

    @remembered
    def last_names(self) -> tuple[tuple[str, Entity], ...]:
        """The people with the folded last word of their name."""
        return tuple((fold(one.name.split()[-1]), one) for one in self.people)

    def bodies_called(self, word: str) -> Sequence[Entity]:
        """The organisations whose name or alias has the folded word."""
        return self._called.get(word, ())

    @remembered
    def _called(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = {}
        for entity in self.bodies:
            names = (fold(name).replace("'", " ").split() for name in (entity.name, *entity.aliases))
            for word in {word for name in names for word in name}:
                found.setdefault(word, []).append(entity)
        return found

    def is_called(self, entity: Entity, word: str) -> bool:
        """Whether the name of the organisation, or an alias, has the folded word."""
        return any(one is entity for one in self.bodies_called(word))

    def descriptors(self, entity: Entity) -> tuple[frozenset[str], ...]:
        """The longer words, folded, of each thing that the lexicon calls the entity."""
        found = self._descriptors.get(id(entity))
        if found is None:
            found = self._descriptors[id(entity)] = tuple(long_words(text) for text in entity.descriptors)
        return found

    def entitle(self, entity: Entity, words: Iterable[str]) -> None:
        """Remember what the text has called a person, beside the role."""
        self._titled.add(id(entity))
        self._roles[id(entity)] = self.role_words(entity) | _role_words(" ".join(words))

    def is_entitled(self, entity: Entity) -> bool:
        """Whether the text has called the person something beside the role."""
        return id(entity) in self._titled

    def role_words(self, entity: Entity) -> frozenset[str]:
        """The folded words of a person's role, descriptors and titles so far, abbreviations written out."""
        found = self._roles.get(id(entity))
        if found is None:
            found = self._roles[id(entity)] = _role_words(f"{entity.role or ''} {' '.join(entity.descriptors)}")
        return found


def long_words(text: str) -> frozenset[str]:
    """The words of a text that have three letters or more, folded."""
    return frozenset(_LONG_WORD.findall(fold(text)))


def _spoken_as(entity: Entity) -> tuple[str]:
    """The word by which a name is said again: a person's last, an organisation's first."""
    return (entity.name.lower().split()[-1 if entity.kind is FactKind.PERSON else 0],)


def _role_words(text: str) -> frozenset[str]:
    found = frozenset(_WORD.findall(fold(text)))
    return found.union(full for short, full in _abbreviated() if short in found)


@cache
def _abbreviated() -> tuple[tuple[str, str], ...]:
    """Abbreviations of roles with what they stand for: CEO."""
    pairs = (pair.split("=") for pair in words_of("abbreviated", "en"))
    return tuple((short, full) for short, full in pairs)


def _firsts(entities: Iterable[Entity], words: Callable[[Entity], Iterable[str]]) -> dict[str, Entity]:
    """Word -> the first entity that has it."""
    found: dict[str, Entity] = {}
    for entity in entities:
        for word in words(entity):
            found.setdefault(word, entity)
    return found
