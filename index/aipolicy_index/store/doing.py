"""What the reader does to articles, written down to be undone; all of it in the transaction that is open."""

from __future__ import annotations

import time

from aipolicy_index.deeds import KEPT_DAYS, Deed, DeedKind, Undone
from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.model import ArticleId
from aipolicy_index.store.connection import Connection
from aipolicy_index.store.taking import put_back, take_out

_DAY = 86_400
_OPPOSITES = {
    DeedKind.STARRED: DeedKind.UNSTARRED,
    DeedKind.READ: DeedKind.UNREAD,
    DeedKind.TAGGED: DeedKind.UNTAGGED,
}
_OPPOSITES |= {after: before for before, after in _OPPOSITES.items()}
_FLAGS = {
    DeedKind.STARRED: ("is_starred", 1),
    DeedKind.UNSTARRED: ("is_starred", 0),
    DeedKind.READ: ("is_read", 1),
    DeedKind.UNREAD: ("is_read", 0),
}


def do(db: Connection, kind: DeedKind, id_: ArticleId, tag: str) -> bool:
    """Do it and write it down; False where it was so already. NoSuchArticle."""
    title = _title(db, id_)
    digest = taken = None
    if kind is DeedKind.REMOVED:
        ((digest,),) = db.rows("SELECT digest FROM article WHERE id = ?", (id_,))
        taken = take_out(db, id_)
    elif not _change(db, kind, id_, tag):
        return False
    db.run(
        "INSERT INTO deed (kind, article, title, tag, done_at, digest, taken) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (kind, id_, title, tag, int(time.time()), digest, taken),
    )
    return True


def _title(db: Connection, id_: ArticleId) -> str:
    for (title,) in db.rows("SELECT display_title FROM article WHERE id = ?", (id_,)):
        return str(title)
    raise NoSuchArticle(id=id_)


def _change(db: Connection, kind: DeedKind, id_: ArticleId, tag: str) -> bool:
    """Change one thing about an article; whether it was another before."""
    match kind:
        case DeedKind.TAGGED:
            db.run("INSERT OR IGNORE INTO tag (article, name) VALUES (?, ?)", (id_, tag))
        case DeedKind.UNTAGGED:
            db.run("DELETE FROM tag WHERE article = ? AND name = ?", (id_, tag))
        case _:
            flag, value = _FLAGS[kind]
            db.run(f"UPDATE article SET {flag} = ?2 WHERE id = ?1 AND {flag} != ?2", (id_, value))
    return bool(db.one("SELECT changes()")[0])


def undo(db: Connection) -> Undone | None:
    """Undo the last deed that can be undone; None when there is none."""
    forget_old(db)
    for sequence, kind, id_, title, tag, taken in list(
        db.rows("SELECT sequence, kind, article, title, tag, taken FROM deed ORDER BY sequence DESC LIMIT 1")
    ):
        db.run("DELETE FROM deed WHERE sequence = ?", (sequence,))
        deed = Deed(DeedKind(kind), id_, title, tag)
        return Undone(deed, _reverse(db, deed, taken))
    return None


def _reverse(db: Connection, deed: Deed, taken: bytes | None) -> bool:
    if deed.kind is DeedKind.REMOVED:
        return put_back(db, taken or b"")
    if not list(db.rows("SELECT 1 FROM article WHERE id = ?", (deed.article,))):
        return False
    _change(db, _OPPOSITES[deed.kind], deed.article, deed.tag)
    return True


def bring_back(db: Connection, digest: bytes) -> ArticleId | None:
    """Put the removed article of this content back, with all that the reader did to it; None where there is none."""
    query = "SELECT sequence, article, taken FROM deed WHERE digest = ? ORDER BY sequence DESC LIMIT 1"
    for sequence, id_, taken in list(db.rows(query, (digest,))):
        db.run("DELETE FROM deed WHERE sequence = ?", (sequence,))
        return int(id_) if put_back(db, taken) else None
    return None


def removed_count(db: Connection) -> int:
    """How many removed articles can be brought back."""
    query = "SELECT count(*) FROM deed WHERE digest IS NOT NULL AND done_at >= ?"
    return next(int(row[0]) for row in db.rows(query, (_oldest(),)))


def has_old(db: Connection) -> bool:
    """Whether there is something to forget."""
    return bool(list(db.rows("SELECT 1 FROM deed WHERE done_at < ? LIMIT 1", (_oldest(),))))


def forget_old(db: Connection) -> None:
    """Forget what was done too long ago; what was removed then is gone."""
    db.run("DELETE FROM deed WHERE done_at < ?", (_oldest(),))


def _oldest() -> int:
    return int(time.time()) - KEPT_DAYS * _DAY
