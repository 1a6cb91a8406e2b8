"""A body that frames the clause of a person, heads it or is led by the person is the person's."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def organisation(text: str, language: str) -> str | None:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return find(page, tagging=False).of(FactKind.PERSON)[0].organisation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du côté de la Cnil, Odile Vannier temporise.", "Cnil"),
        ("À la tête de l'Arcom depuis 2022, Odile Vannier temporise.", "Arcom"),
        ("Recruté par Microsoft en janvier, Lucien Ferrat vit à Paris.", "Microsoft"),
        ("Pour Microsoft, Odile Vannier explique que le texte est flou.", "Microsoft"),
        ("Pour Microsoft, Odile Vannier est une adversaire redoutable.", None),
        ("Fondée par Odile Vannier en 2020, la société Boréa vend des logiciels.", "Boréa"),
        ("La société Boréa, fondée en 2019 par Odile Vannier, vend des logiciels.", "Boréa"),
        ("Le syndicat Boréa, représenté par Odile Vannier, a quitté la table.", "Boréa"),
        ("La société Boréa, dont Odile Vannier est la directrice technique, se tait.", "Boréa"),
        ("Odile Vannier, dont l'entreprise Boréa vend des logiciels, se tait.", "Boréa"),
        ("Les avocats de Microsoft, dont Odile Vannier, ont plaidé.", "Microsoft"),
        ("Ancienne de Google, Odile Vannier dirige désormais l'Inria.", "Inria"),
        ("Microsoft, dont Odile Vannier se méfie, a réagi.", None),
        ("Chez Thales, le syndicaliste Lucien Ferrat craint un plan social.", "Thales"),
        ("Au ministère du Travail, Odile Vannier planche sur un décret.", "ministère du Travail"),
        ("Odile Vannier a quitté Meta pour fonder Kalvia.", "Kalvia"),
        ("Le géant Samsung, par la voix de son vice-président Lucien Ferrat, a promis un correctif.", "Samsung"),
    ],
)
def test_the_body_around_a_french_clause(text: str, expected: str | None) -> None:
    assert organisation(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For Amnesty International, Mary Bowditch said workers needed a say.", "Amnesty International"),
        ("For Microsoft, Mary Bowditch was a problem.", None),
        ("Hired by Microsoft in May, Peter Lund lives in Paris.", "Microsoft"),
        ("Founded by Mary Bowditch in 2018, Microsoft makes software.", "Microsoft"),
        ("Peter Lund left Google to lead Microsoft.", "Microsoft"),
        ("Lawyers for Microsoft, including Rupert Hale, argued the opposite.", "Microsoft"),
        ("Peter Lund, formerly of DeepMind, has joined OpenAI.", "OpenAI"),
        ("Former Google engineer Peter Lund now runs Microsoft.", "Microsoft"),
        ("Speaking for the BBC, Peter Lund said the licence was unfair.", "BBC"),
        ("Lawyer Mary Bowditch, representing OpenAI, said the claim was baseless.", "OpenAI"),
        ("Peter Lund left Google to start Kettleworks in 2023.", "Kettleworks"),
        ("Competitors of Microsoft, including Rupert Hale, argued the opposite.", None),
    ],
)
def test_the_body_around_an_english_clause(text: str, expected: str | None) -> None:
    assert organisation(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La directrice des affaires publiques de Kalvia, Odile Vannier, se tait.", "Kalvia"),
        ("Le préfet de Kerzalon, Lucien Ferrat, se tait.", None),
        ("Odile Vannier, qui gère la communication de Kalvia, se tait.", "Kalvia"),
        ("Odile Vannier, qui gère la circulation de Paris, se tait.", None),
        (
            "Chercheuse au laboratoire de sociologie de Nanterre, Odile Vannier doute.",
            "laboratoire de sociologie de Nanterre",
        ),
    ],
)
def test_a_body_that_no_list_knows(text: str, expected: str | None) -> None:
    assert organisation(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fondatrice de l'agence Bonne Pioche, Odile Vannier doute.", "Bonne Pioche"),
        ("Directrice de l'agence Bretagne, Odile Vannier doute.", None),
        ("Vice-présidente du conseil départemental, Odile Vannier doute.", "conseil départemental"),
        ("Meta a coupé le test. « Hélas », a dit Odile Vannier, directrice de la recherche du groupe.", "Meta"),
        ("Sous l'impulsion de Lucien Ferrat, son directeur général, Thales a changé.", "Thales"),
    ],
)
def test_the_body_that_a_role_means(text: str, expected: str | None) -> None:
    assert organisation(text, "fr") == expected


def test_an_english_body_that_no_list_knows() -> None:
    assert organisation("Mary Bowditch, who leads public policy at Kalvia, disagreed.", "en") == "Kalvia"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le sénateur (LR) Lucien Ferrat s'y oppose.", "LR"),
        ("Le maire (LR) de Cholet, Lucien Ferrat, s'y oppose.", "LR"),
        ("Odile Vannier, la maire (PS) de Lorient, a voté contre.", "PS"),
        ("La sénatrice Odile Vannier (Union centriste) a voté contre.", "Union centriste"),
        ("La sénatrice Odile Vannier (Finistère) a voté contre.", None),
    ],
)
def test_the_party_in_brackets(text: str, expected: str | None) -> None:
    assert organisation(text, "fr") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Odile Vannier, investisseuse dans Microsoft, se dit confiante."),
        ("fr", "Cliente de Microsoft, Odile Vannier a découvert la fuite."),
        ("fr", "Le ministre de l'Économie, Lucien Ferrat, a vu le patron d'OpenAI."),
        ("en", "An early investor in OpenAI, Peter Lund, sold his stake."),
        ("en", "Tesla owner Peter Lund was unharmed."),
        ("en", "Mary Bowditch, an artist suing Microsoft, was pleased."),
        ("en", "The judge overseeing the Google case, Mary Bowditch, was unmoved."),
    ],
)
def test_who_only_deals_with_a_body_is_not_of_it(language: str, text: str) -> None:
    assert organisation(text, language) is None


def test_who_works_at_an_investor_is_of_it() -> None:
    assert organisation("Odile Vannier, investisseuse chez Microsoft, se dit confiante.", "fr") == "Microsoft"


def test_a_title_between_the_role_and_the_name_is_passed_over() -> None:
    text = "L'Ordre des médecins a publié un avis. Son vice-président, le docteur Lucien Ferrat, le défend."
    assert organisation(text, "fr") == "Ordre des médecins"
