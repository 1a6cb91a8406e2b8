"""What a person does and for whom is read where the text says it, and only there."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def position(text: str, language: str = "fr") -> tuple[str | None, str | None]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    person = find(page, tagging=False).of(FactKind.PERSON)[0]
    return person.role, person.organisation


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ministre de l'Agriculture, Odile Vannier, a réagi.", ("ministre de l'Agriculture", None)),
        ("Le PDG de Microsoft, Lucien Ferrat, a réagi.", ("PDG", "Microsoft")),
        ("« Non », dit Odile Vannier, directrice juridique de la Cnil.", ("directrice juridique", "Cnil")),
        ("Odile Vannier, 43 ans, cheffe de projet chez Thales, a réagi.", ("cheffe de projet", "Thales")),
        ("Odile Vannier, chercheuse au CNRS, a réagi.", ("chercheuse", "CNRS")),
        (
            "Odile Vannier, professeure de droit à l'université de Nantes.",
            ("professeure de droit", "université de Nantes"),
        ),
        ("Odile Vannier (La Quadrature du Net) a réagi.", (None, "La Quadrature du Net")),
        ("Le sociologue Lucien Ferrat, de l'université de Nantes, a réagi.", ("sociologue", "université de Nantes")),
        ("OpenAI, dirigé par Lucien Ferrat, a réagi.", (None, "OpenAI")),
        ("Lucien Ferrat, qui dirige l'Inria, a réagi.", (None, "Inria")),
        ("Lucien Ferrat est le directeur général de Mistral AI.", ("directeur général", "Mistral AI")),
        ("Le député du Parti socialiste Lucien Ferrat a réagi.", ("député", "Parti socialiste")),
        ("Le président sortant de la Cnil, Lucien Ferrat, a réagi.", ("président sortant", "Cnil")),
        ("L'ancienne ministre Odile Vannier a réagi.", ("ancienne ministre", None)),
        ("Odile Vannier, cofondatrice de la start-up Nabla, a réagi.", ("cofondatrice", "Nabla")),
        (
            "Odile Vannier, vice-présidente chargée des affaires publiques d'Orange, a réagi.",
            ("vice-présidente chargée des affaires publiques", "Orange"),
        ),
        ("La société Boréa a été condamnée. Son directeur, Lucien Ferrat, fait appel.", ("directeur", "Boréa")),
        ("Odile Vannier a traversé la place.", (None, None)),
    ],
)
def test_french_roles(text: str, expected: tuple[str | None, str | None]) -> None:
    assert position(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grace Holloway, chief executive of Anthropic, disagreed.", ("chief executive", "Anthropic")),
        ("OpenAI's chief executive Peter Lund disagreed.", ("chief executive", "OpenAI")),
        ("OpenAI CEO Peter Lund disagreed.", ("CEO", "OpenAI")),
        (
            "Peter Lund, a policy analyst at the Brookings Institution, disagreed.",
            ("policy analyst", "Brookings Institution"),
        ),
        ("Grace Holloway, who heads the Federal Trade Commission, disagreed.", (None, "Federal Trade Commission")),
        ("Grace Holloway of the Ada Lovelace Institute disagreed.", (None, "Ada Lovelace Institute")),
        ("Former senator Grace Holloway disagreed.", ("Former senator", None)),
        ("The company's lawyer, Peter Lund, disagreed.", ("lawyer", None)),
        ("Meta said no. Its head of policy, Grace Holloway, disagreed.", ("head of policy", "Meta")),
        ("Peter Lund, 52, a spokesman for Google, disagreed.", ("spokesman", "Google")),
        ("Grace Holloway told reporters that she disagreed.", (None, None)),
        ("Anthropic, founded by Grace Holloway, disagreed.", (None, "Anthropic")),
    ],
)
def test_english_roles(text: str, expected: tuple[str | None, str | None]) -> None:
    assert position(text, "en") == expected


def test_the_role_of_one_person_is_not_given_to_the_next() -> None:
    text = "Chez Microsoft, le directeur juridique, Lucien Ferrat, a répondu à Odile Vannier, avocate."
    page = Page(Article(text=text, source="essai.txt"))
    roles = {one.name: (one.role, one.organisation) for one in find(page, tagging=False).of(FactKind.PERSON)}
    assert roles == {"Lucien Ferrat": ("directeur juridique", "Microsoft"), "Odile Vannier": ("avocate", None)}


def test_a_role_given_once_holds_for_all_mentions() -> None:
    text = "Odile Vannier s'explique. « Oui », dit Mme Vannier. Odile Vannier, présidente de la Cnil, conclut."
    assert position(text) == ("présidente", "Cnil")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« On verra », dit Odile Vannier. Cette chercheuse du CNRS a tout lu.", ("chercheuse", "CNRS")),
        ("« On verra », dit Odile Vannier. L'économiste n'y croit pas.", ("économiste", None)),
        ("À Bercy, le directeur adjoint Lucien Ferrat a réagi.", ("directeur adjoint", "Bercy")),
        ("La députée LFI Odile Vannier a réagi.", ("députée", "LFI")),
        ("Odile Vannier (Droite paysanne) a réagi.", (None, "Droite paysanne")),
        ("L'ingénieure qui l'a conçu, Odile Vannier, a réagi.", ("ingénieure", None)),
        ("Par la voix d'Odile Vannier, la maire a saisi le juge.", (None, None)),
        ("Odile Vannier, 38 ans, anesthésiste à l'hôpital de Vannes, a réagi.", ("anesthésiste", "hôpital de Vannes")),
    ],
)
def test_roles_told_in_other_ways(text: str, expected: tuple[str | None, str | None]) -> None:
    assert position(text) == expected


def test_what_someone_is_also_called_is_the_same_person() -> None:
    text = "Kévin Morlaix, alias K-Zou, un vidéaste, a nié. « Faux », répond K-Zou."
    page = Page(Article(text=text, source="essai.txt"))
    (person,) = find(page).of(FactKind.PERSON)
    assert person.name == "Kévin Morlaix"
    assert len(person.mentions) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre de l'Intérieur Lucien Ferrat a réagi.", ("ministre de l'Intérieur", None)),
        ("La chercheuse en droit public Odile Vannier (CNRS) a réagi.", ("chercheuse en droit public", "CNRS")),
        (
            "Le commissaire européen à la Concurrence, Lucien Ferrat, a réagi.",
            ("commissaire européen à la Concurrence", None),
        ),
        (
            "Odile Vannier, qui enseigne le droit à l'université de Gand, a réagi.",
            ("enseigne le droit", "université de Gand"),
        ),
        ("Odile Vannier, à la tête de l'Arcom, a réagi.", (None, "Arcom")),
        ("Odile Vannier a été nommée directrice de la Cnil.", ("directrice", "Cnil")),
        ("Nommée à la présidence de l'Arcom, Odile Vannier a réagi.", (None, "Arcom")),
        ("Thales, que préside l'ancien ministre Lucien Ferrat, a réagi.", ("ancien ministre", "Thales")),
        ("Thales, dont le directeur juridique est Lucien Ferrat, a réagi.", ("directeur juridique", "Thales")),
        ("Odile Vannier, ingénieure passée par IBM, a réagi.", ("ingénieure", None)),
        ("Lucien Ferrat, chargé du numérique à la Cnil, a réagi.", ("chargé du numérique", "Cnil")),
        ("Odile Vannier, ingénieure passée par IBM et aujourd'hui chez Thales, a réagi.", ("ingénieure", "Thales")),
        ("L'armée de terre, dont Lucien Ferrat pilote les programmes, se tait.", (None, "armée de terre")),
        ("Thales se tait. Sa présidente, l'avocate Odile Vannier, a réagi.", ("présidente", "Thales")),
        ("La journaliste du Monde Odile Vannier a réagi.", ("journaliste", "Monde")),
        (
            "La ministre responsable des Institutions démocratiques, Odile Vannier, a réagi.",
            ("ministre responsable des Institutions démocratiques", None),
        ),
    ],
)
def test_roles_with_what_belongs_to_them(text: str, expected: tuple[str | None, str | None]) -> None:
    assert position(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grace Holloway, who teaches law at Stanford University, disagreed.", ("teaches law", "Stanford University")),
        ("Grace Holloway, now a senior adviser at Google, disagreed.", ("senior adviser", "Google")),
        ("Anthropic, whose chief scientist is Grace Holloway, disagreed.", ("chief scientist", "Anthropic")),
        ("Its head of policy Grace Holloway disagreed.", ("head of policy", None)),
        ("Commerce Secretary Grace Holloway disagreed.", ("Commerce Secretary", None)),
        ("The bill's author, Rep. Grace Holloway, disagreed.", ("Rep.", None)),
        ("Grace Holloway, Northgate Labs' chief scientist, disagreed.", ("chief scientist", "Northgate Labs")),
        ("The Guardian's Grace Holloway disagreed.", (None, "The Guardian")),
        ("Grace Holloway, a moderator employed by Google, disagreed.", ("moderator", "Google")),
        ("Grace Holloway leaves in May to become chief lobbyist at Google.", ("chief lobbyist", "Google")),
    ],
)
def test_english_roles_with_what_belongs_to_them(text: str, expected: tuple[str | None, str | None]) -> None:
    assert position(text, "en") == expected


def test_two_people_share_the_role_that_stands_before_them() -> None:
    text = "Les députés Lucien Ferrat (LR) et Odile Vannier ont signé."
    page = Page(Article(text=text, source="essai.txt"))
    roles = {one.name: one.role for one in find(page, tagging=False).of(FactKind.PERSON)}
    assert roles == {"Lucien Ferrat": "députés", "Odile Vannier": "députés"}


def test_a_description_of_another_person_is_no_role() -> None:
    text = "Pieter Claes (N-VA) a interpellé la ministre flamande Annick Lauwers."
    page = Page(Article(text=text, source="essai.txt"))
    roles = {one.name: one.role for one in find(page, tagging=False).of(FactKind.PERSON)}
    assert roles == {"Pieter Claes": None, "Annick Lauwers": "ministre flamande"}
