"""A query that nothing answers can be asked again, a little looser."""

from __future__ import annotations

import pytest

from aipolicy_index.query import describe, parse
from aipolicy_index.query.nodes import Query, Word, leaves
from aipolicy_index.query.relaxing import looser, relaxed, replaced, within_one_edit


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


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ('"premier ministre Fillon"', ['"premier ministre Fillon"~8', "premier ministre Fillon"]),
        ("« a b »~12", ["« a b »~24", "a b"]),
        ('"a « b » c"', ['"a « b » c"~8', "a « b » c"]),
        ("amende NEAR/2 Microsoft", ["amende NEAR/30 Microsoft", "amende Microsoft"]),
        ("amende NEAR (Meta OU Google)", ["amende NEAR/30 (Meta OU Google)", "amende (Meta OU Google)"]),
        ("a NEAR b NEAR/20 c", ["a NEAR/30 b NEAR/40 c", "a b c"]),
        ("amende NEAR/8 @montant", ["amende NEAR/30 @montant", "amende @montant"]),
        ('titre:"tour de france" -froome', ['titre:"tour de france"~8 -froome', "titre:(tour de france) -froome"]),
        ('="Le Monde" =Meta', ['"Le Monde"~8 Meta', "Le Monde Meta"]),
        ('"amende de', ["amende de"]),
        ('amende -"tour de france"', []),
        ("amende cnil", []),
        ("", []),
    ],
)
def test_phrases_and_pairs_are_loosened_step_by_step(typed, asked):
    assert list(looser(parse(typed))) == asked
