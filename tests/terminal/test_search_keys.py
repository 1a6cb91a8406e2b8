"""The keys of the search with the real program and its services: more like this, Tab, corrections, own names."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from harness import Terminal

from aipolicy_index.library import Library

SIZES = [(80, 24), (120, 40)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the seeds, facts and index made."""
    folder = tmp_path_factory.mktemp("searched") / "library"
    with Library.open(folder) as library:
        for _ in library.preparing(jobs=1):
            pass
    return folder


@pytest.fixture
def home(prepared: Path, tmp_path: Path) -> Path:
    """A home with that library."""
    shutil.copytree(prepared, tmp_path / "library")
    return tmp_path


def reader(home: Path, language: str, columns: int, rows: int) -> Terminal:
    return Terminal(
        [sys.executable, "-m", "aipolicy_tui", "--lang", language, "--library", home / "library"],
        columns=columns,
        rows=rows,
        home=home,
        environment={"LANG": "C.UTF-8", "TMUX": None, "AIPOLICY_SETTINGS": str(home / "settings.toml")},
    )


def told(terminal: Terminal) -> str:
    """The screen as one line, however it is wrapped."""
    return " ".join(terminal.text().split())


@pytest.mark.parametrize(("columns", "rows"), SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize(
    ("language", "shared", "lines"), [("fr", "en commun : ", "proches de"), ("en", "shared: ", "like")]
)
def test_m_lists_what_is_alike_and_esc_returns(
    home: Path, columns: int, rows: int, language: str, shared: str, lines: str
) -> None:
    with reader(home, language, columns, rows) as terminal:
        terminal.wait_for("5 articles")
        terminal.press("m")
        terminal.wait_for(lambda: terminal.row(0).startswith(f"~ {lines}"))
        terminal.wait_for(lambda: shared in terminal.row(1))
        words = terminal.row(1).partition(shared)[2].split(", ")
        terminal.wait_for(lambda: words[0].strip() in terminal.text().split("\n", 2)[2])
        terminal.press("enter")
        terminal.wait_for(lambda: "article 1/" in terminal.row(rows - 1))
        terminal.press("n")
        terminal.wait_for(lambda: " 2/" in terminal.row(rows - 1) or "article 2/" in terminal.row(rows - 1))
        terminal.press("escape", "escape")
        terminal.wait_for(lambda: terminal.row(0).startswith("aipolicy"))


@pytest.mark.parametrize(("language", "begun", "field"), [("fr", "perso", "personne:"), ("en", "perso", "person:")])
def test_names_complete_from_the_fields_and_from_the_articles(
    home: Path, language: str, begun: str, field: str
) -> None:
    with reader(home, language, 80, 24) as terminal:
        terminal.wait_for("5 articles")
        terminal.press("/", begun)
        terminal.wait_for(lambda: f"Tab {field}" in terminal.row(1))
        terminal.press("tab", "andrees")
        terminal.wait_for(lambda: 'Tab "Marc Andreessen"' in terminal.row(1))
        terminal.press("tab")
        terminal.wait_for(lambda: f'{field}"Marc Andreessen"' in terminal.row(0) and "1 article" in terminal.row(0))


@pytest.mark.parametrize(
    ("language", "less", "correct", "loose", "meant"),
    [
        ("fr", "Aucun article n'a tous les mots", "corriger", "à une lettre près", "Cherché : Pentgone"),
        ("en", "No article has all the words", "correct", "one letter off", "Searched: Pentgone"),
    ],
)
def test_when_nothing_has_everything_one_key_each_mends_it(
    home: Path, language: str, less: str, correct: str, loose: str, meant: str
) -> None:
    with reader(home, language, 120, 40) as terminal:
        terminal.wait_for("5 articles")
        terminal.press("/", "Pentgone OpenAI")
        terminal.wait_for(lambda: less in terminal.row(1))
        terminal.wait_for(lambda: correct in terminal.row(39) and loose in terminal.row(39))
        terminal.press("ctrl+x")
        terminal.wait_for(meant)
        terminal.press("escape")
        terminal.wait_for(lambda: meant not in terminal.text())
        terminal.press("ctrl+t")
        terminal.wait_for(lambda: "Pentgone~ OpenAI~" in terminal.row(0))
        terminal.wait_for(lambda: less not in terminal.row(1) and "article" in terminal.row(0))
        terminal.press("ctrl+u", "Pentgone OpenAI")
        terminal.wait_for(lambda: less in terminal.row(1))
        terminal.press("ctrl+r")
        terminal.wait_for(lambda: "Pentagone OpenAI" in terminal.row(0))
        terminal.wait_for(lambda: less not in terminal.row(1) and correct not in terminal.row(39))


def test_the_readers_own_names_are_searched_and_their_faults_told(home: Path) -> None:
    (home / "synonyms.txt").write_text("Redmond = Microsoft\nfoo\n", "utf-8")
    (home / "settings.toml").write_text("mesure = 66\n", "utf-8")
    with reader(home, "fr", 100, 24) as terminal:
        terminal.wait_for(lambda: "aucun réglage ne s'appelle mesure" in told(terminal))
        terminal.press("escape")
        terminal.wait_for(lambda: "ligne 2 : « foo » ne donne qu'un nom" in told(terminal))
        terminal.press("escape")
        terminal.wait_for(lambda: "foo" not in terminal.text())
        terminal.press("/", "Redmond")
        terminal.wait_for(lambda: "1/" in terminal.row(0) and "Microsoft" in terminal.row(3))
        terminal.press("ctrl+x")
        terminal.wait_for("Redmond : aussi Microsoft")
