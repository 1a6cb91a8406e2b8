"""Which documents of a segment hold terms one after the other: places of the rarest, looked up in the others'."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.postings import Postings, Ranges, ragged

_WRAP = 0xFFFFFFFF


def in_order(postings: Postings, words: Sequence[Ranges], wanted: Array | None) -> Array:
    """The documents (of those wanted, ascending; None for all) where terms of each word follow each other directly."""
    if not all(words):
        return np.zeros(0, np.int64)
    places = [_places(postings, ranges) for ranges in words]
    rarest = _rarest(places)
    starts = places[rarest]
    if wanted is not None:
        low, high = starts.searchsorted(postings.bases[wanted]), starts.searchsorted(postings.bases[wanted + 1])
        starts = starts[ragged(low, high - low)]
    starts = _followed(places, rarest, starts)
    return _each_once(postings.owners(starts)) if len(starts) else starts


def _places(postings: Postings, ranges: Ranges) -> Array:
    found = [postings.places(first, last) for first, last in ranges]
    return found[0] if len(found) == 1 else np.sort(np.concatenate(found))


def following(postings: Postings, terms: Sequence[bytes], pairs: Sequence[Sequence[int]], docs: Array) -> Array:
    """In how many of the pairs of terms, named by their numbers, the terms follow each other in each document."""
    numbers = [postings.find(term) for term in terms]
    places = [postings.places(number, number + 1) if number >= 0 else None for number in numbers]
    begin, end = postings.bases[docs], postings.bases[docs + 1]
    counted = np.zeros(len(docs))
    for pair in pairs:
        found = [each for at in pair if (each := places[at]) is not None]
        if len(found) == len(pair):
            rarest = _rarest(found)
            low, high = found[rarest].searchsorted(begin), found[rarest].searchsorted(end)
            held = _followed(found, rarest, found[rarest][ragged(low, high - low)])
            counted[_each_once(begin.searchsorted(held, "right") - 1)] += 1
    return counted


def _rarest(places: Sequence[Array]) -> int:
    return min(range(len(places)), key=lambda at: len(places[at]))


def _followed(places: Sequence[Array], rarest: int, starts: Array) -> Array:
    """Those of some places of the rarest term that have the other terms where they should be."""
    for offset in sorted(range(len(places)), key=lambda at: len(places[at])):
        if offset == rarest or not len(starts):
            continue
        wanted = starts + np.uint32((offset - rarest) & _WRAP)
        at = places[offset].searchsorted(wanted)
        at[at == len(places[offset])] = 0
        starts = starts[places[offset][at] == wanted]
    return starts


def _each_once(docs: Array) -> Array:
    """Ascending documents without repetitions."""
    if len(docs) < 2:
        return docs
    return np.concatenate((docs[:1], docs[1:][docs[1:] != docs[:-1]]))
