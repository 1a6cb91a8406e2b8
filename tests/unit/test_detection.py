"""The language of a text is right on a whole article and on a headline."""

import pytest

from aipolicy_index.language.datafiles import data_words
from aipolicy_index.language.detection import vote


@pytest.mark.parametrize(
    "text",
    [
        "L’Europe encadre l’IA",
        "Mistral AI lève 600 millions d'euros",
        "Une loi pour encadrer OpenAI et Google",
        "Reconnaissance faciale : Microsoft dit non",
        "Le Monde",
        "ChatGPT bloqué en Italie",
        "Sam Altman, d'OpenAI, a annoncé lundi un partenariat avec Microsoft, Google Cloud et Amazon Web Services",
        "Le groupe « Stop Killer Robots » (The Campaign to Stop Killer Robots) réclame un traité.",
        "NICK CLEGG DEFEND LA DECISION DE META",
        "",
    ],
)
def test_french_is_heard(text: str) -> None:
    assert vote(text) == "fr"


@pytest.mark.parametrize(
    "text",
    [
        "Europe’s AI Act takes effect",
        "Mistral AI raises $600 million",
        "OpenAI wins defense contract worth up to $200 million",
        "Microsoft bans US police from facial recognition",
        "The Washington Post",
        "Italy blocks ChatGPT over privacy",
        "Emmanuel Macron and Marine Le Pen were asked about the plan by reporters of Le Monde in Paris on Tuesday.",
        "PENTAGON SIGNS DEAL WITH OPENAI",
        "It’s not a café",
    ],
)
def test_english_is_heard(text: str) -> None:
    assert vote(text) == "en"


def test_the_majority_wins_in_a_mixed_text() -> None:
    french = "La Commission européenne a publié mardi ses lignes directrices sur les modèles à usage général. "
    english = "The code of practice is voluntary. "
    assert vote(french * 3 + english) == "fr"
    assert vote(english * 6 + french) == "en"


def test_a_word_votes_for_one_language_only() -> None:
    assert not data_words("votes.fr.tsv") & data_words("votes.en.tsv")
