"""The medium and the author are those that the page states, in the page's own spelling, and nothing is guessed."""

from pathlib import Path

import pytest

from aipolicy_index.model import Article, ZoneKind
from aipolicy_index.reading import read_article

BODY = (
    "La Commission européenne a présenté mardi un plan de deux milliards d’euros pour équiper les hôpitaux en outils "
    "d’intelligence artificielle. Le texte doit encore être adopté par les États membres.\n\n"
    "« Nous ne voulons pas d’une machine qui décide à la place des médecins », a prévenu la commissaire à la santé, "
    "Livia Andersson, devant la presse réunie à Bruxelles.\n\n"
    "Selon l’institut Delta, près d’un établissement sur trois utilise déjà un outil de ce type, souvent sans contrat."
)
ENGLISH = (
    "The Senate on Tuesday approved a bill that would force companies to disclose when a customer is talking to a "
    "machine. The vote was 62 to 35.\n\n"
    "“People deserve to know,” said Senator Dana Whitlock, who wrote the bill with a colleague from Ohio, before the "
    "vote. Industry groups said that they would fight it in court."
)
TITLE = "Un plan de deux milliards divise les hôpitaux de la côte"
HEADLINE = "Senate approves a bill on chatbots"


def read(text: str) -> Article:
    return read_article(Path("/nowhere/article.txt"), text.encode())


def lines_of(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[span.start : span.end] for span in article.zone_spans(kind)]


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("L’Éveil d’Aunis — Santé", "L’Éveil d’Aunis"),
        ("Santé | La Gazette des dunes", None),
        ("Santé | La Gazette des Dunes", "La Gazette des Dunes"),
        ("Ouest Info TV > Aunis > La Rochelle", "Ouest Info TV"),
        ("LE BANC NUMÉRIQUE\nLe rendez-vous des machines – n° 87", "LE BANC NUMÉRIQUE"),
        ("Politique | Intelligence artificielle", None),
        ("Sciences > Santé", None),
    ],
)
def test_a_line_above_the_headline_names_the_outlet(above: str, outlet: str | None) -> None:
    article = read(f"{above}\n\n{TITLE}\n\nPar Jeanne Duval\n\n{BODY}")
    assert (article.title, article.outlet) == (TITLE, outlet)


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("© L’Éveil d’Aunis 2024 – Reproduction interdite", "L’Éveil d’Aunis"),
        ("© 2024 L’Éveil du soir", "L’Éveil du soir"),
        ("La Vigie, fondée en 1931. Directeur de la publication : Luc Martin", "La Vigie"),
        ("Phare Info, créé en 2009. Rédacteur en chef : Luc Martin", "Phare Info"),
        ("Le Vieux Quai – S’abonner – Nous contacter – Mentions légales", "Le Vieux Quai"),
        ("Radiomax, fondée en 2015 par deux chercheurs de Nantes", None),
        ("S’abonner – Nous contacter – Mentions légales", None),
    ],
)
def test_a_line_at_the_foot_names_the_outlet(foot: str, outlet: str | None) -> None:
    assert read(f"{TITLE}\n\nPar Jeanne Duval\n\n{BODY}\n\n{foot}").outlet == outlet


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("© 2025 The Quay Media Ltd. All rights reserved.", "The Quay"),
        ("© 2025 Ulster Beacon Newspapers DAC", "Ulster Beacon"),
        ("© 2025 Radiant Media Ltd. All rights reserved.", "Radiant Media"),
        ("Copyright 2019 Two-Rivers Ledger. Distributed by a news service.", "Two-Rivers Ledger"),
        ("This article is part of Antwerp Ledger Pro.", "Antwerp Ledger"),
        ("This article is part of a series on courts.", None),
    ],
)
def test_the_outlet_bears_no_name_of_a_company_or_a_subscription(foot: str, outlet: str | None) -> None:
    seen = "The bill was first seen by The Quay. Write to desk@ulsterbeacon.example."
    assert read(f"{HEADLINE}\n\nBy Karen Dole\n\n{ENGLISH} {seen}\n\n{foot}").outlet == outlet


def test_a_dateline_of_two_places_names_its_agency() -> None:
    article = read(f"{HEADLINE}\n\nBy Karen Dole\n\nOSLO/NEW YORK, Aug 19 (Solstice) - {ENGLISH}")
    assert article.outlet == "Solstice"
    assert "OSLO/NEW YORK, Aug 19 (Solstice) -" in lines_of(article, ZoneKind.PUBLICATION)


@pytest.mark.parametrize(
    ("sentences", "outlet"),
    [
        ("Dans une note que « L’Aubier » a pu consulter, le ministère doute.", "L’Aubier"),
        ("Dans une note que « L’Aubier » a pu consulter, le ministère doute. L’Aubier, un hameau, attend.", None),
        ("Dans une note que L’Aubier a pu consulter, le ministère doute.", None),
    ],
)
def test_a_medium_that_has_read_a_document_is_the_outlet(sentences: str, outlet: str | None) -> None:
    assert read(f"{TITLE}\n\nPar Jeanne Duval\n\n{BODY} {sentences}").outlet == outlet


@pytest.mark.parametrize(
    ("sentences", "outlet"),
    [
        ("The draft was reviewed by Overtide. “It is late,” she told Overtide.", "Overtide"),
        ("The draft was reviewed by Overtide. Overtide employs 40 people, she told Overtide.", None),
        ("The draft was reviewed by Overtide.", None),
    ],
)
def test_a_medium_is_known_by_speaking_of_itself_twice(sentences: str, outlet: str | None) -> None:
    assert read(f"{HEADLINE}\n\nBy Karen Dole\n\n{ENGLISH} {sentences}").outlet == outlet


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("Marie-Soleil Garant-Roy\n\n", "Marie-Soleil Garant-Roy"),
        ("Temps de lecture : 4 min.\nMarie Garant\n\n", "Marie Garant"),
        ("JEANNE DUVAL ET LUC DE LA TOUR\n\nMercredi 22 avril 2026\n\n", "JEANNE DUVAL ET LUC DE LA TOUR"),
        ("Marie-Soleil Garant\nLe Quotidien du Port\nPublié le 7 mai 2024\n\n", "Marie-Soleil Garant"),
        ("Livia Andersson\n\n", None),
        ("— Mairie du Port\n\n", None),
    ],
)
def test_a_name_alone_above_the_body_is_the_authors(lines: str, author: str | None) -> None:
    standfirst = "Les soignants réclament des garanties sur le partage des images. Le juge attend."
    article = read(f"{TITLE}\n\n{standfirst}\n\n{lines}{BODY}")
    assert (article.title, article.author) == (TITLE, author)


def test_the_medium_below_the_author_is_the_outlet() -> None:
    article = read(f"{TITLE}\n\nMarie Garant\nLe Quotidien du Port\nPublié le 7 mai 2024\n\n{BODY}")
    assert (article.author, article.outlet) == ("Marie Garant", "Le Quotidien du Port")
    assert "Le Quotidien du Port" in lines_of(article, ZoneKind.BYLINE)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Karen Dole, Staff Writer | kdole@ledger.example", "Karen Dole"),
        ("By Karen Dole, Associated Press", "Karen Dole"),
        ("By Karen Dole, Charlie West and Ann Lee", "Karen Dole, Charlie West and Ann Lee"),
        ("By KAREN DOLE AND CHARLIE WEST", "KAREN DOLE AND CHARLIE WEST"),
    ],
)
def test_an_author_has_no_function_in_the_name(line: str, author: str) -> None:
    assert read(f"{HEADLINE}\n\n{line}\n\n{ENGLISH}").author == author


def test_names_keep_the_apostrophes_of_the_text() -> None:
    assert read(f"{TITLE}\n\nPar Maud L’Héritier\n\n{BODY}").author == "Maud L’Héritier"


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        (f"ouest.ch\nInfo | Région\n{TITLE}\n\n{BODY}\n\nPlus de contenus sur Ouest Info", "Ouest"),
        (f"{TITLE}\n\nPar Lise Morand\nLe 22 novembre 2024\n\nLa mer. (Photo A. Kerr/La Gazette des Dunes)\n\n{BODY}",
         "La Gazette des Dunes"),
        (f"{HEADLINE}\n\n29 October 2024\nMary Holt\nHarbour News, Cardiff\n\n{ENGLISH}", "Harbour News"),
        (f"{TITLE}\n\nPar Lise Morand\nLe 22 novembre 2024\n\nLa digue. (Photo Ali Kerr/Getty)\n\n{BODY}", None),
    ],
)  # fmt: skip
def test_an_address_a_credit_or_a_line_with_the_town_names_the_outlet(page: str, outlet: str | None) -> None:
    assert read(page).outlet == outlet


def test_an_agency_alone_above_the_date_is_the_author_and_the_day_may_be_joined_by_hyphens() -> None:
    article = read(f"{TITLE}\n\nBelga\nPublié le 14-10-2025 à 16h47 - Mis à jour le 15-10-2025 à 18h05\n\n{BODY}")
    assert (article.author, article.published) == ("Belga", "2025-10-14")
    assert lines_of(article, ZoneKind.BYLINE) == ["Belga"]
