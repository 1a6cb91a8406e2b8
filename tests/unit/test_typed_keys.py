"""What a terminal sends for keys: each is the key that was pressed, also when several come in one packet."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual import events

from aipolicy_tui.keymap import Keymap, build_keymap
from aipolicy_tui.screens.keys import key_names
from aipolicy_tui.terminal.driver import Keys


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


def test_alt_and_a_key_can_be_given_to_a_command() -> None:
    keymap = build_keymap({"star": ["alt+n", "alt+enter"], "help": "alt+é"})
    assert keymap.problems == ()
    assert pressed(["\x1bn\x1b\r\x1bé\x1bm"], keymap) == ["alt+n", "alt+enter", "alt+é", "escape", "m"]


def test_both_codes_of_backspace_are_backspace() -> None:
    assert pressed(["\x7f\x08"]) == ["backspace", "backspace"]
