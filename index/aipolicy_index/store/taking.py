"""Articles taken out of the store whole, so that they can be put back as they were."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from aipolicy_index.model import ArticleId
from aipolicy_index.store.connection import Connection

_TABLES = (("article", "id"), ("content", "article"), ("facts", "article"), ("source", "article"), ("tag", "article"))
"""The tables that an article has rows in, the one that the others refer to first, and the column of its number."""


class Taken(NamedTuple):
    """One article with its facts, files, state and tags, as the tables had them."""

    id: ArticleId
    rows: Mapping[str, tuple[tuple[Any, ...], ...]]


def take_out(db: Connection, id_: ArticleId) -> Taken:
    """Take an article out, in the transaction that is open."""
    rows = {table: tuple(db.rows(f"SELECT * FROM {table} WHERE {key} = ?", (id_,))) for table, key in _TABLES}
    db.run("DELETE FROM article WHERE id = ?", (id_,))
    return Taken(id_, rows)


def put_back(db: Connection, taken: Taken) -> bool:
    """Put it back under its old number, in the transaction that is open; False when its content is there again."""
    for table, _ in _TABLES:
        for row in taken.rows[table]:
            marks = ", ".join("?" * len(row))
            db.run(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)
        if table == "article" and not list(db.rows("SELECT 1 FROM article WHERE id = ?", (taken.id,))):
            return False
    return True
