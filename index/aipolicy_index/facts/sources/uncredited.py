"""What keeps a document from being a source: it is worked on, one of a sort, or only tells who somebody is."""

from __future__ import annotations

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.sources.cues import credit_verbs, known_words
from aipolicy_index.facts.sources.frames import says
from aipolicy_index.facts.sources.naming import Document

HABIT_REACH = 9
"""Within how many words behind a document an adverb tells that it is one of many."""
_REFLEXIVE = frozenset(("se", "s'"))


def is_worked_on(sentence: Sentence, found: Document) -> bool:
    """« remettre de l'ordre dans les données »: what is done to it, not what is read in it."""
    before = [group for group in sentence.groups if group.last < found.start]
    if not before or before[-1].tense is not Tense.INFINITIVE or "," in sentence.lower[before[-1].last : found.start]:
        return False
    return not says(before[-1], sentence.language) and before[-1].lemma not in credit_verbs(sentence.language)


def agrees(sentence: Sentence, found: Document, participle: str) -> bool:
    """Whether a French participle may belong to the document: « les détails du contrat révélés » are the details'."""
    plural = participle.endswith("s") and participle[:-1] in known_words("brought", sentence.language)
    return sentence.language != "fr" or not plural or sentence.lower[found.noun].endswith(("s", "x"))


def is_of_a_sort(sentence: Sentence, found: Document) -> bool:
    """« un rapport de police finit souvent au tribunal », « des analyses complémentaires »: none that is credited."""
    many = sentence.language == "fr" and found.start < found.first and sentence.lower[found.start] == "des"
    often = known_words("often", sentence.language)
    behind = sentence.lower[found.last + 1 : found.last + 1 + HABIT_REACH]
    return (many and found.maker is None) or any(word in often for word in behind)


def is_reflexive(sentence: Sentence, group: VerbGroup) -> bool:
    """« l'estimation se précise », « l'enquête se traduit par »: the verb tells of the document, not what it holds."""
    return not _REFLEXIVE.isdisjoint(sentence.lower[max(0, group.first - 1) : group.last])


def belongs(sentence: Sentence, found: Document) -> bool:
    """« une source proche de l'enquête affirme »: somebody speaks, the document only tells who."""
    before = found.start - 2
    if before < 1 or sentence.lower[before + 1] not in words_of("of", sentence.language):
        return False
    return sentence.lower[before] in known_words("close", sentence.language)
