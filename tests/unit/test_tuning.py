"""The reader's own names of the same thing: a file beside the settings, printed to be edited, its faults named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aipolicy_index.query.synonyms import own_lines, things_of_program
from aipolicy_tui import messages
from aipolicy_tui.messages import LANGUAGES
from aipolicy_tui.program import run
from aipolicy_tui.settings import Settings
from aipolicy_tui.tuning import synonym_problems, synonyms_as_text, synonyms_file, tuning


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The place of the reader's file."""
    monkeypatch.setenv("AIPOLICY_SETTINGS", str(tmp_path / "settings.toml"))
    return synonyms_file()


def test_the_file_lies_beside_the_settings(own: Path, tmp_path: Path) -> None:
    assert own == tmp_path / "synonyms.txt"
    assert tuning(Settings(recency=False)).synonyms == own
    assert not tuning(Settings(recency=False)).recency
    assert tuning(Settings()).recency


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_config_prints_is_a_correct_file_of_all_names(own: Path, language: str) -> None:
    messages.choose(language)
    assert synonym_problems(own) == ()
    text = synonyms_as_text(own)
    things, bad = own_lines(text.splitlines())
    assert (tuple(things), bad) == (things_of_program(), [])
    own.write_text("AESIA = agence espagnole\nSEC =\n", "utf-8")
    assert synonym_problems(own) == ()
    assert "\nAESIA = agence espagnole\nSEC =\n" in synonyms_as_text(own)
    assert "Securities" not in synonyms_as_text(own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bad_line_is_named_with_its_place_and_what_to_write(own: Path, language: str) -> None:
    messages.choose(language)
    own.write_text("# mine\nIA AI\n\nIA = \x1b??\nOTAN = NATO\n", "utf-8")
    first, second = synonym_problems(own)
    assert all(str(own) in problem and "\x1b" not in problem for problem in (first, second))
    assert "2\u00a0: «\u00a0IA AI\u00a0»" in first if language == "fr" else "2: “IA AI”" in first
    assert "4" in second


def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(own: Path) -> None:
    messages.choose("en")
    own.write_bytes(b"\xff\xfe")
    (problem,) = synonym_problems(own)
    assert "not in UTF-8" in problem and "config --synonyms" in problem
    assert "IA = AI" in synonyms_as_text(own)
    own.unlink()
    own.mkdir()
    (problem,) = synonym_problems(own)
    assert str(own) in problem


def test_the_command_line_searches_and_tells_with_the_readers_names(
    own: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    own.write_text("Redmond = Microsoft\nfoo\n", "utf-8")
    assert run(["--lang", "en", "--library", str(tmp_path / "library"), "search", "Redmond"]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert found["synonyms"] == [["Redmond", "Microsoft"]]
    assert found["relaxed"] is None
    assert "line 2: “foo”" in printed.err
