"""How much a match counts: BM25F as Whoosh computes it, and the weights of the fields."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from typing import NamedTuple

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.answers import Answer, some_best
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.picks import Beginning, Pick
from aipolicy_index.engine.postings import Holders
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.query.nodes import Field

_LOOKED_AT = 100
"""So many of the best hits are looked at for words that stand side by side."""
_FADING = 365.0
"""Days in which an article's newness falls to about a third."""


class Scoring(NamedTuple):
    """The weights of a ranking; the defaults are those of the relevance benchmark."""

    title: float = 2.5
    body: float = 1.0
    aside: float = 0.15
    other_forms: float = 0.4
    """Of the forms of a word, beside the word as it was typed."""
    synonym: float = 0.6
    """Of another name of the same thing."""
    side_by_side: float = 0.25
    """How much more an article counts in which the words stand one after the other as they were typed; 0 for not."""
    k1: float = 1.2
    b: float = 0.75
    recency: float = 0.05
    """How much more the newest article counts than a very old one; 0 turns it off."""

    def fields(self, asked: Field) -> list[tuple[str, float]]:
        """The index fields that a query field stands for, with their weights."""
        if asked is Field.TEXT:
            return [(layout.TITLE, self.title), (layout.BODY, self.body), (layout.ASIDE, self.aside)]
        return [(asked.value, 1.0)]

    def factor(self, snapshot: Snapshot, field: str, pick: Pick, lists: tuple[Holders, ...], weight: float) -> float:
        """What the saturated frequency of some terms that count as one is multiplied with; 0 where nothing is scored.

        How rare a beginning is, is told from the sum of its words' documents, so that nobody has to count them.
        """
        if isinstance(pick, Beginning):
            frequency = min(snapshot.size, snapshot.postings_count(field, pick))
        else:
            frequency = sum(len(held.docs) for held in lists)
        return (self.k1 + 1) * (log(snapshot.size / (frequency + 1)) + 1) * weight

    def norms(self, snapshot: Snapshot, field: str) -> Array:
        """What the length of the field in each document adds to a frequency before it is saturated."""
        return snapshot.norms(field, self.k1, self.b)

    def finished(self, snapshot: Snapshot, found: Answer, neighbours: Callable[[Array], Array] | None) -> Answer:
        """The scores with what does not come from single words: side by side, and the newer of two equally good."""
        if found.scores is None or not found.total:
            return found
        scores = found.scores
        if self.side_by_side and neighbours is not None:
            best = np.sort(some_best(scores, min(_LOOKED_AT, found.total)))
            scores[best] *= 1 + self.side_by_side * neighbours(found.numbers(best))
        if self.recency:
            scores = scores * found.scope.values(snapshot.newness(self.recency, _FADING))
        return Answer(found.scope, found.held, scores, found.total)


class Unscored(Scoring):
    """For orders that no score decides: the same documents, found without computing any."""

    __slots__ = ()

    def factor(self, snapshot: Snapshot, field: str, pick: Pick, lists: tuple[Holders, ...], weight: float) -> float:
        """Nothing is scored."""
        return 0.0

    def finished(self, snapshot: Snapshot, found: Answer, neighbours: Callable[[Array], Array] | None) -> Answer:
        """The same."""
        return found
