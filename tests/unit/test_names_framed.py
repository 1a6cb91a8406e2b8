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
        ("Competitors of Microsoft, including Rupert Hale, argued the opposite.", None),
    ],
)
def test_the_body_around_an_english_clause(text: str, expected: str | None) -> None:
    assert organisation(text, "en") == expected
