"""The lines at the top and at the bottom: what they say, and what they drop first."""

import pytest

from aipolicy_index.model import Counts, ListFilter, Sort
from aipolicy_tui import messages
from aipolicy_tui.commands import FOOTER, Place, command
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.screens.proportions import Arrangement, proportions
from aipolicy_tui.screens.status_lines import Notice, Notices, bottom_line, hints, search_right, top_line
from aipolicy_tui.terminal import charset
from aipolicy_tui.widgets.fitting import Parts


@pytest.fixture(autouse=True)
def utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charset, "_chosen", [charset.UTF8])


def said(parts: Parts) -> str:
    return "".join(part.text for part in parts).rstrip()


COUNTS = Counts(1969, 12, 3)


def test_the_top_line_tells_name_counts_filters_and_order() -> None:
    line = said(top_line(COUNTS, 1969, Sort.DATE, ListFilter(starred=True), "", 100))
    assert line == "aipolicy · 1,969 articles · 12 unread · starred · date ↓"


def test_background_work_stands_at_the_right() -> None:
    line = said(top_line(COUNTS, 1969, Sort.TITLE, ListFilter(), "Reading the facts 3/9", 80))
    assert line.endswith("Reading the facts 3/9") and "title ↑" in line


@pytest.mark.parametrize("width", (40, 60, 80))
def test_what_is_on_is_said_before_anything_else_where_there_is_little_room(width: int) -> None:
    narrowed = ListFilter(language="en", outlet="Le Journal de la Recherche et de l’Innovation")
    line = said(top_line(COUNTS, 1969, Sort.DATE, narrowed, "Preparing the search 3/1,969", width))
    assert ("in English" if width > 40 else "en, Le") in line and len(line) <= width
    assert "1,969 articles" in line
    line = said(top_line(COUNTS, 1969, Sort.TITLE, ListFilter(starred=True), "", width))
    assert "1,969 articles" in line and "starred" in line and line.endswith("title ↑")


ALL_ON = ListFilter(unread=True, starred=True, language="fr", outlet="Times of Israel", tag="cloud")


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (100, "aipolicy · 9 articles · unread, starred, in French, Times of Israel, #cloud · date ↓"),
        (80, "9 articles · unread, starred, in French, Times of Israel, #cloud · date ↓"),
        (68, "9 articles · unread, starred, in French, Times of…, #cloud · date ↓"),
        (60, "aipolicy · 9 articles · ●, ★, fr, Times of…, #cloud · date ↓"),
        (40, "9 articles · ●, ★, fr, Times of…, #cloud"),
    ],
)
def test_every_filter_that_is_on_is_told_however_narrow_the_screen(width: int, told: str) -> None:
    assert said(top_line(COUNTS, 9, Sort.DATE, ALL_ON, "", width)) == told


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (70, "●, ★, fr, Times of…, #cloud · 9 articles · relevance ↓"),
        (46, "●, ★, fr, Times of…, #cloud · 9 articles"),
        (30, "●, ★, fr, Times of…, #cloud"),
    ],
)
def test_what_is_searched_in_is_told_beside_the_query(width: int, told: str) -> None:
    assert said(search_right(False, 9, Sort.RELEVANCE, [], width, ALL_ON)).strip() == told
    with_place = said(search_right(False, 9, Sort.RELEVANCE, ["1/17"], 46, ListFilter(unread=True))).strip()
    assert with_place == "1/17 · unread · 9 articles · relevance ↓"
    assert "●" not in said(search_right(True, None, None, [], width, ALL_ON))


def test_work_that_has_no_room_takes_none_from_what_has() -> None:
    line = said(top_line(COUNTS, 969, Sort.DATE, ListFilter(), "Preparing the search 3/1,969", 40))
    assert line == "969 articles · 12 unread · date ↓"


def test_background_work_comes_before_what_can_be_seen_otherwise() -> None:
    line = said(top_line(COUNTS, 1969, Sort.DATE, ListFilter(language="en"), "Preparing the search 3/1,969", 72))
    assert line.startswith("1,969 articles · in English · date ↓") and line.endswith("search 3/1,969")


@pytest.mark.parametrize("width", range(20, 120, 7))
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_footer_drops_whole_hints_the_least_important_first(width: int, language: str) -> None:
    messages.choose(language)
    keymap = build_keymap()
    for place in Place:
        wanted = [said(piece) for piece in hints(place, keymap)]
        line = said(bottom_line(None, "", hints(place, keymap), ["1/9"], keymap, width))
        kept = line.removesuffix("1/9").rstrip().split(" · ")
        assert kept == wanted[: len(kept)]
        assert len(line) <= max(width, len(wanted[0]))


def test_a_notice_takes_the_place_of_the_hints_and_an_error_says_how_to_go_on() -> None:
    keymap = build_keymap()
    keys = hints(Place.LIST, keymap)
    assert said(bottom_line(Notice("Starred."), "", keys, ["1/9"], keymap, 60)) == "Starred."
    assert said(bottom_line(Notice("It failed.", True), "", keys, ["1/9"], keymap, 60)).endswith("Esc")


def test_a_long_context_leaves_room_for_what_can_be_done() -> None:
    keymap = build_keymap()
    line = said(bottom_line(None, "word " * 60, hints(Place.FACTS, keymap), ["3/9"], keymap, 80))
    assert "Enter go to text" in line and line.endswith("3/9")


def test_where_a_context_would_be_a_word_or_two_the_keys_are_shown() -> None:
    keymap = build_keymap()
    line = said(bottom_line(None, "Le gouvernement a annoncé", hints(Place.FACTS, keymap), ["3/9"], keymap, 40))
    assert line.startswith("Enter go to text · y copy") and line.endswith("3/9")
    assert said(bottom_line(None, "16 June", hints(Place.FACTS, keymap), ["3/9"], keymap, 40)).startswith("16 June")


def test_hints_follow_the_keys_that_the_reader_chose() -> None:
    keymap = build_keymap({"search": ["ctrl+f"]})
    assert "Ctrl+F search" in [said(piece) for piece in hints(Place.LIST, keymap)]


def test_every_place_hints_at_something_and_help_is_among_the_first_of_the_list() -> None:
    always = [name for name in FOOTER[Place.LIST] if name not in ("correct", "one_edit", "back")]
    assert "help" in always[:4]
    assert all(command(name) for names in FOOTER.values() for name in names)


@pytest.mark.parametrize(
    ("size", "arrangement"),
    [
        ((110, 24), Arrangement.THREE),
        ((109, 24), Arrangement.TWO),
        ((60, 20), Arrangement.TWO),
        ((59, 20), Arrangement.ONE),
        ((40, 10), Arrangement.ONE),
        ((39, 24), Arrangement.TOO_SMALL),
        ((120, 9), Arrangement.TOO_SMALL),
    ],
)
def test_three_layouts_by_width(size: tuple[int, int], arrangement: Arrangement) -> None:
    assert proportions(*size).arrangement is arrangement


def test_the_text_keeps_a_readable_width_wherever_panes_stand_side_by_side() -> None:
    for width in range(60, 300):
        division = proportions(width, 40)
        beside = division.list_width + 1
        if division.arrangement is Arrangement.THREE:
            beside += division.facts_width + 1
        assert width - beside >= 30


def test_an_error_stays_until_it_was_seen_and_the_next_waits_behind_it() -> None:
    notices = Notices(["The settings are odd."])
    notices.tell("The disk is full.", is_error=True)
    notices.tell("The disk is full.", is_error=True)
    assert notices.shown("Esc") == Notice("The settings are odd. (+1: Esc)", True)
    notices.pass_by()
    assert notices.see()
    assert notices.shown("Esc") == Notice("The disk is full.", True)
    assert notices.see()
    assert notices.shown("Esc") is None and not notices.see()
    assert [told.text for told in notices.errors] == ["The settings are odd.", "The disk is full."]


def test_a_passing_notice_covers_an_error_for_one_key_and_hides_none() -> None:
    notices = Notices(["The disk is full."])
    notices.tell("Starred.", is_error=False)
    assert notices.shown("Esc") == Notice("Starred.")
    assert notices.pass_by()
    assert notices.see()  # the key that took the notice off only uncovers the error
    assert notices.shown("Esc") == Notice("The disk is full.", True)
    assert not notices.pass_by()
    assert notices.see()
    assert notices.shown("Esc") is None
