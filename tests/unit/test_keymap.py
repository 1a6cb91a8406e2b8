"""The declared keys, changed by the reader's settings by command name."""

import pytest

from aipolicy_tui.commands import COMMANDS, Place
from aipolicy_tui.keymap import build_keymap, is_key, normal_key, types_a_character


def test_the_declared_keys_are_keys_and_none_has_two_meanings_in_one_place() -> None:
    keymap = build_keymap()
    assert keymap.problems == ()
    for known in COMMANDS:
        for key in known.keys:
            assert is_key(key) and normal_key(key) == key
            for place in known.places:
                if not (place is Place.SEARCH and types_a_character(key)):
                    found = keymap.command(place, key)
                    assert found is known or (found is not None and found.otherwise == known.name)


def test_arrows_and_letters_both_move() -> None:
    keymap = build_keymap()
    for place in (Place.LIST, Place.TEXT, Place.FACTS):
        assert keymap.command(place, "j") is keymap.command(place, "down")
        assert keymap.command(place, "k") is keymap.command(place, "up")


def test_a_key_that_types_a_letter_is_no_command_in_the_search_line() -> None:
    keymap = build_keymap()
    assert keymap.command(Place.SEARCH, "j") is None
    assert keymap.command(Place.SEARCH, "space") is None
    found = keymap.command(Place.SEARCH, "down")
    assert found is not None and found.name == "down"


@pytest.mark.parametrize("key", ["1", "[", "@", "|", "{", "~", "#"])
def test_no_command_needs_a_digit_or_an_altgr_character(key: str) -> None:
    assert all(known.keys != (key,) for known in COMMANDS)


def test_the_reader_may_choose_other_keys() -> None:
    keymap = build_keymap({"star": ["*", "Ctrl+S"]})
    assert keymap.keys["star"] == ("*", "ctrl+s")
    assert keymap.command(Place.LIST, "s") is None
    found = keymap.command(Place.TEXT, "*")
    assert found is not None and found.name == "star"


def test_a_key_taken_from_another_command_is_named() -> None:
    keymap = build_keymap({"star": "y"})
    found = keymap.command(Place.LIST, "y")
    assert found is not None and found.name == "star"
    (problem,) = keymap.problems
    assert (problem.code, problem.values["loser"]) == ("keymap.conflict", "copy")


def test_unknown_commands_and_keys_are_named_and_the_rest_counts() -> None:
    keymap = build_keymap({"strat": "x", "copy": ["hyper+7", "c"]})
    assert [problem.code for problem in keymap.problems] == ["keymap.unknown_command", "keymap.unknown_key"]
    assert keymap.problems[0].values["nearest"] == "star"
    assert keymap.keys["copy"] == ("c",)
    assert all(str(problem) for problem in keymap.problems)


def test_a_key_of_two_commands_does_the_second_where_the_first_has_nothing_to_do() -> None:
    keymap = build_keymap()
    complete, scope = keymap.command(Place.SEARCH, "tab"), keymap.command(Place.SEARCH, "tab", {"complete"})
    assert (complete and complete.name, scope and scope.name) == ("complete", "scope")


def test_the_second_command_keeps_the_key_when_the_first_is_given_another() -> None:
    keymap = build_keymap({"complete": "ctrl+y"})
    found = keymap.command(Place.SEARCH, "tab")
    assert found is not None and found.name == "scope"
    assert keymap.problems == ()


def test_the_first_command_keeps_the_key_when_the_second_is_given_another() -> None:
    keymap = build_keymap({"scope": "ctrl+y"})
    found = keymap.command(Place.SEARCH, "tab", {"complete"})
    assert found is not None and found.name == "complete"


@pytest.mark.parametrize("key", ["ctrl+h", "ctrl+i", "Ctrl+M", "ctrl+enter", "shift+enter"])
def test_a_key_that_a_terminal_does_not_tell_from_another_is_named(key: str) -> None:
    keymap = build_keymap({"star": [key, "s"]})
    assert [problem.code for problem in keymap.problems] == ["keymap.same_key"]
    assert keymap.keys["star"] == ("s",) and normal_key(key) in str(keymap.problems[0])


def test_a_letter_for_what_only_the_search_line_does_is_named() -> None:
    keymap = build_keymap({"complete": "c"})
    assert [problem.code for problem in keymap.problems] == ["keymap.typed_key"]
    assert keymap.keys["complete"] == ("tab",)
