"""Whether an action is told as done, planned, possible, negated or denied."""

from __future__ import annotations

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import any_of, words_of
from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import Modality

_TOLD = (Modality.PLANNED, Modality.CONDITIONAL, Modality.NEGATED, Modality.DENIED)
IF_REACH = 12
"""How many words before the verb « si » may stand."""


def modality(sentence: Sentence, group: VerbGroup) -> Modality:
    """What tense, negation and the governing verb say of the action."""
    if group.governor and (told := _governed(sentence, group) or _purpose(sentence, group)):
        return told
    if _denied(sentence, group):
        return Modality.DENIED
    if group.negated or _by_nobody(sentence, group):
        return Modality.NEGATED
    if hypothetical(sentence, group):
        return Modality.CONDITIONAL
    if group.tense is Tense.FUTURE or _future_in_past(sentence, group):
        return Modality.PLANNED
    if group.tense is Tense.CONDITIONAL:
        return Modality.CONDITIONAL
    return Modality.DONE


def _governed(sentence: Sentence, group: VerbGroup) -> Modality | None:
    governing = next((one for one in reversed(sentence.groups) if one.last < group.first), None)
    lemma = (group.governor or "").split(" ")[0]
    if lemma in words_of("excluding", sentence.language):
        return Modality.CONDITIONAL if governing and governing.negated else Modality.NEGATED
    if governing and governing.negated:
        return Modality.NEGATED
    for told in _TOLD:
        past_plan = told is Modality.PLANNED and group.tense is Tense.PAST
        if lemma in words_of(told.value, sentence.language) and not past_plan:
            return told
    return Modality.CONDITIONAL if governing and governing.tense is Tense.CONDITIONAL else None


def _purpose(sentence: Sentence, group: VerbGroup) -> Modality | None:
    """Of an infinitive that hangs on a noun or a preposition: « pour interdire », “a bill to ban”, “is set to ban”."""
    language = sentence.language
    if group.tense is Tense.PAST or group.governor not in ("à", "to", "be", "être", "have", "avoir"):
        return None
    at = group.first if sentence.lower[group.first] == "to" else group.first - 1
    at = at - 1 if language == "en" and sentence.lower[group.first] == "to" else at
    clitics = any_of(language, "clitics", "of") | {"à"}
    while language == "fr" and at > 0 and sentence.lower[at] in clitics:
        at -= 1
    before = set(sentence.lower[max(0, at - 1 if language == "en" else at) : at + 1])
    for name, told in (("undone", Modality.NEGATED), ("settled", None)):
        if before & words_of(name, language):
            return told
    if language == "en":
        made = sentence.lower[at].endswith("ed") and group.governor == "to" if at >= 0 else False
        return None if made else Modality.PLANNED
    return Modality.PLANNED if before & words_of("purpose", language) else None


def _by_nobody(sentence: Sentence, group: VerbGroup) -> bool:
    """“No company has signed”, « Aucune entreprise n'a signé »."""
    phrase = None if group.passive else subject(sentence, group)
    return phrase is not None and sentence.lower[phrase.first] in words_of("nobody", sentence.language)


def _future_in_past(sentence: Sentence, group: VerbGroup) -> bool:
    """« a annoncé qu'il lancerait », “said it would sue”: a conditional that tells a plan."""
    if group.tense is not Tense.CONDITIONAL:
        return False
    if sentence.language == "en" and sentence.lower[group.first] != "would":
        return False
    says = saying(sentence.language)["say"]
    return any(one.last < group.first and one.tense is Tense.PAST and one.lemma in says for one in sentence.groups)


def hypothetical(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether « si » opens the clause of the verb."""
    for index in range(group.first - 1, max(-1, group.first - IF_REACH), -1):
        if sentence.lower[index] in (",", ";", ":"):
            return False
        if sentence.lower[index] in words_of("if", sentence.language):
            following = sentence.lower[index + 1] if index + 1 < len(sentence.words) else ""
            return sentence.lower[index] != "s'" or following in ("il", "ils")
    return False


def _denied(sentence: Sentence, group: VerbGroup) -> bool:
    """« X dément que ... », “X denied that ...”."""
    for governing in sentence.groups:
        if governing.last < group.first and governing.lemma in words_of("denied", sentence.language):
            between = sentence.lower[governing.last + 1 : group.first]
            return any(word in ("que", "qu'", "that") for word in between[:3])
    return False
