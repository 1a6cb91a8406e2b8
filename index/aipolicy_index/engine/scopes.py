"""Sets of documents that can be an answer, and what is found out about each: whether it matches, and its score.

Everything is aligned: a mask or a score has one value for each document of its scope, so that parts of a query combine
by adding and comparing whole arrays, without looking up which document is which.
"""

from __future__ import annotations

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.postings import Holders

_SEARCHED = 24
"""A list is searched for each document of a scope where it is so many times longer, and else spread out."""
_SPREAD = 8
"""A list is spread over all documents where it holds more than one in so many."""
_AT_ONCE = 4096
"""Lists are added up together where there are fewer documents."""


class Scope:
    """Some documents, ascending, or all of them (`docs` is None) of `size`."""

    __slots__ = ("docs", "size")

    def __init__(self, docs: Array | None, size: int) -> None:
        self.docs, self.size = docs, size

    def __len__(self) -> int:
        return self.size if self.docs is None else len(self.docs)

    def values(self, column: Array) -> Array:
        """Of a value for every document, those of the scope's."""
        return column if self.docs is None else column[self.docs]

    def documents(self, held: Array) -> Array:
        """The numbers of the documents that a mask of the scope names."""
        places = held.nonzero()[0]
        return places.astype(np.uint32) if self.docs is None else self.docs[places]

    def narrowed(self, places: Array) -> Scope:
        """The documents at these places of the scope."""
        return Scope(places.astype(np.uint32) if self.docs is None else self.docs[places], self.size)

    def whole_mask(self) -> Array:
        """One boolean for every document there is: whether it is in the scope."""
        if self.docs is None:
            return np.ones(self.size, bool)
        mask = np.zeros(self.size, bool)
        mask[self.docs] = True
        return mask

    def places_of(self, docs: Array) -> Array:
        """Where in the scope these documents (all of them in it) are."""
        return docs if self.docs is None else self.docs.searchsorted(docs)

    def mask_of(self, docs: Array) -> Array:
        """Which documents of the scope are among these ascending ones."""
        if self.docs is not None and len(self.docs) * _SEARCHED < len(docs):
            at = docs.searchsorted(self.docs)
            at[at == len(docs)] = 0
            return np.asarray(docs[at] == self.docs)
        mask = np.zeros(self.size, bool)
        mask[docs] = True
        return mask if self.docs is None else mask[self.docs]

    def frequencies(self, held: Holders) -> Array:
        """How often each document of the scope holds it."""
        if self.docs is None:
            return self._spread(held.docs, held.freqs)
        return self._looked_up(held.docs, held.freqs)

    def _spread(self, docs: Array, values: Array) -> Array:
        spread = np.zeros(self.size, values.dtype)
        spread[docs] = values
        return spread

    def _looked_up(self, docs: Array, values: Array) -> Array:
        assert self.docs is not None
        if not len(docs):
            return np.zeros(len(self.docs), values.dtype)
        if len(self.docs) * _SEARCHED > len(docs):
            return self._spread(docs, values)[self.docs]
        at = docs.searchsorted(self.docs)
        at[at == len(docs)] = 0
        return np.where(docs[at] == self.docs, values[at], values.dtype.type(0))


class Found:
    """Which documents of a scope match, and their scores; None where nothing ranks them."""

    __slots__ = ("held", "scores")

    def __init__(self, held: Array, scores: Array | None = None) -> None:
        self.held, self.scores = held, scores

    def times(self, factor: float) -> Found:
        """With all scores multiplied."""
        return Found(self.held, None if self.scores is None else self.scores * factor)

    def __ior__(self, other: Found) -> Found:
        """The documents of either, scores added."""
        self.held = self.held | other.held
        self.scores = _sum(self.scores, other.scores)
        return self


def _sum(left: Array | None, right: Array | None) -> Array | None:
    if left is None or right is None:
        return right if left is None else left
    return left + right


class Tally:
    """Adds up the scores of lists of documents over one scope."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self._scores: Array | None = None
        self._marked: Array | None = None
        self._waiting: list[tuple[Holders, Array, float]] = []

    def add(self, held: Holders, norms: Array, factor: float) -> None:
        """Adds `factor * frequency / (frequency + norm)` to the score of every document of the list."""
        if self.scope.docs is not None and len(self.scope.docs) < _AT_ONCE:
            self._waiting.append((held, norms, factor))
        else:
            self._add(held, norms, factor)

    def _add(self, held: Holders, norms: Array, factor: float) -> None:
        scope, scores = self.scope, self._scored()
        if scope.docs is None and len(held.docs) * _SPREAD < scope.size:
            gains = norms[held.docs]
            gains += held.freqs
            np.divide(held.freqs, gains, out=gains)
            gains *= factor
            scores[held.docs] += gains
            return
        freqs = scope.frequencies(held)
        gains = scope.values(norms) + freqs
        np.divide(freqs, gains, out=gains)
        gains *= factor
        scores += gains

    def _add_waiting(self) -> None:
        """The same for all lists at once, where there are few documents: what costs then is every single step."""
        norms = {id(each): self.scope.values(each) for _, each, _ in self._waiting}
        freqs = np.empty((len(self._waiting), len(self.scope)))
        below = np.empty_like(freqs)
        for row, (held, each, _) in enumerate(self._waiting):
            freqs[row] = self.scope.frequencies(held)
            below[row] = norms[id(each)]
        below += freqs
        freqs /= below
        freqs *= np.array([factor for _, _, factor in self._waiting])[:, None]
        scores = self._scored()
        scores += freqs.sum(axis=0)
        self._waiting = []

    def _scored(self) -> Array:
        if self._scores is None:
            self._scores = np.zeros(len(self.scope))
        return self._scores

    def mark(self, docs: Array) -> None:
        """Takes in documents (ascending) without a score."""
        if self._marked is None:
            self._marked = self.scope.mask_of(docs)
        elif self.scope.docs is None:
            self._marked[docs] = True
        else:
            self._marked |= self.scope.mask_of(docs)

    def put(self, docs: Array, scores: Array | None) -> None:
        """Takes in some documents of the scope with their scores."""
        if scores is None:
            self.mark(docs)
        else:
            self._scored()[self.scope.places_of(docs)] += scores

    def found(self) -> Found:
        """What was added up."""
        if self._waiting:
            self._add_waiting()
        held = self._marked
        if self._scores is not None:
            held = self._scores > 0 if held is None else held | (self._scores > 0)
        return Found(np.zeros(len(self.scope), bool) if held is None else held, self._scores)
