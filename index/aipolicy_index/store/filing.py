"""Putting articles into the store: which one a file becomes, and what is written of it."""

from __future__ import annotations

import json
from pathlib import Path

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Article, ArticleId
from aipolicy_index.records import article_record
from aipolicy_index.store.connection import Connection
from aipolicy_index.store.doing import bring_back
from aipolicy_index.store.sources import Digest, Filed, Signature, path_key


def file(db: Connection, path: Path, signature: Signature, digest: Digest, article: Article) -> tuple[ArticleId, Filed]:
    """Write an article, in the transaction that is open, and note its file. One that was removed comes back under its
    number, with what the reader did to it."""
    key = path_key(path)
    same = _find_same(db, key, digest, signature)
    if same is not None:
        return same, Filed.UNCHANGED
    id_ = _sole_article_of(db, key)
    outcome = Filed.ADDED if id_ is None else Filed.UPDATED
    id_ = _write_article(db, bring_back(db, digest) if id_ is None else id_, digest, article)
    _remember_source(db, key, id_, signature)
    return id_, outcome


def _find_same(db: Connection, key: str, digest: Digest, signature: Signature) -> ArticleId | None:
    for (id_,) in db.rows("SELECT id FROM article WHERE digest = ?", (digest,)):
        _remember_source(db, key, id_, signature)
        return int(id_)
    return None


def _remember_source(db: Connection, key: str, id_: ArticleId, signature: Signature) -> None:
    db.run("INSERT OR REPLACE INTO source (path, article, signature) VALUES (?, ?, ?)", (key, id_, str(signature)))


def _sole_article_of(db: Connection, key: str) -> ArticleId | None:
    """The article that stands in this file and in no other: the one that a changed file updates."""
    query = (
        "SELECT article FROM source WHERE path = ?1"
        " AND NOT EXISTS (SELECT 1 FROM source other WHERE other.article = source.article AND other.path != ?1)"
    )
    return next((row[0] for row in db.rows(query, (key,))), None)


def _write_article(db: Connection, id_: ArticleId | None, digest: Digest, article: Article) -> ArticleId:
    outlet_key = fold(article.outlet) if article.outlet else ""
    values = (
        digest,
        article.display_title,
        fold(article.display_title),
        article.title is None,
        article.outlet,
        outlet_key,
        article.published,
        article.provenance.get("published"),
        article.language,
    )
    if id_ is None:
        id_ = db.run(
            "INSERT INTO article (digest, display_title, title_key, title_derived, outlet, outlet_key, published,"
            " published_from, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            values,
        )
    else:
        db.run(
            "UPDATE article SET digest = ?, display_title = ?, title_key = ?, title_derived = ?, outlet = ?,"
            " outlet_key = ?, published = ?, published_from = ?, language = ?, facts_version = 0 WHERE id = ?",
            (*values, id_),
        )
    record = json.dumps(article_record(article), ensure_ascii=False)
    db.run("INSERT OR REPLACE INTO content (article, record) VALUES (?, ?)", (id_, record))
    return id_
