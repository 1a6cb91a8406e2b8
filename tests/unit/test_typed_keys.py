"""What a terminal sends for keys: each is the key that was pressed, also when several come in one packet."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual import events

from aipolicy_tui.keymap import Keymap, build_keymap
from aipolicy_tui.screens.keys import key_names
from aipolicy_tui.terminal.keys import Keys


def pressed(sent: Sequence[str], keymap: Keymap | None = None) -> list[str]:
    parser = Keys(False)
    found = [event for piece in sent for event in parser.feed(piece)]
    return [name for event in found if isinstance(event, events.Key) for name in key_names(event, keymap or PLAIN)]


PLAIN = build_keymap()


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1bn", ["escape", "n"]),
        ("\x1bN", ["escape", "N"]),
        ("\x1b:", ["escape", ":"]),
        ("\x1b/abc", ["escape", "/", "a", "b", "c"]),
        ("\x1bé", ["escape", "é"]),
        ("\x1b ", ["escape", "space"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b\t", ["escape", "tab"]),
        ("\x1b\x10", ["escape", "ctrl+p"]),
        ("\x1bb", ["escape", "b"]),
        ("\x1bf", ["escape", "f"]),
        ("\x1bn\x1b[B", ["escape", "n", "down"]),
        ("\x1b\x1b[B", ["escape", "down"]),
        ("\x1b[B", ["down"]),
        ("\x1bOP", ["f1"]),
        ("\x1b[5~", ["pageup"]),
        ("\x1b[1;5C", ["ctrl+right"]),
    ],
)
def test_esc_is_never_lost_to_the_key_after_it(sent: str, keys: list[str]) -> None:
    assert pressed([sent]) == keys
    assert pressed(list(sent)) == keys


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[1;10D",
        "\x1b[1;3S",
        "\x1b[?62;22c",
        "\x1b[>1;4000;30c",
        "\x1b[24;80R",
        "\x1b[48;10;20;100;200t",
        "\x1b[27;5;68~",
        "\x1b[97;5u",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
        "\x1bP1$r0m\x1b\\",
        "\x1b[M !!",
        "\x1b[<35;10;5M",
        "35;10;5M",
        ";5m",
        "\x1b[201~",
        "\x9b31m",
        "\x1b[I",
        "\x1b[" + "1;" * 5000 + "m",
    ],
)
def test_what_is_no_key_does_nothing(sent: str) -> None:
    assert pressed([sent, "n"]) == ["n"]
    if sent.startswith("\x1b"):
        assert pressed([*sent, "n"]) == ["n"]


@pytest.mark.parametrize("cut", ["\x1b[", "\x1b[<35;", "\x1b[1;", "\x1b]10;rgb:ff", "\x1bP1$r0", "\x1b[M !", "\x1bO"])
def test_a_sequence_that_is_cut_ends_where_another_begins_or_with_its_time(
    cut: str,
) -> None:
    assert pressed([cut + "\x1b[B" + "n"]) == ["down", "n"] or cut == "\x1b[M !"
    parser = Keys(False)
    assert list(parser.feed(cut)) == []
    parser._timeout_time = 0.0
    assert list(parser.tick()) == []
    assert [event.key for event in parser.feed("n") if isinstance(event, events.Key)] == ["n"]


def test_a_lone_esc_is_a_key_when_its_time_is_over() -> None:
    parser = Keys(False)
    assert list(parser.feed("\x1b")) == []
    parser._timeout_time = 0.0
    assert [event.key for event in parser.tick() if isinstance(event, events.Key)] == ["escape"]
    assert pressed(["\x1b\x1b[B"]) == ["escape", "down"]


def test_a_mouse_and_the_terminals_answers_are_understood() -> None:
    kinds = [type(event).__name__ for event in Keys(False).feed("\x1b[<0;3;4M\x1b[<64;3;4M\x1b[?2026;2$y\x1b[I\x1b[O")]
    assert kinds == ["MouseDown", "MouseScrollUp", "TerminalSupportsSynchronizedOutput", "AppFocus", "AppBlur"]


def test_alt_and_a_key_can_be_given_to_a_command() -> None:
    keymap = build_keymap({"star": ["alt+n", "alt+enter"], "help": "alt+é"})
    assert keymap.problems == ()
    assert pressed(["\x1bn\x1b\r\x1bé\x1bm"], keymap) == ["alt+n", "alt+enter", "alt+é", "escape", "m"]


def test_both_codes_of_backspace_are_backspace() -> None:
    assert pressed(["\x7f\x08"]) == ["backspace", "backspace"]
