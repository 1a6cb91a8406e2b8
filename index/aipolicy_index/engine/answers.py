"""What a whole query found, and its order: the best at once, all the others only when somebody looks so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, overload

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.scopes import Found, Scope

_EXACT = 200
"""So many of the best hits are ordered by their exact scores, the others by scores rounded to 16 bits."""
_GROUPS = 64
"""Scores are compared in groups of so many to find the best of a long list."""
_DENSE = 4
"""Documents are listed one by one where less than one in so many matches."""
_OUT = -1.0
"""The score of a document that does not match."""


class Answer(NamedTuple):
    """The documents of a scope that match (`held` is None for all of it), their scores, and how many they are."""

    scope: Scope
    held: Array | None
    scores: Array | None
    total: int

    @classmethod
    def of(cls, scope: Scope, found: Found) -> Answer:
        """As little of the scope as is worth the trouble; scores of what does not match are below zero."""
        total = int(np.count_nonzero(found.held))
        if total == len(scope):
            return cls(scope, None, found.scores, total)
        if scope.docs is not None or total * _DENSE < scope.size:
            places = found.held.nonzero()[0]
            scores = None if found.scores is None else found.scores[places]
            return cls(scope.narrowed(places), None, scores, total)
        scores = None if found.scores is None else np.where(found.held, found.scores, _OUT)
        return cls(scope, found.held, scores, total)

    def only(self, wanted: Array) -> Answer:
        """Those that are wanted (one boolean for every document of the snapshot)."""
        held = self.scope.values(wanted)
        return Answer.of(self.scope, Found(held if self.held is None else held & self.held, self.scores))

    def docs(self) -> Array:
        """The documents, ascending."""
        if self.held is not None:
            return self.held.nonzero()[0]
        return np.arange(self.scope.size) if self.scope.docs is None else self.scope.docs

    def mask(self) -> Array:
        """One boolean for every document of the snapshot: whether it matches."""
        return self.scope.whole_mask() if self.held is None else self.held

    def numbers(self, places: Array) -> Array:
        """The documents at these places of the scope."""
        return places if self.scope.docs is None else self.scope.docs[places]


def some_best(scores: Array, count: int) -> Array:
    """The places of so many of the best scores, the best first, equal ones in their order."""
    if len(scores) <= count:
        return (-scores).argsort(kind="stable")
    longer = len(scores) // _GROUPS
    tops = scores
    if longer > 2 * count:
        tops = scores[: longer * _GROUPS].reshape(_GROUPS, longer).max(axis=0)
    near = tops.copy()
    near.partition(len(near) - count)
    places = (scores >= near[len(near) - count]).nonzero()[0]
    best: Array = places[(-scores[places]).argsort(kind="stable")[:count]]
    return best


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


class Ranked(Sequence[int]):
    """Ids in order: so many of the first are known, all of them worked out when a later one is asked for."""

    def __init__(self, head: Sequence[int], total: int, rest: Callable[[], Array]) -> None:
        self._known, self._total, self._rest = head, total, rest

    def __len__(self) -> int:
        return self._total

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...

    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        places = range(self._total)[at]
        last = places if isinstance(places, int) else max(places, default=-1)
        known = self._known if last < len(self._known) else self._all()
        return known[places] if isinstance(places, int) else tuple(known[place] for place in places)

    def __iter__(self) -> Iterator[int]:
        return iter(self._all())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(other) == self._total and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Ranked({list(self._known[:20])}, {self._total})"

    def _all(self) -> Sequence[int]:
        if len(self._known) < self._total:
            self._known = tuple(self._rest().tolist())
        return self._known
