"""The amounts of money of an article, in their currency, with what the text says of them."""

from __future__ import annotations

from aipolicy_index.facts.money.finding import find

__all__ = ["find"]
