"""Completion in real shells: a line is typed, Tab is pressed, the shell completes it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "terminal"))
from harness import Terminal

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], 'eval "$(aipolicy-tui completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -U compinit; compinit -u -D; eval "$(aipolicy-tui completion zsh)"'),
    "fish": (["fish", "--no-config", "-i"], "aipolicy-tui completion fish | source"),
}
"""How to start each shell without anybody's own settings, and what its user puts into those."""

LINES = {
    "aipolicy-tui sea": "aipolicy-tui search",
    "aipolicy-tui --lang fr exp": "aipolicy-tui --lang fr export",
    "aipolicy-tui export --sta": "aipolicy-tui export --starred",
    "aipolicy-tui export --format jsonl --q": "aipolicy-tui export --format jsonl --query",
    "aipolicy-tui facts --format md art": "aipolicy-tui facts --format md article-one.txt",
    "aipolicy-tui art": "aipolicy-tui article-one.txt",
    "aipolicy-tui add fold": "aipolicy-tui add folder/",
    "aipolicy-tui --library fold": "aipolicy-tui --library folder/",
    "aipolicy-tui completion fi": "aipolicy-tui completion fish",
}


@pytest.fixture(params=list(SHELLS))
def shell(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A shell in a folder with an article and a folder, that has been told how to complete."""
    command, setup = SHELLS[request.param]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    (tmp_path / "article-one.txt").touch()
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    # fish asks the terminal what it is and draws its prompt at will: a plain terminal keeps all three alike.
    with Terminal(command, columns=100, rows=60, term="vt100", environment={"PATH": path, "PS1": "$ "}) as terminal:
        terminal.press(f"{setup}; clear; echo rea''dy", "enter")
        terminal.wait_for(lambda: terminal.text().startswith("ready"))
        yield terminal


def test_tab_completes_commands_options_values_and_files(shell: Terminal) -> None:
    for typed, completed in LINES.items():
        shell.press(typed)
        shell.wait_for(typed)
        shell.press("tab")
        shell.wait_for(completed)
        shell.press("ctrl+u")
        shell.wait_for(lambda gone=completed: gone not in shell.text())
