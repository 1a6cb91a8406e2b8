"""Where an article ends and what on its page is no article; no paragraph is ever taken for furniture."""

from pathlib import Path

import pytest

from aipolicy_index.language.cleaning import clean
from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.model import Article, ZoneKind
from aipolicy_index.reading import read_article
from aipolicy_index.reading.masthead.patterns import DATA, Scope

FIRST = (
    "La Commission européenne a présenté mardi un plan de deux milliards d’euros pour équiper les hôpitaux en outils "
    "d’intelligence artificielle. Le texte doit encore être adopté par les États membres."
)
SECOND = (
    "« Nous ne voulons pas d’une machine qui décide à la place des médecins », a prévenu la commissaire à la santé, "
    "Livia Andersson, devant la presse réunie à Bruxelles."
)
THIRD = (
    "Selon l’institut Delta, près d’un établissement sur trois utilise déjà un outil de ce type, souvent sans contrat."
)
TITLE = "L’Europe veut mettre de l’IA dans ses hôpitaux"


def read(text: str) -> Article:
    return read_article(Path("/nowhere/a.txt"), text.encode())


def lines_of(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[span.start : span.end] for span in article.zone_spans(kind)]


FEET = [
    "L’Indicateur - Abonnement premium 9,90 €/mois sans engagement",
    "Abonnez-vous dès 5,99 € par mois",
    "Lire cet article pour 0,50 €",
    "Prix : 2,40 € - N° 4512",
    "Partager   Facebook   LinkedIn   WhatsApp   Offrir cet article",
    "1,2k partages",
    "47 commentaires – Réagir",
    "0 Commentaires",
    "Enregistrer un commentaire",
    "Lire aussi : Radiomax licencie la moitié de ses salariés",
    "À lire aussi Radiomax, la pépite qui voulait remplacer les radiologues",
    "Lire aussi\nRadiomax licencie\nLe CHU de Nantes teste l’IA",
    "SUR LE MÊME SUJET\n• Radiomax lève 30 millions d’euros",
    "Recevez chaque matin « La Boussole », notre lettre gratuite",
    "Abonnez-vous à la newsletter du vendredi (38 000 lecteurs)",
    "Tags : IA, santé, Europe",
    "🏷️ Tags\nIA   Santé   Europe",
    "Classé dans : libertés, algorithmes",
    "© Le Matin Bleu 2025 – Tous droits réservés – Conditions générales",
    "Et vous ?\nFaites-vous confiance à une machine pour lire vos radios ?\nQu’en pensent vos médecins ?",
    "Cet article vous a plu ? Partagez-le !",
    "Vous avez trouvé une erreur? Merci de nous la signaler.",
    "abc/de/fg",
    "---",
    "Avec la collaboration de Rosalie Dubé",
    "L’équipe du Times of Malta a contribué à cet article.",
    "✍️ À propos de l’auteur\n🎓 Expert IA\nDéveloppeur et conférencier, passionné par les technologies nouvelles.",
    "8 réponses à « L’Europe veut mettre de l’IA »\nHector dit : bravo, enfin quelqu’un qui a lu le plan !",
    "Nos abonnés ont aussi lu : « IA : les juges sont-ils prêts ? »",
    "Nous utilisons des cookies pour améliorer votre navigation.",
    "Il vous reste 60 % de cet article à lire. La suite est réservée aux abonnés.",
    "Read more: the plan in five charts",
    "Filed under: AI, health",
    "Sign up for our newsletter",
    "Most viewed\n1 A quiz\n2 The best phones",
    "Ken Otsuka contributed to this report.",
    "Copyright 2026 Coastal Wire. All rights reserved.",
]


@pytest.mark.parametrize("foot", FEET)
def test_what_stands_below_an_article_is_furniture(foot: str) -> None:
    article = read(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{foot}")
    assert lines_of(article, ZoneKind.FURNITURE) == clean(foot).split("\n")


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : Radiomax licencie la moitié de ses salariés",
        "Publicité",
        "Crédit photo : Jeanne Duval",
        "Envoyé par Radiomax",
        "La suite après la publicité",
        "Partager sur Facebook",
    ],
)
def test_furniture_between_paragraphs_is_found(line: str) -> None:
    article = read(f"{TITLE}\n\n{FIRST}\n\n{line}\n\n{SECOND}\n\n{THIRD}")
    assert lines_of(article, ZoneKind.FURNITURE) == [line]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Les commentaires de la ministre ont surpris. Douze commentaires en une heure, c’est beaucoup pour un jeudi.",
        "Partager les données de santé, c’est ce que demandent les chercheurs depuis plus de dix ans en Europe.",
        "Abonnés ou non, les patients devront donner leur accord avant tout examen de leurs images par une machine.",
        "À lire le rapport, on comprend que rien n’est prêt : ni les serveurs, ni les médecins, ni les juges.",
        "Publicité, vente, notation : trois usages que le règlement interdit désormais aux hôpitaux privés.",
        "Les cookies ne sont plus en cause, dit la Cnil. Nous utilisons des serveurs en France, répond Radiomax.",
        "Recevez-vous des images de l’étranger ? La question a été posée trois fois à la société, sans réponse.",
        "Par ailleurs, la France a publié le 3 mars 2024 un décret sur le partage des données de santé publiques.",
        "Suivez l’argent, conseille un député. Les deux milliards viennent pour moitié du budget de la défense.",
        "Images : c’est le mot qui revient le plus dans le rapport, avec celui de confiance, note la sénatrice.",
        "Livia Andersson est journaliste de formation. Elle a couvert la santé pendant dix ans avant d’être élue.",
        "Sources : Commission européenne, institut Delta",
        "Ce qu’il faut retenir :\n- deux milliards d’euros\n- un vote à l’automne",
        "Conclusion : le plan changera la vie des soignants, s’il est adopté avant la fin de la législature.",
    ],
)
def test_a_paragraph_is_never_furniture(paragraph: str) -> None:
    for text in (f"{FIRST}\n\n{paragraph}\n\n{SECOND}\n\n{THIRD}", f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{paragraph}"):
        article = read(f"{TITLE}\n\n{text}")
        assert not {kind for kind in ZoneKind if kind is not ZoneKind.TITLE and lines_of(article, kind)}


def test_the_line_of_sources_stays_between_furniture() -> None:
    article = read(f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n\nQu’en pensez-vous ?\nSources : Commission européenne, Delta")
    assert lines_of(article, ZoneKind.FURNITURE) == ["Qu’en pensez-vous ?"]


def test_headings_between_paragraphs_are_marked() -> None:
    article = read(f"{TITLE}\n\n{FIRST}\nUn plan contesté\n{SECOND}\n\nQui paiera ?\n\n{THIRD}")
    assert lines_of(article, ZoneKind.HEADING) == ["Un plan contesté", "Qui paiera ?"]


def test_a_list_is_no_row_of_headings() -> None:
    article = read(f"{TITLE}\n\n{FIRST}\n\nFrance\nItalie\nEspagne\nPologne\n{SECOND}\n\n{THIRD}")
    assert lines_of(article, ZoneKind.HEADING) == []


def test_a_line_with_guillemets_is_no_menu() -> None:
    heading = "Radiomax promet une IA « responsable » et sobre"
    article = read(f"{TITLE}\n\n{FIRST}\n\n{heading}\n\n{SECOND}\n\n{THIRD}")
    assert lines_of(article, ZoneKind.HEADING) == [heading]


def test_what_stands_above_the_headline_is_furniture() -> None:
    article = read(f"Accueil › Santé › Hôpital\nPolitique | Santé\n{TITLE}\n\n{FIRST}\n\n{SECOND}")
    assert lines_of(article, ZoneKind.FURNITURE) == ["Accueil › Santé › Hôpital", "Politique | Santé"]


def test_nothing_is_deleted() -> None:
    text = f"Accueil › Santé\n{TITLE}\n\n{FIRST}\n\n{FEET[0]}\n{FEET[3]}"
    assert read(text).text == text


def test_every_pattern_has_a_scope_and_a_language() -> None:
    rows = [line.split("\t") for line in data_lines("furniture.tsv", DATA)]
    assert {row[0] for row in rows} == {scope.value for scope in Scope}
    assert {row[1] for row in rows} == {"fr", "en"}
    assert all(len(row) == 3 for row in rows)
