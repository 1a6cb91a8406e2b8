"""One person for all mentions: last names alone, initials and titles joined to the full name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import NamedTuple

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.claims import Named
from aipolicy_index.facts.names.tables import words as word_list
from aipolicy_index.facts.names.words import Scan

_PARTICLES = frozenset("de du des d' la le van von der den ter el al bin ben da di dos".split())


@dataclass
class Person:
    """The mentions of one person."""

    words: tuple[str, ...]
    """The fullest name, folded."""
    number: int
    """Greater than that of whoever was found before."""
    mentions: list[Named] = field(default_factory=list)
    """In the order of the text."""
    gender: str | None = None
    """As a title tells it (Mme, Mr)."""
    other_names: set[tuple[str, ...]] = field(default_factory=set)
    """What the person goes by: « Kévin Moulinier, alias K-Mou »."""
    entries: set[int] = field(default_factory=set)
    """The identities of what the lexicon knows of the mentions."""

    @property
    def first_name_gender(self) -> str | None:
        """As the first name tells it."""
        known = vocabulary.first_names().get(self.words[0]) if len(self.words) > 1 else None
        return known.gender if known else None


class Placed(NamedTuple):
    """The mentions of all people of the article, by place."""

    by_end: Mapping[int, Named]
    numbers: Mapping[int, int]
    """Of the first word of each mention: the number of its person."""

    def is_other(self, place: int, person: Person) -> bool:
        """Whether somebody else's name begins at the place."""
        return self.numbers.get(place, person.number) != person.number


def placed(persons: Iterable[Person], named: Iterable[Named]) -> Placed:
    """The people by the places of their mentions."""
    numbers = {one.first: person.number for person in persons for one in person.mentions}
    return Placed({one.end: one for one in named}, numbers)


def people(scan: Scan, named: Iterable[Named]) -> list[Person]:
    """The persons of the article, in the order of their first mention."""
    found = _Found()
    mentions = sorted(named, key=lambda one: (one.first - one.end, one.first))
    by_end = {one.end: one for one in mentions}
    for mention in mentions:
        words = _name_words(scan, mention)
        hyphened = len(words) > 1 and scan.words[mention.first + 1].hyphen
        person = _of(found.near(words, mention), words, mention, hyphened) or found.new(words)
        found.add(person, mention)
        person.gender = person.gender or _gender_of_title(scan, mention)
        if also := _also_called(scan, mention, by_end):
            found.merge(person, also)
    return sorted(found.people.values(), key=lambda one: one.mentions[0].first)


class _Found:
    """The people found so far, and who of them shares a word or an entry of the lexicon with a further mention."""

    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self._numbers = count()
        self._by_word: defaultdict[str, set[int]] = defaultdict(set)
        self._by_entry: defaultdict[int, set[int]] = defaultdict(set)
        self._owners: dict[Named, int] = {}

    def new(self, words: tuple[str, ...]) -> Person:
        """A person of this name, found now."""
        person = Person(words, next(self._numbers))
        self.people[person.number] = person
        self._know(person, words)
        return person

    def near(self, words: tuple[str, ...], mention: Named) -> list[Person]:
        """Those who have the mention's last word or its entry, in the order in which they were found."""
        numbers = self._by_word.get(words[-1], set())
        if mention.entry:
            numbers = numbers | self._by_entry.get(id(mention.entry), set())
        return [self.people[number] for number in sorted(numbers) if number in self.people]

    def add(self, person: Person, mention: Named) -> None:
        """Take a mention for one of the person."""
        insort(person.mentions, mention, key=_place)
        self._owners[mention] = person.number
        if mention.entry:
            person.entries.add(id(mention.entry))
            self._by_entry[id(mention.entry)].add(person.number)

    def merge(self, person: Person, other: Named) -> None:
        """Take a person for the one of another mention, where that is another one."""
        owner = self.people.get(self._owners.get(other, -1))
        if owner is None or owner is person:
            return
        for mention in person.mentions:
            self.add(owner, mention)
        owner.other_names.add(person.words)
        self._know(owner, person.words)
        del self.people[person.number]

    def _know(self, person: Person, words: tuple[str, ...]) -> None:
        for word in (*words, "".join(words[-2:])):
            self._by_word[word].add(person.number)


def _place(mention: Named) -> int:
    return mention.first


def _also_called(scan: Scan, mention: Named, by_end: dict[int, Named]) -> Named | None:
    """The mention that this one is another name for: « X, alias Y », « X, dit Y »."""
    before = mention.first - 1
    if not scan.same_line(before, mention.first) or scan.folded[before] not in ("alias", "dit", "dite", "aka"):
        return None
    return by_end.get(before) or by_end.get(before - 1)


def _name_words(scan: Scan, mention: Named) -> tuple[str, ...]:
    return tuple(form for form in scan.folded[mention.first : mention.end] if form != ".")


def _of(found: Iterable[Person], words: tuple[str, ...], mention: Named, hyphened: bool) -> Person | None:
    """The person with this name; among several with the last name, the one named last before the mention."""
    fitting = [person for person in found if _same(person, words, mention, hyphened)]
    if len(fitting) > 1:
        return max(fitting, key=lambda person: _recency(person, mention))
    return fitting[0] if fitting else None


def _recency(person: Person, mention: Named) -> int:
    before = bisect_left(person.mentions, mention.first, key=_place)
    return person.mentions[before - 1].first if before else -1


def _same(person: Person, words: tuple[str, ...], mention: Named, hyphened: bool) -> bool:
    if mention.entry and id(mention.entry) in person.entries:
        return True
    full = person.words
    if words == full or words in person.other_names or (words[0] in _peerage() and full[: len(words)] == words):
        return True
    if len(words) == 1:
        return full[-1] == words[0] or _is_part(full, words[0])
    if full[-len(words) :] == words and (
        hyphened or words[0] in _PARTICLES or words[0] not in vocabulary.first_names()
    ):
        return True
    return full[-1] == words[-1] and _compatible(full[:-1], words[:-1])


def _is_part(full: tuple[str, ...], word: str) -> bool:
    """« Theo », « Mme Delacroix » of Iris Delacroix-Mbemba, « O'Neill » written apart."""
    if len(full) > 2 and "".join(full[-2:]) == word:
        return True
    if word in vocabulary.first_names():
        return len(full) > 1 and full[0] == word
    return len(full) > 2 and word in full[1:-1] and word not in _PARTICLES


def _peerage() -> frozenset[str]:
    return word_list("names/grammar_words.txt", "peerage")


def _compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether first names agree: equal, an initial of the other, or a middle name more."""
    first, second = "".join(one).replace(".", ""), "".join(other).replace(".", "")
    if not first or not second or first == second:
        return True
    if one[0] == other[0]:
        return True
    return min(len(first), len(second)) <= 2 and first[0] == second[0]


def _gender_of_title(scan: Scan, mention: Named) -> str | None:
    place = mention.first - 1
    if place > 0 and scan.words[place].text == ".":
        place -= 1
    if not scan.same_line(place, mention.first):
        return None
    return vocabulary.civilities().get(scan.folded[place])
