"""The articles that a fresh library starts with."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from aipolicy_index.library.workers import ReadFile, read_file
from aipolicy_index.store import Store


def seed_files() -> list[Path]:
    """The articles that come with the program: in the installed package, or in the checkout it runs from."""
    installed = Path(str(files("aipolicy_index"))) / "seeds"
    folder = installed if installed.is_dir() else Path(__file__).resolve().parents[3] / "seeds"
    return sorted(path for path in folder.glob("*.md") if path.name != "README.md")


def sow(store: Store) -> None:
    """Put the seeds into an empty store; their facts and the index follow like those of any deferred addition."""
    read = [read_file(path, with_facts=False) for path in seed_files()]
    with store.transaction():
        for file in read:
            if isinstance(file, ReadFile):
                store.file(file.path, file.signature, file.digest, file.article, None, 0)
