"""The dates that a French article gives, resolved from the day on which it appeared: Tuesday 17 June 2025."""

import pytest

from aipolicy_index.facts.dates import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, Provenance

TODAY = "2025-06-17"


def dates(text: str, published: str | None = TODAY) -> list[tuple[str, str | None]]:
    article = Article(text, "a.txt", published=published, provenance={"published": Provenance.METADATA})
    facts = find(Page(article))
    assert all(text[span.start : span.end] for fact in facts for span in fact.mentions)
    return [(fact.text, fact.value) for fact in facts]  # type: ignore[misc]


ABSOLUTE = [
    ("La loi a été votée le 3 mars 2024.", "3 mars 2024", "2024-03-03"),
    ("Elle entre en vigueur le 1er janvier 2026.", "1er janvier 2026", "2026-01-01"),
    ("Le texte du lundi 3 février 2025 est clair.", "lundi 3 février 2025", "2025-02-03"),
    ("Le 14 juillet 1789, la Bastille tombe.", "14 juillet 1789", "1789-07-14"),
    ("Paru le 04/11/2024 au Journal officiel.", "04/11/2024", "2024-11-04"),
    ("Paru le 4.11.2024 à Berne.", "4.11.2024", "2024-11-04"),
    ("Déposé le 2025-03-14 au greffe.", "2025-03-14", "2025-03-14"),
    ("Une plainte déposée en mars 2023.", "mars 2023", "2023-03"),
    ("Le décret de janv. 2024 est abrogé.", "janv. 2024", "2024-01"),
    ("La fin novembre 2022 a tout changé.", "fin novembre 2022", "2022-11"),
    ("La société, fondée en 2019, grandit.", "2019", "2019"),
    ("La présidentielle de 2027 approche.", "2027", "2027"),
    ("Le budget 2026 sera serré.", "2026", "2026"),
    ("Les ventes, fin 2025, avaient doublé.", "fin 2025", "2025"),
    ("À l'horizon 2030, tout sera automatisé.", "2030", "2030"),
    ("Dès la mi-2026, le registre ouvrira.", "mi-2026", "2026"),
    ("Au premier trimestre 2025, les dons ont chuté.", "premier trimestre 2025", "2025-Q1"),
    ("Le T3 2024 fut bon.", "T3 2024", "2024-Q3"),
    ("Au second semestre de 2024, rien n'a bougé.", "second semestre de 2024", "2024-H2"),
    ("Le S1 2026 sera décisif.", "S1 2026", "2026-H1"),
    ("Une enquête (2021) le montre.", "2021", "2021"),
    ("La semaine du 16 juin 2025 sera chargée.", "semaine du 16 juin 2025", "2025-W25"),
    ("À l'été 2024, le décret a paru.", "été 2024", "2024"),
    ("Le quatorze juillet 2024, il pleuvait.", "quatorze juillet 2024", "2024-07-14"),
]


@pytest.mark.parametrize(("sentence", "words", "iso"), ABSOLUTE)
def test_what_is_said_in_full_needs_no_day_of_publication(sentence: str, words: str, iso: str) -> None:
    assert dates(sentence, None) == [(words, iso)]


INTERVALS = [
    ("Le sommet se tient du 3 au 5 mai 2024.", "3 au 5 mai 2024", "2024-05-03/2024-05-05"),
    ("Du 28 février au 3 mars 2025, grève.", "28 février au 3 mars 2025", "2025-02-28/2025-03-03"),
    ("Du 20 décembre 2024 au 5 janvier 2025, rien.", "20 décembre 2024 au 5 janvier 2025", "2024-12-20/2025-01-05"),
    ("Entre 2019 et 2023, les plaintes ont triplé.", "2019 et 2023", "2019/2023"),
    ("De 2016 à 2017, elle siégeait.", "2016 à 2017", "2016/2017"),
    ("Le plan 2024-2027 est prêt.", "2024-2027", "2024/2027"),
    ("L'étude menée de janvier à juin 2024 le dit.", "janvier à juin 2024", "2024-01/2024-06"),
    ("Entre novembre et février 2025, silence.", "novembre et février 2025", "2024-11/2025-02"),
    ("Entre le 1er mars et le 30 juin 2024, tout a fermé.", "1er mars et le 30 juin 2024", "2024-03-01/2024-06-30"),
    ("Les 10 et 11 février 2025, Paris reçoit.", "10 et 11 février 2025", "2025-02-10/2025-02-11"),
]


@pytest.mark.parametrize(("sentence", "words", "iso"), INTERVALS)
def test_intervals_are_one_date(sentence: str, words: str, iso: str) -> None:
    assert dates(sentence, None) == [(words, iso)]


RELATIVE = [
    ("Elle compte déposer un texte en octobre.", "octobre", "2025-10"),
    ("Le projet, qui devait démarrer en juillet, est suspendu.", "juillet", "2025-07"),
    ("Le projet, qui devait démarrer en mai, est suspendu.", "mai", "2025-05"),
    ("À moins de six mois des élections du 5 octobre, elle agit.", "5 octobre", "2025-10-05"),
    ("La ministre l'a annoncé lundi.", "lundi", "2025-06-16"),
    ("Le conseil a voté mardi.", "mardi", "2025-06-17"),
    ("Mercredi, la Cnil a tranché.", "Mercredi", "2025-06-11"),
    ("Le Sénat examinera le texte jeudi.", "jeudi", "2025-06-19"),
    ("Le tribunal doit se prononcer vendredi.", "vendredi", "2025-06-20"),
    ("Le Parlement examine mercredi le texte.", "mercredi", "2025-06-18"),
    ("Il l'a redit jeudi dernier.", "jeudi dernier", "2025-06-12"),
    ("Le vote aura lieu mardi prochain.", "mardi prochain", "2025-06-24"),
    ("Elle publie ce mardi un rapport.", "ce mardi", "2025-06-17"),
    ("Il a démissionné samedi soir.", "samedi soir", "2025-06-14"),
    ("Hier, le groupe a nié.", "Hier", "2025-06-16"),
    ("Il l'avait dit avant-hier.", "avant-hier", "2025-06-15"),
    ("Le procès s'ouvre demain.", "demain", "2025-06-18"),
    ("Le groupe a annoncé aujourd'hui un accord.", "aujourd'hui", "2025-06-17"),
    ("La semaine dernière, tout allait bien.", "semaine dernière", "2025-W24"),
    ("Il viendra la semaine prochaine.", "semaine prochaine", "2025-W26"),
    ("Le vote est attendu cette semaine.", "cette semaine", "2025-W25"),
    ("Le mois dernier, Zagreb a suspendu ses essais.", "mois dernier", "2025-05"),
    ("Le mois prochain, on verra.", "mois prochain", "2025-07"),
    ("L'an dernier, 9 pays l'ont signé.", "an dernier", "2024"),
    ("L'année prochaine, tout changera.", "année prochaine", "2026"),
    ("Cette année, rien n'est prévu.", "Cette année", "2025"),
    ("Le rapport, publié en janvier, l'affirme.", "janvier", "2025-01"),
    ("L'outil a été coupé en septembre.", "septembre", "2024-09"),
    ("Le règlement s'appliquera en septembre.", "septembre", "2025-09"),
    ("La commission avait tranché en juin.", "juin", "2025-06"),
    ("En mars dernier, OpenAI a levé des fonds.", "mars dernier", "2025-03"),
    ("La loi entrera en vigueur en mars prochain.", "mars prochain", "2026-03"),
    ("La Chambre examine depuis mai une résolution.", "mai", "2025-05"),
    ("La décision doit tomber d'ici à fin juillet.", "fin juillet", "2025-07"),
    ("La loi est en vigueur depuis le 1er septembre.", "1er septembre", "2024-09-01"),
    ("Le Conseil se prononcera le 12 décembre.", "12 décembre", "2025-12-12"),
    ("L'échéance tombe le 3 juillet à minuit.", "3 juillet", "2025-07-03"),
    ("Il a été arrêté le 2 février.", "2 février", "2025-02-02"),
    ("Il a été arrêté le 22 décembre dernier.", "22 décembre dernier", "2024-12-22"),
    ("Bruxelles a donné à la société jusqu'au 15 juillet.", "15 juillet", "2025-07-15"),
    ("Il y a deux ans, personne n'en parlait.", "Il y a deux ans", "2023"),
    ("Il y a près de dix ans, tout a commencé.", "Il y a près de dix ans", "2015"),
    ("Il y a trois mois, il disait le contraire.", "Il y a trois mois", "2025-03"),
    ("Il y a deux semaines, la Cnil a écrit.", "Il y a deux semaines", "2025-W23"),
    ("Il y a dix jours, il est parti.", "Il y a dix jours", "2025-06-07"),
    ("Dans trois mois, le moratoire prendra fin.", "Dans trois mois", "2025-09"),
    ("Dans un an, tout sera dit.", "Dans un an", "2026"),
    ("D'ici deux ans, le réseau sera prêt.", "D'ici deux ans", "2027"),
    ("Au premier trimestre, les ventes ont reculé.", "premier trimestre", "2025-Q1"),
    ("Au quatrième trimestre, le groupe publiera ses comptes.", "quatrième trimestre", "2025-Q4"),
    ("Au second semestre, le groupe lancera une offre.", "second semestre", "2025-H2"),
    ("Le système tourne depuis l'automne dernier.", "automne dernier", "2024"),
    ("La ligne ouvrira à l'automne.", "automne", "2025"),
    ("Tout sera prêt d'ici la fin de l'année.", "fin de l'année", "2025"),
    ("La clause sera clarifiée d'ici la fin du mois.", "fin du mois", "2025-06"),
    ("Le week-end dernier, ils manifestaient.", "week-end dernier", "2025-06-14/2025-06-15"),
    ("Ils se réuniront ce week-end.", "ce week-end", "2025-06-21/2025-06-22"),
    ("Du 23 au 25 juin, Genève accueillera le sommet.", "23 au 25 juin", "2025-06-23/2025-06-25"),
    ("3870 dossiers ont été refusés entre octobre et mars.", "octobre et mars", "2024-10/2025-03"),
    ("Le texte passera le lundi 23 juin devant la Chambre.", "lundi 23 juin", "2025-06-23"),
    ("Il a parlé vendredi 13 à Lyon.", "vendredi 13", "2025-06-13"),
    ("Mercredi soir 11 juin, il a parlé.", "Mercredi soir 11 juin", "2025-06-11"),
    ("Ce lundi 16 juin, il a parlé.", "Ce lundi 16 juin", "2025-06-16"),
    ("Créée au mois de mai, elle est valorisée cher.", "mois de mai", "2025-05"),
    ("Selon l'étude dévoilée le 15 juin, tout ira mal.", "15 juin", "2025-06-15"),
    ("Le vote est prévu le 20 juin.", "20 juin", "2025-06-20"),
    ("L'audience est fixée au 3 mars.", "3 mars", "2026-03-03"),
    ("En septembre, on jurait que non.", "septembre", "2024-09"),
    ("Le ministre assura en mars le contraire.", "mars", "2025-03"),
    ("– Vendredi : audition du patron.", "Vendredi", "2025-06-20"),
    ("Il l'a convoqué mardi.", "mardi", "2025-06-17"),
    ("La course a lieu en septembre.", "septembre", "2025-09"),
    ("La grève est annoncée pour jeudi 26, selon elle.", "jeudi 26", "2025-06-26"),
    ("Les ventes ont reculé au T1.", "T1", "2025-Q1"),
    ("La nuit dernière, le site est tombé.", "nuit dernière", "2025-06-16"),
    ("Elle tranchera d'ici à Noël.", "Noël", "2025-12-25"),
    ("Il a promis un décret dès l'automne.", "automne", "2025"),
    ("Elle sera publiée en mars.", "mars", "2026-03"),
    ("Le chantier se terminera en semaine 46.", "semaine 46", "2025-W46"),
]


@pytest.mark.parametrize(("sentence", "words", "iso"), RELATIVE)
def test_what_is_said_from_the_day_is_resolved_by_tense(sentence: str, words: str, iso: str) -> None:
    assert dates(sentence) == [(words, iso)]


@pytest.mark.parametrize(("sentence", "words", "iso"), RELATIVE)
def test_without_a_day_of_publication_nothing_is_guessed(sentence: str, words: str, iso: str) -> None:
    assert dates(sentence, None) == [(words, None)]


HANGING = [
    ("La sanction est tombée lundi 3 février 2025. La direction l'avait appris la veille.", "veille", "2025-02-02"),
    ("L'accord date du 4 mars 2024 ; le lendemain, l'action bondissait.", "lendemain", "2024-03-05"),
    ("Créée en 2019, elle fermait deux ans plus tard.", "deux ans plus tard", "2021"),
    ("Signé en octobre 2023, l'accord était rompu trois mois plus tard.", "trois mois plus tard", "2024-01"),
    (
        "Le contrat a été gelé le 13 novembre 2024.\n\nQuatre jours plus tôt, un site avait tout révélé.",
        "Quatre jours plus tôt",
        "2024-11-09",
    ),
    ("Tout s'est joué le 3 mai. Le lendemain, samedi 8 avril, il partait.", "lendemain", "2025-04-08"),
    ("Élu en 2016, il partait l'année suivante.", "année suivante", "2017"),
]


@pytest.mark.parametrize(("text", "words", "iso"), HANGING)
def test_the_day_before_hangs_on_the_day_spoken_of(text: str, words: str, iso: str) -> None:
    assert dates(text)[1] == (words, iso)


def test_the_day_before_of_nothing_is_not_guessed() -> None:
    assert dates("Il avait tout nié la veille.") == [("veille", None)]


NO_DATE = [
    "Une voix que Mme Mercredi connaissait bien.",
    "La comptable, Solange Mercredi, a gagné.",
    "Aujourd'hui, tout le monde utilise l'IA.",
    "Ces dernières années, les plaintes ont augmenté.",
    "Depuis des mois, on en parle.",
    "Il arrivera à 14h30 ou à 17 heures.",
    "Le 49.3 a servi, comme la loi n° 2008-12.",
    "Le règlement (UE) 2024/1689 le dit.",
    "Le DSA (règlement 2022/2065) le dit.",
    "Noël Durand a chanté.",
    "Mars Delaunay et Avril Fontaine ont débattu.",
    "La planète Mars fascine.",
    "Il en faut sept.",
    "Ils ont fêté le 50e anniversaire du groupe.",
    "Le plan France 2030 finance le projet.",
    "Quelque 2000 personnes ont défilé.",
    "Elle compte 1950 salariés.",
    "La veille technologique coûte cher.",
    "Il travaille tous les lundis.",
    "Ouvert du lundi au vendredi.",
    "Le Journal du dimanche l'a écrit.",
    "Le boulevard Tirou, 2025e numéro.",
    "Le lundi, le musée est fermé.",
    "Il a été condamné.",
    "Le marché a été passé par la ville.",
    "Les années 1990 sont loin.",
    "Le modèle GPT-4 coûte 2024 euros.",
    "C'est pour dans quelques mois.",
    "L'article 2024 du code civil",
    "Appelez le 01 20 25 20 24.",
    "La réunion aura lieu dans les trois mois.",
    "L'incertitude du lendemain pèse.",
    "C'était au lendemain d'une attaque.",
    "L'atmosphère de Mars est fine.",
    "On skie l'hiver.",
    "À l'approche des fêtes de fin d'année.",
    "À ce jour, rien n'a changé.",
    "Le passage à l'an 2000 faisait peur.",
]


@pytest.mark.parametrize("sentence", NO_DATE)
def test_what_is_no_date_gives_none(sentence: str) -> None:
    assert dates(sentence) == []


def test_one_period_is_one_fact_with_all_its_places() -> None:
    text = "Lundi, la Cnil a sanctionné le groupe. La décision du 16 juin 2025 est publique."
    facts = find(Page(Article(text, "a.txt", published=TODAY, provenance={"published": Provenance.METADATA})))
    assert [fact.value for fact in facts] == ["2025-06-16"]
    assert [text[span.start : span.end] for span in facts[0].mentions] == ["Lundi", "16 juin 2025"]


def test_a_day_takes_the_year_that_the_text_gives_it_elsewhere() -> None:
    text = "L'attaque du 7 octobre 2023 a tout changé. Après le 7 octobre, rien ne fut pareil."
    assert dates(text, None) == [("7 octobre 2023", "2023-10-07")]


def test_a_file_s_own_time_resolves_nothing() -> None:
    article = Article("Il l'a dit lundi.", "a.txt", published=TODAY, provenance={"published": Provenance.FILE_TIME})
    assert [fact.value for fact in find(Page(article))] == [None]


def test_the_year_of_the_last_of_two_days_is_that_of_the_first() -> None:
    assert dates("Voté le 3 mars et publié le 5.", None)[0] == ("3 mars", None)
    assert dates("Les 3 mars et 5 avril 2024.", None) == [("3 mars", "2024-03-03"), ("5 avril 2024", "2024-04-05")]


def test_several_days_of_a_month_are_each_a_date() -> None:
    assert [iso for _, iso in dates("Audiences les 3, 10 et 17 mars 2024.", None)] == [
        "2024-03-03",
        "2024-03-10",
        "2024-03-17",
    ]


def test_typography_does_not_hide_a_date() -> None:
    assert dates("Le 4\u00a0novembre\u202f2024, l’an dernier.") == [
        ("4\u00a0novembre\u202f2024", "2024-11-04"),
        ("an dernier", "2024"),
    ]


def test_a_resolved_date_tells_from_which_day() -> None:
    article = Article("Il l'a dit lundi.", "a.txt", published=TODAY, provenance={"published": Provenance.METADATA})
    assert [fact.details.resolved_from for fact in find(Page(article))] == [TODAY]  # type: ignore[union-attr]
