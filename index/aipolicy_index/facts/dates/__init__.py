"""The dates of an article, resolved to ISO 8601 from the day on which it appeared."""

from __future__ import annotations

from aipolicy_index.facts.dates.finding import find

__all__ = ["find"]
