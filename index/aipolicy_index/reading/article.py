"""The door: a file -> an article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from aipolicy_index.errors import UnreadableFile, UnsupportedFormat
from aipolicy_index.language.cleaning import clean, clean_path
from aipolicy_index.model import Article
from aipolicy_index.reading.files import reason_of
from aipolicy_index.reading.masthead import find_masthead
from aipolicy_index.reading.registry import Reader, readers


def read_article(path: Path, raw: bytes | None = None) -> Article:
    """The article in a file, or in its bytes where they were read already.

    Raises UnsupportedFormat when no reader knows the ending (a file without one is read as plain text), UnreadableFile
    with a `reason` code when the file cannot be made into an article.
    """
    reader = _reader(path)
    if raw is None:
        raw = _bytes(path)
    if not raw:
        raise UnreadableFile(path=clean_path(str(path)), reason="reason.empty")
    page = reader.read(raw, path)
    text = page.text if page.zones else clean(page.text).strip("\n")
    if not text.strip():
        raise UnreadableFile(path=clean_path(str(path)), reason="reason.no_text")
    masthead = find_masthead(text, page, path.name, page.made or _file_day(path))
    return Article(
        text=text,
        source=source_of(path),
        title=masthead.title,
        standfirst=masthead.standfirst,
        author=masthead.author,
        outlet=masthead.outlet,
        published=masthead.published,
        language=masthead.language,
        provenance=masthead.provenance,
        zones=masthead.zones,
        links=page.links,
        derived_title=masthead.derived_title,
    )


def source_of(path: Path) -> str:
    """The `source` of a file's article: its absolute path, with what cannot be shown replaced."""
    return clean_path(str(path.absolute()))


def _reader(path: Path) -> Reader:
    ending = path.suffix.lower() or ".txt"
    try:
        return readers()[ending]
    except KeyError:
        raise UnsupportedFormat(path=clean_path(str(path)), ending=clean_path(ending)) from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise UnreadableFile(path=clean_path(str(path)), reason=reason_of(error)) from error


def _file_day(path: Path) -> str | None:
    try:
        return date.fromtimestamp(path.stat().st_mtime).isoformat()
    except (OSError, ValueError, OverflowError):
        return None
