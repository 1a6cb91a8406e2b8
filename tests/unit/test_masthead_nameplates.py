"""The medium is read off the lines beside the headline, whatever they are called, and no topic is taken for one."""

from pathlib import Path

import pytest

from aipolicy_index.model import Article
from aipolicy_index.reading import read_article

FRENCH = (
    "Le gouvernement a présenté mercredi un projet de loi sur les algorithmes de tri, qui doit être examiné en juin "
    "par le Sénat. Le texte prévoit des amendes.\n\n"
    "« Nous ne reculerons pas », a déclaré le ministre à {told}. La mesure coûterait 12 millions d'euros par an, selon "
    "le ministère, qui en attend beaucoup.\n\n"
    "Les syndicats réclament un débat. Ils ont saisi le Conseil d'État, qui doit se prononcer avant la fin de l'année "
    "sur la légalité du dispositif."
)
ENGLISH = (
    "The government on Wednesday unveiled a bill on sorting algorithms, which the Senate is due to examine in June. "
    "The text provides for fines of up to $3 million.\n\n"
    '"We will not back down," the minister told {told}. The measure would cost $12 million a year, according to the '
    "ministry, which expects much of it.\n\n"
    "Unions are calling for a debate. They have gone to court, which is due to rule before the end of the year."
)
TITRE = "Algorithmes de tri : le gouvernement veut des amendes"
TITLE = "Government wants fines for sorting algorithms that go wrong"


def read(text: str) -> Article:
    return read_article(Path("/nowhere/article.txt"), text.encode())


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("L’Aube lémanique | ENQUÊTE\n\n{title}\n\nPar Lise Morand\n3 mars 2025", "L’Aube lémanique"),
        ("Pixelle\n[Menu] [Abonnement] [Recherche]\n\n{title}\n\nLise Morand\nLe 03/03/2025 à 10h12", "Pixelle"),
        ("Direct Actu · Publié le 3 mars 2025 à 18:10\n{title}", "Direct Actu"),
        ("{title}\n\nLise Morand – La Dépêche du Rhin – 3 mars 2025", "La Dépêche du Rhin"),
        ("Le Rappel\nÉdition du lundi 3 mars 2025\n\n{title}\n\nPar Lise Morand", "Le Rappel"),
        ("La Semaine vaudoise, 3 mars 2025\n\n{title}\n\nLise Morand", "La Semaine vaudoise"),
        ("Nouvelles du Golfe ● Économie ● 3 mars 2025\n\n{title}\n\nLise Morand", "Nouvelles du Golfe"),
        ("24 Heures du Rhin\nMonde\n\n{title}\n\nPar Lise Morand\n3 mars 2025", "24 Heures du Rhin"),
        ("Racine & Code\nEntretien\n\n{title}\n\nPar Lise Morand\n3 mars 2025", "Racine & Code"),
        ("{title}\n\nPar Lise Morand (La Voix de la Meuse)\n3 mars 2025", "La Voix de la Meuse"),
        ("{title}\n\nLise Morand, La Voix de la Meuse\n3 mars 2025", "La Voix de la Meuse"),
        ("Revue de presse\n\n{title}\n\nPar Lise Morand\n3 mars 2025", None),
        ("{title}\n\nLise Morand, Rédactrice en chef\n3 mars 2025", None),
        ("Vie privée\n\n{title}\n\nPar Lise Morand\n3 mars 2025", None),
        ("Radiomax\n\n{title}\n\nPar Lise Morand\n3 mars 2025", None),
    ],
)
def test_a_french_page_names_its_medium(head: str, outlet: str | None) -> None:
    article = read(f"{head.format(title=TITRE)}\n\n{FRENCH.format(told='Pixelle')}")
    assert (article.title, article.outlet) == (TITRE, outlet)


@pytest.mark.parametrize(
    ("head", "told", "outlet"),
    [
        ("The Evening Lantern\nPolitics\n\n{title}\n\nMary Holt\nMon 3 Mar 2025", "the Lantern", "The Evening Lantern"),
        ("CAPITOL CIRCUIT: HEALTH\nBy ANNE MOSS\nMarch 3, 2025\n\n{title}", "Circuit", "CAPITOL CIRCUIT"),
        ("Harbour Review of Technology\nIssue 14\n\n{title}\n\nby Mary Holt", "me", "Harbour Review of Technology"),
        ("Silicon Valley\n\n{title}\n\nBy Mary Holt\nMarch 3, 2025", "reporters", None),
        ("House of Commons\n\n{title}\n\nBy Mary Holt\nMarch 3, 2025", "the Commons", None),
        ("Kyoto Protocol\n\n{title}\n\nBy Mary Holt\nMarch 3, 2025", "reporters", None),
    ],
)
def test_an_english_page_names_its_medium(head: str, told: str, outlet: str | None) -> None:
    article = read(f"{head.format(title=TITLE)}\n\n{ENGLISH.format(told=told)}")
    assert (article.title, article.outlet) == (TITLE, outlet)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Le Carnet de Pythie\n\nLe robot et moi.\n\n12 mai 2025", "Le robot et moi."),
        ("La Vigie\nLibre opinion\n\nRobots, mode d'emploi\n\n12 mai 2025", "Robots, mode d'emploi"),
        ("La Vigie - 12/05/2025\nTrompés par une voix\npar Lise Morand", "Trompés par une voix"),
        ("OPINION\n\nStop the robots? No.\n\nMary Holt\n\nMay 12, 2025", "Stop the robots? No."),
        ("The Daily Harbour\nWorld | Asia\n\nTaxed by a machine\n\nBy Mary Holt\n12 May 2025", "Taxed by a machine"),
        ("FOR IMMEDIATE RELEASE\nContact: press@acme.example\n\nHOLT SUES THE MAKER", "HOLT SUES THE MAKER"),
    ],
)
def test_the_headline_is_neither_the_name_of_the_page_nor_an_address(head: str, title: str) -> None:
    assert read(f"{head}\n\n{FRENCH if 'mai' in head or '/' in head else ENGLISH}").title == title


@pytest.mark.parametrize(
    ("head", "foot", "author"),
    [
        ("{title}", "Mame Coumba NDOUR", "Mame Coumba NDOUR"),
        ("{title}", "Mary Holt, May 12, 2025", "Mary Holt"),
        ("{title}\n\nMary Holt in Singapore\n12 May 2025", "", "Mary Holt"),
        ("{title}\n\nWords by Mary Holt. Photographs by Al Kemp", "", "Mary Holt"),
        ("{title}", "SUR LE MÊME SUJET\n• Radiomax lève 30 millions d’euros", None),
    ],
)
def test_a_name_below_the_article_or_with_a_place_is_its_author(head: str, foot: str, author: str | None) -> None:
    assert read(f"{head.format(title=TITLE)}\n\n{ENGLISH}\n\n{foot}").author == author
