"""The help of the program and of each command, in French and in English."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from aipolicy_tui.cli.context import COMMANDS
from aipolicy_tui.messages import LANGUAGES

_CLICKS_WORDS = re.compile(
    r"\[(?:default|required|env var|x?[<>=\d]+)|^(?:Usage|Options):|\b(?:TEXT|PATH|FILE|DIR|QUERY|INTEGER|CHOICE)\b"
    r"|\b(?:default|required|show this|and exit|commands|arguments?|must be|invalid|missing|value|integer|directory)\b"
    r"|\b(?:choice|range|try|no such|takes|got|unexpected|aborted)\b",
    re.MULTILINE,
)
"""Click's own English: what it puts around and behind the words that it is given."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_says_what_there_is(cli: Callable[..., object], golden: Callable[..., None], language: str) -> None:
    texts = [cli("--lang", language, *command, "--help") for command in ([], *([name] for name in COMMANDS))]
    assert {done.status for done in texts} == {0}
    golden(f"help.{language}.txt", f"\n{'-' * 80}\n".join(done.out for done in texts))


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_no_english_word_is_left_in_the_french_help(cli: Callable[..., object], command: tuple[str, ...]) -> None:
    done = cli("--lang", "fr", *command, "--help")
    assert _CLICKS_WORDS.findall(done.out) == []
    assert "Afficher cette aide" in done.out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_fits_a_narrow_terminal(
    cli: Callable[..., object], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    done = cli("--lang", language, *command, "--help")
    prose = [line for line in done.out.splitlines() if "aipolicy-tui " not in line]
    assert max(map(len, prose)) <= 50


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_usage_is_told_in_one_sentence(
    cli: Callable[..., object], golden: Callable[..., None], language: str
) -> None:
    lines = []
    for arguments in (
        ["--wrong"],
        ["--lang", "de"],
        ["--lang"],
        ["serach", "amende"],
        ["no/such/file.txt"],
        ["search"],
        ["search", "--limt", "3", "amende"],
        ["search", "--limit", "0", "amende"],
        ["search", "--format", "xml", "amende"],
        ["search", "--queries", "a", "amende"],
        ["show"],
        ["show", "abc"],
        ["show", "1", "2"],
        ["check", "--repair=yes"],
        ["add"],
        ["add", "--jobs", "65", "."],
        ["facts", "--published", "hier", "a.txt"],
        ["facts", "--published-from", "no/such.json", "a.txt"],
        ["completion", "tcsh"],
        ["--library", "pyproject.toml", "check"],
    ):
        done = cli("--lang", language, *arguments)
        assert done.out == ""
        assert done.status == 2, arguments
        assert len(done.err.splitlines()) == 1, arguments
        lines.append(f"$ aipolicy-tui {' '.join(arguments)}\n{done.err}")
    golden(f"usage.{language}.txt", "".join(lines))
