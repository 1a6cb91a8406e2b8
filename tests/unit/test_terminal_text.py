"""Text on its way to the terminal: made safe, transliterated, measured, cut."""

from __future__ import annotations

import re
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from aipolicy_tui.terminal.charset import ASCII, UTF8, charset_of
from aipolicy_tui.terminal.safe import cell_width, cut, fit, safe_text, with_room
from aipolicy_tui.wording.ascii import transliterated

HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\x1b[31mred\x1b[0m", "ared"),
        ("a\x1b]0;owned\x07b", "ab"),
        ("a\x1b]0;no end", "a0;no end"),
        ("a\x1bP+q\x1b\\b", "ab"),
        ("a\x9b31mb", "ab"),
        ("two\nlines\r\nhere", "two lines here"),
        ("tab\tstop", "tab stop"),
        ("12\u202f000\u00a0€", "12 000 €"),
        ("e\u0301te\u0301", "été"),
        ("\u0301lone mark", "lone mark"),
        ("q\u0300\u0301\u0302\u0303\u0304", "q\u0300\u0301\u0302"),
        ("❤\ufe0f 👍🏽 👩\u200d👧", "❤ 👍 👩👧"),
        ("🇫🇷", "FR"),
        ("\ud800", "\ufffd"),
        ("a\u202eb\u2066c", "abc"),
        ("soft\u00adhyphen", "softhyphen"),
        ("[bold]x[/nope]", "[bold]x[/nope]"),
    ],
)
def test_a_terminal_cannot_misread_what_is_shown(text: str, shown: str) -> None:
    assert safe_text(text) == shown


@given(st.text())
def test_nothing_harmful_is_left_and_cleaning_again_changes_nothing(text: str) -> None:
    safe = safe_text(text)
    assert not HARMFUL.search(safe)
    assert safe_text(safe) == safe
    assert unicodedata.is_normalized("NFC", safe)


@given(st.text())
def test_the_width_is_the_one_that_the_layout_counts(text: str) -> None:
    shown, owed = with_room(safe_text(text))
    assert cell_width(safe_text(text)) == cell_len(shown) + owed


@pytest.mark.parametrize(
    ("text", "shown", "owed"),
    [
        ("été 東京 😀", "été 東京 😀", 0),
        ("हिन्दी में नीति.", "हिन्दी   में नीति.", 2),
        ("में में", "में में", 0),
        ("㉈ a", "㉈  a", 0),
    ],
)
def test_a_word_of_disputed_width_has_room_after_it(text: str, shown: str, owed: int) -> None:
    assert with_room(text) == (shown, owed)
    assert with_room(" and", 2) == ("   and", 0)


@given(st.text(), st.integers(0, 40))
def test_a_cut_text_fits_and_a_fitted_one_is_exactly_as_wide(text: str, cells: int) -> None:
    assert cell_width(cut(safe_text(text), cells)) <= cells
    assert cell_width(fit(safe_text(text), cells)) == cells


def test_what_is_left_out_is_marked() -> None:
    assert cut("règlement européen", 10) == "règlement…"
    assert cut("règlement européen", 10, "...") == "règleme..."
    assert cut("東京の人工知能", 6) == "東京…"
    assert cut("court", 5) == "court"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("« Où ça ? » — l’œuvre à 1,5 €…", '"Ou ca ?" - l\'oeuvre a 1,5 EUR...'),
        ("Straße, Łódź, Ærø", "Strasse, Lodz, AEro"),
        ("Москва, Київ", "Moskva, Kiiv"),
        ("Αθήνα", "Athina"),
        ("東京", "??"),
        ("n° 2 ≤ 3 → 4", "no 2 <= 3 -> 4"),
        ("ﬁn ½", "fin 1/2"),
    ],
)
def test_a_terminal_without_utf8_gets_readable_ascii(text: str, shown: str) -> None:
    assert transliterated(text) == shown
    assert ASCII.text(text) == shown


@given(st.text())
def test_ascii_is_ascii_whatever_comes(text: str) -> None:
    assert ASCII.text(text).isascii()
    assert UTF8.text(text) == safe_text(text)


@pytest.mark.parametrize(
    ("environment", "utf8"),
    [
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LANG": "en_US.utf8@euro"}, True),
        ({"LANG": "C"}, False),
        ({}, False),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "fr_FR.ISO-8859-1"}, False),
        ({"LANG": "UTF-8"}, True),
    ],
)
def test_the_locale_decides_what_is_sent(environment: dict[str, str], utf8: bool) -> None:
    assert charset_of(environment).utf8 is utf8


def test_every_glyph_of_the_ascii_set_is_ascii_and_none_is_missing() -> None:
    for name in type(UTF8.glyphs).__slots__:
        assert getattr(ASCII.glyphs, name).isascii() and getattr(UTF8.glyphs, name), name


def test_the_table_of_ascii_names_each_character_once_by_its_number() -> None:
    source = files("aipolicy_tui.wording").joinpath("data/ascii.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in source.splitlines() if not line.startswith("#")]
    assert len({character for _, character, _ in rows}) == len(rows) > 200
    for number, character, shown in rows:
        assert chr(int(number, 16)) == character and shown.isascii() and not character.isascii()
