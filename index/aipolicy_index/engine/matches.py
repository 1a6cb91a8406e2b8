"""The documents that a part of a query matches, with their scores, and how such sets combine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from aipolicy_index.engine.arrays import Array

_SPARSE = 64
"""Lists are summed by sorting where they hold less than one document in so many."""

_EXACT = 200
"""So many of the best hits are ordered by their exact scores, the others by scores rounded to 16 bits."""

_FEWER = 8
"""A list is searched for each wanted document, where it is so many times longer than they are."""


@dataclass(frozen=True)
class Candidates:
    """The documents that can still be an answer, ascending, of so many."""

    docs: Array
    size: int

    @cached_property
    def mask(self) -> Array:
        """One boolean a document: whether it is one of them."""
        return mask_of(self.docs, self.size)


@dataclass(frozen=True)
class Matches:
    """Document numbers, ascending, each once, and their scores."""

    docs: Array
    scores: Array
    scored: bool = True
    """Whether every score is above zero, so that scores alone tell which documents these are."""

    @classmethod
    def none(cls) -> Matches:
        """No document."""
        return cls(np.zeros(0, np.int64), np.zeros(0, np.float64))

    @classmethod
    def unscored(cls, docs: Array) -> Matches:
        """These documents, which nothing ranks."""
        return cls(docs, np.zeros(len(docs), np.float64), False)

    def only(self, kept: Array) -> Matches:
        """Those for which `kept` (one boolean a match) is true, or whose places it names."""
        return Matches(self.docs[kept], self.scores[kept], self.scored)

    def among(self, wanted: Candidates | None) -> Matches:
        """Those that are wanted (None for all)."""
        if wanted is None:
            return self
        if len(wanted.docs) * _FEWER > len(self.docs):
            return self.only(wanted.mask[self.docs])
        at = np.searchsorted(self.docs, wanted.docs)
        at[at == len(self.docs)] = 0
        return self.only(at[self.docs[at] == wanted.docs]) if len(self.docs) else self

    def times(self, factor: float) -> Matches:
        """With all scores multiplied."""
        return self if factor == 1.0 else Matches(self.docs, self.scores * factor, self.scored)


def added(found: Sequence[tuple[Array, Array]], size: int) -> Matches:
    """The sum of lists of documents (in any order, repeated or not) and positive scores, for `size` documents."""
    found = [each for each in found if len(each[0])]
    if not found:
        return Matches.none()
    if len(found) == 1 and _ascends(found[0][0]):
        return Matches(*found[0])
    docs = found[0][0] if len(found) == 1 else np.concatenate([each[0] for each in found])
    scores = found[0][1] if len(found) == 1 else np.concatenate([each[1] for each in found])
    if len(docs) * _SPARSE < size:
        unique, places = np.unique(docs, return_inverse=True)
        return Matches(unique, np.bincount(places, weights=scores, minlength=len(unique)))
    total = np.bincount(docs, weights=scores, minlength=size)
    unique = np.flatnonzero(total)
    return Matches(unique, total[unique])


def either(found: Sequence[Matches], size: int) -> Matches:
    """The documents of any, scores added."""
    found = [each for each in found if len(each.docs)]
    if len(found) < 2:
        return found[0] if found else Matches.none()
    all_scored = all(each.scored for each in found)
    weighed = found if all_scored else [each for each in found if each.scored or each.scores.any()]
    if not weighed:
        return Matches.unscored(_any_of(found, size))
    if all_scored and sum(len(each.docs) for each in found) * _SPARSE < size:
        return added([(each.docs, each.scores) for each in found], size)
    total = np.zeros(size)
    for each in weighed:
        total[each.docs] += each.scores
    docs = np.flatnonzero(total) if all_scored else _any_of(found, size)
    return Matches(docs, total[docs], all_scored)


def _any_of(found: Sequence[Matches], size: int) -> Array:
    present = np.zeros(size, bool)
    for each in found:
        present[each.docs] = True
    return np.flatnonzero(present)


def mask_of(docs: Array, size: int) -> Array:
    """One boolean a document: whether it is among these."""
    mask = np.zeros(size, bool)
    mask[docs] = True
    return mask


def both(left: Matches, right: Matches) -> Matches:
    """The documents of both, scores added."""
    if len(left.docs) > len(right.docs):
        left, right = right, left
    if not len(left.docs):
        return Matches.none()
    places = np.searchsorted(right.docs, left.docs)
    places[places == len(right.docs)] = 0
    kept = right.docs[places] == left.docs
    scores = left.scores[kept] + right.scores[places[kept]]
    return Matches(left.docs[kept], scores, left.scored or right.scored)


def boosted(left: Matches, right: Matches) -> Matches:
    """The documents of `left`, with the scores of `right` added where it has them."""
    if not len(left.docs) or not len(right.docs):
        return left
    places = np.searchsorted(right.docs, left.docs)
    places[places == len(right.docs)] = 0
    more = np.where(right.docs[places] == left.docs, right.scores[places], 0.0)
    return Matches(left.docs, left.scores + more, left.scored)


def without(left: Matches, right: Matches) -> Matches:
    """The documents of `left` that are not in `right`."""
    return left.only(np.isin(left.docs, right.docs, assume_unique=True, invert=True))


def _ascends(docs: Array) -> bool:
    return bool((docs[1:] > docs[:-1]).all())


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


def some_best(scores: Array, count: int) -> Array:
    """The places of so many of the best scores, in any order."""
    if len(scores) <= count:
        return np.arange(len(scores))
    return np.argpartition(-scores, count)[:count]
