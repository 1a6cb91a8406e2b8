"""The programs that are compared, each on the same articles."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bench.terminal.driving import Subject
from bench.terminal.material import Material

STOCK = Path(__file__).with_name("stock.py")


class Subjects:
    """Every program that is there; a peer that is not installed is None."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.reader = self.reader_on(material.library)
        self.newsboat = self._newsboat() if shutil.which("newsboat") else None
        self.less = self._less() if shutil.which("less") else None
        self.stock = self._stock()
        self.bare = Subject("bare Textual", [sys.executable, STOCK], material.folder, "ready")

    def reader_on(self, library: Path) -> Subject:
        """The reader on a library, started as most people do: without arguments."""
        home = library.parent / f"home-{library.name}"
        settings = home / ".config" / "aipolicy-tui" / "settings.toml"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f'language = "fr"\nlibrary = "{library}"\n', encoding="utf-8")
        program = Path(sys.executable).with_name("aipolicy-tui")
        return Subject("reader", [program], home, "date", ("escape", "home"))

    def _newsboat(self) -> Subject:
        return Subject("newsboat", self.material.newsboat_command(), self.material.newsboat, "Presse", ("enter",))

    def _less(self) -> Subject:
        return Subject("less", ["less", self.material.text], self.material.folder, "article.txt")

    def _stock(self) -> Subject:
        titles = self.material.folder / "titles.txt"
        made = self.material.made()
        titles.write_text("\n".join(each.title for each in made), encoding="utf-8")
        return Subject("OptionList", [sys.executable, STOCK, titles], self.material.folder, made[0].title[:20])
