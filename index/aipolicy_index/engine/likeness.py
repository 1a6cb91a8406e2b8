"""More like this: the articles that share the most telling words of one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from aipolicy_index.engine import layout, ordering
from aipolicy_index.engine.analysis import CHUNK, Term, analysed
from aipolicy_index.engine.answers import Answer
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.picks import OneTerm
from aipolicy_index.engine.scopes import Found, Scope, Tally
from aipolicy_index.engine.scoring import Scoring
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.engine.stemming import stem
from aipolicy_index.model import Article, ArticleId, Sort, ZoneKind
from aipolicy_index.query.names import untelling_words

_TELLING = 24
"""How many words stand for an article."""
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Similar:
    """An article near another, and the words that they share, the most telling first."""

    id: ArticleId
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    term: bytes
    word: str
    weight: float


def similar(snapshot: Snapshot, scoring: Scoring, id: ArticleId, article: Article, limit: int) -> tuple[Similar, ...]:
    """The articles nearest to this one, the nearest first; it is not among them."""
    telling = _telling(snapshot, article)
    tally = Tally(Scope(None, snapshot.size))
    for each in telling:
        for field, weight in ((layout.TITLE, scoring.title), (layout.BODY, scoring.body)):
            pick = OneTerm(each.term)
            lists = snapshot.holders(field, pick)
            for held in lists:
                factor = scoring.factor(snapshot, field, pick, lists, weight * each.weight)
                tally.add(held, scoring.norms(snapshot, field), factor)
    answer = Answer.of(tally.scope, _others(snapshot, tally.found(), id))
    docs, scores = ordering.first(snapshot, answer, Sort.RELEVANCE, limit)
    ids, shared = snapshot.ids[docs].tolist(), _shared(snapshot, telling, docs, article.language)
    return tuple(Similar(*each) for each in zip(ids, scores.tolist(), shared, strict=True))


def _others(snapshot: Snapshot, found: Found, id: ArticleId) -> Found:
    found.held &= snapshot.ids != id
    if snapshot.live is not None:
        found.held &= snapshot.live
    return found


def _telling(snapshot: Snapshot, article: Article) -> list[_Telling]:
    counts, words = _counted(article)
    terms = list(counts)
    frequencies = snapshot.document_frequencies(layout.BODY, terms).tolist() if terms else []
    weighed = [
        _Telling(term, words[term], (1 + log(counts[term])) * log(1 + snapshot.size / frequency))
        for term, frequency in zip(terms, frequencies, strict=True)
        if 1 < frequency <= max(2, snapshot.size // 3)
    ]
    weighed.sort(key=lambda each: (-each.weight, each.term))
    top = weighed[:_TELLING]
    return [_Telling(each.term, each.word, each.weight / top[0].weight) for each in top]


def _counted(article: Article) -> tuple[Counter[bytes], dict[bytes, str]]:
    """How often each term stands in the article, and how it is first written; nothing untelling, no bare numbers."""
    silent = article.zone_spans(ZoneKind.FURNITURE)
    chunks = Counter(
        chunk.group()
        for chunk in CHUNK.finditer(article.text)
        if not any(span.start <= chunk.start() < span.end for span in silent)
    )
    counts: Counter[bytes] = Counter()
    words: dict[bytes, str] = {}
    for chunk, count in chunks.items():
        for term in _outermost(analysed(chunk).terms):
            if len(term.text) > 2 and not term.text.isdigit() and term.text.decode() not in untelling_words():
                counts[term.text] += count
                words.setdefault(term.text, chunk[term.start : term.end])
    return counts, words


def _outermost(terms: Sequence[Term]) -> Iterator[Term]:
    """The terms that are no part of a longer one: Rhône-Alpes, and neither Rhône nor Alpes besides."""
    for term in terms:
        if not any(
            other.start <= term.start and term.end <= other.end and len(other.text) > len(term.text) for other in terms
        ):
            yield term


def _shared(snapshot: Snapshot, telling: list[_Telling], docs: Array, language: str) -> list[tuple[str, ...]]:
    """For each of the articles the words that it shares; of the forms of a word the most telling alone."""
    shared: list[dict[str, str]] = [{} for _ in range(len(docs))]
    places = np.argsort(docs).tolist()
    scope = Scope(np.sort(docs).astype(np.uint32), snapshot.size)
    for each in telling:
        word = stem(each.term.decode(), language)
        for held in snapshot.holders(layout.BODY, OneTerm(each.term)):
            for at in np.flatnonzero(scope.mask_of(held.docs)).tolist():
                shared[places[at]].setdefault(word, each.word)
    return [tuple(words.values())[:_SHOWN] for words in shared]
