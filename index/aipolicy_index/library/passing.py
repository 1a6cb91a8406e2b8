"""Key facts of files in passing: read, extracted, handed on; nothing is stored."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aipolicy_index.library.reports import Failure
from aipolicy_index.library.workers import ReadFile, crashed, facts_of, in_order, read_file
from aipolicy_index.model import Article, Fact, Provenance

_SMALL = 24
"""Up to this many files, starting other processes costs more than it gains."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A file's article and its facts."""

    path: Path
    article: Article
    facts: tuple[Fact, ...]


def facts_of_files(
    files: Sequence[Path], published: Mapping[str, str], *, jobs: int | None = None
) -> Iterator[FileFacts | Failure]:
    """The facts of each file, in order. `published` gives the publication day (ISO) by file stem; a day that is given
    counts above one that is found. A file's time is never used."""
    jobs = (jobs or os.cpu_count() or 1) if len(files) > _SMALL else 1
    yield from in_order(jobs, partial(_facts_of_file, published=dict(published)), files, crashed)


def _facts_of_file(path: Path, published: Mapping[str, str]) -> FileFacts | Failure:
    read = read_file(path, with_facts=False)
    if not isinstance(read, ReadFile):
        return read
    article = read.article
    if day := published.get(path.stem):
        provenance = {**article.provenance, "published": Provenance.METADATA}
        article = article._replace(published=day, provenance=provenance)
    return FileFacts(path, article, facts_of(article))
