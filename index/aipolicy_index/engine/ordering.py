"""The order of the hits. The whole order is computed, so that a list can show any part of it."""

from __future__ import annotations

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.matches import Matches, best_first, mask_of
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.model import Sort


def ordered(snapshot: Snapshot, found: Matches, sort: Sort) -> Array:
    """The documents found, in this order. Where scores decide, ties are in the order of documents."""
    match sort:
        case Sort.RELEVANCE:
            return found.docs[best_first(found.scores)]
        case Sort.DATE:
            order = snapshot.newest_first
        case Sort.TITLE:
            order = snapshot.by_title
        case Sort.OUTLET:
            order = snapshot.by_outlet
    return order[mask_of(found.docs, snapshot.size)[order]]
