"""Plain text, with or without a front matter."""

from __future__ import annotations

from pathlib import Path

from aipolicy_index.language.cleaning import clean
from aipolicy_index.reading.encoding import decode
from aipolicy_index.reading.front_matter import split_front_matter, stated, stated_links
from aipolicy_index.reading.page import RawPage

ENDINGS = (".txt", ".text")


def read(raw: bytes, path: Path) -> RawPage:
    """The text as it is."""
    text = clean(decode(raw, path))
    values, body = split_front_matter(text)
    return RawPage(body, stated(values), links=stated_links(values)) if values else RawPage(text)
