"""Our arrays answer as Whoosh's own postings, matchers and scorers do: the same articles, in the same order."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from whoosh import fields, query, scoring, searching
from whoosh.analysis.acore import Token
from whoosh.analysis.tokenizers import Tokenizer
from whoosh.filedb.filestore import FileStorage

from aipolicy_index.engine import analysis
from aipolicy_index.engine.document import Document
from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.engine.schema import TermTokenizer
from aipolicy_index.engine.scoring import Scoring
from aipolicy_index.engine.stemming import french_stem
from aipolicy_index.model import Article, Sort, Span
from aipolicy_index.query import parse

COUNT = 2500
TITLE, BODY, ASIDE = 2.5, 1.0, 0.15
FORMS = 0.4
PREFIX = "reg"


class Stems(Tokenizer):
    """The stems of our terms."""

    def __call__(self, value, **given):
        for token in TermTokenizer()(value, **given):
            token.text = french_stem(token.text)
            yield token


class Beginnings(Tokenizer):
    """The first letters of our terms."""

    def __call__(self, value, **given):
        for token in TermTokenizer()(value, **given):
            token.text = token.text[: len(PREFIX)]
            yield token


def words(seed: random.Random) -> list[str]:
    roots = ["régul", "amend", "sanction", "algorithm", "donné", "modèl", "plateform", "propos", "annonc", "interdi"]
    endings = ["e", "es", "er", "ation", "ations", "ait", "eur", "ant", "é", "ée"]
    made = [root + ending for root in roots for ending in endings]
    made += ["".join(seed.choices("bcdfglmnprst", k=2)) + seed.choice("aeiou") + str(n) for n in range(300)]
    seed.shuffle(made)
    return ["de", "la", "le", "et", *made]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    seed = random.Random(7)
    vocabulary = words(seed)
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]

    def text(low: int, high: int) -> str:
        return " ".join(seed.choices(vocabulary, weights, k=seed.randint(low, high)))

    made = []
    for id in range(1, COUNT + 1):
        aside = text(0, 6)
        body = f"{text(30, 120)}\n{aside}"
        day = date(2015, 1, 1) + timedelta(days=(id * 997) % 3989)
        furniture = (Span(len(body) - len(aside), len(body)),) if aside else ()
        made.append(Document(id, text(3, 9), body, furniture=furniture, published=day.isoformat()))
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("ours") / "index"


@pytest.fixture(scope="module")
def ours(documents, folder) -> SearchIndex:
    index = SearchIndex.create(folder)
    index.write(documents)
    index.scoring = Scoring(title=TITLE, body=BODY, aside=ASIDE, other_forms=FORMS, side_by_side=0, recency=0)
    return index


class Weighting(scoring.BM25F):
    """BM25F; a beginning is as rare as its words together."""

    def idf(self, searcher, fieldname, text):
        if not fieldname.startswith("begin_"):
            return super().idf(searcher, fieldname, text)
        from math import log

        reader = searcher.get_parent().reader()
        total = reader.doc_count_all()
        name = fieldname.removeprefix("begin_")
        together = sum(reader.doc_frequency(name, term) for term in reader.expand_prefix(name, PREFIX))
        return log(total / (min(total, together) + 1)) + 1


@pytest.fixture(scope="module")
def theirs(documents, tmp_path_factory) -> searching.Searcher:
    schema = fields.Schema(id=fields.STORED(), day=fields.NUMERIC(int, sortable=True))
    for name in ("title", "body", "aside"):
        schema.add(name, fields.TEXT(analyzer=TermTokenizer(), phrase=True))
        schema.add(f"stem_{name}", fields.TEXT(analyzer=Stems(), phrase=False))
        schema.add(f"begin_{name}", fields.TEXT(analyzer=Beginnings(), phrase=False))
    index = FileStorage(str(tmp_path_factory.mktemp("theirs"))).create_index(schema)
    writer = index.writer(limitmb=256)
    for document in documents:
        body, _, aside = document.body.rpartition("\n")
        texts = {"title": document.title, "body": body, "aside": aside}
        given = {prefix + name: text for name, text in texts.items() for prefix in ("", "stem_", "begin_")}
        writer.add_document(id=document.id, day=date.fromisoformat(document.published).toordinal(), **given)
    writer.commit()
    return index.searcher(weighting=Weighting())


class Nobody:
    """No texts are asked for."""

    def article(self, id: int) -> Article:
        raise AssertionError(id)

    text = article

    def ids_in_state(self, state: str) -> list[int]:
        return []


def top(index: SearchIndex, text: str, sort: Sort = Sort.RELEVANCE) -> list[int]:
    return list(index.search(parse(text), Nobody(), sort=sort, limit=0).ids[:20])


def word(text: str) -> query.Query:
    term = next(analysis.tokens(text)).term.decode()
    parts = []
    for name, weight in (("title", TITLE), ("body", BODY), ("aside", ASIDE)):
        parts.append(query.Term(name, term, boost=weight))
        if len(term) > 3 and term.isalpha():
            parts.append(query.Term(f"stem_{name}", french_stem(term), boost=weight * FORMS))
    return query.Or(parts)


def phrase(text: str) -> query.Query:
    terms = [token.term.decode() for token in analysis.tokens(text)]
    weights = (("title", TITLE), ("body", BODY), ("aside", ASIDE))
    return query.Or([query.Phrase(name, terms, boost=weight) for name, weight in weights])


def beginning() -> query.Query:
    weights = (("title", TITLE), ("body", BODY), ("aside", ASIDE))
    return query.Or([query.Term(f"begin_{name}", PREFIX, boost=weight) for name, weight in weights])


CASES: dict[str, Callable[[], query.Query]] = {
    "régulation": lambda: word("régulation"),
    "sanctions": lambda: word("sanctions"),
    "amende régulation": lambda: query.And([word("amende"), word("régulation")]),
    "amende donnée modèle": lambda: query.And([word("amende"), word("donnée"), word("modèle")]),
    "amende OU annoncer OU interdie": lambda: query.Or([word("amende"), word("annoncer"), word("interdie")]),
    "amende -sanction": lambda: query.AndNot(word("amende"), word("sanction")),
    '"de la"': lambda: phrase("de la"),
    '"le et la"': lambda: phrase("le et la"),
    "titre:amende": lambda: query.Or([query.Term("title", "amende"), query.Term("stem_title", "amend", boost=FORMS)]),
    f"{PREFIX}*": beginning,
}


@pytest.mark.parametrize("text", CASES)
def test_the_same_best_articles_in_the_same_order(ours, theirs, text):
    expected = [hit["id"] for hit in theirs.search(CASES[text](), limit=20)]
    assert len(expected) >= 10
    assert top(ours, text) == expected


def test_the_same_with_a_filter_by_date(ours, theirs):
    first, last = date(2018, 1, 1), date(2020, 12, 31)
    allowed = query.NumericRange("day", first.toordinal(), last.toordinal())
    expected = [hit["id"] for hit in theirs.search(word("amende"), limit=20, filter=allowed)]
    assert top(ours, f"amende date:{first}..{last}") == expected


def test_the_same_by_date(ours, theirs):
    expected = [hit["id"] for hit in theirs.search(word("amende"), limit=20, sortedby="day", reverse=True)]
    assert top(ours, "amende", Sort.DATE) == expected


def test_the_same_words_within_one_edit(ours, theirs):
    fuzzy = query.Or([query.FuzzyTerm(name, "amande", maxdist=1) for name in ("title", "body", "aside")])
    expected = {hit["id"] for hit in theirs.search(fuzzy, limit=None)}
    assert set(ours.search(parse("amande~"), Nobody(), limit=0).ids) == expected


def test_whoosh_itself_reads_our_segments(ours, folder, theirs, documents):
    searcher = searching.Searcher(FileStorage(str(folder)).open_index().reader(), weighting=scoring.BM25F())
    for asked in (query.Term("body", "amende"), query.And([query.Term("body", "la"), query.Term("title", "amende")])):
        mine = [(documents[hit.docnum].id, round(hit.score, 6)) for hit in searcher.search(asked, limit=20)]
        stock = [(hit["id"], round(hit.score, 6)) for hit in theirs.search(asked, limit=20)]
        assert mine == stock
    mine_phrase = {documents[hit.docnum].id for hit in searcher.search(query.Phrase("body", ["de", "la"]), limit=None)}
    assert mine_phrase == {hit["id"] for hit in theirs.search(query.Phrase("body", ["de", "la"]), limit=None)}


def test_deleted_and_updated_articles_are_gone_for_whoosh_too(documents, tmp_path):
    index = SearchIndex.create(tmp_path / "index")
    index.write(documents[:50])
    index.write(documents[10:20], removed=[1, 2, 3])
    reader = FileStorage(str(tmp_path / "index")).open_index().reader()
    assert reader.doc_count() == 47
    assert {fields["id"] for fields in reader.all_stored_fields()} == set(range(4, 51))
    assert index.ids() == set(range(4, 51))


def test_a_token_says_where_it_stands():
    token = next(iter(TermTokenizer()("L’IA", positions=True, chars=True)))
    assert isinstance(token, Token)
    assert (token.text, token.pos, token.startchar, token.endchar) == ("l", 0, 0, 1)
