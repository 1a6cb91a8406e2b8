"""The figures that an article gives: amount and unit, and the numbers that are none."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.facts.figures import find
from aipolicy_index.facts.money import find as find_money
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.patterns import DATA, patterns
from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.model import Article, Fact, FigureDetails, FigureValue, Qualifier, Span


def facts(text: str, language: str, taken: tuple[Span, ...] = ()) -> list[Fact]:
    found = find(Page(Article(text, "a.txt", language=language)), taken)
    assert all(text[fact.start : fact.end] == fact.text for fact in found)
    return found


def figures(text: str, language: str = "fr") -> list[tuple[str, float, str]]:
    values = [(fact.text, fact.value) for fact in facts(text, language)]
    return [(words, round(value.amount, 4), value.unit) for words, value in values if isinstance(value, FigureValue)]


FRENCH = [
    ("Une baisse de 82 % du temps.", "82 %", 82, "%"),
    ("Elle touche 7% des ventes.", "7%", 7, "%"),
    ("Le taux atteint 11,4\u202f%.", "11,4\u202f%", 11.4, "%"),
    ("Douze pour cent des élèves.", "Douze pour cent", 12, "%"),
    ("Une hausse de 3 points de pourcentage.", "3 points de pourcentage", 3, "points de pourcentage"),
    ("Il perd 4,5 points.", "4,5 points", 4.5, "points"),
    ("Elle emploie quelque 850 personnes.", "quelque 850 personnes", 850, "personnes"),
    ("Fondé sur près de 1.200 documents internes.", "près de 1.200 documents", 1200, "documents"),
    ("Testé dans trois pays.", "trois pays", 3, "pays"),
    ("Elle a licencié deux employés.", "deux employés", 2, "employés"),
    ("La voix de 6 400 téléconseillers.", "6 400 téléconseillers", 6400, "téléconseillers"),
    ("La plupart de ses 3 000 employés.", "3 000 employés", 3000, "employés"),
    ("Soit 2,7 millions d’enregistrements.", "2,7 millions d’enregistrements", 2.7e6, "enregistrements"),
    ("Un modèle de 405 milliards de paramètres.", "405 milliards de paramètres", 4.05e11, "paramètres"),
    ("Le modèle a 15 trillions de tokens.", "15 trillions de tokens", 1.5e13, "tokens"),
    ("Nonante-deux caméras filment.", "Nonante-deux caméras", 92, "caméras"),
    ("Douze autres États enquêtent.", "Douze autres États", 12, "autres États"),
    ("Elle a 27 États membres.", "27 États", 27, "États"),
    ("Une durée de vingt-six mois.", "vingt-six mois", 26, "mois"),
    ("Un délai de 90 jours.", "90 jours", 90, "jours"),
    ("Cela dure deux ans et demi.", "deux ans et demi", 2.5, "ans"),
    ("Cette femme de 51 ans parle.", "51 ans", 51, "ans"),
    ("Sous 72 heures, il faut agir.", "72 heures", 72, "heures"),
    ("Un centre de 1,5 GW.", "1,5 GW", 1.5, "GW"),
    ("Il émet 12 tonnes de CO2.", "12 tonnes de CO2", 12, "tonnes de CO2"),
    ("Un disque de 40 Go.", "40 Go", 40, "Go"),
    ("Multipliée par près de 200 depuis.", "près de 200", 200, "fois"),
    ("Le délai a été divisé par quatre.", "quatre", 4, "fois"),
    ("C'est quatre fois plus qu'avant.", "quatre fois", 4, "fois"),
    ("Soit près de trois fois le budget.", "près de trois fois", 3, "fois"),
    ("Un dossier sur cinq est rejeté.", "Un dossier sur cinq", 0.2, "ratio"),
    ("Une entreprise de services sur six l'emploie.", "Une entreprise de services sur six", 0.1667, "ratio"),
    ("Trois fois sur quatre, l'outil se trompe.", "Trois fois sur quatre", 0.75, "ratio"),
    ("Neuf Français sur dix la refusent.", "Neuf Français sur dix", 0.9, "ratio"),
    ("Près d’un tiers des voix.", "Près d’un tiers", 0.3333, "ratio"),
    ("Il a été raboté d'un tiers.", "un tiers", 0.3333, "ratio"),
    ("Près des deux tiers vivaient là.", "Près des deux tiers", 0.6667, "ratio"),
    ("Les trois quarts des élèves.", "trois quarts", 0.75, "ratio"),
    ("La moitié des élèves.", "La moitié", 0.5, "ratio"),
    ("Un quart des élèves.", "Un quart", 0.25, "ratio"),
    ("Une centaine de chercheurs ont signé.", "Une centaine de chercheurs", 100, "chercheurs"),
    ("Une dizaine de jours suffisent.", "Une dizaine de jours", 10, "jours"),
    ("Au moins 64 PME ont signé.", "Au moins 64 PME", 64, "PME"),
    ("L'ASBL évalue à plus de 60.000 le nombre de passants filmés.", "plus de 60.000", 60000, "passants"),
    ("Le nombre de plaintes est passé à 300.", "300", 300, "plaintes"),
    ("Quelque 5300 jeunes du secondaire.", "Quelque 5300 jeunes", 5300, "jeunes"),
    ("Il a perdu un demi-hectare.", "demi-hectare", 0.5, "hectare"),
    ("Les deux-tiers des élèves.", "deux-tiers", 0.6667, "ratio"),
    ("Il couvre 2/3 des élèves.", "2/3", 0.6667, "ratio"),
    ("Un Français sur 3 l'utilise.", "Un Français sur 3", 0.3333, "ratio"),
    ("L'action recule de trois points.", "trois points", 3, "points"),
    ("Il a 5M d'abonnés.", "5M d'abonnés", 5e6, "abonnés"),
    ("Il vend dix fois moins cher.", "dix fois", 10, "fois"),
    ("Ils agissent en 48h.", "48h", 48, "h"),
    ("L'essai a commencé dans onze de ses centres.", "onze de ses centres", 11, "centres"),
]


@pytest.mark.parametrize(("sentence", "words", "amount", "unit"), FRENCH)
def test_french_figures(sentence: str, words: str, amount: float, unit: str) -> None:
    assert figures(sentence) == [(words, amount, unit)]


ENGLISH = [
    ("Rents rose by 6.3% there.", "6.3%", 6.3, "%"),
    ("Shares fell nearly 9 percent.", "nearly 9 percent", 9, "%"),
    ("Some 12 per cent agreed.", "Some 12 per cent", 12, "%"),
    ("It gained 3 percentage points.", "3 percentage points", 3, "percentage points"),
    ("It exempts 18 allies.", "18 allies", 18, "allies"),
    ("It flagged 41,000 unpaid carers.", "41,000 unpaid carers", 41000, "unpaid carers"),
    ("It has three Republican co-sponsors.", "three Republican co-sponsors", 3, "Republican co-sponsors"),
    ("Twelve other states sued.", "Twelve other states", 12, "other states"),
    ("Some 1.4 million apartments are priced so.", "Some 1.4 million apartments", 1.4e6, "apartments"),
    ("At least 230 families went.", "At least 230 families", 230, "families"),
    ("The draft drew more than 700 comments.", "more than 700 comments", 700, "comments"),
    ("It has 300 million weekly users.", "300 million weekly users", 3e8, "weekly users"),
    ("Some 2,000 people marched.", "Some 2,000 people", 2000, "people"),
    ("A dozen judges signed.", "A dozen judges", 12, "judges"),
    ("It barred it for three years.", "three years", 3, "years"),
    ("A 12-month ban follows.", "12-month", 12, "month"),
    ("A five-year plan follows.", "five-year", 5, "year"),
    ("It lasted two and a half years.", "two and a half years", 2.5, "years"),
    ("It will draw 1.5 gigawatts.", "1.5 gigawatts", 1.5, "gigawatts"),
    ("June Castellano, 34, is a nurse.", "34", 34, "years"),
    ("A 34-year-old nurse spoke.", "34-year-old", 34, "years"),
    ("It is four times larger.", "four times", 4, "times"),
    ("It grew tenfold, or 10-fold.", "10-fold", 10, "times"),
    ("Use was multiplied by nearly 200.", "nearly 200", 200, "times"),
    ("It found that one in five labs does so.", "one in five", 0.2, "ratio"),
    ("One in eight lost payments.", "One in eight", 0.125, "ratio"),
    ("Nine out of ten refused.", "Nine out of ten", 0.9, "ratio"),
    ("Three-quarters of them were women.", "Three-quarters", 0.75, "ratio"),
    ("It holds about one-third of the market.", "about one-third", 0.3333, "ratio"),
    ("It holds a third of the market.", "a third", 0.3333, "ratio"),
    ("It holds half of the market.", "half", 0.5, "ratio"),
    ("More than half the staff left.", "More than half", 0.5, "ratio"),
    ("A model with 405 billion parameters.", "405 billion parameters", 4.05e11, "parameters"),
    ("A model with 70B parameters.", "70B parameters", 7e10, "parameters"),
    ("A 70B-parameter model.", "70B-parameter", 7e10, "parameter"),
    ("It took half an hour.", "half an hour", 0.5, "hour"),
    ("It uses 16,000 H100 GPUs.", "16,000 H100 GPUs", 16000, "H100 GPUs"),
    ("A 120-page report.", "120-page", 120, "page"),
    ("The tool turned down 212 of them for no reason.", "212 of them", 212, "them"),
    ("He examined 40 of the decisions.", "40 of the decisions", 40, "decisions"),
]


@pytest.mark.parametrize(("sentence", "words", "amount", "unit"), ENGLISH)
def test_english_figures(sentence: str, words: str, amount: float, unit: str) -> None:
    assert figures(sentence, "en") == [(words, amount, unit)]


VOTES = [
    ("fr", "Adopté par 523 voix contre 46 et 49 abstentions.", [(523, "voix"), (46, "voix"), (49, "abstentions")]),
    ("fr", "Refusé par 52 voix contre 41.", [(52, "voix"), (41, "voix")]),
    ("en", "It passed the Assembly 62-10 in June.", [(62, "votes"), (10, "votes")]),
    ("fr", "Adopté par 71 voix pour, 8 contre et 7 abstentions.", [(71, "voix"), (8, "voix"), (7, "abstentions")]),
    ("en", "It passed by 523 votes to 46.", [(523, "votes"), (46, "votes")]),
    ("en", "The Senate voted 52-41 to adopt it.", [(52, "votes"), (41, "votes")]),
    ("en", "The vote, 99-1, was late.", [(99, "votes"), (1, "votes")]),
    ("en", "It was struck down in a 5-4 ruling.", [(5, "votes"), (4, "votes")]),
    ("en", "It passed with 523 in favour, 46 against.", [(523, "votes"), (46, "votes")]),
]


@pytest.mark.parametrize(("language", "sentence", "expected"), VOTES)
def test_votes_are_figures_on_both_sides(language: str, sentence: str, expected: list[tuple[float, str]]) -> None:
    assert [(amount, unit) for _, amount, unit in figures(sentence, language)] == expected


RANGES = [
    ("fr", "Une hausse de 10 à 20 %.", 10, 20, "%"),
    ("fr", "Entre 3 et 5 ans de prison.", 3, 5, "ans"),
    ("fr", "Une peine de 5-7 ans.", 5, 7, "ans"),
    ("fr", "Deux ou trois semaines.", 2, 3, "semaines"),
    ("fr", "De 2 à 3 millions d'utilisateurs.", 2e6, 3e6, "utilisateurs"),
    ("fr", "Le taux passe de 12,3 à 8,1 %.", 12.3, 8.1, "%"),
    ("en", "A rise from 3 to 5 percent.", 3, 5, "%"),
    ("en", "Between three and five years.", 3, 5, "years"),
    ("en", "A 5-7% rise.", 5, 7, "%"),
]


@pytest.mark.parametrize(("language", "sentence", "low", "high", "unit"), RANGES)
def test_a_range_is_two_figures(language: str, sentence: str, low: float, high: float, unit: str) -> None:
    assert [(amount, found) for _, amount, found in figures(sentence, language)] == [(low, unit), (high, unit)]


NO_FIGURE = [
    ("fr", "Appelez le 01 99 00 12 34 ou le +221 33 000 00 00."),
    ("fr", "Appelez le 071/55.01.99 ou le 1 888 555-0142."),
    ("fr", "Au 12 rue des Écluses, 75010 Paris."),
    ("fr", "Au boulevard Tirou 25, on se tait."),
    ("fr", "L'article 25 autorise, l'article 6 permet."),
    ("fr", "Voir les articles 5 et 6 traitant des données."),
    ("fr", "Le 49.3 a servi."),
    ("fr", "Qu'ils lisent la page 12."),
    ("fr", "La loi n° 2008-12 et le règlement (UE) 2024/1689."),
    ("fr", "GPT-4 et Llama 3 sont des modèles, Apache 2.0 une licence."),
    ("fr", "Nerval 3 et FaceWatch 4 plaisent."),
    ("fr", "Les Vingt-Sept et les 27 ont voté."),
    ("fr", "Le G7 et la norme ISO 42001."),
    ("fr", "Des centaines de juges, des milliers de contrats."),
    ("fr", "Les Cinq Yeux coopèrent."),
    ("fr", "Il part à 17 heures, ou à 14h30."),
    ("fr", "Ces deux groupes, les trois hommes."),
    ("fr", "Le premier juge, un employé, la seconde fois."),
    ("fr", "Il l'a cédé à un tiers de confiance."),
    ("fr", "Il joue au quart de finale."),
    ("fr", "Pour deux raisons."),
    ("fr", "Elle veut sortir de la loi 25 dès que possible."),
    ("en", "Executive Order 14110 told agencies so."),
    ("en", "Section 230 shields firms."),
    ("en", "Call 202-555-0147 or 0808 157 0000."),
    ("en", "GPT-5 and Llama 3 models are popular."),
    ("en", "He lives at 10 Downing Street."),
    ("en", "The G7 met at 10:30 a.m."),
    ("en", "Hundreds of people came."),
    ("en", "The two companies agreed."),
    ("en", "A third party checked it."),
    ("en", "There are two ways to do it."),
    ("en", "He is a former adviser to No 10."),
    ("en", "One judge dissented."),
    ("en", "SB 1047 passes easily."),
    ("en", "The firm's two plants closed."),
    ("fr", "Les Deux-Sèvres et Trois-Rivières."),
    ("fr", "Il est venu trois fois."),
    ("fr", "À 8 h 13 UTC, il pleuvait."),
    ("fr", "Au-delà de 10^25 FLOPs."),
    ("fr", "Ouvert de 8h à 18h, de 9 heures à 17 heures."),
    ("fr", "Ouvert 7 jours sur 7 et 24 heures sur 24."),
    ("en", "5G networks and 4K screens."),
    ("en", "Open from 9 a.m. to 5 p.m."),
    ("fr", "Mort sans intervention d'un tiers."),
    ("fr", "Une raison compte pour cent des projets."),
]


@pytest.mark.parametrize(("language", "sentence"), NO_FIGURE)
def test_numbers_that_name_are_no_figures(language: str, sentence: str) -> None:
    assert figures(sentence, language) == []


def test_a_report_on_two_companies_is_no_share() -> None:
    assert figures("Un rapport sur deux entreprises.") == [("deux entreprises", 2, "entreprises")]


def test_what_is_taken_by_dates_and_money_is_no_figure() -> None:
    text = "Il y a deux ans, elle a payé 9 millions d'euros à 12 juges."
    taken = (Span(0, 15), Span(text.index("9"), text.index(" à 12")))
    assert [fact.text for fact in facts(text, "fr", taken)] == ["12 juges"]


def test_an_elliptic_number_takes_the_unit_counted_before_it() -> None:
    text = "La région a commandé 1 150 licences de plus, la RATP en voudrait 300."
    assert [(amount, unit) for _, amount, unit in figures(text)] == [(1150, "licences"), (300, "licences")]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("fr", "Sur 12’000 contribuables épinglés, 9000 n’avaient rien à se reprocher.", (9000, "contribuables")),
        ("fr", "Au moins 140 projets sont en cours, et 31 ont fait l’objet d’une évaluation.", (31, "projets")),
        ("fr", "Environ 1.240 caméras étaient prévues, dont 310 dans la seule capitale.", (310, "caméras")),
        ("en", "Of the 120 nurses, 45 were dismissed.", (45, "nurses")),
        ("fr", "Elle a rappelé les 4.310 candidats. Dix-neuf sont venus en entretien.", (19, "candidats")),
        ("en", "There were twelve false alerts, nine of them at night.", (9, "false alerts")),
        ("fr", "Seuls 23 % l’ont vu, et un bon dixième d’entre eux croyaient l’inverse.", (0.1, "ratio")),
        ("en", "It found that 72 percent had tried one, and that half used one daily.", (0.5, "ratio")),
    ],
)
def test_a_number_that_is_a_subject_counts_what_was_counted(
    language: str, sentence: str, expected: tuple[float, str]
) -> None:
    assert expected in [(amount, unit) for _, amount, unit in figures(sentence, language)]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "Monroe, 58, told the paper that she first heard it.", (58, "years")),
        ("fr", "Les images ont été effacées après 24 heures.", (24, "heures")),
        ("en", "The bill passed the House 38-20 and the Senate 19-11.", (11, "votes")),
        ("en", "She read 1.1 million lines of code.", (1_100_000, "lines")),
    ],
)
def test_ages_days_of_hours_second_votes_and_many_lines(
    language: str, sentence: str, expected: tuple[float, str]
) -> None:
    assert expected in [(amount, unit) for _, amount, unit in figures(sentence, language)]


def test_a_number_further_on_counts_nothing_that_was_counted_before() -> None:
    text = "Ce jour-là, 12 élèves sont venus. Ils ont dit oui. Cinq ont dit non."
    assert [amount for _, amount, _ in figures(text)] == [12.0]


def test_counts_out_of_a_whole_are_counts() -> None:
    text = "Le groupe supprimera 178 postes sur 710, dont 72 en France."
    assert [(amount, unit) for _, amount, unit in figures(text)] == [(178, "postes"), (710, "postes"), (72, "postes")]


def test_a_number_said_of_the_same_thing_takes_its_unit() -> None:
    text = "L'outil a 800 millions d'utilisateurs, contre 300 millions en 2023."
    assert [(amount, unit) for _, amount, unit in figures(text)][:2] == [(8e8, "utilisateurs"), (3e8, "utilisateurs")]
    text = "Seuls 31 221 des 195 149 candidats ont réussi."
    assert [(amount, unit) for _, amount, unit in figures(text)] == [(31221, "candidats"), (195149, "candidats")]


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        ("fr", "Une chute de 82 % du temps passé à remplir des dossiers.", "temps passé à remplir des dossiers"),
        ("fr", "Il affiche un taux d'erreur de 11,4 %.", "taux d'erreur"),
        ("en", "It covers 12% of the rental market.", "rental market"),
    ],
)
def test_what_a_figure_measures_is_told_in_the_words_of_the_text(language: str, text: str, measures: str) -> None:
    details = facts(text, language)[0].details
    assert isinstance(details, FigureDetails) and details.measures == measures


PIECES = st.sampled_from(
    (
        "5 12 1,5 3.2 10 000 1.250.000 12'480 deux cent mille million millions de d' milliards € $ £ M€ Md€ $5 bn "
        "m k % pour cent euros dollars francs CFA à et entre from to between - – jusqu'à plus près up more than un "
        "une la moitié tiers sur in one half third personnes people voix contre votes fois times ans mois km "
        "heures GPT-4 article 2025 ( ) . , \n en voudrait 300 le nombre nombre multipliée par demi-heure 3/4 "
        "100-page 70B tokens 01 99 +33 tonnes"
    ).split(" ")
)


def check(text: str, language: str) -> None:
    page = Page(Article(text, "a.txt", language=language))
    amounts = [span for fact in find_money(page) for span in fact.mentions]
    for fact in find(page, amounts):
        assert text[fact.start : fact.end] == fact.text
        assert fact.span in fact.mentions
        assert all(0 <= span.start < span.end <= len(text) for span in fact.mentions)
        assert isinstance(fact.value, FigureValue) and fact.value.amount >= 0 and fact.value.unit
        assert fact.rule


@given(st.lists(PIECES, max_size=20), st.sampled_from(["fr", "en"]))
def test_any_words_of_figures_give_figures_inside_the_text(pieces: list[str], language: str) -> None:
    check(" ".join(pieces), language)


@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    check(text, language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_data_files_are_well_formed(language: str) -> None:
    assert all(re.compile(pattern) for pattern in patterns("figure_patterns.tsv", language).values())
    roles = {"stop", "adjective", "plural", "reference", "rhetorical", "definite", "clock"}
    for line in data_lines("figure_words.tsv", DATA):
        of, role, listed = line.split("\t")
        assert of in ("fr", "en") and role in roles and listed == listed.lower()
    for line in data_lines("figure_units.tsv", DATA):
        of, kind, forms = line.split("\t")
        assert of in ("fr", "en", "both") and kind in ("percent", "points", "times", "duration", "measure")
        assert all(re.compile(form) for form in forms.split())
    for line in data_lines("qualifiers.tsv"):
        of, place, kind, pattern = line.split("\t")
        assert of in ("fr", "en") and place in ("before", "after") and re.compile(pattern)
        assert kind == "plain" or Qualifier(kind)
