"""The pictures of the README and the manual, taken of the real program in a pseudo-terminal: `make pictures`.

With folders of articles as arguments, the scenes show those instead of the seeds and are written to the folder that
`--to` names: for looking at the screens with real articles.
"""

from __future__ import annotations

import argparse
import re
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


@dataclass(frozen=True, slots=True)
class Scene:
    """What is pressed before the picture is taken."""

    name: str
    keys: tuple[str, ...]
    columns: int
    rows: int
    themes: tuple[str, ...] = ("dark", "light")
    language: str = "fr"
    until: str = ""
    """A pattern that the screen shows when all has come."""


SCENES = (
    Scene("reader", ("escape", "escape", "enter"), 120, 40, until="EN BREF"),
    Scene("reader", ("escape", "escape", "enter"), 80, 24),
    Scene("facts", ("escape", "escape", "enter", "f"), 80, 24, until="EN BREF"),
    Scene("search", ("escape", "/", "reconnaissance faciale"), 120, 40, until=r"1/\d+ · \d articles"),
    Scene("search", ("escape", "/", "reconnaissance faciale"), 80, 24, ("dark",), until=r"1/\d+ · \d articles"),
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
    with tempfile.TemporaryDirectory() as home:
        library = Path(home) / "library"
        command = ["add", *map(str, chosen.paths)] if chosen.paths else ["check", "--repair"]
        subprocess.run([*PROGRAM, "--library", str(library), *command], check=False, capture_output=True)
        for scene in SCENES:
            for theme in scene.themes:
                _take(scene, theme, library, Path(home), chosen.to)


def _take(scene: Scene, theme: str, library: Path, home: Path, folder: Path) -> None:
    settings = home / f"{theme}.toml"
    settings.write_text(f'theme = "{theme}"\n', "utf-8")
    file = folder / f"{scene.name}-{scene.columns}x{scene.rows}-{theme}.svg"
    command = [*PROGRAM, "--library", library, "--lang", scene.language]
    environment = {"AIPOLICY_SETTINGS": str(settings), "LANG": "C.UTF-8"}
    with Terminal(command, columns=scene.columns, rows=scene.rows, home=home, environment=environment) as terminal:
        terminal.wait_for("articles")
        terminal.settle()
        for key in scene.keys:
            terminal.press(key)
            terminal.settle()
        terminal.wait_for(re.compile(scene.until))
        terminal.settle()
        file.write_text(screen_svg(terminal.screen, DARK if theme == "dark" else LIGHT), "utf-8")
    print(file.name)  # noqa: T201


if __name__ == "__main__":
    main()
