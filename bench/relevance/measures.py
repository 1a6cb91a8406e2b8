"""MRR@10, nDCG@10 and the share of questions without any answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Scores:
    """Means over questions."""

    mrr: float
    """Of the rank of the first article that tells or follows up the story."""
    ndcg: float
    zero: float
    """Share of questions that found nothing."""


def reciprocal_rank(answer: Sequence[int], grades: Mapping[int, int]) -> float:
    """One over the rank of the first good answer (grade 2 or 3), 0 beyond ten."""
    ranks = (rank for rank, id in enumerate(answer[:_DEPTH], start=1) if grades.get(id, 0) >= 2)
    return 1 / next(ranks, float("inf"))


def ndcg(answer: Sequence[int], grades: Mapping[int, int]) -> float:
    """Normalised discounted cumulative gain of the first ten, gains 2^grade - 1 (Järvelin and Kekäläinen, 2002)."""
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(id, 0) for id in answer]) / best if best else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades[:_DEPTH], start=1))


def scores(answers: Sequence[tuple[Sequence[int], Mapping[int, int]]]) -> Scores:
    """The means over some answers."""
    count = len(answers)
    return Scores(
        mrr=sum(reciprocal_rank(*each) for each in answers) / count,
        ndcg=sum(ndcg(*each) for each in answers) / count,
        zero=sum(not answer for answer, _ in answers) / count,
    )
