"""Whether a sentence is about a thing rather than about somebody, so that « il » after it may mean the thing."""

from __future__ import annotations

from aipolicy_index.facts.grammar.descriptors import Standing
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.naming import head
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.model import FactKind

_THINGS = frozenset("c ce cela ça this that".split())
_ACTING = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE)


def subject_before(sentence: Sentence, position: int, gender: str) -> Phrase | None:
    """The noun of the gender that an earlier verb of the sentence has for its subject: « le Land a fait, il dit »."""
    agreeing = words_of("feminine" if gender == "f" else "masculine", "fr")
    for group in reversed(sentence.groups):
        if not group.finite or sentence.words[group.last].end > position:
            continue
        phrase = subject(sentence, group)
        if phrase and phrase.pronoun is None and sentence.words[phrase.last].end <= position:
            return phrase if sentence.language == "fr" and sentence.lower[phrase.first] in agreeing else None
    return None


def tells_of_thing(sentence: Sentence, gender: str | None) -> bool:
    """« Le texte est clair », « La Loi 25, c'est un bon texte »: a thing of the gender is its subject."""
    main = next((group for group in sentence.groups if group.finite), None)
    phrase = subject(sentence, main) if main else None
    if phrase is None or phrase.pronoun:
        return phrase is not None and str(phrase.pronoun).strip("'") in _THINGS
    if name := sentence.names[phrase.first]:
        return name.entity.kind not in _ACTING
    if any(sentence.names[phrase.first : phrase.last + 1]):
        return False
    article, noun = sentence.lower[phrase.first], head(sentence, phrase)
    thing = noun is None or noun[1].standing in (Standing.LAW, Standing.DOCUMENT)
    return thing and (
        sentence.language == "en" or article in words_of("feminine" if gender == "f" else "masculine", "fr")
    )
