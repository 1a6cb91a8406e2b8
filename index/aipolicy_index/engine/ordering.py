"""The order of the hits. The whole order is computed, so that a list can show any part of it."""

from __future__ import annotations

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.matches import Matches, mask_of
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.model import Sort

_EXACT = 1_000
"""So many of the best hits are ordered by their exact scores, the others by scores rounded to 16 bits."""


def ordered(snapshot: Snapshot, found: Matches, sort: Sort) -> Array:
    """The documents found, in this order. Where scores decide, ties are in the order of documents."""
    match sort:
        case Sort.RELEVANCE:
            return found.docs[best_first(found.scores)]
        case Sort.DATE:
            order = snapshot.newest_first
        case Sort.TITLE:
            order = snapshot.by_title
        case Sort.OUTLET:
            order = snapshot.by_outlet
    return order[mask_of(found.docs, snapshot.size)[order]]


def best_first(scores: Array) -> Array:
    """The places of the scores, the best first, equal ones in their order."""
    if len(scores) <= _EXACT:
        return np.argsort(-scores, kind="stable")
    worst, best = float(scores.min()), float(scores.max())
    steps = (
        ((best - scores) * (65_535 / (best - worst))).astype(np.uint16)
        if best > worst
        else np.zeros(len(scores), np.uint16)
    )
    order = np.argsort(steps, kind="stable")
    last = int(np.searchsorted(steps[order], steps[order[_EXACT]], side="right"))
    head = order[:last]
    order[:last] = head[np.lexsort((head, -scores[head]))]
    return order
