"""The figures of an article: percentages, counts, measures, durations, votes, shares, with what they measure."""

from __future__ import annotations

from aipolicy_index.facts.figures.finding import find

__all__ = ["find"]
