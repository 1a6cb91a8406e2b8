"""What a phrase names: the noun at its head, the entity that it is, the entity that it belongs to."""

from __future__ import annotations

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.descriptors import Descriptor, Standing, describe
from aipolicy_index.facts.grammar.function_words import any_of, words_of
from aipolicy_index.facts.grammar.sentences import Name, Phrase, Sentence
from aipolicy_index.model import FactKind

ACTORS = (
    FactKind.PERSON,
    FactKind.ORGANISATION,
    FactKind.PLACE,
    FactKind.INSTRUMENT,
    FactKind.PRODUCT,
)
_DROPPED = {"fr": frozenset("le la les l' un une des ce cet cette ces son sa ses leur leurs".split()),
            "en": frozenset("one the a an this that these those its his her their".split())}  # fmt: skip
_NAMEABLE = frozenset(Standing) - {Standing.PERSON, Standing.PEOPLE}
_INSIDE_ENGLISH_HEAD = frozenset(("of", "for", "at", "in", "on", ","))


def may_act(sentence: Sentence, index: int) -> bool:
    """Whether a name, an article, a title or a noun for somebody stands at a word."""
    word, language = sentence.lower[index], sentence.language
    if name := sentence.names[index]:
        return name.entity.kind in ACTORS
    article = word in words_of("articles", language) and word not in ("this", "that")
    if article or word.rstrip(".") in words_of("titles", language):
        return True
    pronoun = language == "en" and word in words_of("subject_pronouns", "en")
    if word in ("celui-ci", "celle-ci"):
        return True
    if word in ("celui", "celle") and sentence.lower[index + 1 : index + 2] in (["qui"], ["que"], ["qu'"], ["dont"]):
        return True
    return pronoun or sentence.words[index].capital or describe(sentence.lower, index, language) is not None


def head(sentence: Sentence, phrase: Phrase) -> tuple[int, Descriptor] | None:
    """The noun of the phrase that stands for somebody: in French the first, in English the last before “of”."""
    place = phrase.first, phrase.last
    if place not in sentence.heads:
        sentence.heads[place] = _head(sentence, phrase)
    return sentence.heads[place]


def _head(sentence: Sentence, phrase: Phrase) -> tuple[int, Descriptor] | None:
    found = None
    for index in range(phrase.first, phrase.last + 1):
        word = sentence.lower[index]
        if sentence.language == "en" and word in _INSIDE_ENGLISH_HEAD and index > phrase.first:
            if sentence.lower[index - 1] in words_of("quantities", "en"):
                continue
            break
        if index > phrase.first and word in words_of("of", sentence.language) and sentence.language == "fr":
            if sentence.lower[index - 1] in words_of("quantities", "fr"):
                continue
            break
        if sentence.names[index] is None and (noun := describe(sentence.lower, index, sentence.language)):
            found = index, noun
            if sentence.language == "fr":
                break
    return found


def somebody(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the phrase may stand for somebody: a name, a known noun, a word with a capital."""
    known = bool(names_in(sentence, phrase)) or head(sentence, phrase) is not None
    return known or any(word.capital for word in sentence.words[phrase.first : phrase.last + 1])


def names_in(sentence: Sentence, phrase: Phrase) -> list[Name]:
    """The names inside a phrase that can act, in order."""
    found: list[Name] = []
    for name in sentence.names[phrase.first : phrase.last + 1]:
        if name and name.entity.kind in ACTORS and (not found or found[-1] is not name):
            found.append(name)
    return found


def named(sentence: Sentence, phrase: Phrase) -> Entity | None:
    """The entity that the phrase itself is, not one that it only mentions behind « de » or a preposition."""
    noun, names = head(sentence, phrase), names_in(sentence, phrase)
    if names and _is_organ(sentence, phrase, names[0]):
        return names[0].entity
    if noun and noun[1].standing is Standing.PERSON:
        return _person(sentence, phrase, names, noun[0])
    apposed = (
        names and names[0].first > noun[0] + 1 and "," in sentence.lower[noun[0] : names[0].first] if noun else False
    )
    if noun and noun[1].standing is Standing.PEOPLE and names and (apposed or names[0].first == noun[0] + 1):
        return names[0].entity if names[0].entity.kind is FactKind.PERSON else None
    for name in names:
        governed = _governed(sentence, phrase, name)
        if name is not names[-1] and name.entity.kind is FactKind.PLACE and _modifies(sentence, name):
            continue
        if not governed and (noun is None or noun[0] > name.last or _agrees(noun[1].standing, name.entity)):
            return None if noun and noun[0] > name.last and noun[1].standing is Standing.PEOPLE else name.entity
    if noun and noun[1].standing in (Standing.DOCUMENT, Standing.VOICE):
        return next((name.entity for name in names if name.entity.kind is not FactKind.PLACE), None)
    return None


def _is_organ(sentence: Sentence, phrase: Phrase, name: Name) -> bool:
    """« la formation restreinte de la Cnil », “the board of OpenAI”: a part of the body that acts for it."""
    lower, language = sentence.lower, sentence.language
    noun = phrase.first + (lower[phrase.first] in words_of("determiners", language))
    if name.entity.kind is not FactKind.ORGANISATION or lower[noun] not in words_of("organs", language):
        return False
    before = name.first - 1 - (lower[name.first - 1] in words_of("articles", language))
    return noun < before <= noun + 2 and lower[before] in words_of("of", language)


def _is_one_of(sentence: Sentence, noun: int, name: Name) -> bool:
    """Of “Senators X and Y”, « deux députés, X et Y »: whether the name is of those that the noun counts."""
    return name.first == noun + 1 or (name.first > noun and "," in sentence.lower[noun : name.first])


def _modifies(sentence: Sentence, name: Name) -> bool:
    """“the California company Lumen Grove”: a place right before a noun only says where from."""
    after = name.last + 1
    return after < len(sentence.words) and describe(sentence.lower, after, sentence.language) is not None


def _person(sentence: Sentence, phrase: Phrase, names: list[Name], noun: int) -> Entity | None:
    """Of « le PDG d'Axon, Rick Smith », “Labour MP May Oduya”: the person, not the organisation."""
    for name in names:
        beside = sentence.lower[name.first - 1] == "," if name.first else False
        if name.entity.kind is FactKind.PERSON and (beside or not _governed(sentence, phrase, name)):
            return name.entity
    if names and names[0].first == phrase.first and names[0].last < noun and names[0].entity.kind is FactKind.PERSON:
        return names[0].entity
    return None


def owner(sentence: Sentence, phrase: Phrase, noun: int) -> Entity | None:
    """The organisation that a described person belongs to: « le patron d'Axon », “Axon's chief executive”."""
    names = [name for name in names_in(sentence, phrase) if name.entity.kind is not FactKind.PERSON]
    behind = [name for name in names if name.first > noun]
    return (behind or names)[0].entity if names else None


def _governed(sentence: Sentence, phrase: Phrase, name: Name) -> bool:
    """Whether a preposition stands before the name, an article perhaps between, or “'s” behind it."""
    language = sentence.language
    if name.last + 1 <= phrase.last and sentence.lower[name.last + 1] == "'s":
        return True
    index = name.first - 1
    articles = words_of("determiners", language) - words_of("of", language)
    while index >= phrase.first and sentence.lower[index] in articles and sentence.lower[index] not in ("au", "aux"):
        index -= 1
    if index < phrase.first:
        return False
    return sentence.lower[index] in any_of(language, "of", "prepositions")


def _agrees(standing: Standing, entity: Entity) -> bool:
    if standing in (Standing.PERSON, Standing.PEOPLE):
        return False
    return standing in _NAMEABLE and (entity.kind is not FactKind.PERSON)


def capital_tail(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """« le PDG, Vusumuzi Dlamini », when no rule knew the name: what stands behind the comma."""
    if "," not in sentence.lower[phrase.first : phrase.last]:
        return None
    first = max(index for index in range(phrase.first, phrase.last) if sentence.lower[index] == ",") + 1
    words, names = sentence.words[first : phrase.last + 1], sentence.names[first : phrase.last + 1]
    unknown = len(words) > 1 and all(word.capital for word in words) and not any(names)
    return Phrase(first, phrase.last) if unknown else None


def is_called(sentence: Sentence, phrase: Phrase, at: int, noun: Descriptor) -> bool:
    """« le chef de groupe Bram Claes », “Clause 9”: a noun with a name of its own, which no rule knew."""
    articles = words_of("determiners", sentence.language)
    if noun.standing is Standing.DOCUMENT:
        bare = sentence.words[phrase.first].capital and sentence.lower[phrase.first] not in articles
        return bare and phrase.last > at and sentence.lower[phrase.last][0].isdigit()
    last = range(phrase.last - 1, phrase.last + 1)
    unknown = all(sentence.words[index].capital and sentence.names[index] is None for index in last)
    return noun.standing is Standing.PERSON and phrase.last - at >= len(noun.words) + 1 and unknown


def is_demonym(word: str, language: str) -> bool:
    """Whether a word with a capital may say where somebody comes from: « le Franco-Marocain », “the Texan”."""
    return word.endswith(tuple(words_of("demonym_endings", language)))


def coordinated(sentence: Sentence, phrase: Phrase) -> Entity | None:
    """The first of two names joined in a phrase, whom « ils » takes up together."""
    names = [name for name in names_in(sentence, phrase) if not _governed(sentence, phrase, name)]
    if len(names) < 2:
        return None
    between = sentence.lower[names[0].last + 1 : names[-1].first]
    return names[0].entity if words_of("conjoining", sentence.language) & set(between) else None


def is_dropped(sentence: Sentence, index: int) -> bool:
    """Whether a word before a noun is no part of what somebody is called: articles, « quelque 300 »."""
    word = sentence.lower[index]
    return word in _DROPPED[sentence.language] or word in words_of("about", sentence.language) or word[0].isdigit()
