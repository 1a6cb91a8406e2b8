"""Whom « on » stands for: the place that is named, « affirme-t-on à Bercy », « Chez X, on assure »."""

from __future__ import annotations

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.grammar.who import Who

_PLACES = frozenset(("à", "au", "aux", "dans", "chez", "sur", "du", "de", "d'", "auprès"))


def somewhere(discourse: Discourse, number: int, group: VerbGroup) -> Who | None:
    """« affirme-t-on à Bercy », « dans l'entourage de la ministre », « Au ministère, on dit », « y lit-on »."""
    sentence = discourse.sentences[number]
    index = group.last + 1
    while index < len(sentence.words) and sentence.lower[index] in words_of("inversions", "fr"):
        index += 1
    if sentence.lower[index : index + 3] == ["du", "côté", "de"]:
        index += 2
    for first in (index, 0):
        if first < len(sentence.words) and sentence.lower[first] in _PLACES:
            phrase = phrase_from(sentence, first + 1)
            if phrase and (who := discourse.resolve(number, phrase)):
                return who
    return discourse.recent(number, sentence.words[group.first].start, lambda who: True, memory=1)
