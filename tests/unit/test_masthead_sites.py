"""The site above a headline: its name in a row of sections, beside a number, alone above a menu; signatures below."""

from __future__ import annotations

from pathlib import Path

import pytest

from aipolicy_index.model import Article, ZoneKind
from aipolicy_index.reading import read_article

BODY = (
    "La Commission européenne a présenté mardi un plan de deux milliards d’euros pour équiper les hôpitaux en outils "
    "d’intelligence artificielle. Le texte doit encore être adopté, selon un document obtenu par Le Gabier.\n\n"
    "« Nous ne voulons pas d’une machine qui décide à la place des médecins », a prévenu la commissaire à la santé, "
    "Livia Andersson, devant la presse réunie à Bruxelles.\n"
)
ENGLISH = (
    "The governor signed a bill on Tuesday that bars hospitals from letting a program decide whom to treat first, "
    "according to filings reviewed by the Report. The law takes effect in July.\n\n"
    "“A machine should not hold the door,” said the bill's author, Senator Olive Reyes, at a ceremony in the capitol, "
    "where doctors and nurses had gathered since dawn to watch her.\n"
)
HEADLINE = "Un plan de deux milliards divise les hôpitaux"
ENGLISH_HEADLINE = "Governor signs bill on hospital triage"


def read(text: str) -> Article:
    return read_article(Path("/nowhere/article.txt"), text.encode())


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Le Courrier de l’Aven   Finistère   Morlaix   Plouvic\nRéservé aux abonnés\n", "Le Courrier de l’Aven"),
        ("LE GABIER – Quotidien d’information générale\nAccueil  Politique  Économie  Sports\n", "LE GABIER"),
        ("le gabier – enquêtes indépendantes\nENQUÊTE (1/3)\n", "Le Gabier"),
        ("LA LETTRE DU GABIER N° 1 482 - Mercredi 2 septembre 2026\nIndustrie > Défense\n", "LA LETTRE DU GABIER"),
        ("Le Gabier :: économie :: place financière\n", "Le Gabier"),
        ("Radio Penfeld > Podcasts > La revue de presse\n▶ ÉCOUTER (5'12)\n", "Radio Penfeld"),
        ("Le Quotidien du Fjord\nActualités   Politique   Affaires   Sports\nPolitique québécoise\n", None),
    ],
)
def test_a_french_page_opens_with_its_site(above: str, outlet: str | None) -> None:
    article = read(f"{above}{HEADLINE}\nPar Jeanne Duval\n{BODY}")
    assert article.title == HEADLINE
    assert article.outlet == (outlet or "Le Quotidien du Fjord")


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Basin Statehouse Report\nHome / Legislature / Health\n", "Basin Statehouse Report"),
        ("The Report  |  Litigation  |  Intellectual Property\n", "The Report"),
        ("The Basin Post\nHOME  NEWS  COUNTIES  BUSINESS  ePAPER\n", "The Basin Post"),
    ],
)
def test_an_english_page_opens_with_its_site(above: str, outlet: str) -> None:
    article = read(f"{above}{ENGLISH_HEADLINE}\nBy Karen Dole\nMay 9, 2025\n{ENGLISH}")
    assert (article.title, article.outlet) == (ENGLISH_HEADLINE, outlet)


def test_a_kicker_without_blank_lines_is_no_headline() -> None:
    article = read(f"Abo   Riville & régions\nAdministration cantonale\n{HEADLINE}\nAurèle Zuff\n{BODY}")
    assert article.title == HEADLINE


def test_a_headline_of_two_parts_is_no_row_of_sections() -> None:
    assert read(f"OPINION | Ce plan n’existe pas\n\n{BODY}").title == "OPINION | Ce plan n’existe pas"


@pytest.mark.parametrize(
    "line", ["View in browser | Forward to a friend", "Photo Hugo Aubert, archives", "Article réservé à nos abonnés"]
)
def test_furniture_above_a_headline_is_none(line: str) -> None:
    assert read(f"{line}\n{HEADLINE}\nPar Jeanne Duval\n\n{BODY}").title == HEADLINE


@pytest.mark.parametrize(
    "line",
    ["texte JEANNE DUVAL - photo A. Ker", "Jeanne Duval, 12/07/24 à 15h20", "Jeanne Duval | 08/02/2022 | 06:15"],
)
def test_a_signature_below_a_headline_is_no_part_of_it(line: str) -> None:
    article = read(f"{HEADLINE}\n{line}\n\n{BODY}")
    assert article.title == HEADLINE
    assert (article.author or "").lower() == "jeanne duval"


def test_an_agency_goes_by_the_letters_of_its_dateline() -> None:
    text = (
        f"Les banques devront expliquer leurs refus\n\nParis, 24 mai 2018 (AFP) - {BODY}\n© 2018 Agence France-Presse\n"
    )
    assert read(text).outlet == "AFP"


def test_the_name_of_a_paper_is_the_one_that_its_application_bears() -> None:
    text = f"{HEADLINE}\nPar Jeanne Duval\n\n{BODY}\nAppli mobile : téléchargez La Dépêche de l’Aven\n"
    assert read(text).outlet == "La Dépêche de l’Aven"


@pytest.mark.parametrize(
    "line", ["⏱ 9 min   🔊 Écouter   🔖 Enregistrer   ♥ 1,2 k", "Aa   [Print]   [Email]   [LinkedIn]"]
)
def test_a_row_of_buttons_below_a_headline_gives_no_facts(line: str) -> None:
    article = read(f"{HEADLINE}\nPar Jeanne Duval\n{line}\n\n{BODY}")
    assert any(article.text[span.start : span.end] == line for span in article.zone_spans(ZoneKind.FURNITURE))


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (f"{HEADLINE} - Le Républicain de l’Aven\n\nPar Jeanne Duval", "Le Républicain de l’Aven"),
        (f"{HEADLINE} | Avenerama\n\n12 mai 2025", "Avenerama"),
        (f"Titre : {HEADLINE}\nAuteur : Jeanne Duval\nMédia : Aven Info\nDate : 12/05/2025", "Aven Info"),
        (f"Le Courrier de l’Aven, lundi 12 mai 2025, p. 4\n\n{HEADLINE}\n\nJeanne Duval", "Le Courrier de l’Aven"),
        (
            f"Menu\nSe connecter\nLe Républicain de l’Aven\nAven\n{HEADLINE}\nPar Jeanne Duval",
            "Le Républicain de l’Aven",
        ),
        (f"# {HEADLINE}\n\nPar Jeanne Duval", None),
    ],
)
def test_heads_that_name_the_site_in_french(head: str, outlet: str | None) -> None:
    article = read(f"{head}\n\n{BODY.replace(' obtenu par Le Gabier', '')}")
    assert (article.title, article.outlet) == (HEADLINE, outlet)


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("THE BASIN BEE\n\nHEALTH\n\n{title}\n\nBy Joan Redd\nMay 12, 2025", "THE BASIN BEE"),
        ("Skip to content\nSubscribe\nBasin Bee\nNews | Sports | Opinion | Arts\n{title}\nJoan Redd", "Basin Bee"),
        ("{title} | Basin Bee\n\nBy Joan Redd", "Basin Bee"),
        ("Basin Wire Service\nMay 12, 2025 Monday\n\n{title}\n\nBYLINE: Joan Redd", "Basin Wire Service"),
        ("From: The Basin Dispatch <news@basin.example>\nSubject: {title}\nDate: May 12, 2025", "The Basin Dispatch"),
        ("Source: The Basin Dispatch\n\n{title}", "The Basin Dispatch"),
    ],
)
def test_heads_that_name_the_site_in_english(head: str, outlet: str) -> None:
    article = read(f"{head.format(title=ENGLISH_HEADLINE)}\n\n{ENGLISH.replace(' reviewed by the Report', '')}")
    assert (article.title, article.outlet) == (ENGLISH_HEADLINE, outlet)
