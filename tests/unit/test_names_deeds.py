"""Names that no list knows are told by the grammar: what they are said to be, what they do, what is done to them."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.tagger.tagging import tagger_available
from aipolicy_index.model import Article, FactKind

NAMES = ("Bravix", "Harrow Peak", "KfB")
FRENCH_BODIES = (
    "{} est une entreprise technologique mondiale.",
    "L'an dernier, {} est devenue une filiale du groupe.",
    "{} n'est pas encore une banque comme les autres.",
    "{} est l'un des plus grands éditeurs de logiciels du pays.",
    "{} embauche 300 ingénieurs à Lyon et ouvre une usine.",
    "{} va supprimer 1 400 postes sur 5 200.",
    "{} pourrait prendre 25 % du capital.",
    "{} a proposé de vendre séparément une version.",
    "En mai, {} s'est introduite en Bourse.",
    "{} et Microsoft ont signé un accord.",
    "{} et ses salariés attendent.",
    "{} (300 salariés) attend.",
    "Le tribunal oblige {} à ouvrir ses données.",
    "Deux auteurs attaquent {} devant le tribunal.",
    "{} a annoncé réduire ses effectifs.",
    "Le groupe, rebaptisé {}, attend.",
    "L'amende infligée à {} est lourde.",
)
ENGLISH_BODIES = (
    "{} is a technology company based in Oslo.",
    "{} is one of the largest chipmakers in the country.",
    "{} will cut 400 jobs, the unions said.",
    "{} plans to close two plants.",
    "{} was fined $3 million.",
    "In March {} updated its policy.",
    "{} and Microsoft signed a deal.",
    "{}, whose headquarters are in Oslo, won.",
    "{} (300 employees) won.",
    "Regulators are investigating {} over data.",
    "{} insists that it follows the law.",
    "The fine imposed on {} is heavy.",
)


def kinds(text: str, language: str, *, name: str) -> set[FactKind]:
    """The kinds as which this very name is found."""
    page = Page(Article(text=f"{text}\n\nLe reste attend.", source="essai.txt", language=language))
    return {
        entity.kind
        for entity in find(page, tagging=False).all
        if any(text[one.span.start : one.span.end] == name for one in entity.mentions)
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sentence", FRENCH_BODIES)
def test_a_french_sentence_tells_a_body_by_what_it_is_and_does(sentence: str, name: str) -> None:
    assert kinds(sentence.format(name), "fr", name=name) == {FactKind.ORGANISATION}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sentence", ENGLISH_BODIES)
def test_an_english_sentence_tells_a_body_by_what_it_is_and_does(sentence: str, name: str) -> None:
    assert kinds(sentence.format(name), "en", name=name) == {FactKind.ORGANISATION}


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("{} est un chatbot gratuit.", "fr"),
        ("{} a été téléchargé 3 millions de fois.", "fr"),
        ("{} compte 3 millions d'utilisateurs.", "fr"),
        ("La ville a déployé {} en mai.", "fr"),
        ("{} is one of the most used language models.", "en"),
        ("{} was trained on books.", "en"),
    ],
)
def test_a_sentence_tells_a_product(sentence: str, language: str) -> None:
    assert kinds(sentence.format("Zephyl"), language, name="Zephyl") == {FactKind.PRODUCT}


@pytest.mark.parametrize("sentence", FRENCH_BODIES)
def test_the_last_name_of_a_person_stays_one(sentence: str) -> None:
    text = f"Nadia Kessler, députée de l'Isère, a pris la parole. {sentence.format('Kessler')}"
    assert kinds(text, "fr", name="Kessler") <= {FactKind.PERSON}


@pytest.mark.parametrize("sentence", [*FRENCH_BODIES[4:], *ENGLISH_BODIES[2:]])
def test_a_town_stays_one(sentence: str) -> None:
    language = "fr" if sentence in FRENCH_BODIES else "en"
    assert FactKind.PRODUCT not in kinds(sentence.format("Lyon"), language, name="Lyon")
    assert FactKind.PERSON not in kinds(sentence.format("Lyon"), language, name="Lyon")


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Bravix a dormi hier.", "fr"),
        ("Bravix est une avocate lyonnaise.", "fr"),
        ("Bravix est un roman.", "fr"),
        ("« Tant pis », a lancé Bravix.", "fr"),
        ("Elle a quitté Bravix en mai.", "fr"),
        ("Personne n'a signé l'accord.", "fr"),
        ("Nobody signed the contract.", "en"),
        ("Engineers built a model.", "en"),
        ("Paul Bravix et ses salariés attendent.", "fr"),
        ("Paul Bravix a levé 3 millions d'euros.", "fr"),
        ("Le maire de Bravix va supprimer 400 postes.", "fr"),
        ("Bravix likes coffee.", "en"),
        ("Bravix is a bank robber.", "en"),
        ("Nadia Lindgren wept. The Lindgrens sued the school.", "en"),
    ],
)
def test_a_sentence_that_tells_no_body_finds_none(sentence: str, language: str) -> None:
    names = ("Lindgrens", "Paul Bravix", "Bravix", "Personne", "Nobody", "Engineers")
    name = next(one for one in names if one in sentence)
    assert FactKind.ORGANISATION not in kinds(sentence, language, name=name)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Lexora est une entreprise. Lexora Ask, un chatbot, répond.", FactKind.ORGANISATION),
        ("Le chatbot Lexora Ask répond à tout. Lexora va supprimer 40 postes.", FactKind.ORGANISATION),
        ("Le chatbot Lexora Ask répond à tout. Lexora a été téléchargé 3 millions de fois.", FactKind.PRODUCT),
    ],
)
def test_a_company_is_no_short_form_of_its_product(sentence: str, expected: FactKind) -> None:
    assert kinds(sentence, "fr", name="Lexora") == {expected}


@pytest.mark.parametrize("sentence", ["Apprendre est un outil.", "Éduquer est un service public."])
def test_an_infinitive_that_opens_a_sentence_is_no_product(sentence: str) -> None:
    assert kinds(sentence, "fr", name=sentence.split()[0]) == set()


@pytest.mark.skipif(not tagger_available(), reason="the tagger's library is not installed")
def test_the_tagger_has_its_say_of_two_words_that_may_be_a_person() -> None:
    text = "Okwui Adeyemi a levé 3 millions d'euros."
    page = Page(Article(text=f"{text}\n\nLe reste attend.", source="essai.txt", language="fr"))
    assert not find(page, tagging=True).of(FactKind.ORGANISATION)
