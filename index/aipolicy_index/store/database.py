"""The store's door: opening, and every question and change that the library needs. One transaction a change."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.model import (
    Article,
    ArticleId,
    Counts,
    Fact,
    ListFilter,
    ReaderState,
    Row,
    Sort,
)
from aipolicy_index.records import article_from_record, fact_from_record, fact_record
from aipolicy_index.store import ordering, rows
from aipolicy_index.store.connection import Connection
from aipolicy_index.store.sources import Digest, Filed, Signature, path_key

if TYPE_CHECKING:
    from aipolicy_index.deeds import DeedKind, Undone


class Store:
    """One open library.sqlite. Safe with other processes that read and write the same file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = Connection(path)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    # ---- what there is

    def counts(self) -> Counts:
        """How many articles there are, in all and by state."""
        # Without any condition SQLite counts pages, with one it counts articles.
        conditions = ("", "WHERE is_read", "WHERE is_starred", "WHERE facts_version = 0")
        columns = ", ".join(f"(SELECT count(*) FROM article {condition})" for condition in conditions)
        total, read, starred, without_facts = self._db.one(f"SELECT {columns}")
        return Counts(total, total - read, starred, without_facts)

    def listing(self, sort: Sort, narrowed: ListFilter) -> array[int]:
        """The ids of the articles that pass the filter, in order."""
        return ordering.listing(self._db, sort, narrowed)

    def newest(self, start: int, most: int) -> array[int]:
        """A part of the listing by date of all articles: `most` ids at most, from this place on."""
        return ordering.newest(self._db, start, most)

    def place_by_date(self, id_: ArticleId) -> int | None:
        """How many articles come before this one in the listing by date of all of them; None when it is not there."""
        return ordering.place_by_date(self._db, id_)

    def rows(self, ids: Sequence[ArticleId]) -> list[Row]:
        """What the list shows of these articles, in their order; ids that are not there are left out."""
        return rows.rows(self._db, ids)

    def outlets(self) -> list[str]:
        """The outlets of the library, in alphabetical order."""
        query = "SELECT min(outlet) FROM article WHERE outlet_key != '' GROUP BY outlet_key ORDER BY outlet_key"
        return [row[0] for row in self._db.rows(query)]

    def tags(self) -> list[str]:
        """The tags in use, in alphabetical order."""
        return list(self.tag_counts())

    def tag_counts(self) -> dict[str, int]:
        """The same, each with how many articles have it."""
        from aipolicy_index.store.tagging import tag_counts

        return tag_counts(self._db)

    def tags_meant(self, asked: str, *, begun: bool) -> list[str]:
        """The tags in use that are the one asked for, without case and accents, or of which a word begins so."""
        from aipolicy_index.store.tagging import tags_meant

        return tags_meant(self._db, asked, begun=begun)

    def ids_tagged(self, tag: str, begun: bool) -> array[int]:
        """The articles with this tag, or with one of which a word begins so."""
        from aipolicy_index.store.tagging import ids_tagged

        return ids_tagged(self._db, tag, begun=begun)

    def article(self, id_: ArticleId) -> Article:
        """One whole article."""
        rows = list(self._db.rows("SELECT record FROM content WHERE article = ?", (id_,)))
        if not rows:
            raise NoSuchArticle(id=id_)
        return article_from_record(json.loads(rows[0][0]))

    def text(self, id_: ArticleId) -> str:
        """The text of one article."""
        for (text,) in self._db.rows("SELECT json_extract(record, '$.text') FROM content WHERE article = ?", (id_,)):
            return str(text)
        raise NoSuchArticle(id=id_)

    def facts(self, id_: ArticleId) -> tuple[Fact, ...] | None:
        """The key facts of an article, None where they have not been extracted yet."""
        for (blob,) in self._db.rows("SELECT records FROM facts WHERE article = ?", (id_,)):
            return tuple(fact_from_record(record) for record in json.loads(zlib.decompress(blob)))
        return None

    def paths(self, id_: ArticleId) -> list[str]:
        """The files that hold this article."""
        return [row[0] for row in self._db.rows("SELECT path FROM source WHERE article = ? ORDER BY path", (id_,))]

    def state(self, id_: ArticleId) -> ReaderState:
        """What the reader did with an article."""
        for read, starred, position, tags in self._db.rows(
            f"SELECT is_read, is_starred, position, {rows.TAGS} FROM article WHERE id = ?", (id_,)
        ):
            return ReaderState(bool(read), bool(starred), position, frozenset(json.loads(tags)))
        raise NoSuchArticle(id=id_)

    def ids_in_state(self, state: str) -> array[int]:
        """The ids that are `read`, `unread`, `starred` or `unstarred`."""
        condition = {
            "read": "is_read",
            "unread": "NOT is_read",
            "starred": "is_starred",
            "unstarred": "NOT is_starred",
        }[state]
        return self._db.numbers(f"SELECT id FROM article WHERE {condition} ORDER BY id")

    def without_facts(self, version: int, limit: int) -> list[ArticleId]:
        """Articles whose facts are missing or older than this version of the extractor, the newest articles first."""
        query = "SELECT id FROM article WHERE facts_version < ? ORDER BY published DESC, id DESC LIMIT ?"
        return [row[0] for row in self._db.rows(query, (version, limit))]

    def count_without_facts(self, version: int) -> int:
        """How many these are."""
        query = "SELECT count(*) FROM article WHERE facts_version < ?"
        return next(int(row[0]) for row in self._db.rows(query, (version,)))

    def data_version(self) -> int:
        """A number that changes when another process has changed the file."""
        return int(self._db.one("PRAGMA data_version")[0])

    # ---- filing articles

    def is_unchanged(self, path: Path, signature: Signature) -> bool:
        """Whether this file is in the library as it stands."""
        return bool(
            list(
                self._db.rows("SELECT 1 FROM source WHERE path = ? AND signature = ?", (path_key(path), str(signature)))
            )
        )

    def file(
        self,
        path: Path,
        signature: Signature,
        digest: Digest,
        article: Article,
        facts: Sequence[Fact] | None,
        version: int,
    ) -> tuple[ArticleId, Filed]:
        """Put an article into the library, in the transaction that is open. `version` is the extractor's. One that was
        removed comes back under its number, with what the reader did to it."""
        from aipolicy_index.store import filing

        id_, outcome = filing.file(self._db, path, signature, digest, article)
        if outcome is Filed.UNCHANGED:
            return id_, outcome
        self._db.run("DELETE FROM facts WHERE article = ?", (id_,))
        if facts is not None:
            self.set_facts(id_, facts, version)
        self.mark_unindexed([id_])
        return id_, outcome

    def set_facts(self, id_: ArticleId, facts: Sequence[Fact], version: int) -> None:
        """Keep the facts of an article, in the transaction that is open; nothing where it has been removed."""
        blob = zlib.compress(json.dumps([fact_record(fact) for fact in facts], ensure_ascii=False).encode(), 6)
        keep = "INSERT OR REPLACE INTO facts (article, records) SELECT id, ?2 FROM article WHERE id = ?1"
        self._db.run(keep, (id_, blob))
        self._db.run("UPDATE article SET facts_version = ? WHERE id = ?", (version, id_))

    def forget_facts(self, ids: Sequence[ArticleId]) -> None:
        """Drop the facts of these articles, so that they are extracted again."""
        with self.transaction():
            self._db.run_many("DELETE FROM facts WHERE article = ?", [(id_,) for id_ in ids])
            self._db.run_many("UPDATE article SET facts_version = 0 WHERE id = ?", [(id_,) for id_ in ids])

    def remove(self, ids: Sequence[ArticleId]) -> None:
        """Take articles out of the library."""
        with self.transaction():
            self._db.run_many("DELETE FROM article WHERE id = ?", [(id_,) for id_ in ids])
            self.mark_unindexed(ids)

    # ---- what the reader did

    def do(self, kind: DeedKind, id_: ArticleId, tag: str = "") -> bool:
        """Change an article, or remove it, to be undone; False where it was so already."""
        from aipolicy_index.store import doing

        with self.transaction():
            self.mark_unindexed([id_] if kind == "removed" else [])
            return doing.do(self._db, kind, id_, tag)

    def undo(self) -> Undone | None:
        """Undo what was done last; None when there is nothing to undo."""
        from aipolicy_index.store import doing

        with self.transaction():
            undone = doing.undo(self._db)
            if undone is not None and undone.deed.kind == "removed":
                self.mark_unindexed([undone.deed.article])
            return undone

    def removed_count(self) -> int:
        """How many removed articles can be brought back."""
        from aipolicy_index.store import doing

        return doing.removed_count(self._db)

    def forget_old_deeds(self) -> None:
        """Let go of what was removed, or done otherwise, too long ago to be undone."""
        from aipolicy_index.store import doing

        if doing.has_old(self._db):
            with self.transaction():
                doing.forget_old(self._db)

    def set_state(self, id_: ArticleId, *, read: bool | None = None, starred: bool | None = None) -> None:
        """Mark an article; what is None stays."""
        with self.transaction():
            self._db.run(
                "UPDATE article SET is_read = coalesce(?, is_read), is_starred = coalesce(?, is_starred) WHERE id = ?",
                (read, starred, id_),
            )

    def set_states(self, states: Mapping[ArticleId, ReaderState]) -> None:
        """Put several articles into these states at once."""
        with self.transaction():
            self._db.run_many(
                "UPDATE article SET is_read = ?, is_starred = ?, position = ? WHERE id = ?",
                [(state.read, state.starred, state.position, id_) for id_, state in states.items()],
            )
            for id_, state in states.items():
                self._write_tags(id_, state.tags)

    def set_tags(self, id_: ArticleId, tags: Iterable[str]) -> None:
        """Give an article these tags, and no others."""
        with self.transaction():
            self._write_tags(id_, tags)

    def _write_tags(self, id_: ArticleId, tags: Iterable[str]) -> None:
        self._db.run("DELETE FROM tag WHERE article = ?", (id_,))
        self._db.run_many("INSERT INTO tag (article, name) VALUES (?, ?)", [(id_, name) for name in tags])

    def set_position(self, id_: ArticleId, position: int) -> None:
        """Keep where the reader stopped, as the first character shown."""
        with self.transaction():
            self._db.run("UPDATE article SET position = ? WHERE id = ?", (position, id_))

    def remember(self, key: str, value: str) -> None:
        """Keep a small value under a key."""
        with self.transaction():
            self._db.run("INSERT OR REPLACE INTO memory (key, value) VALUES (?, ?)", (key, value))

    def recall(self, key: str) -> str | None:
        """The value kept under a key."""
        return next((row[0] for row in self._db.rows("SELECT value FROM memory WHERE key = ?", (key,))), None)

    # ---- what the index has not been told

    def mark_unindexed(self, ids: Iterable[ArticleId]) -> None:
        """Note, in the transaction that is open, that the index has to be told of these articles."""
        self._db.run_many("INSERT INTO unindexed (article) VALUES (?)", [(id_,) for id_ in ids])

    def unindexed(self, limit: int) -> tuple[list[ArticleId], int]:
        """Articles that the index has not been told of, the oldest change first, and the last sequence number read."""
        rows = list(self._db.rows("SELECT article, sequence FROM unindexed ORDER BY sequence LIMIT ?", (limit,)))
        return list(dict.fromkeys(row[0] for row in rows)), rows[-1][1] if rows else 0

    def mark_indexed(self, sequence: int) -> None:
        """Forget the changes up to this sequence number: the index has them."""
        with self.transaction():
            self._db.run("DELETE FROM unindexed WHERE sequence <= ?", (sequence,))

    def last_sequence(self) -> int:
        """The newest change that the index has not been told of, 0 when it knows all."""
        return int(self._db.one("SELECT coalesce(max(sequence), 0) FROM unindexed")[0])

    def ids_after(self, id_: ArticleId, limit: int) -> list[ArticleId]:
        """The next ids in ascending order, to go through the whole library."""
        return [
            row[0] for row in self._db.rows("SELECT id FROM article WHERE id > ? ORDER BY id LIMIT ?", (id_, limit))
        ]

    # ---- inside

    def transaction(self) -> AbstractContextManager[None]:
        """Everything done inside is written at once, or not at all."""
        return self._db.transaction()

    def faults(self) -> list[str]:
        """What SQLite's own check finds wrong with the file; empty when it is sound."""
        return [row[0] for row in self._db.rows("PRAGMA integrity_check") if row[0] != "ok"]
