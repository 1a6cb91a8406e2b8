"""Hits as a person at a terminal sees them: lines that end at words, matches in bold; plain lines in a pipe."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from aipolicy_tui.cli.hits import write_hits

HIT = {
    "id": 12,
    "published": "2025-06-17",
    "outlet": "Le Relais",
    "tags": [],
    "title": "Un titre",
    "snippet": "La société Veridia a signé un contrat.\n\nElle conteste ce que la commission de contrôle lui demande.",
    "marks": [[11, 18], [64, 86]],
}
_STYLE = re.compile(r"\x1b\[\d*m")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aipolicy_tui.cli.hits.is_terminal", lambda stream: True)
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """What is printed of the hit, changed as said, line by line."""

    def lines(markdown: bool = False, **changes: object) -> list[str]:
        put: list[str] = []
        monkeypatch.setattr("aipolicy_tui.cli.hits.put", put.append)
        write_hits([HIT | changes], markdown=markdown)
        return put[0].split("\n")

    return lines


def test_tags_stand_beside_the_outlet(printed: Callable[..., list[str]]) -> None:
    assert printed(tags=["à relire", "cnil"])[0] == "    12  2025-06-17 · Le Relais · #à relire · #cnil"


def test_in_a_pipe_a_passage_is_one_line_without_styles(printed: Callable[..., list[str]]) -> None:
    assert printed() == [
        "    12  2025-06-17 · Le Relais",
        "        Un titre",
        "        " + HIT["snippet"].replace("\n\n", " "),
        "",
    ]


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_lines_end_at_words_and_matches_are_bold(printed: Callable[..., list[str]]) -> None:
    rows = printed()
    assert [row for row in rows if len(_STYLE.sub("", row)) >= 50] == []
    assert " ".join(_STYLE.sub("", row).strip() for row in rows[2:-1]) == HIT["snippet"].replace("\n\n", " ")
    bold = re.findall(r"\x1b\[1m(.*?)\x1b\[0m", "\n".join(rows))
    assert bold == ["Veridia", "commission", "de", "contrôle"]


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_styles_can_be_unwanted(
    printed: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert not any("\x1b" in row for row in printed())


def test_what_is_not_known_leaves_no_trace(printed: Callable[..., list[str]]) -> None:
    assert printed(published=None, outlet=None)[0] == "    12"
    assert printed(markdown=True, published=None, outlet=None)[0] == "- **Un titre** (12)"
