"""The reader's tags: which there are, and on which articles."""

from __future__ import annotations

from array import array

from aipolicy_index.language.matching import fold
from aipolicy_index.query.tags import begins, tag_key
from aipolicy_index.store.connection import Connection


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
