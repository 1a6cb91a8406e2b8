"""A fact's confidence is the measured precision of its rule, or of the rule's family."""

from __future__ import annotations

from aipolicy_index.facts.confidence import UNMEASURED, confidence, precisions, with_confidence
from aipolicy_index.model import Fact, FactKind, NameDetails, Span


def test_measured_rules_have_a_precision_between_zero_and_one() -> None:
    assert precisions()
    assert all(0.0 <= value <= 1.0 for value in precisions().values())


def test_a_rule_too_rare_to_be_measured_takes_the_precision_of_its_family() -> None:
    assert confidence("quote", "quote.after.of_a_kind_never_seen") == confidence("quote", "quote.after")


def test_a_kind_that_nothing_has_measured_is_half_trusted() -> None:
    assert confidence("horoscope", "stars") == UNMEASURED


def test_facts_take_the_confidence_of_their_rule() -> None:
    fact = Fact(FactKind.PLACE, "Paris", 0, 5, "Paris", NameDetails(), (Span(0, 5),), "no such rule")
    (found,) = with_confidence([fact])
    assert found.confidence == confidence("place", "no such rule")
