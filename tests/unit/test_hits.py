"""Hits as a person at a terminal sees them: lines that end at words, matches in bold; plain lines in a pipe."""

from __future__ import annotations

import re
import sys

import pytest

from aipolicy_tui.cli.hits import write_hits

HIT = {
    "id": 12,
    "published": "2025-06-17",
    "outlet": "Le Relais",
    "title": "Un titre",
    "snippet": "La société Veridia a signé un contrat.\n\nElle conteste ce que la commission de contrôle lui demande.",
    "marks": [[11, 18], [64, 86]],
}
_STYLE = re.compile(r"\x1b\[\d*m")


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setenv("TERM", "xterm")


def printed(capsys: pytest.CaptureFixture[str]) -> list[str]:
    write_hits([HIT], markdown=False)
    return capsys.readouterr().out.splitlines()


def test_in_a_pipe_a_passage_is_one_line_without_styles(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys) == [
        "    12  2025-06-17 · Le Relais",
        "        Un titre",
        "        " + HIT["snippet"].replace("\n\n", " "),
        "",
    ]


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_lines_end_at_words_and_matches_are_bold(capsys: pytest.CaptureFixture[str]) -> None:
    rows = printed(capsys)
    assert all(len(_STYLE.sub("", row)) < 50 for row in rows)
    assert " ".join(_STYLE.sub("", row).strip() for row in rows[2:-1]) == HIT["snippet"].replace("\n\n", " ")
    bold = re.findall(r"\x1b\[1m(.*?)\x1b\[0m", "\n".join(rows))
    assert bold == ["Veridia", "commission", "de", "contrôle"]


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_styles_can_be_unwanted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert not any("\x1b" in row for row in printed(capsys))


def test_what_is_not_known_leaves_no_trace(capsys: pytest.CaptureFixture[str]) -> None:
    for markdown, first in ((False, "    12"), (True, "- **Un titre** (12)")):
        write_hits([HIT | {"published": None, "outlet": None}], markdown=markdown)
        assert capsys.readouterr().out.splitlines()[0] == first
