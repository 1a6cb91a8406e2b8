"""Whether an action is told as done, planned, possible, negated or denied."""

from __future__ import annotations

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import Modality

_TOLD = (Modality.PLANNED, Modality.CONDITIONAL, Modality.NEGATED, Modality.DENIED)


def modality(sentence: Sentence, group: VerbGroup) -> Modality:
    """What tense, negation and the governing verb say of the action."""
    if group.governor and (told := _governed(sentence, group)):
        return told
    if group.negated:
        return Modality.NEGATED
    if group.tense is Tense.FUTURE:
        return Modality.PLANNED
    if group.tense is Tense.CONDITIONAL or _hypothetical(sentence, group):
        return Modality.CONDITIONAL
    if _denied(sentence, group):
        return Modality.DENIED
    return Modality.DONE


def _governed(sentence: Sentence, group: VerbGroup) -> Modality | None:
    governing = next((one for one in reversed(sentence.groups) if one.last < group.first), None)
    lemma = (group.governor or "").split(" ")[0]
    if governing and (governing.negated or governing.tense is Tense.CONDITIONAL):
        return Modality.NEGATED if governing.negated else Modality.CONDITIONAL
    for told in _TOLD:
        past_plan = told is Modality.PLANNED and group.tense is Tense.PAST
        if lemma in words_of(told.value, sentence.language) and not past_plan:
            return told
    return None


def _hypothetical(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether « si » opens the clause of the verb."""
    for index in range(group.first - 1, max(-1, group.first - 12), -1):
        if sentence.lower[index] in (",", ";", ":"):
            return False
        if sentence.lower[index] in words_of("if", sentence.language):
            return True
    return False


def _denied(sentence: Sentence, group: VerbGroup) -> bool:
    """« X dément que ... », « X denied that ... »."""
    for governing in sentence.groups:
        if governing.last < group.first and governing.lemma in words_of("denied", sentence.language):
            between = sentence.lower[governing.last + 1 : group.first]
            return any(word in ("que", "qu'", "that") for word in between[:3])
    return False
