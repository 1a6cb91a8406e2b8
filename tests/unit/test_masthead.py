"""Title, standfirst, byline, outlet and day are those that a reader would name, and nothing is guessed."""

import os
from pathlib import Path

import pytest

from aipolicy_index.model import Article, Provenance, ZoneKind
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
    "vote. Industry groups said that they would fight it in court.\n\n"
    "The measure now goes to the House, where its fate is uncertain. A similar proposal died there two years ago."
)
TITLE = "L’Europe veut mettre de l’IA dans ses hôpitaux"


def read(text: str, name: str = "article.txt") -> Article:
    return read_article(Path("/nowhere") / name, text.encode())


def lines_of(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[span.start : span.end] for span in article.zone_spans(kind)]


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Livia Andersson : « L’IA ne remplacera pas les médecins »",
        "Faut-il avoir peur de l’IA à l’hôpital ?",
        "Mort de l’inventeur du scanner",
        "49 hôpitaux, 2 milliards d’euros : ce que veut Bruxelles",
        "« Un plan mal ficelé »",
        "Santé, IA : l'heure du choix...",
    ],
)
def test_a_short_first_line_without_full_stop_is_the_title(title: str) -> None:
    article = read(f"{title}\n\n{BODY}")
    assert (article.title, article.provenance["title"]) == (title, Provenance.TEXT)
    assert lines_of(article, ZoneKind.TITLE) == [title]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY.replace("\n\n", "\n"),
        f"PARIS, 14 mai 2025 (AFP) - {BODY}",
        "Le plan est prêt.\n\n" + BODY,
        "Une seule ligne sans rien dessous",
        "- un point\n- un autre point\n- un dernier point",
    ],
)
def test_a_text_without_headline_has_none(text: str) -> None:
    article = read(text)
    assert article.title is None
    assert article.display_title == article.derived_title
    assert "title" not in article.provenance


def test_a_derived_title_is_the_first_sentence_cut_at_a_word() -> None:
    article = read(f"PARIS, 14 mai 2025 (AFP) - {BODY}")
    assert article.derived_title.startswith("La Commission européenne a présenté mardi")
    assert article.derived_title.endswith("…") and len(article.derived_title) <= 90
    assert BODY.startswith(article.derived_title[:-1])


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Le Grand Journal\n\nPolitique | Santé", "Le Grand Journal"),
        ("The Morning Post\n", "The Morning Post"),
        ("Carnet d’un médecin de campagne\n", "Carnet d’un médecin de campagne"),
        ("Accueil > Santé > Hôpital\n", None),
        ("EXCLUSIF\nSanté\n", None),
        ("COMMUNIQUÉ DE PRESSE\n", None),
        ("Intelligence artificielle\n", None),
    ],
)
def test_the_site_or_section_above_a_headline_is_not_the_title(above: str, outlet: str | None) -> None:
    article = read(f"{above}\n{TITLE}\n\n{BODY}")
    assert (article.title, article.outlet) == (TITLE, outlet)


def test_a_title_on_two_lines_is_one() -> None:
    article = read(
        "L’Europe veut mettre de l’intelligence artificielle dans ses hôpitaux,\nles soignants s’inquiètent\n\n" + BODY
    )
    assert article.title is not None and article.title.endswith("les soignants s’inquiètent")


STANDFIRST = "Le plan, présenté mardi, inquiète les soignants. Ils réclament des garanties."


@pytest.mark.parametrize("below", ["Par Jeanne Duval\n\n", "Publié le 14 mai 2025 à 10h22\n\n", "\nPARIS (AFP) - ", ""])
def test_the_lines_below_a_headline_are_the_standfirst(below: str) -> None:
    article = read(f"{TITLE}\n\n{STANDFIRST}\n\n{below}{BODY}")
    assert article.standfirst == STANDFIRST
    assert lines_of(article, ZoneKind.STANDFIRST) == [STANDFIRST]


def test_the_first_paragraph_is_no_standfirst() -> None:
    assert read(f"{TITLE}\n\n{BODY}").standfirst is None
    assert read(f"{TITLE}\nPar Jeanne Duval\n\n{BODY}").standfirst is None


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Par Jeanne Duval", "Jeanne Duval"),
        ("Par Jeanne Duval et Luc de La Tour", "Jeanne Duval et Luc de La Tour"),
        ("Par Jeanne Duval (Bruxelles, bureau européen)", "Jeanne Duval"),
        ("Par Jeanne Duval, à Londres", "Jeanne Duval"),
        ("par Yanis B.", "Yanis B."),
        ("Propos recueillis par Jeanne Duval", "Jeanne Duval"),
        ("De notre correspondante à Rome, Jeanne Duval", "Jeanne Duval"),
        ("Santé · IA | Temps de lecture : 5 minutes | par Jeanne Duval", "Jeanne Duval"),
        ("👤 Par Jeanne Duval | 📅 14 mai 2025 | ⏱️ 4 min", "Jeanne Duval"),
        ("Posté le 3 mars 2024 par Jeanne Duval dans Humeur", "Jeanne Duval"),
        ("Jeanne Duval\nPublié le 14 mai 2025", "Jeanne Duval"),
        ("J.Dvl. (avec Belga)", "J.Dvl."),
        ("Jeanne Duval, correspondante à Bruxelles", "Jeanne Duval"),
        ("Jeanne Duval est journaliste au service Santé.", "Jeanne Duval"),
        ("Jeanne Duval est journaliste spécialisée pour le Times of Malta.", "Jeanne Duval"),
        ("Par la rédaction", None),
        ("Par AFP", None),
        ("Par ailleurs, le texte avance", None),
        ("Livia Andersson\n14 mai 2025", None),
    ],
)
def test_a_line_below_the_headline_names_the_author(line: str, author: str | None) -> None:
    article = read(f"{TITLE}\n{line}\n\n{BODY}")
    assert article.author == author
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Karen Dole and Charlie West", "Karen Dole and Charlie West"),
        ("By KAREN DOLE-WEST", "KAREN DOLE-WEST"),
        ("by Karen Dole\nMay 14, 2025, 8:00 PM GMT+2", "Karen Dole"),
        ("Karen Dole Brussels correspondent\nWed 14 May 2025 06.00 BST", "Karen Dole"),
        ("By Karen Dole | May 14, 2025 | 5-minute read", "Karen Dole"),
        ("By noon the vote was over", None),
        ("By Reuters", None),
    ],
)
def test_an_english_byline_names_the_author(line: str, author: str | None) -> None:
    assert read(f"Senate approves a bill on chatbots\n\n{line}\n\n{ENGLISH}").author == author


@pytest.mark.parametrize(
    ("foot", "author"),
    [
        ("✍️ À propos de l'auteur\nMarc Lebrun\n🎓 Expert santé", "Marc Lebrun"),
        ("Irène S., médecin, écrit ici quand elle devrait dormir.", "Irène S."),
        ("Jeanne Duval est cheffe adjointe du service Santé.", "Jeanne Duval"),
        ("Livia Andersson est journaliste de formation.", None),
    ],
)
def test_a_note_below_the_article_names_the_author(foot: str, author: str | None) -> None:
    assert read(f"{TITLE}\n\n{BODY}\n\n{foot}").author == author


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{TITLE}\nPar Le Grand Journal avec AFP\n\n{BODY}", "Le Grand Journal"),
        (f"{TITLE}\nJeanne Duval est journaliste pour le Times of Malta.\n\n{BODY}", "Times of Malta"),
        (f"{TITLE}\nPublié par Le Matin Bleu, le 3 mars 2024\n\n{BODY}", "Le Matin Bleu"),
        (f"{TITLE}\n\nParis, le 3 mars 2024 (AFP) – {BODY}", "AFP"),
        (f"{TITLE}\n\n{BODY}\n\n© Le Matin Bleu 2024 – Tous droits réservés", "Le Matin Bleu"),
        (f"{TITLE}\n\n{BODY}\n\n© 2024 Statute & Stone LLC", "Statute & Stone"),
        (f"{TITLE}\n\n{BODY}\n\nCopyright 2026 Coastal Wire. All rights reserved.", "Coastal Wire"),
        (f"{TITLE}\n\n{BODY}\n\nL’équipe du Times of Malta a contribué à cet article.", "Times of Malta"),
        (f"{TITLE}\n\n{BODY}\n\nCet article a été initialement publié sur La Dépêche verte.", "La Dépêche"),
        (f"{TITLE}\nS.Vdb. (avec Belga)\n\n{BODY}", None),
        (f"{TITLE}\n\n© Getty Images\n\n{BODY}\n\n© Reuters", None),
        (f"{TITLE}\n\n{BODY}\n\nSelon un document que Le Monde a pu consulter, rien n’est décidé pour la suite.", None),
    ],
)
def test_the_outlet_is_what_the_page_states(text: str, outlet: str | None) -> None:
    assert read(text).outlet == outlet


def test_the_interviewer_is_the_outlet() -> None:
    turn = "Le Lecteur : Votre rapport est alarmiste. L’IA a-t-elle déjà tué ?"
    assert read(f"{TITLE}\n\nPropos recueillis par Jeanne Duval\n\n{turn}\n\n{BODY}").outlet == "Le Lecteur"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publié le 17 juin 2025 à 19:33", "2025-06-17"),
        ("Publié le mardi 1er avril 2025", "2025-04-01"),
        ("Publié: 14.11.2023, 17h05 | Mis à jour: 15.11.2023, 19h22", "2023-11-14"),
        ("Mis à jour le 15/11/2023 à 8h, publié le 14/11/2023 à 7h", "2023-11-14"),
        ("Mis en ligne le 3 mars 2024", "2024-03-03"),
        ("Article publié le 03/04/2024", "2024-04-03"),
        ("Posté le 3 mars 2024 par Jeanne Duval", "2024-03-03"),
        ("Publié le 4 février 2025 à 06h12, modifié le 4 février 2025 à 09h40 • Lecture : 4 min.", "2025-02-04"),
        ("Le 14 mai 2025 à 10:04, par Sylvie Montel", "2025-05-14"),
        ("14 mai 2025 - 11:45", "2025-05-14"),
        ("Paris et Dakar, le 22 septembre 2026", "2026-09-22"),
        ("Date : 2024-05-03", "2024-05-03"),
        ("Published on May 14, 2025", "2025-05-14"),
        ("Thu 9 Oct 2025 06.00 BST", "2025-10-09"),
        ("May 14, 2025 6:21 PM GMT+2 Updated 2 hours ago", "2025-05-14"),
        ("Mis à jour le 3 mars 2024", "2024-03-03"),
        ("Updated 6:12 PM GMT+2, May 14, 2025", "2025-05-14"),
        ("2:30 AM PDT · May 14, 2025", "2025-05-14"),
        ("Un billet publié le 4 novembre 2024 fait débat dans les couloirs des hôpitaux de la capitale.", None),
        ("La loi du 4 août 2004 en question", None),
        ("Publié hier à 16 h 12", None),
        ("Publié le 31 février 2024", None),
    ],
)
def test_a_line_says_when_the_article_was_published(line: str, day: str | None) -> None:
    article = read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert article.published == day
    assert article.title == TITLE


def test_a_line_at_the_foot_says_it_too() -> None:
    foot = "📅 Article publié le 3 mars 2024 à 08:15\n🔄 Dernière mise à jour le 9 mars 2024 à 12:40"
    article = read(f"{TITLE}\n\n{BODY}\n\n{foot}")
    assert (article.published, article.provenance["published"]) == ("2024-03-03", Provenance.TEXT)
    assert lines_of(article, ZoneKind.PUBLICATION) == foot.split("\n")


def test_a_date_between_slashes_is_read_by_the_rule_of_its_language() -> None:
    assert read(f"{TITLE}\nPublié le 03/04/2024\n\n{BODY}").published == "2024-04-03"
    assert read(f"Senate approves a bill\nPublished 03/04/2024\n\n{ENGLISH}").published is None
    assert read(f"Senate approves a bill\nPublished 03/24/2024\n\n{ENGLISH}").published == "2024-03-24"


def test_a_caption_or_a_nameless_byline_above_the_text_is_not_the_headline() -> None:
    caption = "1 of 3 | FILE - Sen. Dana Whitlock speaks to reporters in Washington. (AP Photo/Jay Cliff, File)"
    article = read(f"Image Credits: Radiomax\n\nSenate approves a bill on chatbots\n\n{caption}\n\n{ENGLISH}")
    assert (article.title, article.standfirst) == ("Senate approves a bill on chatbots", None)
    article = read(f"14 mai 2025 à 18:12\nTemps de lecture 3 min\nPar Belga, édité par la rédaction\n{TITLE}\n\n{BODY}")
    assert (article.title, article.outlet, article.published) == (TITLE, None, "2025-05-14")


def test_a_date_between_paragraphs_is_not_the_articles() -> None:
    first, rest = BODY.split("\n\n", 1)
    assert read(f"{first}\n\nLe 14 mai 2025\n\n{rest}").published is None


@pytest.mark.parametrize(
    "dateline",
    [
        "12 mars 2017 . – ",
        "12 mars 2017, Montpellier . –\n",
        "Paris, le 12 mars 2017 (AFP) – ",
        "PARIS, 12 mars 2017 – ",
    ],
)
def test_a_dateline_gives_the_day_and_is_marked(dateline: str) -> None:
    article = read(f"{TITLE}\n\n{dateline}{BODY}")
    assert (article.published, article.provenance["published"]) == ("2017-03-12", Provenance.DATELINE)
    assert lines_of(article, ZoneKind.PUBLICATION) == [dateline.strip()]


@pytest.mark.parametrize(
    ("name", "day", "how"),
    [
        ("2024-05-14-plan.txt", "2024-05-14", Provenance.DATELINE),
        ("2024_05_15-003.txt", "2024-05-14", Provenance.DATELINE),
        ("plan-2024.txt", "2024-05-14", Provenance.DATELINE),
        ("2024-11-02.txt", "2024-11-02", Provenance.FILE_NAME),
    ],
)
def test_a_dateline_without_year_takes_that_of_the_files_name(name: str, day: str, how: Provenance) -> None:
    article = read(f"{TITLE}\n\nParis, le 14 mai (AFP) – {BODY}", name)
    assert (article.published, article.provenance["published"]) == (day, how)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2017_03_12-003.txt", "2017-03-12"),
        ("20250617.txt", "2025-06-17"),
        ("le-monde-2024-05-03-titre.txt", "2024-05-03"),
        ("article 03-05-2024.txt", "2024-05-03"),
        ("000_1cd20240517ae06.txt", None),
        ("2024-13-45.txt", None),
        ("rapport-2024.txt", None),
    ],
)
def test_a_file_name_gives_the_day(name: str, day: str | None) -> None:
    assert read(f"{TITLE}\n\n{BODY}", name).published == day


def test_the_files_time_is_the_last_resort_and_resolves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{TITLE}\n\n{BODY}", encoding="utf-8")
    os.utime(path, (1_715_000_000, 1_715_000_000))
    article = read_article(path)
    assert (article.published, article.anchor) == ("2024-05-06", None)
    assert article.provenance["published"] is Provenance.FILE_TIME


def test_the_language_is_told_by_the_words() -> None:
    assert read(BODY).language == "fr"
    article = read(ENGLISH)
    assert (article.language, article.provenance["language"]) == ("en", Provenance.DERIVED)


def test_a_file_named_by_another_day_than_its_dateline_appeared_on_that_day() -> None:
    written = f"{TITLE}\n\nParis, le 6 mai 2017 – {BODY}"
    assert read(written, "2017_05_07-001.txt").published == "2017-05-07"
    assert read(written, "2019_11_02-001.txt").published == "2017-05-06"
