"""Bytes -> text: UTF-8, UTF-16, Windows-1252, mixtures of them, and what was decoded wrongly before."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from aipolicy_index.errors import UnreadableFile
from aipolicy_index.language.cleaning import clean_path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_BEGINNINGS = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b", b"BZh", b"\xfd7zXZ",
    b"Rar!", b"7z\xbc\xaf", b"SQLite format 3", b"\xd0\xcf\x11\xe0", b"OggS", b"ID3", b"RIFF", b"wOFF", b"MZ\x90",
)  # fmt: skip
_SAMPLE = 65_536
_MOST_CONTROLS = 0.05
"""A text has at most this share of control characters."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b\x08"))
_DECLARED = re.compile(
    r"(?:utf-?(?:8|16(?:-?[lb]e)?)|iso[-_]?8859-?\d{1,2}|latin-?\d|(?:windows|cp)-?12\d\d|us-ascii|mac-?roman|koi8-[ru]"
    r"|gb(?:k|2312|18030)|big5|shift[-_]jis|euc-(?:jp|kr))",
    re.IGNORECASE,
)
"""Encodings that a page may declare; others are not trusted: some codecs are slow, some are no encodings."""
_LATIN_1 = re.compile(r"(?:iso[-_]?8859-?1|latin-?1|us-ascii)", re.IGNORECASE)
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTINUATION = "[\x80-\xbf" + bytes(set(range(0x80, 0xA0)) - {0x81, 0x8D, 0x8F, 0x90, 0x9D}).decode("cp1252") + "]"
_TWICE = re.compile(f"[Â-ß]{_CONTINUATION}|[à-ï]{_CONTINUATION}{{2}}|[ð-ô]{_CONTINUATION}{{3}}")
_SURELY_TWICE = re.compile("Ã[©¨ª§´®¢»\u00a0‰€]|â€[™œ˜¦“”\x9d]|Â[«»\u00a0]")
_ACCENTED = re.compile("[éèêàçôî]")


def decode(raw: bytes, path: Path, declared: str | None = None) -> str:
    """The text in the bytes, in the encoding that its marks, its own declaration or its bytes tell.

    Raises UnreadableFile (`reason.empty`, `reason.binary`); `path` is for its message.
    """
    if not raw.strip():
        raise UnreadableFile(path=clean_path(str(path)), reason="reason.empty")
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _repaired(raw[len(mark) :].decode(encoding, errors="replace"))
    if unmarked := _unmarked_utf_16(raw[:_SAMPLE]):
        return raw.decode(unmarked, errors="replace")
    if raw.startswith(_BINARY_BEGINNINGS) or _has_controls(raw[:_SAMPLE]):
        raise UnreadableFile(path=clean_path(str(path)), reason="reason.binary")
    return _repaired(_decode_bytes(raw, declared))


def _unmarked_utf_16(sample: bytes) -> str | None:
    """UTF-16 without its mark, known by every second byte of Western letters being zero."""
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0 : 2 * half : 2].count(0) / half, sample[1 : 2 * half : 2].count(0) / half
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.5 and odd < 0.05 else None


def _has_controls(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(2, _MOST_CONTROLS * len(sample))


def _decode_bytes(raw: bytes, declared: str | None) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared and _DECLARED.fullmatch(declared) and not _LATIN_1.fullmatch(declared):
        try:
            return raw.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    return _decode_mixture(raw)


def _decode_mixture(raw: bytes) -> str:
    """Windows-1252, with stretches of UTF-8 where the bytes speak for it."""
    in_sequences = sum(len(match.group()) for match in _SEQUENCE.finditer(raw))
    if 10 * in_sequences < len(_HIGH.findall(raw)):
        return _windows_1252(raw)
    parts, position = [], 0
    for match in _SEQUENCE.finditer(raw):
        parts.append(_windows_1252(raw[position : match.start()]))
        parts.append(match.group().decode("utf-8", errors="replace"))
        position = match.end()
    return "".join([*parts, _windows_1252(raw[position:])])


def _windows_1252(raw: bytes) -> str:
    """Windows-1252, with its five unassigned bytes as controls (which cleaning removes)."""
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        return raw.decode("latin-1").translate(_WINDOWS_1252)


_WINDOWS_1252 = {byte: bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xA0)}


def _repaired(text: str) -> str:
    """The text that UTF-8 was before it was taken for Windows-1252 and encoded again (`Ã©` for `é`)."""
    if "Ã" not in text and "â€" not in text:
        return text
    wrong = len(_SURELY_TWICE.findall(text))
    if wrong < 3 or wrong < len(_ACCENTED.findall(text)):
        return text
    return _TWICE.sub(_once, text)


def _once(match: re.Match[str]) -> str:
    try:
        return b"".join(_byte(char) for char in match.group()).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()


def _byte(char: str) -> bytes:
    return char.encode("latin-1") if ord(char) < 0x100 else char.encode("cp1252")
