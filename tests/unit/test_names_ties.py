"""A pronoun, a possessive, an office or the place of work ties a person to the body that the text speaks of."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind

CULTURE = "ministre de la Culture, de la Jeunesse et des Sports"


def position(text: str, language: str) -> tuple[str | None, str | None]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    person = find(page, tagging=False).of(FactKind.PERSON)[0]
    return person.role, person.organisation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Du côté de Mistral, on dément. « Non », assure Paul Ferrat, qui y dirige l'essai.", (None, "Mistral")),
        ("Du côté de Mistral, on dément. « Non », dit Paul Ferrat, qui y supervise les achats.", (None, "Mistral")),
        ("Mistral dément. La société cite Paul Ferrat, le directeur technique, en poste.", (None, "Mistral")),
        (
            "Cela fait bondir Odile Vannier. À la Cnil, dont elle est la secrétaire générale, on proteste.",
            ("secrétaire générale", "Cnil"),
        ),
        ("Réuni sous la présidence de Paul Ferrat, l'Arcom a tranché.", (None, "Arcom")),
        ("Réunie sous la direction de Paul Ferrat, la Cnil a tranché.", (None, "Cnil")),
        ("À l'Inria, le chercheur Paul Ferrat reste prudent.", ("chercheur", "Inria")),
        (
            "À l'université de Gand, la professeure de droit public Odile Vannier n'est pas surprise.",
            ("professeure de droit public", "université de Gand"),
        ),
        (f"Le {CULTURE}, Paul Ferrat, a promis un texte.", (CULTURE, None)),
        ("Le conseiller numérique de la présidente, Paul Ferrat, y croit.", ("conseiller numérique", None)),
        ("En mai, mon adjointe, Odile Vannier, est partie.", ("adjointe", None)),
        ("Odile Vannier, ancienne de chez Google, vient de fonder Kalvia.", (None, "Kalvia")),
        ("À la Cnil, on se tait. Paul Ferrat, qui y croit, attend.", (None, None)),
        ("Le patron de Mistral, de passage à Lyon, Paul Ferrat a souri.", (None, None)),
        ("Paul Ferrat", (None, None)),
    ],
)
def test_a_french_sentence_ties_a_person_to_a_body(text: str, expected: tuple[str | None, str | None]) -> None:
    role, organisation = position(text, "fr")
    assert organisation == expected[1]
    assert (role or "").startswith(expected[0] or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“No,” said Simon Hale, the charity Medical Watch's head of campaigns.",
            ("head of campaigns", "Medical Watch"),
        ),
        ("Simon Hale's nonprofit Klarsicht, which sued, asked for more.", (None, "Klarsicht")),
        ("Simon Hale's outfit Klarsicht, which sued, asked for more.", (None, "Klarsicht")),
        ("OpenAI denies it. The company's then head of safety, Mary Hale, left.", ("head of safety", "OpenAI")),
        ("Mary Hale, formerly of Google, has just founded Kalvia.", (None, "Kalvia")),
        ("Simon Hale's boss praised OpenAI.", (None, None)),
    ],
)
def test_an_english_sentence_ties_a_person_to_a_body(text: str, expected: tuple[str | None, str | None]) -> None:
    assert position(text, "en") == expected
