"""People are found whatever their name looks like, once each, and nobody else is."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def people(text: str, language: str = "fr", *, tagging: bool = False) -> dict[str, Entity]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return {entity.name: entity for entity in find(page, tagging=tagging).of(FactKind.PERSON)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("« Nous tiendrons », a promis Jeanne Rochambeau hier soir.", {"Jeanne Rochambeau"}),
        ("Le rapport de Charles-Édouard de Villemorin accable la région.", {"Charles-Édouard de Villemorin"}),
        ("La commissaire Ingrid van der Meulen a signé l'accord.", {"Ingrid van der Meulen"}),
        ("Selon Karl von Lindenau, le contrat est caduc.", {"Karl von Lindenau"}),
        ("Youssef El Mansouri dirige le laboratoire depuis un an.", {"Youssef El Mansouri"}),
        ("Le ministre Tarek ben Romdhane a répondu aux députés.", {"Tarek ben Romdhane"}),
        ("Marie-Ange Le Floc'h-Dubreuil préside la séance.", {"Marie-Ange Le Floc'h-Dubreuil"}),
        ("J. R. Castellane, l'avocat de la société, a fait appel.", {"J. R. Castellane"}),
        ("Thierry BOISROND et Aminata DIOUF ont paraphé le texte.", {"Thierry BOISROND", "Aminata DIOUF"}),
        ("L'avocat Timothy O'Connell a pris la parole.", {"Timothy O'Connell"}),
        ("La députée Patience N'Dri a voté contre.", {"Patience N'Dri"}),
        ("« Non », a tranché Mme Delcambre, avant de quitter la salle.", {"Delcambre"}),
        ("M. Okonjo et le Dr Vasseur ont été entendus.", {"Okonjo", "Vasseur"}),
        ("Avril Delmotte, 43 ans, ne décolère pas.", {"Avril Delmotte"}),
        ("La juge Rose Tardieu a suspendu l'arrêté.", {"Rose Tardieu"}),
        ("Claude Bonnefoy, informaticien, a porté plainte contre son employeur.", {"Claude Bonnefoy"}),
        ("Pierre Marchand et Mai Nguyen ont fondé l'association.", {"Pierre Marchand", "Mai Nguyen"}),
        ("La start-up fondée par Orso Castelli emploie douze personnes.", {"Orso Castelli"}),
        ("La Suissesse Daniela Ruchti a remporté le prix.", {"Daniela Ruchti"}),
        ("Le député LR Bastien Corvol s'est abstenu.", {"Bastien Corvol"}),
    ],
)
def test_french_names_of_every_form(text: str, names: set[str]) -> None:
    assert set(people(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We will appeal,” said Eleanor Whitcombe on Monday.", {"Eleanor Whitcombe"}),
        ("Sen. May Castellanos told reporters she would vote no.", {"May Castellanos"}),
        ("Mark Rose, a nurse, sued the company.", {"Mark Rose"}),
        ("J. D. Hartwell wrote the dissent.", {"J. D. Hartwell"}),
        ("Attorney General Marisol Quintero filed the complaint.", {"Marisol Quintero"}),
        ("The bill's sponsor, John F. Abernathy, did not reply.", {"John F. Abernathy"}),
        ("Harold “Skip” Dunmore chairs the panel.", {"Harold “Skip” Dunmore"}),
        ("The startup was founded by Anneke de Vries in 2021.", {"Anneke de Vries"}),
        ("Its founder, Will Thackeray, left in June.", {"Will Thackeray"}),
        ("Ms. Okafor declined to comment.", {"Okafor"}),
        ("Dame Philippa Stroud said the tool was unlawful.", {"Philippa Stroud"}),
        ("Brightline's chief executive Omar Haddad resigned.", {"Omar Haddad"}),
    ],
)
def test_english_names_of_every_form(text: str, names: set[str]) -> None:
    assert set(people(text, "en")) == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le mistral souffle en avril, puis en mai. Claude est un modèle d'Anthropic.", "fr"),
        ("Lundi, le Président a reçu le Premier ministre à l'Élysée.", "fr"),
        ("Les Américains et les Européens divergent. Intelligence artificielle : le débat.", "fr"),
        ("Chère Madame, Cher Monsieur, votre avis compte.", "fr"),
        ("The President met the Prime Minister in March. Claude is made by Anthropic.", "en"),
        ("Americans and Europeans disagree about Artificial Intelligence.", "en"),
        ("Five Ways To Prepare Your Business For New Rules", "en"),
    ],
)
def test_words_with_a_capital_that_name_nobody(text: str, language: str) -> None:
    assert people(text, language) == {}


def test_last_names_and_titles_join_the_full_name() -> None:
    text = (
        "Solveig Andreassen a démenti. « C'est faux », a dit Mme Andreassen. "
        "Andreassen n'a pas précisé quand. Solveig Andreassen sera entendue lundi."
    )
    found = people(text)
    assert set(found) == {"Solveig Andreassen"}
    assert len(found["Solveig Andreassen"].mentions) == 4
    assert found["Solveig Andreassen"].aliases == ("Andreassen",)


def test_two_people_of_one_last_name_stay_two() -> None:
    text = "Ruth Kowalczyk dirige la banque. Son frère, Adam Kowalczyk, la quitte. « Je pars », dit Adam Kowalczyk."
    assert set(people(text)) == {"Ruth Kowalczyk", "Adam Kowalczyk"}


def test_initials_and_middle_names_are_the_same_person() -> None:
    text = "Donald J. Pemberton signed it. “Done,” Donald Pemberton said. D. Pemberton later denied it."
    assert set(people(text, "en")) == {"Donald J. Pemberton"}


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mme Kerouac a répondu.", "f"),
        ("M. Kerouac a répondu.", "m"),
        ("La directrice Sacha Kerouac a répondu.", "f"),
        ("Élodie Kerouac a répondu.", "f"),
        ("Thibault Kerouac a répondu.", "m"),
    ],
)
def test_gender_comes_from_title_role_or_first_name(text: str, gender: str) -> None:
    (person,) = people(text).values()
    assert person.gender == gender


def test_known_people_are_known_by_their_last_name_alone() -> None:
    assert people("Trump a signé le décret. Musk s'en est réjoui.")["Trump"].known_as == "Donald Trump"
    assert people("Altman told senators that he agreed.", "en")["Altman"].known_as == "Sam Altman"


def test_every_mention_stands_where_it_says() -> None:
    text = "L’avocate Noémie Tessandier plaide. Me Tessandier ira jusqu’au bout."
    page = Page(Article(text=text, source="essai.txt"))
    for entity in find(page, tagging=False).of(FactKind.PERSON):
        for mention in entity.mentions:
            assert "Tessandier" in text[mention.span.start : mention.span.end]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le professeur Janvier Sindayigaya a signé.", {"Janvier Sindayigaya"}),
        ("« Oui », résume A. Gerber-Rochat, qui a lu le texte.", {"A. Gerber-Rochat"}),
        ("La maire, Avril Le Goff (divers gauche), a cédé.", {"Avril Le Goff"}),
        ("Le général Hippolyte d'Estrac a démenti.", {"Hippolyte d'Estrac"}),
        ("Le premier secrétaire du parti Jean-Bernard Ollier a démenti.", {"Jean-Bernard Ollier"}),
        ("La conseillère du Monde Isaure Vatinel a démenti.", {"Isaure Vatinel"}),
        ("Le conseiller de la Maison Blanche Bram Holcomb a démenti.", {"Bram Holcomb"}),
        ("Le secrétaire du Trésor Wendell Oakes a démenti.", {"Wendell Oakes"}),
        ("Le supercalculateur Jean Zay tourne jour et nuit.", set()),
        ("Le militant franco-marocain a parlé. Un Franco-Marocain l'a suivi.", set()),
        ("Le fonds souverain Qadar, actionnaire de Thales, s'impatiente.", set()),
    ],
)
def test_names_beside_other_capitals(text: str, names: set[str]) -> None:
    assert set(people(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jaap de Vries, who sued, has left.", {"Jaap de Vries"}),
        ("Assemblymember Rudy Ochoa wrote the bill.", {"Rudy Ochoa"}),
        ("Olu Fashola's company won the tender.", {"Olu Fashola"}),
        ("The unit was founded by April Fernandes.", {"April Fernandes"}),
        ("In April Google said no.", set()),
        ("The Screen Actors Guild struck.", set()),
        ("Belcourt is to blame, the plaintiffs' lawyer said.", set()),
    ],
)
def test_english_names_beside_other_capitals(text: str, names: set[str]) -> None:
    assert set(people(text, "en")) == names


def test_first_names_and_halves_of_last_names_are_the_same_person() -> None:
    text = "Noémie Delorme-Bemba a démissionné. Mme Delorme s'explique. À 37 ans, Noémie ne regrette rien."
    found = people(text)
    assert set(found) == {"Noémie Delorme-Bemba"}
    assert len(found["Noémie Delorme-Bemba"].mentions) == 3


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "text",
    [
        "Capucine Tellier dirige le",
        "Nommée en mars à la présidence de l'Arcom, Odette Vialatte 5",
        "Zorbl conteste l'amende. La start-up",
        "Zorbl said it would appeal. The company",
        "Odile Vannier, aujourd'hui chez",
        "Dana Kowal has",
        "« Tant pis », assure Dana Kowal (Union du",
        "Dana Kowal, who",
        "Chez Octalys, dont le siège est à Oslo, Dana Kowal",
        "Octalys est l'un des plus grands éditeurs et va supprimer 400",
        "Octalys (300",
        "Anthropic, whose chief scientist is Grace",
        "Karvonne-",
        "Paris et",
    ],
)
def test_a_text_may_end_anywhere(text: str, language: str) -> None:
    words = text.split()
    for size in range(1, len(words) + 1):
        people(" ".join(words[:size]), language)
