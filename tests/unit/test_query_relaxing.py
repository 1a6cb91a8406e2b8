"""A query that nothing answers can be asked again, a little looser."""

from __future__ import annotations

import pytest

from aipolicy_index.query import describe, parse
from aipolicy_index.query.nodes import Query, Word, leaves
from aipolicy_index.query.relaxing import relaxed, replaced, within_one_edit


@pytest.mark.parametrize(
    ("typed", "looser"),
    [
        ("Altmann meta", "Altmann~ meta~"),
        ("titer:macron", "titer~ macron~"),
        ('titre:amande "IA générative" -gogle', 'titre:amande~ "IA générative" -gogle~'),
        ("quelle amande ?", "quelle amande~ ?"),
        ("régul* =décision GPT-4o date:2025", "régul* =décision GPT-4o date:2025"),
        ("", ""),
    ],
)
def test_plain_words_may_be_matched_within_one_edit(typed, looser):
    assert within_one_edit(parse(typed)) == looser
    assert parse(looser).diagnostics == ()


@pytest.mark.parametrize(
    ("typed", "words", "firm"),
    [
        ("amende meta", 2, 0),
        ("la amende", 1, 0),
        ('amende "IA générative" lang:fr -google', 2, 2),
        ("amende", 1, 0),
        ("amende OU meta", 0, 0),
        ("amende NEAR/3 meta cnil", 2, 0),
        ("(amende OU sanction) meta date:2025", 2, 1),
        ("amende NEAR/3 meta", 0, 0),
        ('"IA générative"', 0, 0),
        ("@montant amende", 2, 0),
        ("lang:fr", 0, 0),
        ("", 0, 0),
    ],
)
def test_what_stands_side_by_side_is_relaxed(typed, words, firm):
    loose, held = relaxed(parse(typed).root)
    assert (len(loose), len(held)) == (words, firm)


def test_better_words_take_the_place_of_words():
    query = parse("(amande OU titre:meta) SAUF gogle NEAR/2 cnil")
    slip = next(node for node, _ in leaves(query.root) if isinstance(node, Word) and node.text == "amande")
    better = replaced(query.root, {slip: "amende"})
    assert describe(Query(query.text, better), "fr") == "(amende OU titre:meta) SAUF gogle NEAR/2 cnil"
    assert replaced(None, {}) is None
