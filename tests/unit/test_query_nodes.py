"""The nodes of the query tree are values: equal where they are of one kind and hold the same."""

from __future__ import annotations

from aipolicy_index.model import Span
from aipolicy_index.query.nodes import And, InLanguage, InState, Mentions, Not, Or, Published, Word

SPAN = Span(0, 2)
WORD = Word("fr", SPAN)


def test_nodes_of_one_kind_that_hold_the_same_are_equal():
    assert And((WORD,)) == And((Word("fr", Span(0, 2)),))
    assert not And((WORD,)) != And((Word("fr", SPAN),))  # noqa: SIM202
    assert hash(And((WORD,))) == hash(And((Word("fr", SPAN),)))


def test_nodes_of_two_kinds_are_never_equal():
    for one, other in (
        (And((WORD,)), Or((WORD,))),
        (InLanguage("fr", SPAN), InState("fr", SPAN)),
        (Published(None, None, SPAN), Mentions(None, None, SPAN)),
        (Not(And((WORD,))), Not(Or((WORD,)))),
        (InLanguage("fr", SPAN), ("fr", SPAN)),
    ):
        assert one != other
        assert not one == other  # noqa: SIM201
