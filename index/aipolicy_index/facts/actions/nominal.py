"""Actions told by a noun: « a annoncé le lancement de ... », “confirmed a ban on ...”, « demande un moratoire »."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.actions.classes import nouns, nouns_pattern
from aipolicy_index.facts.actions.modality import modality
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.model import ActionKind, Modality

NOUN_WEIGHT = 3
_ARTICLE = {
    "fr": r"(?:l'|la |le |les |un |une |des |de |d'|son |sa |ses |cette |ce |leur )",
    "en": r"(?:the |a |an |its |their |his |her )",
}


class Told(NamedTuple):
    """An action told otherwise than by its own verb."""

    kind: ActionKind
    weight: int
    form: str
    modality: Modality


def governed_noun(sentence: Sentence, group: VerbGroup, clause: str) -> Told | None:
    """The action noun that a verb of announcing or asking governs; asking for one is proposing it."""
    announces = group.lemma in words_of("announcing", sentence.language)
    asks = group.lemma in words_of("asking", sentence.language)
    if not (announces or asks) or group.passive:
        return None
    found = _object_noun(sentence.language).match(clause)
    if found is None:
        return None
    if asks:
        return Told(ActionKind.PROPOSE, NOUN_WEIGHT - 1, "nominal", Modality.PLANNED)
    kind = nouns(sentence.language)[found.group(1)]
    planned = group.lemma in words_of("planned", sentence.language) and group.tense is not Tense.PARTICIPLE
    return Told(kind, NOUN_WEIGHT, "nominal", Modality.PLANNED if planned else modality(sentence, group))


@cache
def _object_noun(language: str) -> re.Pattern[str]:
    """The first noun behind the verb, adverbs, a day, « publique » and one adjective perhaps between."""
    article, noun = _ARTICLE[language], nouns_pattern(language)
    between = r"[^,;.:«“\"]{0,32}?(?:, [^,]{1,20}, )?(?:^|(?<=[\s']))"
    return re.compile(rf"{between}{article}(?:[\w-]+ )?({noun})\b")
