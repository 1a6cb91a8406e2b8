"""How much a match counts: BM25F as Whoosh computes it, and the weights of the fields."""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.matches import Matches, added
from aipolicy_index.engine.snapshot import Snapshot
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

    def group(self, snapshot: Snapshot, field: str, docs: Array, freqs: Array, single: bool, weight: float) -> Matches:
        """The score of some terms that count as one: their rarity is that of the documents that have any of them."""
        if not len(docs):
            return Matches.none()
        gains = freqs * (self.k1 + 1) / (freqs + snapshot.norms(field, self.k1, self.b)[docs])
        found = Matches(docs, gains) if single else added([(docs, gains)], snapshot.size)
        rarity = log(snapshot.size / (len(found.docs) + 1)) + 1
        return Matches(found.docs, found.scores * (rarity * weight))

    def with_recency(self, snapshot: Snapshot, found: Matches) -> Matches:
        """The newer of two equally good articles first."""
        if not self.recency or not len(found.docs):
            return found
        days = snapshot.days[found.docs].astype(np.float64)
        age = (float(snapshot.days.max()) - days).clip(0, 36_500)
        return Matches(found.docs, found.scores * (1 + self.recency * np.exp(-age / 365)))
