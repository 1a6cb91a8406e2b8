"""How far a rule can be trusted: its precision, measured on development articles (data/confidence.tsv)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from types import MappingProxyType
from typing import Final

from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.model import Fact

UNMEASURED: Final = 0.5
"""The confidence of a rule of a kind that nothing has measured."""


def with_confidence(facts: Iterable[Fact]) -> list[Fact]:
    """The facts, each with the measured precision of its rule."""
    return [Fact(*fact[:-1], confidence(fact.kind, fact.rule)) for fact in facts]


@cache
def confidence(kind: str, rule: str) -> float:
    """The precision of a rule; of one too rare to be measured, that of its family, at last of its kind."""
    known = precisions()
    names = rule.split(".")
    for length in range(len(names), 0, -1):
        if (found := known.get(f"{kind}/{'.'.join(names[:length])}")) is not None:
            return found
    return known.get(kind, UNMEASURED)


@cache
def precisions() -> MappingProxyType[str, float]:
    """`kind` or `kind/rule` -> measured precision."""
    return MappingProxyType({name: float(precision) for name, precision, _, _ in rows("confidence.tsv")})
