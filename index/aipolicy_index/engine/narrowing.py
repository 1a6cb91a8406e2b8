"""What is left of a scope while more and more is asked of its documents."""

from __future__ import annotations

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.scopes import Found, Scope


class Narrowing:
    """What is left of a scope while more and more is asked of it."""

    def __init__(self, scope: Scope) -> None:
        self._whole = self.scope = scope
        self._places: Array | None = None
        self._held = np.ones(len(scope), bool)
        self._scores: Array | None = None

    def narrow(self, docs: Array) -> None:
        """No other documents than these."""
        assert self.scope.docs is None
        self._cut(docs[self._held[docs]])

    def keep(self, found: Found) -> bool:
        """No others than those found; whether there are any."""
        self._held &= found.held
        self.boost(found)
        count = int(np.count_nonzero(self._held))
        if count * 2 < len(self._held):
            self._cut(self._held.nonzero()[0])
        return count > 0

    def drop(self, found: Found) -> None:
        """None of those found."""
        self._held &= ~found.held

    def boost(self, found: Found) -> None:
        """Adds the scores."""
        if found.scores is not None:
            self._scores = found.scores if self._scores is None else self._scores + found.scores

    def _cut(self, places: Array) -> None:
        self.scope = self.scope.narrowed(places)
        self._places = places if self._places is None else self._places[places]
        self._held = self._held[places]
        self._scores = None if self._scores is None else self._scores[places]

    def found(self) -> Found:
        """In terms of the whole scope."""
        if self._places is None:
            return Found(self._held, self._scores)
        held = np.zeros(len(self._whole), bool)
        held[self._places] = self._held
        if self._scores is None:
            return Found(held)
        scores = np.zeros(len(self._whole))
        scores[self._places] = self._scores
        return Found(held, scores)
