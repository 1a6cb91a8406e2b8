"""The people whom a text makes a leader by a verb alone: « présidée par X », “led by X”."""

from __future__ import annotations

from collections.abc import Sequence

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.naming import named
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import agent
from aipolicy_index.model import FactKind


def leaders_of(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The identities of the people who lead something and have no other role."""
    found = set()
    for sentence in sentences:
        for group in sentence.groups:
            if group.lemma in words_of("leading", sentence.language) and group.tense is Tense.PARTICIPLE:
                phrase = agent(sentence, group)
                entity = named(sentence, phrase) if phrase else None
                if entity and entity.kind is FactKind.PERSON and not entity.role:
                    found.add(id(entity))
    return frozenset(found)
