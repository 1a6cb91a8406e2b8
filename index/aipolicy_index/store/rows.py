"""What the list shows of articles, read for those in view."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from aipolicy_index.language.matching import fold
from aipolicy_index.model import ArticleId, Provenance, Row
from aipolicy_index.store.connection import Connection

TAGS = "(SELECT json_group_array(name) FROM tag WHERE article = id)"
"""The column of an article's tags."""
_ROW = "id, display_title, title_derived, outlet, published, published_from, language, is_read, is_starred"
_MANY = 500
"""Parameters in one statement; SQLite allows 999 everywhere."""


def rows(db: Connection, ids: Sequence[ArticleId]) -> list[Row]:
    """What the list shows of these articles, in their order; ids that are not there are left out."""
    found: dict[ArticleId, Row] = {}
    for some in _portions(ids):
        marks = ",".join("?" * len(some))
        for row in db.rows(f"SELECT {_ROW}, {TAGS} FROM article WHERE id IN ({marks})", some):
            found[row[0]] = _row(row)
    return [found[id_] for id_ in ids if id_ in found]


def _row(values: tuple[Any, ...]) -> Row:
    id_, title, derived, outlet, published, published_from, language, read, starred, tags = values
    return Row(
        id=id_,
        display_title=str(title),
        title_derived=bool(derived),
        outlet=outlet,
        published=published,
        published_from=Provenance(published_from) if published_from else None,
        language=str(language),
        read=bool(read),
        starred=bool(starred),
        tags=tuple(sorted(json.loads(tags), key=fold)),
    )


def _portions(ids: Sequence[ArticleId]) -> Iterator[Sequence[ArticleId]]:
    for start in range(0, len(ids), _MANY):
        yield ids[start : start + _MANY]
