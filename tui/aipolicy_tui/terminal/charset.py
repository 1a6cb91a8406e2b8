"""What the terminal's locale can show: UTF-8, or ASCII with transliterated text and its own set of glyphs."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from aipolicy_tui.wording.ascii import transliterated

from .safe import safe_text

_COERCED = ("C.UTF-8", "C.utf8", "UTF-8")


class Glyphs(NamedTuple):
    """The signs that the screens draw with."""

    unread: str = "●"
    starred: str = "★"
    selected: str = "›"
    ellipsis: str = "…"
    vertical: str = "│"
    horizontal: str = "─"
    folded: str = "▸"
    unfolded: str = "▾"
    descending: str = "↓"
    ascending: str = "↑"
    to: str = "→"
    between: str = "·"
    bullet: str = "•"
    enter: str = "⏎"
    opening_quote: str = "«"
    closing_quote: str = "»"


ASCII_GLYPHS = Glyphs(
    unread="*",
    starred="+",
    selected=">",
    ellipsis="...",
    vertical="|",
    horizontal="-",
    folded=">",
    unfolded="v",
    descending="v",
    ascending="^",
    to="->",
    between="-",
    bullet="*",
    enter="Enter",
    opening_quote='"',
    closing_quote='"',
)


class Charset(NamedTuple):
    """How text is written on this terminal."""

    utf8: bool
    """Whether the terminal shows UTF-8; else only ASCII is sent."""

    @property
    def glyphs(self) -> Glyphs:
        """The signs to draw with."""
        return _GLYPHS if self.utf8 else ASCII_GLYPHS

    def text(self, text: str) -> str:
        """One line of text that is safe and that this terminal can show; its length may differ."""
        safe = safe_text(text)
        return safe if self.utf8 or safe.isascii() else transliterated(safe)


_GLYPHS = Glyphs()
UTF8 = Charset(utf8=True)
ASCII = Charset(utf8=False)


def charset_of(environment: Mapping[str, str]) -> Charset:
    """The charset that the locale variables ask for (POSIX: LC_ALL, then LC_CTYPE, then LANG; none of them is C)."""
    name = next((value for key in ("LC_ALL", "LC_CTYPE", "LANG") if (value := environment.get(key))), "C")
    codeset = name.partition("@")[0].rpartition(".")[2] if "." in name else name
    return UTF8 if codeset.upper().replace("-", "") == "UTF8" else ASCII


def original_environment() -> Mapping[str, str]:
    """The environment that the program was started with.

    In the C locale Python sets LC_CTYPE to a UTF-8 locale of its own (PEP 538), which says nothing of the terminal.
    """
    if os.environ.get("LC_CTYPE") not in _COERCED or os.environ.get("LC_ALL"):
        return os.environ
    try:
        block = Path("/proc/self/environ").read_bytes()
    except OSError:
        coerced = os.environ.get("LANG", "C") in ("C", "POSIX", "")
        return {key: value for key, value in os.environ.items() if key != "LC_CTYPE" or not coerced}
    pairs = (os.fsdecode(entry).partition("=") for entry in block.split(b"\0"))
    return {key: value for key, _, value in pairs}


def charset() -> Charset:
    """The charset of this process's terminal."""
    return _chosen[-1] if _chosen else _detected()


def use_charset(chosen: Charset) -> None:
    """Decide the charset of this process, whatever the locale says."""
    _chosen[:] = [chosen]


_chosen: list[Charset] = []


@cache
def _detected() -> Charset:
    environment = original_environment()
    detected = charset_of(environment)
    encoding = getattr(sys.__stderr__, "encoding", None) or "ascii"
    # Python writes with the encoding that PYTHONIOENCODING or PYTHONUTF8=0 chose: never more than it can carry.
    return detected if encoding.lower().replace("-", "") == "utf8" else ASCII
