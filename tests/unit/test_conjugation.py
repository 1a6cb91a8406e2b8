"""Verb forms made by rule: those that a newspaper uses, irregular ones included."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.grammar import lexicon
from aipolicy_index.facts.grammar.conjugation import Tense, english_forms, french_forms
from aipolicy_index.facts.grammar.lexicon import inquit, readings, saying


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        (
            "annoncer",
            {"annonce", "annoncent", "annonçait", "annonça", "annoncera", "annoncé", "annoncées", "annonçant"},
        ),
        ("exiger", {"exige", "exigeait", "exigea", "exigeant", "exigera"}),
        ("révéler", {"révèle", "révèlent", "révélait", "révélera", "révélé"}),
        ("lever", {"lève", "levait", "lèvera", "levé"}),
        ("appeler", {"appelle", "appelait", "appellera"}),
        ("employer", {"emploie", "employait", "emploiera"}),
        ("interdire", {"interdit", "interdisent", "interdisait", "interdira", "interdite"}),
        ("démentir", {"dément", "démentent", "démentait", "démenti"}),
        ("bannir", {"bannit", "bannissent", "bannissait", "banni", "bannira"}),
        ("reconnaître", {"reconnaît", "reconnaissent", "reconnaissait", "reconnu", "reconnut"}),
        ("craindre", {"craint", "craignent", "craignait", "craindra"}),
        ("promettre", {"promet", "promettent", "promettait", "promis", "promit"}),
        ("prévenir", {"prévient", "préviennent", "prévenait", "prévint", "préviendra"}),
        ("conclure", {"conclut", "concluait", "conclu"}),
        ("répondre", {"répond", "répondent", "répondait", "répondu", "répondit"}),
        ("écrire", {"écrit", "écrivent", "écrivait", "écrivit"}),
        ("saisir", {"saisit", "saisissent", "saisi"}),
        ("avoir", {"a", "ont", "avait", "aura", "aurait", "ayant", "eu"}),
        ("être", {"est", "sont", "était", "sera", "serait", "étant", "été"}),
    ],
)
def test_french_forms(verb: str, forms: set[str]) -> None:
    assert forms <= {form.text for form in french_forms(verb)}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("say", {"says", "said", "saying"}),
        ("ban", {"bans", "banned", "banning"}),
        ("deny", {"denies", "denied", "denying"}),
        ("argue", {"argues", "argued", "arguing"}),
        ("admit", {"admits", "admitted", "admitting"}),
        ("launch", {"launches", "launched", "launching"}),
        ("agree", {"agrees", "agreed", "agreeing"}),
        ("tell", {"tells", "told", "telling"}),
        ("withdraw", {"withdraws", "withdrew", "withdrawn"}),
        ("veto", {"vetoes"}),
    ],
)
def test_english_forms(verb: str, forms: set[str]) -> None:
    assert forms <= {form.text for form in english_forms(verb)}


def test_a_form_knows_its_verb_and_tense() -> None:
    assert ("signer", Tense.FUTURE) in {(one.lemma, one.tense) for one in readings("fr")["signera"]}
    assert ("sign", Tense.PAST) in {(one.lemma, one.tense) for one in readings("en")["signed"]}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_form_of_every_verb_is_read(language: str) -> None:
    forms = french_forms if language == "fr" else english_forms
    for lemma in lexicon._lemmas(language):
        for form in forms(lemma):
            assert (lemma, form.tense) in {(one.lemma, one.tense) for one in readings(language)[form.text]}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_no_form_of_a_verb_has_no_reading(language: str) -> None:
    assert not any(word in readings(language) for word in ("-", "", "zut", "signxx", "ministère"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_there_are_hundreds_of_verbs_of_saying(language: str) -> None:
    assert len(inquit(language) | saying(language)["stance"]) > 150


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_verb_of_saying_has_forms(language: str) -> None:
    verbs = inquit(language) | saying(language)["stance"]
    assert all(verb in {one.lemma for one in readings(language)[verb]} for verb in verbs)
