"""How much a match counts: BM25F as Whoosh computes it, and the weights of the fields."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.matches import Matches, added, distinct
from aipolicy_index.engine.snapshot import Picked, Snapshot
from aipolicy_index.query.nodes import Field


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
        self, snapshot: Snapshot, field: str, picked: Picked, weight: float, wanted: Array | None = None
    ) -> Matches:
        """The score of some terms that count as one, as if they were all written alike.

        `wanted` says of every document whether it can still be an answer: the others are left out.
        """
        if not len(picked.docs):
            return Matches.none()
        found = Matches(picked.docs, picked.freqs)
        frequency = len(picked.docs)
        if not picked.single:
            frequency = distinct(picked.docs, snapshot.size)
        if wanted is not None:
            found = found.only(wanted[found.docs])
        if not picked.single:
            found = added([(found.docs, found.scores)], snapshot.size)
        often = found.scores
        gains = often * (self.k1 + 1) / (often + snapshot.norms(field, self.k1, self.b)[found.docs])
        rarity = log(snapshot.size / (frequency + 1)) + 1
        return Matches(found.docs, gains * (rarity * weight))

    def with_recency(self, snapshot: Snapshot, found: Matches) -> Matches:
        """The newer of two equally good articles first."""
        if not self.recency or not len(found.docs):
            return found
        days = snapshot.days[found.docs].astype(np.float64)
        age = (float(snapshot.days.max()) - days).clip(0, 36_500)
        return Matches(found.docs, found.scores * (1 + self.recency * np.exp(-age / 365)))
