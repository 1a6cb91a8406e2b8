"""What the reader types becomes the tree that they mean, and never an error."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_index.model import FactKind
from aipolicy_index.query import describe, parse
from aipolicy_index.query.nodes import (
    And,
    FactNear,
    Field,
    Form,
    InLanguage,
    InState,
    Mentions,
    Money,
    Near,
    Not,
    Or,
    Phrase,
    Published,
    Word,
    leaves,
)

TODAY = date(2026, 3, 15)


def understood(text: str, language: str = "fr", *, typing: bool = False) -> str:
    return describe(parse(text, today=TODAY, typing=typing), language)


def codes(text: str, *, typing: bool = False) -> list[str]:
    return [diagnostic.code for diagnostic in parse(text, today=TODAY, typing=typing).diagnostics]


def test_words_must_all_match_and_a_dash_excludes():
    assert understood("amende cnil -google") == "amende ET cnil SAUF google"
    assert understood("amende cnil -google", "en") == "amende AND cnil NOT google"


@pytest.mark.parametrize("quoted", ['"IA générative"', "« IA générative »", "“IA générative”", "„IA générative“"])
def test_any_quotes_make_a_phrase(quoted):
    root = parse(quoted).root
    assert isinstance(root, Phrase)
    assert root.text == "IA générative"


def test_operators_in_both_languages_and_groups():
    assert understood("(amende OU sanction) ET Meta SAUF Irlande") == "(amende OU sanction) ET Meta SAUF Irlande"
    assert understood("(amende OR sanction) AND Meta NOT Irlande") == "(amende OU sanction) ET Meta SAUF Irlande"


def test_operators_are_capitals_only():
    assert [node.text for node, _ in leaves(parse("chaud et froid ou rien").root)] == [
        "chaud",
        "et",
        "froid",
        "ou",
        "rien",
    ]


def test_both_is_tighter_than_either():
    root = parse("amende Meta OU sanction").root
    assert isinstance(root, Or)
    assert isinstance(root.children[0], And)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("titre:amende", Field.TITLE),
        ("title:amende", Field.TITLE),
        ("média:monde", Field.OUTLET),
        ("media:monde", Field.OUTLET),
        ("personne:clegg", Field.PERSON),
        ("PERSONNE:clegg", Field.PERSON),
        ("org:meta", Field.ORGANISATION),
        ("lieu:paris", Field.PLACE),
        ("produit:llama", Field.PRODUCT),
        ("citation:transparence", Field.QUOTE),
        ("speaker:altman", Field.SPEAKER),
    ],
)
def test_fields_in_both_languages(text, field):
    root = parse(text).root
    assert isinstance(root, Word)
    assert root.field is field


def test_a_field_takes_a_phrase_or_a_group():
    phrase = parse('personne:"Nick Clegg"').root
    assert isinstance(phrase, Phrase)
    assert phrase.field is Field.PERSON
    group = parse("titre:(amende OU sanction)").root
    assert [node.field for node, _ in leaves(group)] == [Field.TITLE, Field.TITLE]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("date:2026-01..2026-03", date(2026, 1, 1), date(2026, 3, 31)),
        ("date:2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("date:2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("date:17/06/2025", date(2025, 6, 17), date(2025, 6, 17)),
        ("date:>2024", date(2025, 1, 1), None),
        ("date:<=2024", None, date(2024, 12, 31)),
        ("date:..2024", None, date(2024, 12, 31)),
        ("date:2024..", date(2024, 1, 1), None),
        ("after:2025-06", date(2025, 6, 1), None),
        ("après:2025-06", date(2025, 6, 1), None),
        ("before:2025-06", None, date(2025, 5, 31)),
        ("avant:2025", None, date(2024, 12, 31)),
        ("depuis:30j", date(2026, 2, 13), None),
        ("since:2w", date(2026, 3, 1), None),
        ("date:hier", date(2026, 3, 14), date(2026, 3, 14)),
    ],
)
def test_publication_dates(text, first, last):
    root = parse(text, today=TODAY).root
    assert isinstance(root, Published)
    assert (root.first, root.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "least", "most", "currency"),
    [
        ("montant:>10M€", 10e6, None, "EUR"),
        ("money:>10M", 10e6, None, None),
        ("montant:<=1,5Md€", None, 1.5e9, "EUR"),
        ("montant:10M..50M$", 10e6, 50e6, "USD"),
        ("montant:200000", 200e3, 200e3, None),
        ('montant:"200 000 euros"', 200e3, 200e3, "EUR"),
        ("montant:$5bn", 5e9, 5e9, "USD"),
    ],
)
def test_amounts(text, least, most, currency):
    root = parse(text).root
    assert isinstance(root, Money)
    assert (root.least, root.most, root.currency) == (least, most, currency)


def test_other_filters():
    assert isinstance(parse("lang:fr").root, InLanguage)
    assert isinstance(parse("mentions:2024-11").root, Mentions)
    states = [parse(text).root for text in ("is:unread", "is:starred", "est:favori")]
    assert [state.state for state in states if isinstance(state, InState)] == ["unread", "starred", "starred"]


@pytest.mark.parametrize(
    ("text", "form"),
    [("régul*", Form.PREFIX), ("Altmann~", Form.FUZZY), ("Altmann~1", Form.FUZZY), ("=décision", Form.EXACT)],
)
def test_word_forms(text, form):
    root = parse(text).root
    assert isinstance(root, Word)
    assert root.form is form


def test_near_words_and_facts():
    near = parse("amende NEAR/8 Meta").root
    assert isinstance(near, Near)
    assert near.distance == 8
    fact = parse("amende NEAR/8 @montant").root
    assert isinstance(fact, Near)
    assert isinstance(fact.right, FactNear)
    assert fact.right.kind is FactKind.MONEY
    loose = parse('"amende Meta"~8').root
    assert isinstance(loose, Phrase)
    assert loose.distance == 8


def test_a_question_keeps_only_its_telling_words():
    assert understood("Quelle amende pour Meta en Irlande ?") == "amende Meta Irlande\N{NO-BREAK SPACE}?"
    assert understood("Qu'est-ce que l'IA a-t-elle changé ?") == "l'IA ET changé"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("où a eu lieu le sommet", "lieu ET sommet"),
        ("la Cnil n'a pas été entendue", "Cnil ET entendue"),
        ("le sommet de l'été", "sommet ET l'été"),
        ("what the eu does", "eu"),
        ("rules about AI after the summit", "rules ET AI ET summit"),
        ("LA CNIL ET META", "CNIL ET META"),
        ("who paid Google 200 000?", "paid Google ET 200 000\N{NO-BREAK SPACE}?"),
        ("une amende de 200 000, date:2025?", "amende ET 200 000 ET date:2025-01-01..2025-12-31"),
        ("amende date:2025..", "amende ET date:2025-01-01.."),
        ("QUELLE AMENDE POUR META EN IRLANDE", "AMENDE META IRLANDE\N{NO-BREAK SPACE}?"),
        ("WHO AI", "WHO ET AI"),
    ],
)
def test_small_words_are_told_by_what_stands_around_them(typed, meant):
    assert understood(typed) == meant


def test_stop_words_alone_are_looked_for():
    assert understood("qui") == "qui"


def test_acronyms_are_no_stop_words():
    assert understood("AI Act EU été") == "AI ET Act ET EU ET été"


def test_the_last_word_typed_may_be_incomplete():
    root = parse("amende cni", typing=True).root
    assert isinstance(root, And)
    assert [child.form for child in root.children if isinstance(child, Word)] == [Form.ANY, Form.PARTIAL]
    finished = parse("amende cnil ", typing=True).root
    assert isinstance(finished, And)
    assert [child.form for child in finished.children if isinstance(child, Word)] == [Form.ANY, Form.ANY]


@pytest.mark.parametrize(
    ("text", "code", "start", "end"),
    [
        ('amende "IA gén', "query.open_quote", 7, 8),
        ("(amende OU", "query.dangling_operator", 8, 10),
        ("amende ET", "query.dangling_operator", 7, 9),
        ("amende SAUF", "query.dangling_operator", 7, 11),
        ("amende NEAR/3", "query.dangling_operator", 7, 13),
        ("amende )", "query.unexpected_parenthesis", 7, 8),
        ("(amende", "query.open_parenthesis", 0, 1),
        ("amende titre:", "query.empty_field", 7, 13),
        ("titer:amende", "query.unknown_field", 0, 6),
        ("date:demain-soir", "query.bad_published", 5, 16),
        ("montant:beaucoup", "query.bad_money", 8, 16),
        ("is:perdu", "query.bad_state", 3, 8),
        ("lang:xx", "query.bad_language", 5, 7),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, code, start, end):
    told = [(each.code, each.span.start, each.span.end) for each in parse(text, today=TODAY).diagnostics]
    assert (code, start, end) in told


def test_an_unknown_field_is_text_with_a_hint():
    query = parse("titer:amende")
    assert [node.text for node, _ in leaves(query.root)] == ["titer", "amende"]
    assert query.diagnostics[0].values["near"] == "titre"


def test_ordinary_colons_and_addresses_are_no_fields():
    assert codes("https://example.org/ia Meta : l'amende IA: quel avenir") == []


def test_what_is_understood_reads_back_the_same():
    for text in ("amende ET cnil SAUF google", "titre:amende ET régul*", "amende NEAR/8 @montant", "(a1 OU b1) ET c1"):
        assert understood(understood(text)) == understood(text)


@given(st.text(alphabet=' \t"«»“”()-=~*:@/.<>ETOUSAFNR&|abé1€\x00\u202e', max_size=60), st.booleans())
@settings(max_examples=400)
def test_nothing_typed_raises(text, typing):
    query = parse(text, today=TODAY, typing=typing)
    assert isinstance(describe(query, "fr"), str)
    assert all(0 <= each.span.start <= each.span.end <= len(text) for each in query.diagnostics)


@given(st.text(max_size=40))
@settings(max_examples=200)
def test_no_text_at_all_raises(text):
    describe(parse(text, typing=True), "en")


@pytest.mark.parametrize("text", ["(" * 5000, "-" * 5000, "a NEAR " * 800, "titre:" * 900, "=" * 3000, "a OU " * 900])
def test_huge_queries_are_answered(text):
    assert isinstance(describe(parse(text), "fr"), str)


def test_not_of_nothing_excluded():
    assert isinstance(parse("-google").root, Not)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("date:17 juin 2025 amende", "date:2025-06-17 ET amende"),
        ("date:1er août 2025", "date:2025-08-01"),
        ("avant:juin 2025", "date:..2025-05-31"),
        ("since:June 2025", "date:2025-06-01.."),
        ("depuis:2 semaines amende", "date:2026-03-01.. ET amende"),
        ("date:2026-03..2026-01", "date:2026-01-01..2026-03-31"),
        ("montant:> 10 millions d'euros", "montant:>10000000EUR"),
        ("montant:>200 000 €", "montant:>200000EUR"),
        ("montant:50M..10M", "montant:10000000..50000000"),
        ("montant:10 millions amende", "montant:10000000 ET amende"),
        ("money:5 billion dollars", "montant:5000000000USD"),
        ("date:2025 12 morts", "date:2025-01-01..2025-12-31 ET 12 ET morts"),
        ("est:lu est:étoilé langue:anglais", "est:lu ET est:étoilé ET langue:en"),
    ],
)
def test_values_may_be_written_in_words_and_in_any_order(typed, meant):
    assert understood(typed) == meant
    assert codes(typed) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Qui a dit que l'IA remplacera les médecins ?", "l'IA remplacera médecins\N{NO-BREAK SPACE}?"),
        ("est-ce que la Cnil peut sanctionner Meta", "Cnil sanctionner Meta\N{NO-BREAK SPACE}?"),
        ("Dans quel pays Meta est-elle poursuivie pour Llama", "pays Meta poursuivie Llama\N{NO-BREAK SPACE}?"),
        ("La Cnil a-t-elle sanctionné Meta et Google", "Cnil sanctionné Meta Google\N{NO-BREAK SPACE}?"),
        ("donne-moi les articles sur Mistral Medium et Nvidia", "Mistral Medium Nvidia\N{NO-BREAK SPACE}?"),
        ("by whom was the Llama licence changed", "Llama licence changed\N{NO-BREAK SPACE}?"),
        ("qui a sanctionné Meta ?", "sanctionné ET Meta"),
        ("rendez-vous Cnil Google Meta", "rendez-vous ET Cnil ET Google ET Meta"),
        ("qui a sanctionné Meta SAUF Google", "sanctionné ET Meta SAUF Google"),
        ("quelle amende Meta (Cnil OU Edpb)", "amende ET Meta ET (Cnil OU Edpb)"),
        ("quelle amende Meta (Cnil OU Edpb) ?", "amende Meta ET (Cnil OU Edpb)\N{NO-BREAK SPACE}?"),
    ],
)
def test_a_question_does_not_insist_on_its_verbs(typed, meant):
    assert understood(typed) == meant


@pytest.mark.parametrize(
    ("typed", "language", "near"),
    [
        ("titer:x", "fr", "titre"),
        ("titer:x", "en", "title"),
        ("autor:x", "fr", "auteur"),
        ("persone:x", "en", "person"),
    ],
)
def test_a_hint_names_a_field_in_the_language_of_the_reader(typed, language, near):
    (note,) = parse(typed, language=language).diagnostics
    assert note.values["near"] == near


def test_an_unknown_kind_of_fact_is_text_with_a_hint():
    query = parse("@montan amende", language="en")
    assert describe(query, "en") == "montan AND amende"
    (note,) = query.diagnostics
    assert (note.code, note.span.start, note.span.end, note.values["near"]) == ("query.unknown_kind", 0, 7, "money")


def test_what_is_too_deep_is_told_once():
    notes = parse("(" * 60 + "amende").diagnostics
    assert [note.code for note in notes].count("query.too_deep") == 1


def test_a_star_before_a_word_is_told_and_the_word_searched():
    assert (understood("*mende"), codes("*mende")) == ("mende", ["query.wildcard_inside"])
