"""Files -> articles: one module a format, and `masthead`, which finds title, date, byline, outlet, furniture."""

from __future__ import annotations

from aipolicy_index.reading.article import read_article, source_of
from aipolicy_index.reading.files import FoundFiles, find_files
from aipolicy_index.reading.registry import known_endings

__all__ = ["FoundFiles", "find_files", "known_endings", "read_article", "source_of"]
