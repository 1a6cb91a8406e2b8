"""Words are found in all their forms and spellings, and not in those of other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.engine import analysis
from aipolicy_index.engine.stemming import shared_beginning, shared_of_both, stem
from aipolicy_index.language.matching import fold


def terms(text: str) -> list[tuple[str, int]]:
    return [(token.term.decode(), token.position) for token in analysis.tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’IA d'OpenAI", [("l", 0), ("ia", 1), ("d", 2), ("openai", 3)]),
        ("d’aujourd’hui", [("d", 0), ("aujourd", 1), ("hui", 2), ("aujourdhui", 1)]),
        ("aujourd’hui", [("aujourd", 0), ("hui", 1), ("aujourdhui", 0)]),
        ("États-Unis", [("etats", 0), ("unis", 1), ("etatsunis", 0)]),
        ("GPT-4o", [("gpt", 0), ("4o", 1), ("gpt4o", 0)]),
        ("dit-il", [("dit", 0), ("il", 1)]),
        ("2024/1689", [("2024", 0), ("1689", 1), ("2024/1689", 0)]),
        ("1,5 % et 1.5%", [("1,5", 0), ("%", 1), ("et", 2), ("1,5", 3), ("%", 4)]),
        ("200 000 €", [("200", 0), ("000", 1), ("200000", 0), ("€", 2)]),
        ("10M€", [("10m", 0), ("€", 1)]),
        ("adopté.Le", [("adopte", 0), ("le", 1)]),
        ("A.I. U.S. C.N.I.L.", [("ai", 0), ("us", 1), ("cnil", 2)]),
        ("OpenAI's R&D", [("openai", 0), ("r", 1), ("d", 2), ("rd", 1)]),
        ("cœur Ægis Straße", [("coeur", 0), ("aegis", 1), ("strasse", 2)]),
        ("e\u0301te\u0301", [("ete", 0)]),
        ("été ai eu X", [("ete", 0), ("ai", 1), ("eu", 2), ("x", 3)]),
        ("", []),
    ],
)
def test_terms_of_a_text(text, expected):
    assert terms(text) == expected


def test_a_long_word_is_cut_and_still_found():
    assert terms("é" * 500) == terms("e" * 500)
    assert len(terms("a" * 500)[0][0]) <= analysis.LONGEST


@given(st.text(max_size=60))
def test_spans_hold_what_was_indexed(text):
    for token in analysis.tokens(text):
        assert 0 <= token.start < token.end <= len(text)


@pytest.mark.parametrize(
    "forms",
    [
        "amende amendes amender amendé amendée amendait amendent amendera",
        "national nationale nationaux nationales",
        "actif active actifs actives",
        "directeur directrice directeurs directrices",
        "français française françaises",
        "chinois chinoise chinoises",
        "interdire interdit interdite interdits interdisent interdisait interdira",
        "prévoir prévoit prévoient prévu prévue",
        "travail travaux travaille travailler",
        "journal journaux",
        "réseau réseaux",
        "loi lois",
        "investir investit investissent investi investissait",
        "obtenir obtient obtiennent obtenu obtenue",
        "permettre permet permettent permis permettrait",
        "protéger protège protégée protégeant",
        "affirmer affirme affirment affirmait",
        "employer emploie employé",
        "européen européenne européens européennes",
        "nouveau nouvelle nouveaux nouvelles",
    ],
)
def test_forms_of_one_french_word(forms):
    assert len({stem(fold(word), "fr") for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "pays payer",
        "paris pari",
        "régime régiment",
        "cour courir",
        "jean jeanne",
        "pris prier",
        "région régir",
        "parent parer",
        "argent argenté",
        "nous nouer",
        "données dont",
        "moment mom",
        "entreprise entreprendre",
    ],
)
def test_other_french_words_stay_apart(words):
    left, right = words.split()
    assert stem(fold(left), "fr") != stem(fold(right), "fr")


@pytest.mark.parametrize("forms", ["fine fines fined fining", "policy policies", "ban bans banned banning", "law laws"])
def test_forms_of_one_english_word(forms):
    assert len({stem(word, "en") for word in forms.split()}) == 1


@given(st.text(alphabet="abcdeilmnorstuvxy", min_size=1, max_size=12))
def test_a_word_begins_as_its_forms_do(word):
    assert word.startswith(shared_of_both(word))
    for language in ("fr", "en"):
        assert word.startswith(shared_beginning(word, language))


def test_every_irregular_form_begins_as_its_word_does():
    from aipolicy_index.engine.stemming import _irregular

    for form in _irregular():
        assert form.startswith(shared_beginning(form, "fr"))


def test_the_data_is_folded_and_says_what_it_is():
    folder = Path(analysis.__file__).parent
    for name in ("fr.inflections.txt", "fr.elisions.txt"):
        text = (folder / name).read_text(encoding="utf-8")
        assert text.startswith("#")
        assert "Made for this project" in text
    inflections = (folder / "fr.inflections.txt").read_text(encoding="utf-8").split("[unchanged]", 1)[1]
    assert fold(inflections) == inflections
