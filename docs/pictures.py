"""The pictures of the README and the manual, taken of the real program in a pseudo-terminal: `make pictures`.

Each picture is of a reader that was never opened before, so that it is the same whenever it is taken. With folders of
articles as arguments, the scenes show those instead of the seeds and are written to the folder that `--to` names: for
looking at the screens with real articles.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "terminal"), str(ROOT / "docs")]

from harness import Terminal  # noqa: E402
from screen_svg import DARK, LIGHT, screen_svg  # noqa: E402

PROGRAM = [sys.executable, "-m", "aipolicy_tui"]
TO_THE_MONEY = ("j",) * 9
"""In the facts of the first article, from the first to what the contract is worth."""
FACTS = re.compile("EN BREF")
"""When the facts have come."""
HITS = re.compile(r"1/\d+ · \d articles")
"""When a search has been answered."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is pressed before the picture is taken, and between the keys what is waited for."""

    name: str
    keys: tuple[str | re.Pattern[str], ...]
    columns: int
    rows: int
    themes: tuple[str, ...] = ("dark", "light")
    language: str = "fr"


SCENES = (
    Scene("reader", (FACTS, "enter", "tab", *TO_THE_MONEY), 120, 40),
    Scene("reader", ("enter",), 80, 24),
    Scene("facts", ("enter", "f", FACTS, *TO_THE_MONEY), 80, 24),
    Scene("search", ("/", "reconnaissance faciale", HITS), 120, 40),
    Scene("search", ("/", "reconnaissance faciale", HITS), 80, 24),
    Scene("help", ("?",), 80, 24, ("dark",), "en"),
    Scene("narrow", (), 60, 20, ("dark",)),
    Scene("phone", (), 40, 12, ("dark",)),
)


def main() -> None:
    """Take every picture."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("paths", nargs="*", type=Path)
    arguments.add_argument("--to", type=Path, default=ROOT / "docs" / "pictures")
    chosen = arguments.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        command = ["add", *map(str, chosen.paths)] if chosen.paths else ["check", "--repair"]
        subprocess.run([*PROGRAM, "--library", str(library), *command], check=False, capture_output=True)
        for scene in SCENES:
            for theme in scene.themes:
                _take(scene, theme, library, chosen.to)


def _take(scene: Scene, theme: str, library: Path, folder: Path) -> None:
    """Take one picture, of a reader that was never opened before."""
    file = folder / f"{scene.name}-{scene.columns}x{scene.rows}-{theme}.svg"
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        shutil.copytree(library, home / "library")
        settings = home / "settings.toml"
        settings.write_text(f'theme = "{theme}"\nread_after_seconds = 3600\n', "utf-8")
        environment = {"AIPOLICY_SETTINGS": str(settings), "LANG": "C.UTF-8", "COLORTERM": "truecolor"}
        command = [*PROGRAM, "--library", home / "library", "--lang", scene.language]
        with Terminal(command, columns=scene.columns, rows=scene.rows, home=home, environment=environment) as terminal:
            terminal.wait_for("articles")
            terminal.settle()
            for key in scene.keys:
                if isinstance(key, str):
                    terminal.press(key)
                else:
                    terminal.wait_for(key)
                terminal.settle()
            terminal.settle(0.5)
            file.write_text(screen_svg(terminal.screen, DARK if theme == "dark" else LIGHT), "utf-8")
    print(file.name)  # noqa: T201


if __name__ == "__main__":
    main()
