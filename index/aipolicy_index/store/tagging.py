"""The reader's tags: which there are, and on which articles. Case, accents, quotation marks and a # in front do not
tell two apart."""

from __future__ import annotations

from array import array

from aipolicy_index.language.matching import fold
from aipolicy_index.query.lexer import QUOTES
from aipolicy_index.store.connection import Connection

_WITHOUT_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))


def tag_key(tag: str) -> str:
    """What is compared of a tag."""
    return " ".join(fold(tag).translate(_WITHOUT_QUOTES).lstrip("# ").split())


def begins(tag: str, begun: str) -> bool:
    """Whether a tag, or a later word of it, begins so."""
    key, begun_key = tag_key(tag), tag_key(begun)
    return key.startswith(begun_key) or f" {begun_key}" in key


def tag_counts(db: Connection) -> dict[str, int]:
    """The tags in use, in alphabetical order, each with how many articles have it."""
    counted = db.rows("SELECT name, count(*) FROM tag GROUP BY name")
    return dict(sorted(counted, key=lambda row: (fold(row[0]), row[0])))


def tags_meant(db: Connection, asked: str, *, begun: bool) -> list[str]:
    """The tags in use that are the one asked for, or of which a word begins so."""
    key = tag_key(asked)
    names = (row[0] for row in db.rows("SELECT DISTINCT name FROM tag"))
    return [name for name in names if tag_key(name) == key or (begun and begins(name, asked))]


def ids_tagged(db: Connection, asked: str, *, begun: bool) -> array[int]:
    """The articles that have the tag asked for, or one of which a word begins so."""
    names = tags_meant(db, asked, begun=begun)
    found: set[int] = set()
    for name in names:
        found.update(db.numbers("SELECT article FROM tag WHERE name = ?", (name,)))
    return array("q", sorted(found))
