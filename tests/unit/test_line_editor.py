"""One line of typed text: what each key does."""

import pytest

from aipolicy_tui.widgets.line_editor import LONGEST, LineEditor


def after(*keys: str, start: str = "") -> LineEditor:
    line = LineEditor(start, len(start))
    for key in keys:
        line = line.pressed(key) or line
    return line


def test_characters_go_in_at_the_cursor() -> None:
    assert after("a", "c", "left", "b").text == "abc"
    assert after("u", "n", "space", "é").text == "un é"


def test_a_line_takes_what_a_line_is_for_and_no_more() -> None:
    line = LineEditor("cnil", 4).typed("x" * 1_000_000)
    assert len(line.text) == line.cursor == LONGEST
    assert line.typed("y") == line
    assert line.pressed("backspace") != line


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("backspace",), "amende cni"),
        (("home", "delete"), "mende cnil"),
        (("ctrl+w",), "amende "),
        (("left", "ctrl+u"), "l"),
        (("ctrl+a", "ctrl+k"), ""),
        (("ctrl+a", "backspace"), "amende cnil"),
        (("ctrl+e", "delete"), "amende cnil"),
        (("home", "left", "right", "right", "end", "right", "x"), "amende cnilx"),
    ],
)
def test_editing_keys(keys: tuple[str, ...], text: str) -> None:
    assert after(*keys, start="amende cnil").text == text


def test_other_keys_are_left_to_the_screen() -> None:
    for key in ("enter", "escape", "tab", "up", "down", "pagedown", "ctrl+p", "f1"):
        assert LineEditor("x", 1).pressed(key) is None


def test_what_is_pasted_holds_no_control_characters() -> None:
    assert LineEditor().typed("un\x1b[31m\ndeux\x07").text == "un [31m deux "
