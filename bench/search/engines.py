"""The engines side by side: this program's index, SQLite FTS5, tantivy. One interface, the same fields."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from bench.search.kinds import Kind, Question

if TYPE_CHECKING:
    from bench.search.corpus import Made

    from aipolicy_index.engine.index import SearchIndex
    from aipolicy_index.model import Article

TOP = 20


class Engine(Protocol):
    """One engine over one folder."""

    name: str

    def build(self, articles: Iterable[Made]) -> None:
        """Indexes articles into an empty folder."""

    def add(self, made: Made) -> None:
        """Adds one article, so that the next question finds it."""

    def remove(self, ids: Sequence[int]) -> None:
        """Takes articles out again."""

    def open(self) -> None:
        """Opens what was built."""

    def ask(self, question: Question) -> Sequence[int] | None:
        """The ids of the best `TOP` articles; None where the engine cannot answer such a question."""

    def size(self) -> int:
        """Bytes on disk."""


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


class Texts:
    """The articles' texts for passages, in SQLite as the library keeps them."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._connection: sqlite3.Connection | None = None

    def build(self, articles: Iterable[Made]) -> None:
        """Writes them all."""
        self._file.unlink(missing_ok=True)
        with sqlite3.connect(self._file) as connection:
            connection.execute("CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT, language TEXT)")
            rows = ((made.id, made.text, made.language) for made in articles)
            connection.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)
        connection.close()

    def article(self, id: int) -> Article:
        """One article, as far as a passage needs it."""
        if self._connection is None:
            self._connection = sqlite3.connect(self._file)
        from aipolicy_index.model import Article

        text, language = self._connection.execute("SELECT text, language FROM texts WHERE id = ?", (id,)).fetchone()
        return Article(text=text, source="", language=language)

    def text(self, id: int) -> str:
        """One text."""
        return self.article(id).text

    def ids_in_state(self, state: str) -> Collection[int]:
        """Nobody reads here."""
        return ()

    def ids_tagged(self, tag: str, begun: bool) -> Collection[int]:
        """Nor puts tags on anything."""
        return ()


class Ours:
    """The index of this program, through its own door."""

    name = "aipolicy"

    def __init__(self, folder: Path, texts: Texts) -> None:
        self.folder, self._texts = folder, texts
        self.index: SearchIndex | None = None

    def build(self, articles: Iterable[Made]) -> None:
        """Indexes articles into an empty folder."""
        from aipolicy_index.engine.document import Document
        from aipolicy_index.engine.index import SearchIndex

        SearchIndex.create(self.folder).write(Document.of(made.id, made.article(), made.facts()) for made in articles)

    def add(self, made: Made) -> None:
        """Adds one article."""
        from aipolicy_index.engine.document import Document

        self._opened().write([Document.of(made.id, made.article(), made.facts())])

    def remove(self, ids: Sequence[int]) -> None:
        """Takes articles out again."""
        self._opened().write([], removed=ids)

    def open(self) -> None:
        """Opens what was built."""
        from aipolicy_index.engine.index import SearchIndex
        from aipolicy_index.model import Sort
        from aipolicy_index.query import parse

        self._parse, self._orders = parse, Sort
        self.index = SearchIndex.open(self.folder)

    def _opened(self) -> SearchIndex:
        if self.index is None:
            self.open()
        assert self.index is not None
        return self.index

    def ask(self, question: Question) -> Sequence[int]:
        """The best articles."""
        index = self._opened()
        if question.kind is Kind.LIKE:
            return [similar.id for similar in index.similar(question.id, self._texts, TOP)]
        sort = self._orders.DATE if question.kind is Kind.BY_DATE else self._orders.RELEVANCE
        limit = TOP if question.kind is Kind.SNIPPETS else 0
        return index.search(self._parse(_ours(question)), self._texts, sort=sort, limit=limit).ids[:TOP]

    def size(self) -> int:
        """Bytes on disk."""
        return _size(self.folder)


def _ours(question: Question) -> str:
    words = question.words
    match question.kind:
        case Kind.OR:
            return " OU ".join(words)
        case Kind.PHRASE:
            return f'"{" ".join(words)}"'
        case Kind.PREFIX_2 | Kind.PREFIX_3:
            return f"{words[0]}*"
        case Kind.FUZZY:
            return f"{words[0]}~"
        case Kind.DATES:
            return f"{words[0]} date:{question.first}..{question.last}"
        case Kind.PERSON:
            return f'{words[0]} personne:"{question.person}"'
        case _:
            return " ".join(words)


class Fts5:
    """SQLite FTS5: unicode61 without diacritics, a prefix index, external content."""

    name = "fts5"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "fts.sqlite"
        self._connection: sqlite3.Connection | None = None

    def build(self, articles: Iterable[Made]) -> None:
        """Indexes articles into an empty folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        connection = sqlite3.connect(self._file)
        connection.executescript(
            "CREATE TABLE articles (id INTEGER PRIMARY KEY, title, body, people, outlet, day INTEGER);"
            "CREATE INDEX by_day ON articles (day);"
            "CREATE VIRTUAL TABLE fts USING fts5(title, body, people, outlet, content='articles', content_rowid='id',"
            " tokenize='unicode61 remove_diacritics 2', prefix='2 3');"
            "INSERT INTO fts(fts, rank) VALUES('rank', 'bm25(2.5, 1.0, 1.0, 1.0)');"
        )
        for made in articles:
            self._insert(connection, made)
        connection.commit()
        connection.execute("INSERT INTO fts(fts) VALUES('optimize')")
        connection.commit()
        connection.close()

    def _insert(self, connection: sqlite3.Connection, made: Made) -> None:
        people = " ; ".join(made.people)
        day = date.fromisoformat(made.published).toordinal()
        row = (made.id, made.title, made.body, people, made.outlet, day)
        connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO fts(rowid, title, body, people, outlet) VALUES (?, ?, ?, ?, ?)", row[:5])

    def add(self, made: Made) -> None:
        """Adds one article."""
        connection = self._opened()
        self._insert(connection, made)
        connection.commit()

    def remove(self, ids: Sequence[int]) -> None:
        """Takes articles out again."""
        connection = self._opened()
        for id in ids:
            columns = "title, body, people, outlet"
            row = connection.execute(f"SELECT {columns} FROM articles WHERE id = ?", (id,)).fetchone()
            sql = f"INSERT INTO fts(fts, rowid, {columns}) VALUES('delete', ?, ?, ?, ?, ?)"
            connection.execute(sql, (id, *row))
            connection.execute("DELETE FROM articles WHERE id = ?", (id,))
        connection.commit()

    def open(self) -> None:
        """Opens what was built."""
        self._connection = sqlite3.connect(self._file)
        self._connection.execute("PRAGMA mmap_size = 4000000000")
        self._connection.execute("SELECT count(*) FROM fts WHERE fts MATCH 'zzzz'").fetchone()

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self.open()
        assert self._connection is not None
        return self._connection

    def ask(self, question: Question) -> Sequence[int] | None:
        """The best articles."""
        if question.kind in (Kind.FUZZY, Kind.LIKE):
            return None
        words = [f'"{word}"' for word in question.words]
        match = {
            Kind.OR: " OR ".join(words),
            Kind.PHRASE: f'"{" ".join(question.words)}"',
            Kind.PREFIX_2: f"{words[0]}*",
            Kind.PREFIX_3: f"{words[0]}*",
            Kind.PERSON: f'{words[0]} AND people : "{question.person}"',
        }.get(question.kind, " ".join(words))
        where, order, given = "", "rank", [match]
        if question.kind is Kind.DATES:
            where = " AND articles.day BETWEEN ? AND ?"
            given += [date.fromisoformat(day).toordinal() for day in (question.first, question.last)]  # type: ignore[misc]
        if question.kind is Kind.BY_DATE:
            order = "articles.day DESC"
        extra = ", snippet(fts, 1, '[', ']', '...', 32)" if question.kind is Kind.SNIPPETS else ""
        joined = "JOIN articles ON articles.id = fts.rowid" if "articles." in where + order else ""
        sql = f"SELECT fts.rowid{extra} FROM fts {joined} WHERE fts MATCH ?{where} ORDER BY {order} LIMIT {TOP}"
        return [row[0] for row in self._opened().execute(sql, given)]

    def size(self) -> int:
        """Bytes on disk."""
        return _size(self.folder)


class Tantivy:
    """tantivy with folding, one writer thread."""

    name = "tantivy"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._index: Any = None
        self._searcher: Any = None

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True, indexed=True, fast=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        builder.add_text_field("title", stored=True, tokenizer_name="folded")
        builder.add_text_field("body", stored=True, tokenizer_name="folded")
        builder.add_text_field("people", tokenizer_name="folded")
        builder.add_text_field("outlet", tokenizer_name="folded")
        return builder.build()

    def _register(self) -> None:
        from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

        analyser = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(Filter.ascii_fold())
        self._index.register_tokenizer("folded", analyser.build())

    def build(self, articles: Iterable[Made]) -> None:
        """Indexes articles into an empty folder."""
        import tantivy

        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self._index = tantivy.Index(self._schema(), path=str(self.folder))
        self._register()
        writer = self._index.writer(heap_size=256_000_000, num_threads=1)
        for made in articles:
            writer.add_document(self._document(made))
        writer.commit()
        writer.wait_merging_threads()

    def _document(self, made: Made) -> Any:
        import tantivy

        day = date.fromisoformat(made.published).toordinal()
        return tantivy.Document(
            id=made.id, day=day, title=made.title, body=made.body, people=list(made.people), outlet=made.outlet
        )

    def add(self, made: Made) -> None:
        """Adds one article."""
        self._opened()
        writer = self._index.writer(heap_size=15_000_000, num_threads=1)
        writer.add_document(self._document(made))
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def remove(self, ids: Sequence[int]) -> None:
        """Takes articles out again."""
        writer = self._index.writer(heap_size=15_000_000, num_threads=1)
        for id in ids:
            writer.delete_documents("id", id)
        writer.commit()

    def open(self) -> None:
        """Opens what was built."""
        import tantivy

        self._index = tantivy.Index.open(str(self.folder))
        self._register()
        self._searcher = self._index.searcher()

    def _opened(self) -> Any:
        if self._searcher is None:
            self.open()
        return self._searcher

    def ask(self, question: Question) -> Sequence[int]:
        """The best articles."""
        searcher = self._opened()
        query = self._query(question)
        order = {"order_by_field": "day"} if question.kind is Kind.BY_DATE else {}
        found = [address for _, address in searcher.search(query, TOP, **order).hits]
        documents = [searcher.doc(address) for address in found]
        if question.kind is Kind.SNIPPETS:
            self._cut(query, documents)
        return [document["id"][0] for document in documents]

    def _cut(self, query: Any, documents: list[Any]) -> None:
        import tantivy

        generator = tantivy.SnippetGenerator.create(self._opened(), query, self._index.schema, "body")
        for document in documents:
            generator.snippet_from_doc(document).highlighted()

    def _word(self, word: str, make: Any) -> Any:
        from tantivy import Occur, Query

        title, body = make("title", word), make("body", word)
        return Query.boolean_query([(Occur.Should, Query.boost_query(title, 2.5)), (Occur.Should, body)])

    def _query(self, question: Question) -> Any:
        from tantivy import FieldType, Occur, Query

        schema = self._index.schema
        words = question.words

        def all_of(parts: list[Any]) -> Any:
            return Query.boolean_query([(Occur.Must, part) for part in parts])

        def term(field: str, word: str) -> Any:
            return Query.term_query(schema, field, word)

        match question.kind:
            case Kind.LIKE:
                addresses = self._opened().search(Query.term_query(schema, "id", question.id), 1).hits
                return Query.more_like_this_query(addresses[0][1])
            case Kind.OR:
                return Query.boolean_query([(Occur.Should, self._word(word, term)) for word in words])
            case Kind.PHRASE:
                return self._word("", lambda field, _: Query.phrase_query(schema, field, list(words)))
            case Kind.PREFIX_2 | Kind.PREFIX_3:
                return self._word(words[0], lambda field, word: Query.regex_query(schema, field, f"{word}.*"))
            case Kind.FUZZY:
                return self._word(words[0], lambda field, word: Query.fuzzy_term_query(schema, field, word))
            case Kind.DATES:
                days = [date.fromisoformat(day).toordinal() for day in (question.first, question.last)]
                return all_of([self._word(words[0], term), Query.range_query(schema, "day", FieldType.Integer, *days)])
            case Kind.PERSON:
                from aipolicy_index.language.matching import fold

                named = Query.phrase_query(schema, "people", list(fold(question.person).split()))
                return all_of([self._word(words[0], term), named])
            case _:
                return all_of([self._word(word, term) for word in words])

    def size(self) -> int:
        """Bytes on disk."""
        return _size(self.folder)
