"""No string of a hostile article keeps anything that a terminal would obey."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_index.language.cleaning import clean, clean_line, clean_path
from aipolicy_index.language.matching import fold, same_length
from aipolicy_index.language.segmentation import paragraphs, sentences, tokens
from aipolicy_index.reading.masthead import find_masthead
from aipolicy_index.reading.page import RawPage

OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
ATTACKS = [
    "\x1b[2J\x1b[H", "\x1b]0;titre\x07", "\x1b]52;c;ZXZpbA==\x07", "\x1b]8;;http://x\x1b\\lien\x1b]8;;\x1b\\",
    "\x1bP+q544e\x1b\\", "\x1b_Gpayload\x1b\\", "\x1b[?1049h", "\x9b2J", "\x9d0;x\x9c", "\x90x\x9c", "\x1b[6n",
    "\x0e\x0f\x07\x08\x00\x7f", "a\rb", "\u202eab\u202c", "\u2066x\u2069", "\U000e0041\U000e007f", "\u200b\u200d\ufe0f",
    "\x1b\x1b[[31m31m", "\x1b]\x1b]0;x\x07", "\x9b\x9b31m", "\ud83d", "e" + "\u0301" * 50, "\x1b(0lqqk\x1b(B", "\u0085",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(ATTACKS), st.text(max_size=12)), max_size=12).map("".join)


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
@pytest.mark.parametrize("around", ["{}", "Un titre {}sans fin", "l\x92IA {} \x93oui\x94", "{}\n\nUn texte.\n{}"])
def test_each_attack_is_disarmed_wherever_it_stands(attack: str, around: str) -> None:
    assert not OBEYED.search(clean(around.replace("{}", attack)))


@given(TEXTS)
def test_no_mixture_of_attacks_gets_through(text: str) -> None:
    for cleaned in (clean(text), clean_line(text), clean_path(text)):
        assert not OBEYED.search(cleaned)
    assert "\n" not in clean_line(text) + clean_path(text)


@given(TEXTS)
def test_a_path_keeps_its_length(text: str) -> None:
    assert len(clean_path(text)) == len(text)


@given(TEXTS)
@settings(max_examples=200)
def test_spans_hold_on_any_text(text: str) -> None:
    cleaned = clean(text)
    assert len(same_length(cleaned)) == len(cleaned)
    fold(cleaned)
    for span in (*paragraphs(cleaned), *sentences(cleaned, "fr"), *tokens(cleaned)):
        assert 0 <= span.start < span.end <= len(cleaned)
        assert not cleaned[span.start].isspace() and not cleaned[span.end - 1].isspace()


LINES = st.lists(
    st.sampled_from(
        [
            "Publié le 3 mars 2024", "Par Jeanne Duval", "Lire aussi", "12 commentaires", "À propos de l'auteur",
            "Et vous ?", "Tags : ia", "© Le Fleuve 2024", "PARIS, 3 mars (AFP) – Le texte est adopté.", "", "",
            "Un titre de taille moyenne", "- un point", "Mis à jour le 31/02/2024", "***", "💡",
            "Une phrase assez longue pour faire un paragraphe entier, avec un point final ici.",
            "Jeanne Duval est journaliste pour Le Fleuve.",
        ]
    ),
    max_size=25,
)  # fmt: skip


@given(LINES)
@settings(max_examples=300)
def test_zones_are_ordered_apart_and_inside_the_text(lines: list[str]) -> None:
    text = clean("\n".join(lines)).strip("\n")
    masthead = find_masthead(text, RawPage(text), "a.txt", None)
    edges = [edge for zone in masthead.zones for edge in (zone.span.start, zone.span.end)]
    assert edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges)
    assert all(zone.span.start < zone.span.end for zone in masthead.zones)


@given(TEXTS)
def test_a_derived_title_is_short_and_safe(text: str) -> None:
    cleaned = clean(text).strip("\n")
    title = find_masthead(cleaned, RawPage(cleaned), "a.txt", None).derived_title
    assert len(title) <= 90 and "\n" not in title
    assert all(unicodedata.category(char) not in ("Cc", "Cs") for char in title)


@pytest.mark.parametrize("piece", ["A-", "A ", "Aé-", "L'", "A. ", "PARIS, ", "Paris/", "AB-CD ", "(A", "« A"])
def test_sentences_of_hostile_repetitions_come_at_once(piece: str) -> None:
    text = piece * 500
    assert all(text[span.start : span.end] for span in sentences(text, "fr"))
