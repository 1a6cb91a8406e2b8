"""The weight of each feature (data/key_sentence_weights.tsv, learned by bench/train_key_sentences.py)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from aipolicy_index.facts.grammar.tables import rows

WEIGHTS = "key_sentence_weights.tsv"


@cache
def weights() -> Mapping[str, float]:
    """Feature -> its weight in the sum."""
    return MappingProxyType({name: float(value) for name, value in rows(WEIGHTS)})


def weight(features: Mapping[str, float]) -> float:
    """How much a sentence of these features tells: the log odds that an editor would pick it."""
    known = weights()
    return sum(known.get(name, 0.0) * value for name, value in features.items() if value)
