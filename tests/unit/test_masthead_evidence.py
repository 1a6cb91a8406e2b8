"""A page tells its medium in many faint ways: together they are enough, and whoever is only credited is never it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.model import Article, Provenance
from aipolicy_index.reading import read_article
from aipolicy_index.reading.masthead.claims import may_be_medium
from aipolicy_index.reading.masthead.patterns import DATA

FRENCH = (
    "La ville avait acheté l'outil en 2022 pour 340 000 euros, sans en parler au conseil. Il donnait à chaque dossier "
    "une note de un à cent, que les agents suivaient presque toujours.\n\n"
    "« Personne ne savait comment la note était calculée », reconnaît Claire Hamelin, présidente du comité d'éthique, "
    "devant les élus réunis mardi soir. Le préfet a demandé un rapport."
)
ENGLISH = (
    "The system cost $1.2 million and was bought in 2022 without a public tender, according to an audit released on "
    "Monday. It gave each case a score from one to 100.\n\n"
    "“Nobody knew how the score was worked out,” said Carol Hampton, who chairs the ethics board, at a hearing on "
    "Tuesday. A report is due by the end of the month."
)
TITRE = "La mairie renonce à son logiciel de tri des demandes"
TITLE = "Council switches off the scoring tool that fined the dead"


def read(text: str, name: str = "article.txt") -> Article:
    return read_article(Path("/nowhere") / name, text.encode())


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("{title}\n\nPropos recueillis par Maëva Lopes pour Lanterne", "Lanterne"),
        ("{title}\n\nPar la rédaction de Marée Noire, avec AFP\n3 juillet 2025", "Marée Noire"),
        ("{title}\n\nTribune publiée dans Le Gué le 3 février 2025", "Le Gué"),
        (
            "{title}\n\nPublié le 4 mars 2025 sur Les Cahiers de la donnée\n\nPar Yohan Tellier",
            "Les Cahiers de la donnée",
        ),
        ("{title}\n\nLe Gué n° 14, printemps 2025\nPar Alix Renard", "Le Gué"),
        ("{title}\nPar Nina Barbier, à Lille | L'Embrun\n3 avril 2025", "L'Embrun"),
        ("Lanterne\nLa lettre des machines\n\n{title}\n\nPar Alix Renard", "Lanterne"),
        (
            "Aller au contenu\nMenu\nMeuse Matin\nJe m'abonne\n\n{title}\n\nAlix Renard\nPublié le 21 mai 2025",
            "Meuse Matin",
        ),
        ("Numérique\n\n{title}\n\nAvec agences\nPublié le 4 mars 2025", None),
        ("La Rochelle\n\n{title}\n\nPar Alix Renard, à La Rochelle | La Rochelle\n4 mars 2025", None),
        ("Économie & Entreprises\nSe connecter\nS'abonner\n\n{title}\n\nPar Alix Renard\n4 mars 2025", None),
        ("Vidéosurveillance\nSe connecter\nS'abonner\n\n{title}\n\nPar Alix Renard\n4 mars 2025", None),
    ],
)
def test_a_french_head_tells_its_medium(head: str, outlet: str | None) -> None:
    article = read(f"{head.format(title=TITRE)}\n\n{FRENCH}")
    assert (article.title, article.outlet) == (TITRE, outlet)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("{title}\n\nBy Jo Holt for Millrace\n\nPublished May 3, 2025", "Millrace"),
        ("{title}\n\nMara Dell\nCoastline Staff\nOct. 12, 2025", "Coastline"),
        ("{title}\n\nBy Ellie Tudor\nReporter, Wye Valley Voice\n6th May 2025", "Wye Valley Voice"),
        ("{title}\n\n4 March 2025\nBethan Rosser\nRadius News, Swansea", "Radius News"),
        ("{title}\n\nFrom the June issue of Tidewater Monthly\n\nBy Celeste Orr", "Tidewater Monthly"),
        (
            "The Ridge Courier – Serving the valley since 1887\n\n{title}\n\nBy Dan Kovac\nMay 6, 2025",
            "The Ridge Courier",
        ),
        ("{title}\n\nLena Fox\nPublished in\nCobalt\nMay 6, 2025", "Cobalt"),
        ("{title}\n\nLumen & Oak | 3 December 2025 | Sara Hartog", "Lumen & Oak"),
        ("Health Tech\n\n{title}\n\nBy Celeste Orr\nMarch 4, 2025\nHealth Tech Correspondent", None),
        ("{title}\n\nBy WANGARI MUTISO\nTuesday, March 4, 2025", None),
        ("{title}\n\nBy Ida Kerr\nReporter, politics\nMarch 4, 2025", None),
        ("Home   News and communications\n\n{title}\n\nBy Ida Kerr\nMarch 4, 2025", None),
    ],
)
def test_an_english_head_tells_its_medium(head: str, outlet: str | None) -> None:
    article = read(f"{head.format(title=TITLE)}\n\n{ENGLISH}")
    assert (article.title, article.outlet) == (TITLE, outlet)


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("Suivez toute l'actualité de La Gazette du Gué sur WhatsApp", "La Gazette du Gué"),
        ("Vous avez aimé ce numéro du Fil vert ? Faites-le suivre.", "Le Fil vert"),
        ("Suivez Lanterne sur Google Actualités", "Lanterne"),
        ("L'application Lanterne : toute l'actualité en un coup d'œil", "Lanterne"),
        ("Abonnez-vous à l'infolettre du Courrier du Gué", "Le Courrier du Gué"),
        ("Lanterne est un média indépendant, financé par ses lecteurs.", "Lanterne"),
        ("Cet article fait partie du dossier de La Revue du Gué : machines", "La Revue du Gué"),
        ("Sur le même sujet\nNewsletter Santé : recevez chaque semaine nos articles", None),
        ("Suivez-nous sur Instagram\nAbonnez-vous à notre chaîne WhatsApp", None),
        ("À propos de Vermeil\nVermeil est une société de Lille.", None),
        ("(Photo AFP)\nMots-clés : Bercy, Vermeil", None),
    ],
)
def test_a_french_foot_tells_its_medium(foot: str, outlet: str | None) -> None:
    assert read(f"{TITRE}\n\nPar Alix Renard\n4 mars 2025\n\n{FRENCH}\n\n{foot}").outlet == outlet


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("Follow Savanna Post on WhatsApp", "Savanna Post"),
        ("Thanks for reading Backlot! Subscribe for free.", "Backlot"),
        ("Download the Harrow app", "Harrow"),
        ("This story was originally published by Undertow.", "Undertow"),
        ("Harbour Street is a reader-funded newsroom.", "Harbour Street"),
        ("© 2025 GroundSwell. This article is under a Creative Commons licence.", "GroundSwell"),
        ("No part may be reproduced without permission from Savanna Post.", "Savanna Post"),
        ("Sign up for our Politics Essential newsletter", None),
        ("Related topics\nNorthbridge\nHousing", None),
        ("Photograph: Rory Cole/Alamy", None),
        ("© 2025 Getty Images", None),
    ],
)
def test_an_english_foot_tells_its_medium(foot: str, outlet: str | None) -> None:
    assert read(f"{TITLE}\n\nBy Celeste Orr\n4 March 2025\n\n{ENGLISH}\n\n{foot}").outlet == outlet


@pytest.mark.parametrize(
    ("sentences", "outlet"),
    [
        (
            "« On ne nous a rien demandé », confie à Sillages une salariée. Contactée par Sillages, la mairie se tait.",
            "Sillages",
        ),
        ("Contactée par Sillages, la mairie se tait. Selon Sillages, elle savait, et Sillages l'écrit.", None),
        (
            "“Nobody asked us,” a teacher told Northwind. The firm left questions from Northwind unanswered.",
            "Northwind",
        ),
        ("She told Congress twice that it was safe, then told Congress it was not.", None),
        ("He told The New York Times he was sorry, and told Reuters the same.", None),
        ("Contacté par l'AFP, le ministère se tait. Dans une note consultée par Reuters, il doute.", None),
    ],
)
def test_who_asks_and_is_told_is_the_medium(sentences: str, outlet: str | None) -> None:
    assert read(f"{TITLE}\n\n4 March 2025\n\n{ENGLISH} {sentences}").outlet == outlet


@pytest.mark.parametrize(
    ("page", "outlet"),
    [
        ("{title}\n\nMikaël Leblond (20 Minutes)\n4 mars 2025\n\n{body}", "20 Minutes"),
        ("{title} - RTS\n\nPar Alix Renard\n\n{body}", "RTS"),
        ("{title}\n\nPar Alix Renard - a.renard@sudouest.fr\n\n{body}", "Sud Ouest"),
        ("Le Soir\nBelgique\n{title}\n\nPar Alix Renard\n\n{body}", "Le Soir"),
        ("{title}\n\nLOUIS MORAND LA PRESSE\nPublié hier à 16 h 12\n\n{body}", "LA PRESSE"),
        ("{title}\n\nLe Monde avec AFP et Reuters\nPublié le 3 mars 2025\n\n{body}", "Le Monde"),
        ("{title}\n\nPar Alix Renard\n\n{body} « C'est une première », a dit l'avocat au Monde.", None),
        ("{title}\n\nPar Alix Renard\n\n{body}\n\nÀ lire aussi\nLe Temps des machines", None),
    ],
)
def test_a_known_medium_needs_no_more_than_its_place(page: str, outlet: str | None) -> None:
    assert read(page.format(title=TITRE, body=FRENCH)).outlet == outlet


def test_the_dateline_says_more_than_a_credit_behind_the_headline() -> None:
    article = read(f"Apple to buy chip maker Quillon - Bloomberg News\n\nNEW YORK, March 4 (Reuters) - {ENGLISH}")
    assert (article.outlet, article.provenance["outlet"]) == ("Reuters", Provenance.DATELINE)


def test_a_press_release_is_its_issuers() -> None:
    release = f"COMMUNIQUÉ DE PRESSE\nParis, le 12 mai 2025\n\n{TITRE}\n\n{FRENCH}\n\nContact presse\n"
    assert read(f"{release}Ministère du Littoral\n01 40 00 00 00").outlet == "Ministère du Littoral"
    assert read(f"{release}Ministère du Littoral\nInstitut de la Dune et des Sables").outlet is None


def test_a_saved_page_is_no_medium_by_its_address() -> None:
    page = (
        "<html lang='fr'><head><title>{title} - Le Soir</title><meta property='og:site_name' content='{site}'></head>"
        "<body><article><h1>{title}</h1><p>{body}</p></article></body></html>"
    )
    saved = read(page.format(title=TITRE, site="www.lesoir.be", body=FRENCH), "page.html")
    assert (saved.title, saved.outlet) == (TITRE, "Le Soir")
    stated = read(page.format(title=TITRE, site="Lanterne", body=FRENCH), "page.html")
    assert (stated.outlet, stated.provenance["outlet"]) == ("Lanterne", Provenance.METADATA)


def rows_of(name: str, width: int) -> list[list[str]]:
    rows = [line.split("\t") for line in data_lines(name, DATA)]
    assert {len(row) for row in rows} == {width}
    return rows


def test_the_data_of_the_medium_is_well_formed() -> None:
    for strength, where, language, pattern in rows_of("outlet_lines.tsv", 4):
        assert strength in ("sure", "likely", "faint") and where in ("head", "foot", "any") and language in ("fr", "en")
        assert pattern.count("@") == 1 and re.compile(pattern)
    known = [name for _, names in rows_of("known_media.tsv", 2) for name in names.split("|")]
    assert all(may_be_medium(name) for name in known)
    assert {sort for sort, _ in rows_of("no_medium_names.tsv", 2)} == {"word", "first", "place", "agency"}
