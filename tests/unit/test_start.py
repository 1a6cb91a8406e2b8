"""How the program starts: in whose language, with which settings, and what it says when something is wrong."""

from __future__ import annotations

import io
import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from aipolicy_index.errors import StoreError
from aipolicy_tui.program import run

_FRENCH, _ENGLISH = "Vérifier que la bibliothèque", "See whether the library"


@pytest.fixture
def settings_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    file = tmp_path / "settings.toml"
    monkeypatch.setenv("AIPOLICY_SETTINGS", str(file))
    return file


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--lang", "fr", "check", "--help"], _FRENCH),
        (["--lang=fr", "check", "--help"], _FRENCH),
        (["check", "--help", "--lang", "fr"], _FRENCH),
        (["--lang", "fr", "check", "--lang", "en", "--help"], _ENGLISH),
        (["check", "--help"], _ENGLISH),
    ],
)
def test_the_language_is_the_one_asked_for(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    assert run(arguments) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"LANG": "fr_FR.UTF-8"}, _FRENCH),
        ({"LANG": "fr_CA"}, _FRENCH),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, _ENGLISH),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_BE.UTF-8"}, _FRENCH),
        ({"LANG": "de_DE.UTF-8"}, _ENGLISH),
    ],
)
def test_else_it_is_that_of_the_locale(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run(["check", "--help"]) == 0
    assert said in capsys.readouterr().out


def test_the_settings_choose_a_language_above_the_locale_and_below_the_option(
    capsys: pytest.CaptureFixture[str], settings_file: Path
) -> None:
    settings_file.write_text('language = "fr"')
    run(["check", "--help"])
    assert _FRENCH in capsys.readouterr().out
    run(["check", "--help", "--lang", "en"])
    assert _ENGLISH in capsys.readouterr().out


def test_what_is_wrong_in_the_settings_is_told_once_in_their_language_and_the_command_runs(
    capsys: pytest.CaptureFixture[str], settings_file: Path
) -> None:
    settings_file.write_text('language = "fr"\nmesure = 60')
    assert run(["keys"]) == 0
    captured = capsys.readouterr()
    assert captured.err.splitlines() == [
        f"{settings_file}\u00a0: aucun réglage ne s'appelle mesure\u00a0; le plus proche est measure.",
        f"Mettez ce que vous changez dans {settings_file}",
    ]
    assert tomllib.loads(captured.out)["keys"]["quit"] == ["q", "ctrl+q", "ctrl+c"]


def test_the_version_is_the_one_of_the_distribution(capsys: pytest.CaptureFixture[str], root: Path) -> None:
    assert run(["--version"]) == 0
    stated = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    assert capsys.readouterr().out == f"aipolicy-tui {stated}\n"


def _break_config(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(settings: object) -> str:
        raise ZeroDivisionError("made for this test")

    monkeypatch.setattr("aipolicy_tui.cli.config.as_toml", fail)


def test_what_nobody_expected_is_logged_and_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _break_config(monkeypatch)
    assert run(["config"]) == 1
    log = Path(os.environ["HOME"]) / ".local/state/aipolicy-tui/log/aipolicy-tui.log"
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"Something unexpected happened; nothing is lost. The details are in {log}."
    )
    assert "ZeroDivisionError: made for this test" in log.read_text()


def test_where_nothing_can_be_logged_the_error_is_told_itself(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _break_config(monkeypatch)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert run(["config"]) == 1
    assert "It says: ZeroDivisionError: made for this test" in capsys.readouterr().err


def test_ctrl_c_ends_without_a_trace(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(settings: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("aipolicy_tui.cli.config.as_toml", interrupt)
    assert run(["config"]) == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("encoding", "shown"), [("iso8859-5", "Verifier"), ("latin-1", "Vérifier"), ("utf-8", "Vérifier")]
)
def test_what_the_encoding_cannot_carry_is_written_with_what_it_has(
    monkeypatch: pytest.MonkeyPatch, encoding: str, shown: str
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding=encoding))
    assert run(["--lang", "fr", "check", "--help"]) == 0
    assert shown in written.getvalue().decode(encoding)
    monkeypatch.undo()


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch, reader: Callable[..., int]) -> None:
    """Let the start find a terminal, and a reader that draws nothing; the command line must not be asked."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("aipolicy_tui.program._open_reader", reader)
    monkeypatch.setattr("aipolicy_tui.program._command_line", None)


def test_without_arguments_the_reader_opens_at_once_on_the_library(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = []
    _at_a_terminal(monkeypatch, lambda folder, loaded, temporary: opened.append((folder, temporary)) or 7)
    monkeypatch.setenv("AIPOLICY_LIBRARY", str(tmp_path / "mine"))
    assert run([]) == 7
    assert opened == [(tmp_path / "mine", False)]


def test_a_library_that_cannot_be_opened_is_told_there_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*given: object, **named: object) -> int:
        raise StoreError(path="/x/library.sqlite", reason="reason.disk_full")

    _at_a_terminal(monkeypatch, refuse)
    assert run([]) == 1
    assert capsys.readouterr().err == "The database /x/library.sqlite cannot be used: the disk is full.\n"
