"""Whether a description may mean an entity: « le patron du groupe », « le géant de Redmond », “the watchdog”."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cache

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.descriptors import Descriptor, Standing
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.naming import owner
from aipolicy_index.facts.grammar.register import Register, long_words
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.standing import CIVIL, MEDIUM, standing
from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind

_DEFINITE = frozenset(("le", "la", "l'", "ce", "cette", "cet", "the", "this", "that"))
SHORT = 5
"""How many words a description may have that names somebody just spoken of."""


def people_described(
    register: Register, sentence: Sentence, phrase: Phrase, at: int, noun: Descriptor
) -> Callable[[Entity], bool]:
    """Which people the phrase, with its noun at word `at`, may mean by all that they have been called so far."""

    def fits(entity: Entity) -> bool:
        person = entity.kind is FactKind.PERSON and _agrees(sentence, phrase, noun, entity)
        return person and _has_role(register, sentence, phrase, at, entity)

    return _asked_once(fits)


def bodies_described(
    register: Register, sentence: Sentence, phrase: Phrase, at: int, noun: Descriptor
) -> Callable[[Entity], bool]:
    """Which organisations the phrase may mean: « la banque » is Banque Colmar-Berg before another company."""

    def fits(entity: Entity) -> bool:
        organisation = entity.kind is FactKind.ORGANISATION
        return organisation and _is_described(register, sentence, phrase, at, noun, entity)

    called = {id(entity) for entity in register.bodies_called(fold(sentence.lower[at])) if fits(entity)}
    return (lambda entity: id(entity) in called) if called else _asked_once(fits)


def _asked_once(fits: Callable[[Entity], bool]) -> Callable[[Entity], bool]:
    """The same answers, found once for each entity."""
    known: dict[int, bool] = {}

    def answer(entity: Entity) -> bool:
        if (found := known.get(id(entity))) is None:
            found = known[id(entity)] = fits(entity)
        return found

    return answer


def _is_described(
    register: Register, sentence: Sentence, phrase: Phrase, at: int, noun: Descriptor, entity: Entity
) -> bool:
    """Whether the phrase may mean the organisation."""
    if any(name and name.entity is not entity for name in sentence.names[phrase.first : phrase.last + 1]):
        return False
    if descriptors := register.descriptors(entity):
        words = long_words(" ".join(sentence.lower[phrase.first : phrase.last + 1]))
        if any(wanted and wanted <= words for wanted in descriptors):
            return True
    word = fold(sentence.lower[at])
    if register.is_called(entity, word):
        return True
    if entity.category == MEDIUM:
        return word in _folded("media", sentence.language)
    stands = standing(entity)
    if noun.standing is Standing.COMPANY:
        return stands is Standing.COMPANY
    civil = entity.category in CIVIL
    if word in _folded("watchdogs", sentence.language):
        return stands is Standing.BODY and not civil
    return word in _folded("civil_bodies", sentence.language) and (civil or entity.category is None)


def _agrees(sentence: Sentence, phrase: Phrase, noun: Descriptor, entity: Entity) -> bool:
    """Whether article and noun agree with the person's gender, where both are known."""
    gender = gender_of(sentence, phrase, noun)
    return not (gender and entity.gender and entity.gender != gender)


def gender_of(sentence: Sentence, phrase: Phrase, noun: Descriptor) -> str | None:
    """The gender that the article shows, None behind an elided or plural one."""
    article = sentence.lower[phrase.first]
    if article in words_of("feminine", sentence.language):
        return "f"
    if article in words_of("masculine", sentence.language):
        return "m"
    return noun.gender if article in ("l'", "d'") or noun.standing is not Standing.PERSON else None


_CLASSES = ("politics", "business", "law", "science", "speaking")


def is_compatible(register: Register, sentence: Sentence, phrase: Phrase, at: int, entity: Entity) -> bool:
    """Whether somebody of this role may be described so: a « cheffe du Département » as minister, a PDG not."""
    if words_of("former", sentence.language) & set(sentence.lower[phrase.first : at]):
        return True
    body = owner(sentence, phrase, at)
    elsewhere = body is not None and body.kind is FactKind.ORGANISATION and entity.organisation is not None
    if elsewhere and body and not _same_body(body, str(entity.organisation)):
        return False
    role, noun = register.role_words(entity), fold(sentence.lower[at])
    shared = (name for name in _CLASSES if noun in _folded(name, sentence.language))
    return any(role & _folded(name, sentence.language) for name in shared)


def _has_role(register: Register, sentence: Sentence, phrase: Phrase, at: int, entity: Entity) -> bool:
    """Whether the person's role names the noun, of the same organisation where one is named."""
    role = register.role_words(entity)
    word = fold(sentence.lower[at])
    leaders = _folded("leaders", sentence.language)
    leads = word in leaders and not leaders.isdisjoint(role)
    if not (word in role or leads) or not _modified_alike(sentence, phrase, at, role):
        return False
    body = owner(sentence, phrase, at)
    if body is None or body.kind is not FactKind.ORGANISATION:
        return True
    return entity.organisation is None or _same_body(body, entity.organisation)


def _modified_alike(sentence: Sentence, phrase: Phrase, at: int, role: AbstractSet[str]) -> bool:
    """“the general secretary” is not a “culture secretary”; in French the adjectives behind the noun tell less."""
    if sentence.language == "fr":
        return True
    before = [index for index in range(phrase.first + 1, at) if sentence.names[index] is None]
    return all(
        fold(sentence.lower[index]) in role or not sentence.lower[index].isalpha() or sentence.words[index].capital
        for index in before[-1:]
    )


def anybody(sentence: Sentence, phrase: Phrase, at: int) -> bool:
    """Whether a short definite description needs no role: « l'élue », « l'ancien chirurgien », not « la ministre »."""
    definite = sentence.lower[phrase.first] in _DEFINITE
    body = owner(sentence, phrase, at)
    pointing = sentence.lower[phrase.first] in ("ce", "cet", "cette", "this", "that")
    apart = body is None or body.kind is FactKind.PLACE
    short = phrase.last - phrase.first < SHORT and (pointing or apart)
    return definite and short and sentence.lower[at] not in words_of("institutional", sentence.language)


@cache
def _folded(name: str, language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words_of(name, language))


def _same_body(body: Entity, text: str) -> bool:
    wanted = fold(text)
    return any(fold(name) in wanted or wanted in fold(name) for name in (body.name, *body.aliases))
