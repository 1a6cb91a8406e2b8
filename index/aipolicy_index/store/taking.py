"""Articles taken out of the store whole, so that they can be put back as they were, in a later version too."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from typing import Any

from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.model import ArticleId
from aipolicy_index.store.connection import Connection

_TABLES = (("article", "id"), ("content", "article"), ("facts", "article"), ("source", "article"), ("tag", "article"))
"""The tables that an article has rows in, the one that the others refer to first, and the column of its number."""
_BYTES = "bytes"

Record = dict[str, Any]


def take_out(db: Connection, id_: ArticleId) -> bytes:
    """Take an article out, in the transaction that is open; what puts it back. NoSuchArticle."""
    rows = {table: [_record(db, table, row) for row in _rows(db, table, key, id_)] for table, key in _TABLES}
    if not rows["article"]:
        raise NoSuchArticle(id=id_)
    db.run("DELETE FROM article WHERE id = ?", (id_,))
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode())


def put_back(db: Connection, taken: bytes) -> bool:
    """Put it back under its old number, in the transaction that is open; False when its content is there again, or
    what was kept of it is damaged."""
    try:
        rows = json.loads(zlib.decompress(taken))
        (article,) = rows["article"]
        number = article["id"]
    except (zlib.error, ValueError, KeyError, TypeError):
        return False
    for table, _ in _TABLES:
        for record in rows.get(table, ()):
            _insert(db, table, record)
        if table == "article" and not list(db.rows("SELECT 1 FROM article WHERE id = ?", (number,))):
            return False
    return True


def _rows(db: Connection, table: str, key: str, id_: ArticleId) -> list[tuple[Any, ...]]:
    return list(db.rows(f"SELECT * FROM {table} WHERE {key} = ?", (id_,)))


def _columns(db: Connection, table: str) -> list[str]:
    return [row[1] for row in db.rows(f"PRAGMA table_info({table})")]


def _record(db: Connection, table: str, row: tuple[Any, ...]) -> Record:
    """A row by the names of its columns, as JSON has it."""
    told = ({_BYTES: b64encode(value).decode()} if isinstance(value, bytes) else value for value in row)
    return dict(zip(_columns(db, table), told, strict=True))


def _insert(db: Connection, table: str, record: Record) -> None:
    """Put a row back, but not over another one."""
    columns = [name for name in _columns(db, table) if name in record]
    values = [b64decode(value[_BYTES]) if isinstance(value := record[name], dict) else value for name in columns]
    marks = ", ".join("?" * len(columns))
    db.run(f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)
