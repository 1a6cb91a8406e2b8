"""Which files to read: the files and folders named, recursively, each file once."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aipolicy_index.errors import UnreadableFile
from aipolicy_index.language.cleaning import clean_path
from aipolicy_index.reading.registry import known_endings

_ABOUT_THE_FOLDER = frozenset({"readme", "license", "licence", "changelog", "contributing", "lisez-moi", "lisezmoi"})
"""Names of files that tell of the folder they lie in: no articles, unless they are named themselves."""


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """What lies under the paths that were named."""

    files: tuple[Path, ...]
    """Those that can be read: in the order of the paths, within a folder by name, each once."""
    failures: tuple[UnreadableFile, ...]
    """What could not be looked at: a path that is missing, a folder that may not be opened."""
    unread_endings: Mapping[str, int]
    """How many files have each ending that no reader knows; cleaned, in lower case, `` for none.
    A file about its folder (`README.md`) stands here under its name."""


@dataclass
class _Search:
    files: list[Path] = field(default_factory=list)
    failures: list[UnreadableFile] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    seen: set[tuple[int, int]] = field(default_factory=set)
    """Device and inode of what was met: a file with two names, or a folder that a link leads back to, comes once."""


def find_files(paths: Iterable[Path]) -> FoundFiles:
    """The readable files among the paths and inside the folders among them; hidden ones only when named themselves."""
    search = _Search()
    for path in paths:
        _visit(search, Path(path), named=True)
    return FoundFiles(tuple(search.files), tuple(search.failures), dict(search.unread))


def _visit(search: _Search, path: Path, *, named: bool) -> None:
    pending = [(path, named)]
    while pending:
        path, named = pending.pop()
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) in search.seen:
                continue
            search.seen.add((status.st_dev, status.st_ino))
            if path.is_dir():
                pending.extend((inside, False) for inside in reversed(_inside(path)))
            elif path.is_file():
                _sort_file(search, path, named=named)
            elif named:
                search.failures.append(_failure(path, "reason.not_a_file"))
        except (OSError, ValueError) as error:
            if named or not isinstance(error, FileNotFoundError):
                search.failures.append(_failure(path, reason_of(error)))


def _inside(folder: Path) -> list[Path]:
    return sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=os.fsencode)


def _sort_file(search: _Search, path: Path, *, named: bool) -> None:
    ending = path.suffix.lower()
    if not named and ending in known_endings() and path.stem.lower() in _ABOUT_THE_FOLDER:
        search.unread[clean_path(path.name)] += 1
    elif ending in known_endings() or (named and not ending):
        search.files.append(path)
    else:
        search.unread[clean_path(ending)] += 1


def _failure(path: Path, reason: str) -> UnreadableFile:
    return UnreadableFile(path=clean_path(str(path)), reason=reason)


def reason_of(error: OSError | ValueError) -> str:
    """The reason code for what the system said."""
    match error:
        case FileNotFoundError():
            return "reason.not_found"
        case PermissionError():
            return "reason.permission"
        case IsADirectoryError():
            return "reason.not_a_file"
        case _:
            return "reason.system"
