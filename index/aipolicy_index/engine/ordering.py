"""The order of the hits. The whole order is computed, so that a list can show any part of it."""

from __future__ import annotations

import numpy as np

from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.matches import Matches
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.model import ArticleId, Sort


def ordered_ids(snapshot: Snapshot, found: Matches, sort: Sort) -> tuple[ArticleId, ...]:
    """The articles found, in this order; ties in the order of documents, or the newest first where dates decide."""
    docs = found.docs
    match sort:
        case Sort.RELEVANCE:
            order = np.lexsort((docs, -found.scores))
        case Sort.DATE:
            order = _newest_first(snapshot, docs)
        case Sort.TITLE:
            order = np.lexsort((-snapshot.days[docs], snapshot.title_ranks[docs]))
        case Sort.OUTLET:
            order = np.lexsort((-snapshot.days[docs], snapshot.outlet_ranks[docs]))
    return tuple(snapshot.ids[docs[order]].tolist())


def _newest_first(snapshot: Snapshot, docs: Array) -> Array:
    return np.lexsort((-snapshot.ids[docs], -snapshot.days[docs]))
