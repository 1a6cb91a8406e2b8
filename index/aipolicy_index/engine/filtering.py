"""The parts of a query that need no words: dates, language, reader's state, amounts, dates in the text."""

from __future__ import annotations

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.document import Sources
from aipolicy_index.engine.matches import mask_of
from aipolicy_index.engine.picks import Amounts, DaysWithin
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.query.nodes import InLanguage, InState, Mentions, Money, Node, Published

_MOST = 1e15
_CENT = 0.01


def filtered(snapshot: Snapshot, sources: Sources, node: Node) -> Array:
    """One boolean a document: whether it passes."""
    match node:
        case Published():
            return _published(snapshot, node)
        case InLanguage(code, _):
            return np.asarray(snapshot.languages == layout.LANGUAGES.index(code))
        case InState(state, _):
            return snapshot.documents_of(sources.ids_in_state(state))
        case Money(least, most, currency, _, inclusive):
            low = 0.0 if least is None else least + (0 if inclusive else _CENT)
            high = _MOST if most is None else most - (0 if inclusive else _CENT)
            return mask_of(snapshot.picked(layout.MONEY, Amounts(low, high, currency)).docs, snapshot.size)
        case Mentions(first, last, _):
            days = DaysWithin(
                (first.isoformat() if first else "0000").encode(), (last.isoformat() if last else "9999-12-31").encode()
            )
            return mask_of(snapshot.picked(layout.MENTIONS, days).docs, snapshot.size)
        case _:
            return np.zeros(snapshot.size, bool)


def _published(snapshot: Snapshot, node: Published) -> Array:
    kept = snapshot.days != layout.UNDATED
    if node.first is not None:
        kept &= snapshot.days >= node.first.toordinal()
    if node.last is not None:
        kept &= snapshot.days <= node.last.toordinal()
    return np.asarray(kept)
