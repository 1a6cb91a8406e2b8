"""Which documents hold words in order, or near each other. Places are `document << 32 | position`, sorted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aipolicy_index.engine.arrays import Array


def ordered(places: Sequence[Array], *, whole: bool = False) -> Array:
    """The documents in which the words follow each other directly; with `whole`, the places of the first word."""
    if not places or any(not len(each) for each in places):
        return np.zeros(0, np.int64)
    rarest = min(range(len(places)), key=lambda at: len(places[at]))
    starts = places[rarest] - rarest
    for offset, each in enumerate(places):
        if offset != rarest:
            starts = starts[_holds(each, starts + offset)]
    return starts if whole else np.unique(starts >> 32)


def near(places: Sequence[Array], distance: int) -> Array:
    """The documents in which some place of each word lies in one stretch, at most `distance` positions long."""
    if not places or any(not len(each) for each in places):
        return np.zeros(0, np.int64)
    found = []
    for first, starts in enumerate(places):
        farthest = starts
        for other, each in enumerate(places):
            if other == first:
                continue
            at = np.searchsorted(each, starts)
            following = np.where(at < len(each), each[np.minimum(at, len(each) - 1)], np.iinfo(np.int64).max)
            farthest = np.maximum(farthest, following)
        found.append(starts[farthest - starts <= distance] >> 32)
    return np.unique(np.concatenate(found))


def _holds(each: Array, wanted: Array) -> Array:
    at = np.searchsorted(each, wanted)
    at[at == len(each)] = 0
    held: Array = each[at] == wanted
    return held
