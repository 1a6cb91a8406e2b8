"""The orders of the list: all of it, a part of it, the place of an article in it."""

from __future__ import annotations

from array import array

from aipolicy_index.language.matching import fold
from aipolicy_index.model import ArticleId, ListFilter, Sort
from aipolicy_index.store.connection import Connection

_ORDERS = {
    Sort.DATE: "published DESC, id DESC",
    Sort.RELEVANCE: "published DESC, id DESC",
    Sort.TITLE: "title_key, id",
    Sort.OUTLET: "outlet_key = '', outlet_key, published DESC, id DESC",
}


def listing(db: Connection, sort: Sort, narrowed: ListFilter) -> array[int]:
    """The ids of the articles that pass the filter, in order."""
    conditions, values = ["1"], []
    if narrowed.unread:
        conditions.append("NOT is_read")
    if narrowed.starred:
        conditions.append("is_starred")
    if narrowed.language:
        conditions.append("language = ?")
        values.append(narrowed.language)
    if narrowed.outlet:
        conditions.append("outlet_key = ?")
        values.append(fold(narrowed.outlet))
    if narrowed.tag:
        from aipolicy_index.store.tagging import tags_meant

        names = tags_meant(db, narrowed.tag, begun=False)
        conditions.append(f"id IN (SELECT article FROM tag WHERE name IN ({','.join('?' * len(names))}))")
        values.extend(names)
    query = f"SELECT id FROM article WHERE {' AND '.join(conditions)} ORDER BY {_ORDERS[sort]}"
    return db.numbers(query, values)


def newest(db: Connection, start: int, most: int) -> array[int]:
    """A part of the listing by date of all articles: `most` ids at most, from this place on."""
    return db.numbers(f"SELECT id FROM article ORDER BY {_ORDERS[Sort.DATE]} LIMIT ? OFFSET ?", (most, start))


def place_by_date(db: Connection, id_: ArticleId) -> int | None:
    """How many articles come before this one in the listing by date of all of them; None when it is not there."""
    row = next(db.rows("SELECT published FROM article WHERE id = ?", (id_,)), None)
    if row is None:
        return None
    # Each is counted in the index; one condition with « or » would look at every article.
    newer = ("published IS NOT NULL", ()) if row[0] is None else ("published > ?", row)
    same_day = ("published IS ? AND id > ?", (*row, id_))
    counts = (db.numbers(f"SELECT count(*) FROM article WHERE {where}", values) for where, values in (newer, same_day))
    return sum(count[0] for count in counts)
