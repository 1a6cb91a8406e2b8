"""What is selected is seen without any colour: a sign and reverse video, in every list, theme and charset."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from harness import Terminal

from aipolicy_index.library import Library

ADDRESS = "https://example.org/une/adresse"
LISTS: dict[str, tuple[str, ...]] = {
    "list": (),
    "facts": ("enter", "enter"),
    "orders": ("S",),
    "tags": ("t",),
    "outlets": ("M",),
    "links": ("enter", "o"),
    "palette": (":",),
    "help": ("?",),
    "hits": ("/", "contrat"),
    "what was understood": ("/", "contrat", "ctrl+x"),
}
"""Where something is selected, and what is pressed in the list to get there."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("selection")
    for number in range(3):
        body = f"Le contrat {number} vaut 35 millions d'euros. [Un lien]({ADDRESS}/{number})."
        (folder / f"{number}.md").write_text(f"---\ntitle: Un contrat {number}\n---\n\n{body}\n", "utf-8")
    with Library.open(folder / "library", seeds=False) as library:
        library.add([folder / f"{number}.md" for number in range(3)])
        for _ in library.preparing(jobs=1):
            pass
    return folder / "library"


def is_marked(terminal: Terminal, sign: str) -> bool:
    """Whether the lowest sign of a selection is in reverse video: a dialog stands over the list."""
    places = [(y, x) for y in range(terminal.rows) for x in (0, 30) if terminal.screen.buffer[y][x].data == sign]
    return bool(places) and bool(terminal.screen.buffer[max(places)[0]][max(places)[1]].reverse)


@pytest.mark.parametrize(
    ("theme", "environment"),
    [
        ("auto", {}),
        ("auto", {"NO_COLOR": "1"}),
        ("auto", {"LANG": "C"}),
        ("light", {"COLORTERM": "truecolor"}),
        ("contrast", {}),
    ],
    ids=str,
)
def test_the_selection_is_a_sign_in_reverse_video(
    prepared: Path, tmp_path: Path, theme: str, environment: dict[str, str]
) -> None:
    shutil.copytree(prepared, tmp_path / "library")
    (tmp_path / "settings.toml").write_text(f'theme = "{theme}"\n', "utf-8")
    settings = {"AIPOLICY_SETTINGS": str(tmp_path / "settings.toml")}
    command = [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", tmp_path / "library"]
    sign = ">" if "LANG" in environment else "›"
    with Terminal(command, home=tmp_path, environment=environment | settings) as terminal:
        for name, keys in LISTS.items():
            terminal.wait_for("3 articles")
            for key in keys:
                before = len(terminal.written)
                terminal.press(key)
                terminal.wait_for(lambda before=before: len(terminal.written) > before)
            terminal.settle()
            assert is_marked(terminal, sign), f"{name}\n{terminal.framed()}"
            terminal.press("escape", "escape", "escape")
            terminal.wait_for(lambda: terminal.row(0).startswith("aipolicy") and "lire" in terminal.row(23))
        terminal.press("q")
        assert terminal.wait_exit() == 0
