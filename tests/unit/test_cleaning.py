"""Text from outside is safe to keep and to show, and keeps everything that a reader reads."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.language.cleaning import clean, clean_line, clean_path

CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
OPENINGS = ["\x1b[", "\x1b]", "\x1bP", "\x1b\\", "\x9b3", "A\x92a", "\x93e\x94"]
INVISIBLE = list("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufe0f")
TROUBLE = st.sampled_from([*CONTROLS, *OPENINGS, *INVISIBLE, "\u0301", "\u0323", "\ud800", "e", "A"])
HOSTILE_TEXT = st.lists(st.one_of(TROUBLE, st.characters(), st.text(max_size=5)), max_size=60).map("".join)


@pytest.mark.parametrize(
    ("hostile", "safe"),
    [
        ("\x1b[31mrouge\x1b[0m", "rouge"),
        ("\x9b31mrouge\x9b0m", "rouge"),
        ("\x1b]0;titre volé\x07texte", "texte"),
        ("\x1b]52;c;ZXZpbA==\x1b\\texte", "texte"),
        ("\x9d8;;http://x\x9ctexte", "texte"),
        ("\x1bPcharge\x1b\\texte", "texte"),
        ("\x90charge\x9ctexte", "texte"),
        ("\x9echarge\x9ctexte", "texte"),
        ("\x1bcremis à zéro", "remis à zéro"),
        ("\x1b[\x1b[31m", ""),
        ("avant\x1b]sans fin", "avantsans fin"),
        ("avant\x1b", "avant"),
        ("a\x00b\x07c\x08d\x0ee\x7ff", "abcdef"),
        ("droite\u202egauche\u2066x\u2069", "droitegauchex"),
        ("zé\u200bro\u2060 lar\u00adgeur\ufeff", "zéro largeur"),
        ("dra\U000e0067\U000e007fpeau \u2764\ufe0f", "drapeau \u2764"),
        ("moitié \ud83d de paire", "moitié \ufffd de paire"),
    ],
)
def test_what_could_act_on_a_terminal_is_gone(hostile: str, safe: str) -> None:
    assert clean(hostile) == safe


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0c"])
def test_every_line_end_becomes_a_line_feed(end: str) -> None:
    assert clean(f"première{end}seconde") == "première\nseconde"


def test_a_tab_becomes_a_space() -> None:
    assert clean("Pays\tPart") == "Pays Part"


def test_french_spacing_letters_and_punctuation_stay() -> None:
    text = "« L’œuvre d’IA\u202f: 1\u202f200\u00a0M€, n° 3 – 25 % »\nÀ l’été, ça naît… “Ωμέγα” 東京 💡"
    assert clean(text) == text


def test_accents_typed_apart_are_put_together() -> None:
    assert clean("e\u0301te\u0301") == "été"


def test_at_most_three_marks_are_stacked_on_a_letter() -> None:
    assert clean("x" + "\u0301\u0302\u0303\u0304\u0305\u0306 y") == "x\u0301\u0302\u0303 y"


@pytest.mark.parametrize(
    ("read_as_latin_1", "meant"),
    [
        ("l\x92Union a dit \x93oui\x94 \x96 enfin\x85 ", "l’Union a dit “oui” – enfin… "),
        ("le c\x9cur de l'accord", "le cœur de l'accord"),
        ("200 \x80 par an", "200 € par an"),
        ("\x8ei\x9eek a dit \x93non\x94", "Žižek a dit “non”"),
        ("d\x92abord, la s\x9cur", "d’abord, la sœur"),
    ],
)
def test_windows_punctuation_read_as_latin_1_is_repaired(read_as_latin_1: str, meant: str) -> None:
    assert clean(read_as_latin_1) == meant


def test_an_escape_sequence_inside_repaired_text_still_goes() -> None:
    assert clean("l\x92accord \x9b31mrouge \x1b[0mici") == "l’accord rouge ici"


def test_a_label_is_one_line() -> None:
    assert clean_line("  Titre\x1b[1m\n sur\tdeux \r\n lignes ") == "Titre sur deux lignes"


def test_a_path_keeps_its_length_and_loses_its_controls() -> None:
    assert clean_path("/presse/a\x1b[2J\n\udce9  b.txt") == "/presse/a\ufffd[2J\ufffd\ufffd  b.txt"


@given(HOSTILE_TEXT)
def test_cleaning_again_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(HOSTILE_TEXT)
def test_nothing_that_controls_a_terminal_is_left(text: str) -> None:
    cleaned = clean(text)
    assert {char for char in cleaned if unicodedata.category(char) in ("Cc", "Cs")} <= {"\n"}
    assert not set(cleaned) & set(INVISIBLE)
    assert unicodedata.is_normalized("NFC", cleaned)


@given(st.text(st.sampled_from("e\u0301\u0323\u0308\u05b0\u0941\u0e34x"), max_size=40))
def test_never_more_than_three_marks_in_a_row(text: str) -> None:
    run = 0
    for char in clean(text):
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        assert run <= 3


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=80))
def test_plain_text_is_untouched(text: str) -> None:
    assert clean(text) == text
