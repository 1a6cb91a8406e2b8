"""Questions that the search index answers: what was typed is read here, and what comes back is completed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from time import perf_counter

from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.engine.marking import asks_of_facts
from aipolicy_index.engine.snippets import Snippets, passage
from aipolicy_index.library.tagging import unknown_tags, with_known_tags
from aipolicy_index.model import ArticleId, Diagnostic, Hit, Results, Sort, Span
from aipolicy_index.query import Query, parse
from aipolicy_index.query.relaxing import any_of, looser
from aipolicy_index.query.synonyms import default_synonyms, searched_besides
from aipolicy_index.store import Store

_BEGINNINGS = " -–=(@~"
"""What may stand before the first letter of a query."""


def search(
    index: SearchIndex,
    store: Store,
    query: str,
    *,
    typing: bool,
    language: str,
    sort: Sort,
    within: Collection[int] | None,
    offset: int,
    limit: int,
    cancelled: Callable[[], bool],
) -> Results:
    """What answers a query, with the names that synonyms added to it."""
    parsed = parse(query, today=date.today(), typing=typing, language=language)
    if parsed.root is None and query.strip():
        return _nothing(parsed)

    def ask(asked: Query, limit: int) -> Results:
        return index.search(
            asked, store, sort=sort, within=within, offset=offset, limit=limit, cancelled=cancelled, language=language
        )

    results = ask(parsed, limit)
    if results.correction is None and (not results.total or results.relaxed):
        results = results._replace(correction=_looser(parsed, lambda asked: ask(asked, 0)))
    synonyms = index.synonyms or default_synonyms()
    if asks_of_facts(parsed.root):
        results = results._replace(hits=tuple(_showing_facts(index, store, parsed, hit) for hit in results.hits))
    unknown = unknown_tags(store, parsed)
    return results._replace(
        diagnostics=results.diagnostics + unknown,
        correction=results.correction or with_known_tags(parsed, unknown, language),
        also=searched_besides(synonyms.with_others(parsed.root)),
    )


def _nothing(parsed: Query) -> Results:
    """The answer where nothing that was typed can be searched; what is being typed may only have begun."""
    query = parsed.text
    begun = parsed.typing and not query.strip(_BEGINNINGS)
    notes = parsed.diagnostics or (() if begun else (Diagnostic("query.no_words", Span(0, len(query))),))
    return Results(query, "", notes, 0, (), ())


def _looser(parsed: Query, ask: Callable[[Query], Results]) -> str | None:
    """The nearest query that asks for less and finds something, or would with its words corrected; None for none."""
    found: Results | None = None
    for text in looser(parsed):
        found = ask(parse(text, today=date.today()))
        if found.total and not found.relaxed:
            return text
    return found.correction if found else None


def _showing_facts(index: SearchIndex, store: Store, parsed: Query, hit: Hit) -> Hit:
    """The hit with the passage in which the facts stand that were asked for."""
    article = store.article(hit.id)
    parts = index.marked_parts(parsed, article, store.facts(hit.id) or ())
    return hit._replace(snippet=passage(article.text, parts)) if any(parts) else hit


def marks(index: SearchIndex, store: Store, query: str, id_: ArticleId, *, typing: bool) -> tuple[Span, ...]:
    """Where the words of a query stand in the text of an article."""
    parsed = parse(query, today=date.today(), typing=typing)
    return index.marks(parsed, store.article(id_), store.facts(id_) or ())


def similar(index: SearchIndex, store: Store, id_: ArticleId, limit: int) -> Results:
    """The articles nearest to one, each with the words that they share and a passage that has most of these."""
    started = perf_counter()
    hits = []
    for near in index.similar(id_, store, limit):
        article = store.article(near.id)
        snippet = Snippets(parse(any_of(near.words))).of(article.text, article.language)
        hits.append(Hit(near.id, near.score, snippet, near.words))
    ids = tuple(hit.id for hit in hits)
    return Results("", "", (), len(ids), ids, tuple(hits), seconds=perf_counter() - started)
