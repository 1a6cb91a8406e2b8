"""A pronoun, a possessive, an office or the place of work ties a person to the body that the text speaks of."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind, Span, Zone, ZoneKind

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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre wallon du Numérique Paul Ferrat (MR) refuse.", ("ministre wallon du Numérique", "MR")),
        ("Paul Ferrat (PS), bourgmestre de Liège, refuse.", ("bourgmestre de Liège", "PS")),
        ("L'eurodéputée Odile Vannier (Renew), rapporteure du texte, refuse.", ("eurodéputée", "Renew")),
        ("Notre invitée, Odile Vannier, dirige l'Arcom.", (None, "Arcom")),
        ("Entrée chez Thales en 2019, Odile Vannier a conçu le radar.", (None, "Thales")),
    ],
)
def test_brackets_guests_and_offices_tell_who_a_person_is(text: str, expected: tuple[str | None, str | None]) -> None:
    assert position(text, "fr") == expected


def test_the_line_below_a_headline_tells_who_it_names() -> None:
    headline = "Odile Vannier défend un registre"
    text = f"{headline}\n\nLa directrice de l'Arcom propose une liste des incidents."
    zones = (Zone(Span(0, len(headline)), ZoneKind.TITLE),)
    page = Page(Article(text=text, source="essai.txt", language="fr", title=headline, zones=zones))
    person = find(page, tagging=False).of(FactKind.PERSON)[0]
    assert (person.role, person.organisation) == ("directrice", "Arcom")
