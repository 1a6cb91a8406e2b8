"""The amounts of money that an article gives: amount, currency, qualifier."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.facts.money import find
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.patterns import DATA, patterns
from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.model import Article, Fact, MoneyDetails, MoneyValue


def facts(text: str, language: str) -> list[Fact]:
    found = find(Page(Article(text, "a.txt", language=language)))
    assert all(text[fact.start : fact.end] == fact.text for fact in found)
    return found


def money(text: str, language: str = "fr") -> list[tuple[str, float, str, str | None]]:
    values = [(fact.text, fact.value) for fact in facts(text, language)]
    return [
        (words, value.amount, value.currency, value.qualifier and str(value.qualifier))
        for words, value in values
        if isinstance(value, MoneyValue)
    ]


FRENCH = [
    ("Une amende de 18 millions d’euros.", "18 millions d’euros", 18e6, "EUR", None),
    ("Le marteau coûte 14 fr. 90 par mois en Suisse.", "14 fr. 90", 14.9, "CHF", None),
    ("Une aide à hauteur de 180 millions d’euros.", "à hauteur de 180 millions d’euros", 1.8e8, "EUR", None),
    (
        "Un contrat pouvant atteindre 200 millions de dollars.",
        "pouvant atteindre 200 millions de dollars",
        2e8,
        "USD",
        "up_to",
    ),
    (
        "Une amende pouvant aller jusqu'à 35 millions d'euros.",
        "pouvant aller jusqu'à 35 millions d'euros",
        35e6,
        "EUR",
        "up_to",
    ),
    ("Une aide plafonnée à 2 M€.", "plafonnée à 2 M€", 2e6, "EUR", "up_to"),
    ("Une aide de plus de 3 Md€.", "plus de 3 Md€", 3e9, "EUR", "more_than"),
    ("Une aide de plus d'un milliard d'euros.", "plus d'un milliard d'euros", 1e9, "EUR", "more_than"),
    ("Près de 90 millions d’euros.", "Près de 90 millions d’euros", 9e7, "EUR", "about"),
    ("Environ 5 Mds€ par an.", "Environ 5 Mds€", 5e9, "EUR", "about"),
    ("Un prêt d’au moins 8 M€.", "au moins 8 M€", 8e6, "EUR", "at_least"),
    ("Un prêt de 8 M€ au minimum.", "8 M€ au minimum", 8e6, "EUR", "at_least"),
    ("Elle a perdu 140 euros par mois.", "140 euros", 140, "EUR", None),
    ("Le prix : 0,40 € la page.", "0,40 €", 0.4, "EUR", None),
    ("Un coût de 12k€.", "12k€", 12000, "EUR", None),
    ("Un coût de 40 000 000 €.", "40 000 000 €", 4e7, "EUR", None),
    ("Valorisé 2 000 Md$.", "2 000 Md$", 2e12, "USD", None),
    ("Il vaut 3 000 milliards de dollars.", "3 000 milliards de dollars", 3e12, "USD", None),
    ("Il vaut 3 trillions de dollars.", "3 trillions de dollars", 3e12, "USD", None),
    ("Valorisé 4,5 milliards US$.", "4,5 milliards US$", 4.5e9, "USD", None),
    ("Elle a levé $200 millions.", "$200 millions", 2e8, "USD", None),
    ("Elle demande 10 millions de dollars australiens.", "10 millions de dollars australiens", 1e7, "AUD", None),
    ("Elle demande 10 millions de dollars canadiens.", "10 millions de dollars canadiens", 1e7, "CAD", None),
    ("Elle coûte 10 M$ US.", "10 M$ US", 1e7, "USD", None),
    ("Elle coûte 10 M$ CA.", "10 M$ CA", 1e7, "CAD", None),
    ("Un marché de 3 millions de livres sterling.", "3 millions de livres sterling", 3e6, "GBP", None),
    ("Un marché de £3 millions.", "£3 millions", 3e6, "GBP", None),
    ("L'État apporte 1,2 milliard de francs CFA.", "1,2 milliard de francs CFA", 1.2e9, "XOF", None),
    ("L'État apporte 500 000 F CFA.", "500 000 F CFA", 5e5, "XOF", None),
    ("L'État apporte 500.000 FCFA.", "500.000 FCFA", 5e5, "XOF", None),
    ("Un crédit de 250 000 francs suisses.", "250 000 francs suisses", 250000, "CHF", None),
    ("Un crédit de CHF 250’000.", "CHF 250’000", 250000, "CHF", None),
    ("Un fonds de 100 milliards de yens.", "100 milliards de yens", 1e11, "JPY", None),
    ("Un fonds de 60 milliards de yuans.", "60 milliards de yuans", 6e10, "CNY", None),
    ("Un fonds de 100 milliards de roupies.", "100 milliards de roupies", 1e11, "INR", None),
    ("Un fonds de 10 milliards de dirhams.", "10 milliards de dirhams", 1e10, "MAD", None),
    ("Un fonds de 65 000 milliards de wons.", "65 000 milliards de wons", 6.5e13, "KRW", None),
    ("Un milliard et demi d’euros.", "Un milliard et demi d’euros", 1.5e9, "EUR", None),
    ("Cent cinquante millions d'euros.", "Cent cinquante millions d'euros", 1.5e8, "EUR", None),
    ("Une dizaine de millions d'euros.", "Une dizaine de millions d'euros", 1e7, "EUR", "about"),
    ("Un coût de 70 centimes d'euro.", "70 centimes d'euro", 0.7, "EUR", None),
]


@pytest.mark.parametrize(("sentence", "words", "amount", "currency", "qualifier"), FRENCH)
def test_french_amounts(sentence: str, words: str, amount: float, currency: str, qualifier: str | None) -> None:
    assert money(sentence) == [(words, amount, currency, qualifier)]


ENGLISH = [
    ("It cost £23.6m.", "£23.6m", 23.6e6, "GBP", None),
    ("It raised $4.5bn.", "$4.5bn", 4.5e9, "USD", None),
    ("It raised $4.5B in May.", "$4.5B", 4.5e9, "USD", None),
    ("It is worth $2 trillion.", "$2 trillion", 2e12, "USD", None),
    ("It pledged €200 billion.", "€200 billion", 2e11, "EUR", None),
    ("It pledged 200 billion euros.", "200 billion euros", 2e11, "EUR", None),
    ("It pledged EUR 5 million.", "EUR 5 million", 5e6, "EUR", None),
    ("It spent US$5 million.", "US$5 million", 5e6, "USD", None),
    ("It spent A$5 million.", "A$5 million", 5e6, "AUD", None),
    ("It spent C$5 million.", "C$5 million", 5e6, "CAD", None),
    ("It spent 5 million Canadian dollars.", "5 million Canadian dollars", 5e6, "CAD", None),
    ("A fine of up to £17.5m looms.", "up to £17.5m", 17.5e6, "GBP", "up_to"),
    ("A fine of as much as $50,000 looms.", "as much as $50,000", 50000, "USD", "up_to"),
    ("Models that cost at least $100 million to train.", "at least $100 million", 1e8, "USD", "at_least"),
    ("It costs roughly $37 million a year.", "roughly $37 million", 37e6, "USD", "about"),
    ("It costs nearly $37 million.", "nearly $37 million", 37e6, "USD", "about"),
    ("It spent more than half a million dollars.", "more than half a million dollars", 5e5, "USD", "more_than"),
    ("It spent over $3 billion.", "over $3 billion", 3e9, "USD", "more_than"),
    ("It costs $10 million or more.", "$10 million or more", 1e7, "USD", "at_least"),
    ("A $10-million fund.", "$10-million", 1e7, "USD", None),
    ("It paid 3 million pounds.", "3 million pounds", 3e6, "GBP", None),
    ("It paid ¥100 billion.", "¥100 billion", 1e11, "JPY", None),
    ("It paid 100 billion yen.", "100 billion yen", 1e11, "JPY", None),
    ("It paid Rs 500 crore and 10 million rupees.", "10 million rupees", 1e7, "INR", None),
    ("It costs 50 cents a page.", "50 cents", 0.5, "USD", None),
    ("India approved Rs 10,372 crore.", "Rs 10,372 crore", 1.0372e11, "INR", None),
    ("A $5m-a-year deal.", "$5m", 5e6, "USD", None),
    ("It has raised $190 mln to date.", "$190 mln", 1.9e8, "USD", None),
    ("Nairobi says Kenya paid Sh900 million.", "Sh900 million", 9e8, "KES", None),
    ("The canton paid CHF900m.", "CHF900m", 9e8, "CHF", None),
    ("Beijing and China pledged ¥60 billion.", "¥60 billion", 6e10, "CNY", None),
]


@pytest.mark.parametrize(("sentence", "words", "amount", "currency", "qualifier"), ENGLISH)
def test_english_amounts(sentence: str, words: str, amount: float, currency: str, qualifier: str | None) -> None:
    assert (words, amount, currency, qualifier) in money(sentence, "en")


RANGES = [
    ("fr", "Un contrat de 45 à 60 millions d’euros.", 45e6, 60e6, "EUR"),
    ("fr", "Entre 3 et 5 milliards de dollars.", 3e9, 5e9, "USD"),
    ("fr", "Un budget de 5-10 M€.", 5e6, 10e6, "EUR"),
    ("fr", "De 500 000 à 1 million d'euros.", 5e5, 1e6, "EUR"),
    ("en", "It would take $0.9bn to $1.2bn.", 0.9e9, 1.2e9, "USD"),
    ("en", "It cost between $310 million and $355 million.", 310e6, 355e6, "USD"),
    ("en", "It cost between 3 and 5 million euros.", 3e6, 5e6, "EUR"),
    ("en", "It cost $5-10 million.", 5e6, 10e6, "USD"),
]


@pytest.mark.parametrize(("language", "sentence", "low", "high", "currency"), RANGES)
def test_a_range_is_two_amounts(language: str, sentence: str, low: float, high: float, currency: str) -> None:
    assert [(amount, code) for _, amount, code, _ in money(sentence, language)] == [(low, currency), (high, currency)]


def test_a_shared_name_is_the_currency_of_the_country_that_the_text_speaks_of() -> None:
    quebec = "Québec suspend l'algorithme. À Montréal, le système a coûté 14,6 M$ au gouvernement du Québec."
    assert money(quebec)[0][1:3] == (14.6e6, "CAD")
    assert money("À Washington, le système a coûté 14,6 M$.")[0][2] == "USD"
    swiss = "Le canton de Vaud et Genève paient. Lausanne versera 3 millions de francs."
    assert money(swiss)[0][2] == "CHF"
    assert money("Au Sénégal, à Dakar, il faut 10 000 francs.")[0][2] == "XOF"
    australian = "Canberra acts. Australia will pay $30 million, Australian officials said in Sydney."
    assert money(australian, "en")[0][2] == "AUD"


def test_a_limit_without_its_currency_is_money() -> None:
    text = "L'amende atteint 15 millions d'euros. Pour une information inexacte, le plafond tombe à 7,5 millions."
    assert money(text)[1][1:3] == (7.5e6, "EUR")
    assert money("À Dakar, au Sénégal, il coûte 3 milliards 100 millions de nos francs.")[0][1:3] == (3.1e9, "XOF")


def test_one_canadian_word_does_not_make_american_dollars_canadian() -> None:
    text = "OpenAI, à San Francisco, a levé 40 milliards de dollars. Le Canada enquête."
    assert money(text)[0][2] == "USD"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Des centaines de millions de dollars."),
        ("fr", "Plusieurs milliards d'euros."),
        ("fr", "Il a lu trois livres et 20 articles."),
        ("fr", "Les 27 ont voté, à 523 voix contre 46."),
        ("fr", "L'Euro 2024 et le dollar fort."),
        ("fr", "Les deux grands groupes et les 270 grands électeurs."),
        ("en", "Millions of dollars were lost."),
        ("en", "Hundreds of millions of pounds."),
        ("en", "Nvidia won 3 awards."),
        ("en", "In 2024 won prizes piled up."),
    ],
)
def test_vague_amounts_and_other_numbers_are_no_money(language: str, text: str) -> None:
    assert money(text, language) == []


def test_an_amount_without_its_currency_has_that_of_the_one_before() -> None:
    text = "Elle a levé 385 millions d'euros. Après les 105 millions levés en juin, elle vise 1 milliard, dit-elle."
    assert [(amount, code) for _, amount, code, _ in money(text)] == [(385e6, "EUR"), (105e6, "EUR"), (1e9, "EUR")]


def test_a_large_count_beside_money_is_no_money() -> None:
    text = "Elle a levé 2 M€ et compte 800 millions d'utilisateurs, contre 300 millions en 2023."
    assert [(amount, code) for _, amount, code, _ in money(text)] == [(2e6, "EUR")]


def test_two_amounts_may_share_their_currency() -> None:
    found = money("Deux montres estimées à 15 000 et 12 000 euros.")
    assert [(words, amount) for words, amount, _, _ in found] == [("15 000", 15000), ("12 000 euros", 12000)]


def test_said_twice_is_one_fact_with_two_places() -> None:
    text = "Une amende de 18 millions d'euros. Ces 18 millions d'euros iront à l'État."
    found = facts(text, "fr")
    assert [text[span.start : span.end] for span in found[0].mentions] == ["18 millions d'euros"] * 2
    assert len(found) == 1


@pytest.mark.parametrize(
    ("language", "text", "purpose"),
    [
        ("fr", "L'État verse 9 M€ pour former des juges, dit-il.", "former des juges"),
        ("fr", "Bercy a accordé 9 M€ d’aides à VoxLab.", "aides à VoxLab"),
        ("fr", "Elle risque une amende de 18 millions d’euros.", "amende"),
        ("en", "It will spend $5 million to train judges.", "train judges"),
        ("en", "It won a contract worth $5 million.", "contract"),
    ],
)
def test_what_the_money_is_for_is_told_in_the_words_of_the_text(language: str, text: str, purpose: str) -> None:
    details = facts(text, language)[0].details
    assert isinstance(details, MoneyDetails) and details.purpose == purpose


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
    for fact in find(Page(Article(text, "a.txt", language=language))):
        assert text[fact.start : fact.end] == fact.text
        assert fact.span in fact.mentions
        assert all(0 <= span.start < span.end <= len(text) for span in fact.mentions)
        assert isinstance(fact.value, MoneyValue) and fact.value.amount >= 0 and len(fact.value.currency) == 3
        assert fact.rule


@given(st.lists(PIECES, max_size=20), st.sampled_from(["fr", "en"]))
def test_any_words_of_money_give_amounts_inside_the_text(pieces: list[str], language: str) -> None:
    check(" ".join(pieces), language)


@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    check(text, language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_data_files_are_well_formed(language: str) -> None:
    assert all(re.compile(pattern) for pattern in patterns("money_patterns.tsv", language).values())
    for line in data_lines("currencies.tsv", DATA):
        mark, role, forms = line.split("\t")
        assert role in ("sign", "word", "hundredth")
        assert len(mark) in (1, 3) and all(re.compile(form) for form in forms.split())
    for line in data_lines("currency_regions.tsv", DATA):
        _, code, words = line.split("\t")
        assert re.fullmatch("[A-Z]{3}", code) and words == words.lower()
