"""PDF files, read by pypdf: their lines made paragraphs again."""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from aipolicy_index.errors import UnreadableFile
from aipolicy_index.language.cleaning import clean_line, clean_path
from aipolicy_index.language.matching import fold
from aipolicy_index.reading.layout import reflow
from aipolicy_index.reading.page import RawPage, Stated

if TYPE_CHECKING:
    from pypdf import PdfReader

ENDINGS = (".pdf",)

_DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError,
    MemoryError, OSError, struct.error, zlib.error,
)  # fmt: skip
"""What pypdf lets through, besides its own errors, when a file breaks the rules of the format."""
_MOST_PAGES = 3000
_MOST_CHARACTERS = 20_000_000
"""Where reading stops: no article is longer, and a small file may unfold to more than memory holds."""
_FIRST_PAGES = 4000
"""Characters in which a title or an author must be seen to be believed: files keep those of their template."""


def read(raw: bytes, path: Path) -> RawPage:
    """The text of the PDF file's pages."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError, WrongPasswordError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(raw), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise _unreadable(path, "reason.pdf_encrypted")
        text, zones = reflow(_pages(reader))
        stated, made = _stated(reader, text), _made(reader)
    except (DependencyError, FileNotDecryptedError, WrongPasswordError) as error:
        raise _unreadable(path, "reason.pdf_encrypted") from error
    except (PyPdfError, *_DAMAGE) as error:
        raise _unreadable(path, "reason.pdf_damaged") from error
    if not text.strip():
        raise _unreadable(path, "reason.pdf_no_text")
    return RawPage(text, stated, zones, made=made)


def _unreadable(path: Path, reason: str) -> UnreadableFile:
    return UnreadableFile(path=clean_path(str(path)), reason=reason)


def _pages(reader: PdfReader) -> Iterator[list[str]]:
    """The lines of each page. A page that cannot be read is left out as long as another can."""
    from pypdf.errors import PyPdfError

    characters = readable = 0
    failure: Exception | None = None
    for number in range(min(len(reader.pages), _MOST_PAGES)):
        try:
            lines = reader.pages[number].extract_text().split("\n")
        except (PyPdfError, *_DAMAGE) as error:
            failure = error
            continue
        readable += 1
        characters += sum(map(len, lines))
        yield lines
        if characters > _MOST_CHARACTERS:
            break
    if failure is not None and not readable:
        raise failure


def _stated(reader: PdfReader, text: str) -> Stated:
    properties = reader.metadata
    if properties is None:
        return Stated()
    beginning = fold(text[:_FIRST_PAGES])
    title, author = clean_line(str(properties.title or "")), clean_line(str(properties.author or ""))
    return Stated(
        title=title if len(title) > 9 and fold(title) in beginning else None,
        author=author if " " in author and fold(author) in beginning else None,
    )


def _made(reader: PdfReader) -> str | None:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except (ValueError, TypeError, AttributeError):
        return None
    return made.date().isoformat() if made else None
