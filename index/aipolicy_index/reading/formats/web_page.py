"""Saved web pages, read by trafilatura: the article's own paragraphs, headings and links, and what the page states."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aipolicy_index.errors import UnreadableFile
from aipolicy_index.language.cleaning import clean, clean_line, clean_path
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Link, Span, Zone, ZoneKind
from aipolicy_index.reading.encoding import decode
from aipolicy_index.reading.page import RawPage, Stated

if TYPE_CHECKING:
    from trafilatura.settings import Document

ENDINGS = (".html", ".htm", ".xhtml")

_HEAD = 8192
"""Bytes in which a page declares its encoding (the HTML standard looks at 1024)."""
_CHARSET = re.compile(
    rb"<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w-]{2,30})|<\?xml[^<>?]{0,200}?encoding=[\"']([\w-]{2,30})"
)
_XML_DECLARATION = re.compile(r"\s{0,99}<\?xml[^<>]{0,300}\?>")
_BLOCKS = frozenset({"head", "p", "item", "quote", "row", "ab", "code"})
_LIST_MARK = "• "
_SEPARATOR = r"\s*[|·•–—»-]\s*"


def read(raw: bytes, path: Path) -> RawPage:
    """The article in the page, its headline first."""
    declared = _CHARSET.search(raw[:_HEAD])
    charset = next(filter(None, declared.groups())).decode("ascii") if declared else None
    html = _XML_DECLARATION.sub("", decode(raw, path, charset), count=1)
    document = _extract(html, path)
    stated = _stated(document)
    links: list[Link] = []
    blocks = list(_blocks(document.body, links))
    if stated.title and not any(fold(block) == fold(stated.title) for block, _ in blocks[:4]):
        blocks.insert(0, (stated.title, False))
    text, zones = _compose(blocks)
    return RawPage(text, stated, zones, tuple(dict.fromkeys(links)))


def _extract(html: str, path: Path) -> Document:
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from trafilatura import bare_extraction

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    dates = {"extensive_search": False, "original_date": True}
    try:
        document = bare_extraction(
            html, include_links=True, include_comments=False, with_metadata=True, date_extraction_params=dates
        )
    except (LxmlError, ValueError, RecursionError) as error:
        raise UnreadableFile(path=clean_path(str(path)), reason="reason.html_damaged") from error
    if document is None or isinstance(document, dict) or document.body is None:
        raise UnreadableFile(path=clean_path(str(path)), reason="reason.no_text")
    return document


def _stated(document: Document) -> Stated:
    outlet = clean_line(document.sitename or "") or None
    title = clean_line(document.title or "") or None
    if title and outlet:
        title = re.sub(_SEPARATOR + re.escape(outlet) + "$", "", title, flags=re.IGNORECASE) or title
    author = clean_line((document.author or "").replace("; ", ", ")) or None
    return Stated(
        title=title,
        author=author if author and " " in author and fold(author) != fold(outlet or "") else None,
        outlet=outlet,
        published=document.date,
        standfirst=clean_line(document.description or "") or None,
    )


def _blocks(body: Any, links: list[Link]) -> Iterator[tuple[str, bool]]:
    """The text of each block of the page, cleaned, and whether it is a heading."""
    pending: list[Any] = list(reversed(body))
    while pending:
        element = pending.pop()
        nested = any(child.tag in _BLOCKS for child in element)
        if element.tag in _BLOCKS and not nested:
            links.extend(_links(element))
            for line in _text(element).split("\n"):
                if written := clean_line(line):
                    yield (_LIST_MARK if element.tag == "item" else "") + written, element.tag == "head"
            continue
        if own := clean_line(element.text or ""):
            yield own, False
        for child in reversed(element):
            if tail := clean_line(child.tail or ""):
                pending.append(_paragraph(child, tail))
            pending.append(child)


def _paragraph(like: Any, text: str) -> Any:
    element = like.makeelement("p", {})
    element.text = text
    return element


def _text(element: Any) -> str:
    if element.tag == "row":
        return " | ".join(filter(None, ("".join(map(str, cell.itertext())).strip() for cell in element)))
    parts: list[str] = []
    for node in element.iter():
        parts.append("\n" if node.tag == "lb" else _run(node.text))
        if node is not element:
            parts.append(_run(node.tail))
    return "".join(parts)


def _run(written: str | None) -> str:
    """Text as a page shows it: its source's line ends are blanks."""
    return (written or "").replace("\n", " ")


def _links(element: Any) -> Iterator[Link]:
    for reference in element.iter("ref"):
        target = clean_line(reference.get("target") or "")
        if target.startswith(("http://", "https://")):
            yield Link(target, clean_line("".join(map(str, reference.itertext()))))


def _compose(blocks: list[tuple[str, bool]]) -> tuple[str, tuple[Zone, ...]]:
    parts: list[str] = []
    zones: list[Zone] = []
    position = 0
    for (block, is_heading), (following, _) in zip(blocks, [*blocks[1:], ("", False)], strict=True):
        if is_heading:
            zones.append(Zone(Span(position, position + len(block)), ZoneKind.HEADING))
        gap = "\n" if block.startswith(_LIST_MARK) and following.startswith(_LIST_MARK) else "\n\n"
        parts.append(block + gap)
        position += len(block) + len(gap)
    return clean("".join(parts)).rstrip("\n"), tuple(zones)
