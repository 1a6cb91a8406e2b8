"""One connection to library.sqlite: its tables, its transactions, its errors told in the program's terms."""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from aipolicy_index.errors import StoreError

STEPS = ("schema.sql", "counting.sql", "tagging.sql", "undoing.sql", "reading.sql")
"""The scripts that make the tables, in order; the version of a database is how many of them it has seen."""
SCHEMA_VERSION = len(STEPS)
_BUSY_SECONDS = 30.0
_A_MOMENT = 0.005
_REASONS = {
    sqlite3.SQLITE_PERM: "reason.permission",
    sqlite3.SQLITE_BUSY: "reason.database_busy",
    sqlite3.SQLITE_LOCKED: "reason.database_busy",
    sqlite3.SQLITE_READONLY: "reason.read_only",
    sqlite3.SQLITE_IOERR: "reason.disk_fault",
    sqlite3.SQLITE_CORRUPT: "reason.database_damaged",
    sqlite3.SQLITE_FULL: "reason.disk_full",
    sqlite3.SQLITE_CANTOPEN: "reason.permission",
    sqlite3.SQLITE_NOTADB: "reason.not_a_database",
}
"""The sentence of each of SQLite's primary result codes that a user can do something about."""


class Connection:
    """An open database file with the tables made. Other processes may read and write it at the same time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self.translated():
            self._db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
            self._keep_a_log_ahead()
            self._db.execute("PRAGMA foreign_keys = ON")
            self._make_tables()

    def close(self) -> None:
        """Let go of the file."""
        with self.translated():
            self._db.close()

    def rows(self, query: str, values: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows that a query gives."""
        with self.translated():
            yield from self._db.execute(query, values)

    def numbers(self, query: str, values: Sequence[object] = ()) -> array[int]:
        """The only column of a query, all of it, where a row at a time would take long."""
        with self.translated():
            return array("q", chain.from_iterable(self._db.execute(query, values)))

    def one(self, query: str) -> tuple[Any, ...]:
        """The only row of a query that always gives one."""
        with self.translated():
            return self._db.execute(query).fetchone()  # type: ignore[no-any-return]

    def run(self, statement: str, values: Sequence[object] = ()) -> int:
        """Change something; the id of the row that was inserted, if one was."""
        with self.translated():
            return self._db.execute(statement, values).lastrowid or 0

    def run_many(self, statement: str, values: Sequence[Sequence[object]]) -> None:
        """The same change for each of the values."""
        with self.translated():
            self._db.executemany(statement, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written at once, or not at all."""
        try:
            self.run("BEGIN IMMEDIATE")
            yield
            self.run("COMMIT")
        finally:
            # Whatever came between, a signal's exception too: no transaction is left open.
            if self._db.in_transaction:
                self.run("ROLLBACK")

    @contextmanager
    def translated(self) -> Iterator[None]:
        """What SQLite raises inside becomes a StoreError."""
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(path=self.path, reason=_reason(error)) from error

    def _keep_a_log_ahead(self) -> None:
        """Let others read while one writes. SQLite does not wait for whoever is just making the same file so, as it
        does elsewhere: it says that the file is busy."""
        given_up = time.monotonic() + _BUSY_SECONDS
        while True:
            try:
                self._db.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > given_up:
                    raise
            time.sleep(_A_MOMENT)

    def _make_tables(self) -> None:
        version = self.one("PRAGMA user_version")[0]
        if version > SCHEMA_VERSION:
            raise StoreError("library.too_new", path=self.path, version=version)
        if version == SCHEMA_VERSION:
            return
        with self.transaction():
            # Asked again: another process may have made them meanwhile.
            for step in STEPS[self.one("PRAGMA user_version")[0] :]:
                for statement in _statements(Path(__file__).with_name(step).read_text("utf-8")):
                    self.run(statement)
            self.run(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _reason(error: sqlite3.Error) -> str:
    """Why SQLite failed: the code of a sentence, or its own words."""
    extended = getattr(error, "sqlite_errorcode", 0)
    return _REASONS.get(extended & 0xFF) or str(error)


def _statements(script: str) -> Iterator[str]:
    """The statements of an SQL script without triggers."""
    lines = [line.split("--")[0] for line in script.splitlines()]
    return (statement for statement in "\n".join(lines).split(";") if statement.strip())
