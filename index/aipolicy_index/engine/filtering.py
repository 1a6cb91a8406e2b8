"""The parts of a query that need no words: dates, language, reader's state and tags, amounts, dates in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.picks import Amounts, DaysWithin, Pick
from aipolicy_index.engine.scopes import Scope
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.query.nodes import Form, InLanguage, InState, Mentions, Money, Node, Published, Tagged

if TYPE_CHECKING:
    from aipolicy_index.engine.document import Sources

_MOST = 1e15
_CENT = 0.01


def filtered(snapshot: Snapshot, sources: Sources, node: Node, scope: Scope) -> Array:
    """One boolean for each document of the scope: whether it passes."""
    match node:
        case Published():
            return _published(scope.values(snapshot.days), node)
        case InLanguage(code, _):
            return np.asarray(scope.values(snapshot.languages) == layout.LANGUAGES.index(code))
        case InState(state, _):
            return scope.values(snapshot.documents_of(sources.ids_in_state(state)))
        case Tagged(tag, _, form):
            return scope.values(snapshot.documents_of(sources.ids_tagged(tag, form is not Form.ANY)))
        case Money(least, most, currency, _, inclusive):
            low = 0.0 if least is None else least + (0 if inclusive else _CENT)
            high = _MOST if most is None else most - (0 if inclusive else _CENT)
            return _held(snapshot, layout.MONEY, Amounts(low, high, currency), scope)
        case Mentions(first, last, _):
            days = DaysWithin(
                (first.isoformat() if first else "0000").encode(), (last.isoformat() if last else "9999-12-31").encode()
            )
            return _held(snapshot, layout.MENTIONS, days, scope)
        case _:
            return np.zeros(len(scope), bool)


def _held(snapshot: Snapshot, field: str, pick: Pick, scope: Scope) -> Array:
    mask = np.zeros(len(scope), bool)
    for held in snapshot.holders(field, pick):
        mask |= scope.mask_of(held.docs)
    return mask


def _published(days: Array, node: Published) -> Array:
    kept = days != layout.UNDATED
    if node.first is not None:
        kept &= days >= node.first.toordinal()
    if node.last is not None:
        kept &= days <= node.last.toordinal()
    return np.asarray(kept)
