"""Numbers in digits and words, in both languages: where they stand and what they are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.numbers import find_numbers, number_value, part_value
from aipolicy_index.language.scanning import lowered


def numbers(text: str, language: str) -> list[tuple[str, float]]:
    lower = lowered(text)
    return [(text[number.start : number.end], number.value) for number in find_numbers(lower, language, 0, len(lower))]


FRENCH = [
    ("6 400 téléconseillers", "6 400", 6400),
    ("6\u00a0400 téléconseillers", "6\u00a0400", 6400),
    ("6\u202f400 téléconseillers", "6\u202f400", 6400),
    ("6\u2009400 téléconseillers", "6\u2009400", 6400),
    ("4.310 photos", "4.310", 4310),
    ("1.250.000 euros", "1.250.000", 1250000),
    ("12’480 affaires", "12’480", 12480),
    ("3'150'000 francs", "3'150'000", 3150000),
    ("3870 dossiers", "3870", 3870),
    ("11,4 %", "11,4", 11.4),
    ("0,40 €", "0,40", 0.4),
    ("3.5 milliards", "3.5 milliards", 3.5e9),
    ("1.234,56 euros", "1.234,56", 1234.56),
    ("2,7 millions de voix", "2,7 millions", 2.7e6),
    ("2 000 milliards", "2 000 milliards", 2e12),
    ("300 mille euros", "300 mille", 300000),
    ("soixante-quinze voix", "soixante-quinze", 75),
    ("septante-cinq voix", "septante-cinq", 75),
    ("octante voix", "octante", 80),
    ("huitante-trois voix", "huitante-trois", 83),
    ("nonante-deux voix", "nonante-deux", 92),
    ("quatre-vingt-dix-sept voix", "quatre-vingt-dix-sept", 97),
    ("quatre-vingts voix", "quatre-vingts", 80),
    ("soixante et onze voix", "soixante et onze", 71),
    ("vingt et une voix", "vingt et une", 21),
    ("cent quarante voix", "cent quarante", 140),
    ("deux mille trois cent douze voix", "deux mille trois cent douze", 2312),
    ("trois cent mille voix", "trois cent mille", 300000),
    ("un milliard et demi d'euros", "un milliard et demi", 1.5e9),
    ("deux millions et demi d'euros", "deux millions et demi", 2.5e6),
    ("un million deux cent mille euros", "un million deux cent mille", 1.2e6),
    ("mille milliards de dollars", "mille milliards", 1e12),
    ("un billion de dollars", "un billion", 1e12),
    ("un demi-milliard d'euros", "un demi-milliard", 5e8),
    ("une dizaine de juges", "une dizaine", 10),
    ("une demi-douzaine de juges", "une demi-douzaine", 6),
    ("une centaine de juges", "une centaine", 100),
    ("Trente-huit !", "Trente-huit", 38),
    ("3 milliards 100 millions", "3 milliards 100 millions", 3.1e9),
]

ENGLISH = [
    ("41,000 carers", "41,000", 41000),
    ("1,250,000 people", "1,250,000", 1250000),
    ("4.75 million", "4.75 million", 4.75e6),
    ("1.5 billion", "1.5 billion", 1.5e9),
    ("2 trillion", "2 trillion", 2e12),
    ("seventy-five votes", "seventy-five", 75),
    ("one hundred and twenty votes", "one hundred and twenty", 120),
    ("two thousand three hundred votes", "two thousand three hundred", 2300),
    ("half a million dollars", "half a million", 500000),
    ("half a billion dollars", "half a billion", 5e8),
    ("a million dollars", "a million", 1e6),
    ("two and a half million", "two and a half million", 2.5e6),
    ("a million and a half", "a million and a half", 1.5e6),
    ("two and a half years", "two and a half", 2.5),
    ("a dozen judges", "a dozen", 12),
    ("two dozen judges", "two dozen", 24),
    ("half a dozen judges", "half a dozen", 6),
    ("2½ years", "2½", 2.5),
]


@pytest.mark.parametrize(("text", "words", "value"), FRENCH)
def test_french_numbers(text: str, words: str, value: float) -> None:
    assert numbers(text, "fr") == [(words, value)]


@pytest.mark.parametrize(("text", "words", "value"), ENGLISH)
def test_english_numbers(text: str, words: str, value: float) -> None:
    assert numbers(text, "en") == [(words, value)]


@pytest.mark.parametrize(
    "text", ["GPT-4o et C-27", "la moitié", "des centaines de juges", "un juge", "plusieurs dizaines"]
)
def test_names_and_vague_amounts_are_no_numbers(text: str) -> None:
    assert numbers(text, "fr") == []


def test_two_numbers_beside_each_other_stay_two() -> None:
    assert numbers("entre vingt et trente, 10 à 20", "fr") == [("vingt", 20), ("trente", 30), ("10", 10), ("20", 20)]
    assert numbers("between two and three percent", "en") == [("two", 2), ("three", 3)]


def test_a_year_before_a_count_is_not_glued_to_it() -> None:
    assert numbers("En 2024 150 juges", "fr") == [("2024", 2024), ("150", 150)]


def test_the_value_of_a_number_alone() -> None:
    assert number_value("soixante-douze", "fr") == 72
    assert number_value("bonjour", "fr") is None
    assert part_value("tiers", "fr") == pytest.approx(1 / 3)


@given(st.integers(0, 999_999_999), st.sampled_from([" ", "\u00a0", "\u202f", "’", "."]))
def test_grouped_digits_are_read_back(value: int, separator: str) -> None:
    written = f"{value:,}".replace(",", separator)
    assert numbers(f"{written} juges", "fr") == [(written, float(value))]


@given(st.text(alphabet=st.sampled_from("0123456789 .,'’½-/deuxtroiscentmillevingtetunmillionsahlfdoz\n"), max_size=60))
def test_whatever_the_text_numbers_lie_inside_it_in_order(text: str) -> None:
    for language in ("fr", "en"):
        end = 0
        for number in find_numbers(lowered(text), language, 0, len(text)):
            assert end <= number.start < number.end <= len(text)
            assert 0 <= number.value <= 1e24
            end = number.end


def test_the_table_of_number_words_is_well_formed() -> None:
    for line in data_lines("numbers.tsv"):
        language, role, value, forms = line.split("\t")
        assert language in ("fr", "en", "both")
        assert role in ("small", "hundred", "thousand", "scale", "group", "part", "abbreviation", "glued")
        assert float(value) > 0 and forms == forms.lower()
