"""Two spellings of one thing compare as equal, and offsets never move."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.language.matching import fold, same_length


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("securite", "Sécurité"),
        ("l'ia", "L’IA"),
        ("oeuvre", "Œuvre"),
        ("strasse", "STRAẞE"),
        ("lodz", "Łódź"),
        ("a l'ete", "À\u00a0l’été"),
        ("jean-luc", "Jean‑Luc"),
        ("n°", "N°"),
        ("tm", "™"),
        ("francois", "franc\u0327ois"),
    ],
)
def test_case_accents_ligatures_and_apostrophes_do_not_matter(typed: str, written: str) -> None:
    assert fold(written) == fold(typed)


def test_signs_that_mean_something_stay() -> None:
    assert fold("200 M€, 25 % de l'IA : GPT-4o (2024/1689)") == "200 m€, 25 % de l'ia : gpt-4o (2024/1689)"


def test_one_apostrophe_one_space_one_hyphen() -> None:
    assert same_length("l’IA\u202f: 1\u00a0200 Jean‑Luc ‘x’") == "l'IA : 1 200 Jean-Luc 'x'"


@given(st.text())
def test_the_same_length_form_has_the_same_length(text: str) -> None:
    assert len(same_length(text)) == len(text)


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_both_forms_fold_to_the_same_letters(text: str) -> None:
    assert fold(same_length(text)) == fold(text)
