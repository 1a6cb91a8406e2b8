"""Rules that a text lays down: « ne doivent pas être utilisées », « pourront être utilisés », “may not be used”."""

from __future__ import annotations

from aipolicy_index.facts.actions.nominal import Told
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import ActionKind, Modality

NORM_WEIGHT = 2


def norm(sentence: Sentence, group: VerbGroup) -> Told | None:
    """A ban or a permission laid down for the subject of the verb."""
    kind = _french(sentence, group) if sentence.language == "fr" else _english(sentence, group)
    return Told(kind, NORM_WEIGHT, "norm", Modality.DONE) if kind else None


def _french(sentence: Sentence, group: VerbGroup) -> ActionKind | None:
    if group.lemma == "autoriser" and group.passive and group.negated:
        return ActionKind.BAN
    if group.lemma not in words_of("using", sentence.language) or group.governor not in ("devoir", "pouvoir"):
        return None
    governing = next(one for one in reversed(sentence.groups) if one.last < group.first)
    if governing.negated and governing.tense is not Tense.CONDITIONAL:
        return ActionKind.BAN
    allowed = governing.lemma == "pouvoir" and governing.tense is Tense.FUTURE
    return ActionKind.ALLOW if allowed else None


def _english(sentence: Sentence, group: VerbGroup) -> ActionKind | None:
    if group.lemma in ("allow", "permit") and group.passive:
        return ActionKind.BAN if group.negated else ActionKind.ALLOW
    strict = sentence.lower[group.first] in ("must", "may", "cannot", "can")
    banned = group.lemma in words_of("using", "en") and group.tense is Tense.CONDITIONAL and group.negated and strict
    return ActionKind.BAN if banned else None
