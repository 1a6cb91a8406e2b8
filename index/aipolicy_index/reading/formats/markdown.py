"""Markdown: its words without its marks, its headings as headings, its links kept aside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from aipolicy_index.language.cleaning import clean, clean_line
from aipolicy_index.model import Link, Span, Zone, ZoneKind
from aipolicy_index.reading.encoding import decode
from aipolicy_index.reading.front_matter import split_front_matter, stated, stated_links
from aipolicy_index.reading.page import RawPage

ENDINGS = (".md", ".markdown", ".mdown", ".mkd")

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_UNDERLINE = re.compile(r" {0,3}(?:={3,}|-{3,})[ \t]*$")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,300})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\(<?([^()\s<>]{1,2000})>?(?:[ \t]+[\"'][^\"'\n]{0,300}[\"'])?\)")
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,100}\]")
_DEFINITION = re.compile(r" {0,3}\[([^\[\]\n]{1,100})\]:[ \t]*<?(\S+?)>?(?:[ \t]+[\"'(].*)?$")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_STARS = re.compile(r"(?<![\w*\\])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?!\w)")
_TICKS = re.compile(r"`+|~~")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")


def read(raw: bytes, path: Path) -> RawPage:
    """The text of the Markdown file: a line for each of its lines, so that its paragraphs stay."""
    values, body = split_front_matter(clean(decode(raw, path)))
    lines = _without_comments(body).strip("\n").split("\n")
    links: list[Link] = []
    text, zones = _compose(_headings(lines), links)
    said = stated(values) if values else RawPage("").stated
    return RawPage(text, said, zones, (*stated_links(values), *dict.fromkeys(links)))


def _headings(lines: Iterable[str]) -> list[tuple[str, bool]]:
    """Each line without its heading marks, and whether it is a heading."""
    found: list[tuple[str, bool]] = []
    for line in lines:
        if match := _HEADING.match(line):
            found.append((_without_closing_marks(line[match.end() :].strip()), True))
        elif _UNDERLINE.match(line) and found and found[-1][0].strip() and len(found[-1][0]) < 200:
            found[-1] = (found[-1][0], True)
        else:
            found.append((line, False))
    return found


def _without_closing_marks(heading: str) -> str:
    bare = heading.rstrip("#")
    return bare.rstrip() if bare.endswith((" ", "\t")) else heading


def _without_comments(text: str) -> str:
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[position:start])
        position = end + 3
    return "".join([*parts, text[position:]])


def _compose(lines: Iterable[tuple[str, bool]], links: list[Link]) -> tuple[str, tuple[Zone, ...]]:
    parts: list[str] = []
    zones: list[Zone] = []
    position = 0
    for line, is_heading in lines:
        if definition := _DEFINITION.match(line):
            links.append(Link(definition.group(2), clean_line(definition.group(1))))
            continue
        written = clean(_inline(line, links)).rstrip()
        if is_heading and written.strip():
            zones.append(Zone(Span(position, position + len(written)), ZoneKind.HEADING))
        parts.append(written)
        position += len(written) + 1
    return "\n".join(parts), tuple(zones)


def _inline(line: str, links: list[Link]) -> str:
    line = _QUOTE.sub("", line, count=1) if _QUOTE.match(line) else line
    if "[" in line:
        line = _IMAGE.sub(r"\1", line)
        links.extend(Link(match.group(2), clean_line(match.group(1))) for match in _LINK.finditer(line))
        line = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", line))
    if "<http" in line:
        links.extend(Link(match.group(1)) for match in _AUTOLINK.finditer(line))
        line = _AUTOLINK.sub(r"\1", line)
    if line.count("*") > 1:
        line = _STARS.sub("", line)
    if line.count("_") > 1:
        line = _UNDERSCORES.sub("", line)
    return _ESCAPE.sub(r"\1", _TICKS.sub("", line))
