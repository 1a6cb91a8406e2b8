"""Asking the trained tagger what the words of a sentence are."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from aipolicy_index.facts.names.words import Scan
from aipolicy_index.facts.tagger.features import features
from aipolicy_index.model import FactKind

MODEL = Path(__file__).with_name("people_places.crfsuite")
LABELS = {"PER": FactKind.PERSON, "LOC": FactKind.PLACE, "ORG": FactKind.ORGANISATION}


def tagger_available() -> bool:
    """Whether the tagger's library and model are there; without them the rules work alone."""
    return MODEL.is_file() and find_spec("pycrfsuite") is not None


@cache
def _tagger() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger


def probabilities(scan: Scan, places: range) -> list[dict[FactKind, float]]:
    """For each of these words of one paragraph, how probably it is part of a person's, place's or body's name."""
    tagger = _tagger()
    tagger.set(features(scan, places))
    known = frozenset(tagger.labels())
    return [
        {
            kind: sum(tagger.marginal(f"{prefix}-{label}", place) for prefix in "BI" if f"{prefix}-{label}" in known)
            for label, kind in LABELS.items()
        }
        for place in range(len(places))
    ]
