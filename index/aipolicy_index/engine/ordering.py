"""The order of the hits: by score, or by one of the library's own orders."""

from __future__ import annotations

import numpy as np

from aipolicy_index.engine.answers import Answer, best_first, some_best
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.model import Sort

_STEP = 16_384
"""Documents of an order that are looked through at first; each time four times as many."""


def first(snapshot: Snapshot, answer: Answer, sort: Sort, count: int) -> tuple[Array, Array]:
    """The first documents in this order and their scores. Where scores decide, ties are in the order of documents."""
    if answer.scores is not None and sort is Sort.RELEVANCE:
        best = some_best(answer.scores, min(count, answer.total))
        return answer.numbers(best), answer.scores[best]
    docs = answer.docs()[:count] if sort is Sort.RELEVANCE else _first_of(_order(snapshot, sort), answer, count)
    return docs, np.zeros(len(docs))


def ordered(snapshot: Snapshot, answer: Answer, sort: Sort) -> Array:
    """All documents found, in this order."""
    if sort is not Sort.RELEVANCE:
        order = _order(snapshot, sort)
        return order[answer.mask()[order]]
    if answer.scores is None:
        return answer.docs()
    places = np.arange(len(answer.scores)) if answer.held is None else np.flatnonzero(answer.held)
    return answer.numbers(places[best_first(answer.scores[places])])


def _order(snapshot: Snapshot, sort: Sort) -> Array:
    match sort:
        case Sort.TITLE:
            return snapshot.by_title
        case Sort.OUTLET:
            return snapshot.by_outlet
        case _:
            return snapshot.newest_first


def _first_of(order: Array, answer: Answer, count: int) -> Array:
    """The first documents of an order that match; no more of it is looked through than need be."""
    mask, done, step = answer.mask(), 0, _STEP
    wanted = min(count, answer.total)
    found = [order[:0]]
    while wanted > 0 and done < len(order):
        part = order[done : done + step]
        found.append(part[mask[part]])
        wanted -= len(found[-1])
        done, step = done + step, step * 4
    return np.concatenate(found)[:count]
