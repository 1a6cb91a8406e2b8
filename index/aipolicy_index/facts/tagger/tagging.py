"""Asking the trained tagger what the words of a sentence are."""

from __future__ import annotations

from collections.abc import Iterable
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


def probabilities(scan: Scan, places: range, wanted: Iterable[int]) -> dict[int, dict[FactKind, float]]:
    """For the wanted among these words: how probably each is part of the name of a person, a place, a body."""
    tagger = _tagger()
    tagger.set(features(scan, places))
    labels = _labels()
    return {
        place: {
            kind: sum(tagger.marginal(label, place - places.start) for label in several) for kind, several in labels
        }
        for place in wanted
    }


@cache
def _labels() -> tuple[tuple[FactKind, tuple[str, ...]], ...]:
    """Of each kind, the labels of the model."""
    known = frozenset(_tagger().labels())
    return tuple(
        (kind, tuple(label for label in (f"B-{short}", f"I-{short}") if label in known))
        for short, kind in LABELS.items()
    )
