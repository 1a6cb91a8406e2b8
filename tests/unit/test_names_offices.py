"""An office, a task, a post or a possessive says what a person is and for whom, over commas, titles and sentences."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def positions(text: str, language: str = "fr") -> dict[str, tuple[str | None, str | None]]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return {one.name: (one.role, one.organisation) for one in find(page, tagging=False).of(FactKind.PERSON)}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Selon la présidente de la Cnil, le Pr Odile Vannier, rien ne presse.",
            "Odile Vannier",
            ("présidente", "Cnil"),
        ),
        (
            "« Non », dit Odile Vannier, à la tête de l'aile flamande de la Cnil.",
            "Odile Vannier",
            ("à la tête de l'aile flamande", "Cnil"),
        ),
        ("Odile Vannier, en charge de la Cnil, a réagi.", "Odile Vannier", (None, "Cnil")),
        ("Lucien Ferrat, qui pilote les achats, a réagi.", "Lucien Ferrat", ("pilote les achats", None)),
        (
            "Lucien Ferrat, qui enseigne le droit des contrats à l'université de Gand, a réagi.",
            "Lucien Ferrat",
            ("enseigne le droit des contrats", "université de Gand"),
        ),
        (
            "Odile Vannier, patronne du « Petit Mousse » et vice-présidente de la Cnil, a réagi.",
            "Odile Vannier",
            ("vice-présidente", "Cnil"),
        ),
        (
            "Fondée à Lorient par deux anciens, Odile Vannier et Lucien Ferrat, Mistral vend des logiciels.",
            "Lucien Ferrat",
            (None, "Mistral"),
        ),
        (
            "La Cnil a ouvert une enquête, et l'Arcom a refusé. Son directeur, Paul Ferrat, se tait.",
            "Paul Ferrat",
            ("directeur", "Arcom"),
        ),
        ("Le PTB parle d'un scandale. Le parti de Raoul Ferrat s'indigne.", "Raoul Ferrat", (None, "PTB")),
        ("Le PLR trouve que l'on va trop loin. Le député Paul Ferrat s'indigne.", "Paul Ferrat", ("député", "PLR")),
        (
            "L'affaire inquiète OpenAI. La bâtonnière de Lyon, Odile Vannier, se tait.",
            "Odile Vannier",
            ("bâtonnière de Lyon", None),
        ),
        (
            "OpenAI grandit. Elle a fondé la société avec un ami, Lucien Ferrat.",
            "Lucien Ferrat",
            (None, "OpenAI"),
        ),
        (
            "On y voit le chercheur Paul Ferrat, aujourd'hui directeur scientifique.",
            "Paul Ferrat",
            ("directeur scientifique", None),
        ),
        (
            "À la Cnil, dont elle préside le groupe de travail, le Dr Odile Vannier salue la décision.",
            "Odile Vannier",
            (None, "Cnil"),
        ),
        ("OpenAI a recruté Odile Vannier comme directrice.", "Odile Vannier", (None, "OpenAI")),
        ("« Non », répond Odile Vannier au nom de la Cnil.", "Odile Vannier", (None, "Cnil")),
        ("Odile Vannier siège au conseil d'administration de Thales.", "Odile Vannier", (None, "Thales")),
        ("Me Odile Vannier, qui défend Google, a réagi.", "Odile Vannier", (None, "Google")),
        ("Odile Vannier et Paul Ferrat, de l'Inria, ont signé.", "Odile Vannier", (None, "Inria")),
        ("L'équipe de M. Paul Ferrat, à l'Inria, a publié un outil.", "Paul Ferrat", (None, "Inria")),
        ("Odile Vannier quitte Google pour Thales.", "Odile Vannier", (None, "Thales")),
        ("Paul Ferrat, 43 ans, entré chez OpenAI en 2019, attend.", "Paul Ferrat", (None, "OpenAI")),
        ("Odile Vannier (photo), la présidente de la Cnil, attend.", "Odile Vannier", ("présidente", "Cnil")),
        ("Odile Vannier, sociologue (CNRS), attend.", "Odile Vannier", ("sociologue", "CNRS")),
        ("Odile Vannier a confié ses doutes, à l'AFP, lundi.", "Odile Vannier", (None, None)),
    ],
)
def test_a_french_office(text: str, name: str, expected: tuple[str | None, str | None]) -> None:
    assert positions(text)[name] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "Google is growing. The company named Priya Holt chief executive in May.",
            "Priya Holt",
            ("chief executive", "Google"),
        ),
        ("The FTC voted. Commissioner Mark Holt wrote separately.", "Mark Holt", ("Commissioner", "FTC")),
        (
            "Google alumnus Peter Lund, now with the Boston start-up Anthropic, disagreed.",
            "Peter Lund",
            (None, "Anthropic"),
        ),
        (
            "“No,” Union Minister for Electronics and IT Peter Lund said.",
            "Peter Lund",
            ("Union Minister for Electronics and IT", None),
        ),
        ("Dilys Price, 71, a retired vet from Leeds, disagreed.", "Dilys Price", ("retired vet", None)),
        ("Chief constable Peter Lund disagreed.", "Peter Lund", ("Chief constable", None)),
        (
            "Google is growing. It hired Ann Holt in May to replace founder Todd Lind.",
            "Todd Lind",
            ("founder", "Google"),
        ),
        ("Prof Ann Holt, University of Leeds, said no.", "Ann Holt", (None, "University of Leeds")),
        ("Ann Holt, Google and Meta said no.", "Ann Holt", (None, None)),
        (
            "Ann Holt, an attorney with the Tenant Defense Fund, said no.",
            "Ann Holt",
            ("attorney", "Tenant Defense Fund"),
        ),
    ],
)
def test_an_english_office(text: str, name: str, expected: tuple[str | None, str | None]) -> None:
    role, organisation = positions(text, "en")[name]
    assert organisation == expected[1]
    assert (role or "").startswith(expected[0] or "")
