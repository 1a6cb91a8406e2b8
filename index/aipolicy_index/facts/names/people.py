"""One person for all mentions: last names alone, initials and titles joined to the full name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

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
    mentions: list[Named] = field(default_factory=list)
    gender: str | None = None
    """As a title tells it (Mme, Mr)."""
    other_names: set[tuple[str, ...]] = field(default_factory=set)
    """What the person goes by: « Kévin Moulinier, alias K-Mou »."""

    @property
    def first_name_gender(self) -> str | None:
        """As the first name tells it."""
        known = vocabulary.first_names().get(self.words[0]) if len(self.words) > 1 else None
        return known.gender if known else None


def people(scan: Scan, named: Iterable[Named]) -> list[Person]:
    """The persons of the article, in the order of their first mention."""
    found: list[Person] = []
    mentions = sorted(named, key=lambda one: (one.first - one.end, one.first))
    by_end = {one.end: one for one in mentions}
    for mention in mentions:
        words = _name_words(scan, mention)
        hyphened = len(words) > 1 and scan.words[mention.first + 1].hyphen
        person = _of(found, words, mention, hyphened) or _new(found, words)
        person.mentions.append(mention)
        person.gender = person.gender or _gender_of_title(scan, mention)
        if also := _also_called(scan, mention, by_end):
            _merge(found, person, also)
    for person in found:
        person.mentions.sort(key=lambda one: one.first)
    return sorted(found, key=lambda one: one.mentions[0].first)


def _also_called(scan: Scan, mention: Named, by_end: dict[int, Named]) -> Named | None:
    """The mention that this one is another name for: « X, alias Y », « X, dit Y »."""
    before = mention.first - 1
    if not scan.same_line(before, mention.first) or scan.folded[before] not in ("alias", "dit", "dite", "aka"):
        return None
    return by_end.get(before) or by_end.get(before - 1)


def _merge(found: list[Person], person: Person, other: Named) -> None:
    owner = next((one for one in found if other in one.mentions), None)
    if owner is not None and owner is not person:
        owner.mentions += person.mentions
        owner.other_names.add(person.words)
        found.remove(person)


def _name_words(scan: Scan, mention: Named) -> tuple[str, ...]:
    return tuple(form for form in scan.folded[mention.first : mention.end] if form != ".")


def _new(found: list[Person], words: tuple[str, ...]) -> Person:
    found.append(Person(words))
    return found[-1]


def _of(found: Sequence[Person], words: tuple[str, ...], mention: Named, hyphened: bool) -> Person | None:
    """The person with this name; among several with the last name, the one named last before the mention."""
    fitting = [person for person in found if _same(person, words, mention, hyphened)]
    if len(fitting) > 1:
        return max(fitting, key=lambda person: _recency(person, mention))
    return fitting[0] if fitting else None


def _recency(person: Person, mention: Named) -> int:
    return max((one.first for one in person.mentions if one.first < mention.first), default=-1)


def _same(person: Person, words: tuple[str, ...], mention: Named, hyphened: bool) -> bool:
    if mention.entry and any(one.entry is mention.entry for one in person.mentions):
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
