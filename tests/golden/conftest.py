"""The command line as scripts see it: run in this process or as a program, its bytes compared with files.

`GOLDEN=write pytest tests/golden` writes the files anew; look at the difference before it is committed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from aipolicy_tui.program import run

FILES = Path(__file__).parent / "files"
PROGRAM = [sys.executable, "-m", "aipolicy_tui"]


@dataclass(frozen=True)
class Done:
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]
Golden = Callable[[str, str], None]


@pytest.fixture(scope="session")
def seeds_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the seeds, facts and index made."""
    from aipolicy_index.library import Library

    folder = tmp_path_factory.mktemp("seeds") / "library"
    with Library.open(folder) as library:
        for _ in library.preparing(jobs=1):
            pass
    return folder


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; what it printed."""
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: object) -> Done:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Done(status, captured.out, captured.err)

    return command


@pytest.fixture
def program() -> Run:
    """Run the program as a shell does; `typed` goes to its standard input, which else is closed."""

    def command(*arguments: object, typed: str | bytes | None = None, **variables: str) -> Done:
        given = typed.encode() if isinstance(typed, str) else typed
        done = subprocess.run(
            [*PROGRAM, *map(str, arguments)],
            env={**os.environ, "COLUMNS": "80", **variables},
            check=False,
            capture_output=True,
            **({"stdin": subprocess.DEVNULL} if given is None else {"input": given}),  # type: ignore[call-overload]
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[str], Done]:
    """Run a line in bash, with the program on the path and no terminal."""

    def line(script: str) -> Done:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return line


@pytest.fixture
def golden(root: Path) -> Golden:
    """Compare with a file: what varies from run to run and from machine to machine is named instead."""

    def compare(name: str, text: str) -> None:
        file = FILES / name
        text = _steady(text, [(str(root), "ROOT"), (os.environ["HOME"], "HOME")])
        if os.environ.get("GOLDEN") == "write":
            file.write_text(text, "utf-8")
        assert text == file.read_text("utf-8")

    return compare


def _steady(text: str, places: Sequence[tuple[str, str]]) -> str:
    for place, name in places:
        text = text.replace(place, name)
    text = re.sub(r"\S*/seeds\d+/library", "LIBRARY", text)
    return re.sub(r'("seconds": |\()\d+([.,]\d+)?(?=[,}]| s\))', r"\1S", text)
