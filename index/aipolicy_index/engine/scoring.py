"""How much a match counts: BM25F as Whoosh computes it, and the weights of the fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import log

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.matches import Candidates, Matches, some_best
from aipolicy_index.engine.picks import Beginning, Pick
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.query.nodes import Field

_LOOKED_AT = 100
"""So many of the best hits are looked at for words that stand side by side."""
_FADING = 365.0
"""Days in which an article's newness falls to about a third."""


@dataclass(frozen=True)
class Scoring:
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

    def group(
        self, snapshot: Snapshot, field: str, pick: Pick, weight: float, wanted: Candidates | None = None
    ) -> Matches:
        """The score of some terms that count as one, as if they were all written alike.

        Documents that are not `wanted` are left out. How rare a
        beginning is, is told from the sum of its words' documents, so that nobody has to count them one by one.
        """
        if isinstance(pick, Beginning):
            frequency = min(snapshot.size, snapshot.postings_count(field, pick))
            found = snapshot.picked(field, pick) if wanted is None else snapshot.picked_among(field, pick, wanted)
        else:
            picked = snapshot.picked(field, pick)
            frequency = len(picked.docs)
            found = picked.among(wanted)
        if not weight or not frequency:
            return Matches.unscored(found.docs)
        rarity = log(snapshot.size / (frequency + 1)) + 1
        return Matches(found.docs, self._gains(snapshot, field, found) * (rarity * weight))

    def _gains(self, snapshot: Snapshot, field: str, found: Matches) -> Array:
        gains = snapshot.norms(field, self.k1, self.b)[found.docs]
        gains += found.scores
        np.divide(found.scores, gains, out=gains)
        gains *= self.k1 + 1
        return gains

    def finished(self, snapshot: Snapshot, found: Matches, neighbours: Callable[[Array], Array]) -> Matches:
        """The scores with what does not come from single words: side by side, and the newer of two equally good."""
        if not len(found.docs):
            return found
        if self.side_by_side:
            best = np.sort(some_best(found.scores, _LOOKED_AT))
            scores = found.scores.copy()
            scores[best] *= 1 + self.side_by_side * neighbours(found.docs[best])
            found = Matches(found.docs, scores)
        if self.recency:
            found = Matches(found.docs, found.scores * (1 + self.recency * snapshot.recency(_FADING)[found.docs]))
        return found


@dataclass(frozen=True)
class Unscored(Scoring):
    """For orders that no score decides: the same documents, found without computing any."""

    def group(
        self, snapshot: Snapshot, field: str, pick: Pick, weight: float, wanted: Candidates | None = None
    ) -> Matches:
        """The documents alone."""
        return Matches.unscored(snapshot.picked(field, pick).among(wanted).docs)

    def finished(self, snapshot: Snapshot, found: Matches, neighbours: Callable[[Array], Array]) -> Matches:
        """The same."""
        return found
