"""Text from outside made safe to keep, to index and to show: escape sequences and controls go, letters stay."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_BELL_OR_STRING_END = r"(?:\x07|\x1b\\|\x9c)"
_CERTAIN_SEQUENCE = re.compile(
    # ECMA-48: operating system commands, device control and other strings, control sequences, other escapes.
    # Bodies are bounded and hold no other opening: one without an end costs its own character, and little time.
    rf"(?:\x1b[\]PX^_]|[\x90\x9d])[^\x07\x1b\x80-\x9f]{{0,4096}}{_BELL_OR_STRING_END}"
    r"|(?:\x1b\[|\x9b(?=[0-?]))[0-?]{0,256}[ -/]{0,16}[@-~]"
    r"|\x1b[ -/]{0,16}[0-~]"
)
_LIKELY_SEQUENCE = re.compile(
    rf"[\x98\x9e\x9f][^\x07\x1b\x80-\x9f]{{0,4096}}{_BELL_OR_STRING_END}|\x9b[ -/]{{0,16}}[@-~]"
)
_WINDOWS_1252_SIGN = re.compile(
    # What only text has: a letter on both sides of ’, paired “ ”, a dash between spaces, an ellipsis before a space,
    # a euro sign after a number.
    r"[^\W\d_]\x92[^\W\d_]|\x93[^\x93\x94]{1,1000}\x94| [\x96\x97] |[^\W\d_]\x85[ \n]|\d[ \u00a0]?\x80"
)
_WINDOWS_1252_LETTER = re.compile(r"[^\W\d_][\x8c\x9c][^\W\d_]|\b[\x8c\x9c][^\W\d_]{2}")
_STRING_OPENING = re.compile("[\x98\x9b\x9e\x9f]")
_C1 = re.compile("[\x80-\x9f]")
_ASCII_UNWANTED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_UNWANTED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but LF, DEL, C1
    "\u00ad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, fillers, Mongolian selectors
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero width, line and paragraph separators, bidi
    "\u3164\ud800-\udfff\uf0a7\uf0b7\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # format characters of rare scripts
    "\U0001f3fb-\U0001f3ff"  # skin tones: terminals disagree on their width
    "\U000e0000-\U000e0fff]"  # tags, selectors
)
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_BULLETS = "\uf0a7\uf0b7"
"""Bullets of the Symbol and Wingdings fonts, as word processors and PDF files write them."""
_REPLACEMENTS = {"\t": " ", **dict.fromkeys(_LINE_ENDS, "\n"), **dict.fromkeys(_BULLETS, "•")}
_FOUR_RARE = re.compile(
    "[^\x00-\u02ff\u0370-\u0482\u2000-\u20cf\u2100-\u2cee\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff]{4}"
)
_SPACES = re.compile(r"[ \n]+")


def clean(text: str) -> str:
    """The text without escape sequences, controls and invisible characters, with LF line ends, in NFC; idempotent.

    No-break spaces stay (French needs them), a tab becomes a space, a form feed a line end; at most three combining
    marks follow a letter; Windows-1252 punctuation that was read as Latin-1 becomes what it was.
    """
    if text.isascii():
        return text if not _ASCII_UNWANTED.search(text) else _without_unwanted(text)
    return _compose(_without_unwanted(text))


def clean_line(text: str) -> str:
    """The text cleaned, on one line, with runs of spaces made one: for titles, names and other labels."""
    return _SPACES.sub(" ", clean(text)).strip()


def clean_path(path: str) -> str:
    """A file's path fit to be kept and shown: each control or undecodable byte becomes U+FFFD, nothing else changes."""
    return _UNWANTED.sub("\ufffd", path).replace("\n", "\ufffd")


def _without_unwanted(text: str) -> str:
    if "\x1b" in text or _C1.search(text):
        text = _without_sequences(text)
    return _UNWANTED.sub(_replace, text.replace("\r\n", "\n"))


def _without_sequences(text: str) -> str:
    text = _CERTAIN_SEQUENCE.sub("", text)
    if _is_windows_1252(text):
        return _C1.sub(_as_windows_1252, text)
    return _LIKELY_SEQUENCE.sub("", text)


def _is_windows_1252(text: str) -> bool:
    if _WINDOWS_1252_SIGN.search(text):
        return True
    return not _STRING_OPENING.search(text) and _WINDOWS_1252_LETTER.search(text) is not None


def _as_windows_1252(match: re.Match[str]) -> str:
    return match.group().encode("latin-1").decode("cp1252", errors="ignore")


def _replace(match: re.Match[str]) -> str:
    char = match.group()
    return _REPLACEMENTS.get(char) or ("\ufffd" if _is_unknown(char) else "")


def _is_unknown(char: str) -> bool:
    """Whether the character stands for one that was lost: half of a pair, or none at all."""
    return "\ud800" <= char <= "\udfff" or "\ufdd0" <= char <= "\ufdef" or ord(char) & 0xFFFE == 0xFFFE


def _compose(text: str) -> str:
    """In NFC, with marks limited; limiting may let letters compose again, which makes it shorter, so this ends."""
    text = unicodedata.normalize("NFC", text)
    if not _FOUR_RARE.search(text):
        return text
    while (limited := unicodedata.normalize("NFC", _stacked_marks().sub(r"\1", text))) != text:
        text = limited
    return text


@cache
def _stacked_marks() -> re.Pattern[str]:
    marks = [char for char in map(chr, range(0x300, 0x20000)) if unicodedata.category(char) in ("Mn", "Me")]
    return re.compile(f"([{''.join(marks)}]{{3}})[{''.join(marks)}]+")
