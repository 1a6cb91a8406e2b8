"""The engines that are compared: this program's index, and SQLite FTS5 with and without stemming."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection as Some
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bench.relevance.collection import Collection

from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.model import Article
from aipolicy_index.query import parse


class Engine(Protocol):
    """Answers questions over one collection."""

    name: str

    def answer(self, text: str) -> Sequence[int]:
        """The best articles, at least ten where it finds them."""


class Ours:
    """This program's index; what it finds for a corrected question counts only where it found nothing itself."""

    name = "aipolicy"

    def __init__(self, collection: Collection, folder: Path) -> None:
        self._articles = collection.articles
        self._index = SearchIndex.create(folder)
        self._index.write(Document.of(id, article) for id, article in collection.articles.items())

    def article(self, id: int) -> Article:
        """One article."""
        return self._articles[id]

    def text(self, id: int) -> str:
        """Its text."""
        return self._articles[id].text

    def ids_in_state(self, state: str) -> Some[int]:
        """Nobody reads here."""
        return ()

    def ids_tagged(self, tag: str, begun: bool) -> Some[int]:
        """Nor puts tags on anything."""
        return ()

    def answer(self, text: str) -> Sequence[int]:
        """The best articles."""
        return self._index.search(parse(text), self, limit=0).ids


class Fts5:
    """SQLite FTS5: all words, or any of them where no article has all."""

    def __init__(self, name: str, tokenizer: str, collection: Collection) -> None:
        self.name = name
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(f"CREATE VIRTUAL TABLE fts USING fts5(title, body, tokenize='{tokenizer}')")
        self._connection.execute("INSERT INTO fts(fts, rank) VALUES('rank', 'bm25(2.5, 1.0)')")
        for id, article in collection.articles.items():
            body = article.text.partition("\n")[2]
            self._connection.execute("INSERT INTO fts(rowid, title, body) VALUES (?, ?, ?)", (id, article.title, body))

    def answer(self, text: str) -> Sequence[int]:
        """The best articles."""
        parts = re.findall(r"[\"«“]\s*([^\"»”]+?)\s*[\"»”]|([\w'’\-/.,]+)", text)
        words = ['"{}"'.format((phrase or word).replace('"', "")) for phrase, word in parts]
        words = [word for word in words if re.search(r"\w", word)]
        return self._matching(" AND ".join(words)) or self._matching(" OR ".join(words))

    def _matching(self, match: str) -> list[int]:
        sql = "SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT 20"
        return [row[0] for row in self._connection.execute(sql, (match,))]
