"""Pasted text is no keys, whatever it holds and however it arrives."""

import re

import pytest

from aipolicy_tui.terminal.pasting import LONGEST, Pasted, Pastes

SENT = "j\x1b[200~q\x1b[31m\x07 é\x1b\x1b[A\x1b[201~\x1b[Bk\x1b[200~\x1b[201~"
MEANT = ["j", Pasted("q\x1b[31m\x07 é\x1b\x1b[A"), "\x1b[Bk", Pasted("")]


def told(pieces: list[str]) -> list[str | Pasted]:
    """What is told of these reads, keys that follow each other together."""
    pastes, found = Pastes(), [""]
    for piece in pieces:
        for part in pastes.feed(piece):
            if isinstance(part, str) and isinstance(found[-1], str):
                found[-1] += part
            else:
                found.append(part)
    return [part for part in found if part != ""]


STARTS = [found.start() for found in re.finditer(r"\x1b\[200~", SENT)]
SIZES = [size for size in range(3, 60) if all((start + 1) % size and (start + 2) % size for start in STARTS)]
"""Of reads that end nowhere where only a key may end."""


@pytest.mark.parametrize("size", SIZES)
def test_keys_and_pastes_are_told_apart_however_they_are_cut(size: int) -> None:
    assert told([SENT[start : start + size] for start in range(0, len(SENT), size)]) == MEANT


def test_the_end_of_a_paste_is_found_when_it_is_cut_anywhere() -> None:
    for cut in range(7, len("\x1b[200~abc\x1b[201~")):
        whole = "\x1b[200~abc\x1b[201~"
        assert told([whole[:cut], whole[cut:], "j"]) == [Pasted("abc"), "j"]


def test_a_key_is_not_held_back() -> None:
    for key in ("\x1b", "\x1b[", "q", "\x1b[A", "\x1b[2~"):
        assert list(Pastes().feed(key)) == [key]


def test_of_an_endless_paste_the_beginning_is_kept() -> None:
    assert told(["\x1b[200~", "x" * LONGEST, "y" * LONGEST, "\x1b[201~"]) == [Pasted("x" * LONGEST)]
