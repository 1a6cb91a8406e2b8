"""What two tags are compared by: case, accents, quotation marks and a # in front do not tell them apart."""

from __future__ import annotations

from aipolicy_index.language.matching import fold
from aipolicy_index.query.lexer import QUOTES

_WITHOUT_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))


def tag_key(tag: str) -> str:
    """What is compared of a tag; empty for what no query can ask for."""
    return " ".join(fold(tag).translate(_WITHOUT_QUOTES).lstrip("# ").split())


def begins(tag: str, begun: str) -> bool:
    """Whether a tag, or a later word of it, begins so."""
    key, begun_key = tag_key(tag), tag_key(begun)
    return key.startswith(begun_key) or f" {begun_key}" in key
