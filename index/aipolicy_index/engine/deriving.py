"""What is derived from the postings of a field when it is written: all forms of a word as one list, and beginnings."""

from __future__ import annotations

import numpy as np

from aipolicy_index.engine import layout
from aipolicy_index.engine.arrays import Array
from aipolicy_index.engine.postings import SATURATED, Postings
from aipolicy_index.engine.stemming import is_inflected, stem


def stems(postings: Postings, languages: Array) -> Postings | None:
    """The lists of the stems of a field's words, each document's words by its own language (one number a document)."""
    words = postings.lexicon.tolist()
    inflected = [at for at, word in enumerate(words) if word.isalpha() and is_inflected(word.decode())]
    if not inflected:
        return None
    numbers: dict[bytes, int] = {}
    table = np.full((len(layout.LANGUAGES), len(words)), -1)
    for row, language in enumerate(layout.LANGUAGES):
        for at in inflected:
            stemmed = layout.stem_term(stem(words[at].decode(), language), language)
            table[row, at] = numbers.setdefault(stemmed, len(numbers))
    return _listed(postings, table[languages[postings.docs], _terms(postings)], numbers)


def beginnings(postings: Postings) -> Postings | None:
    """The lists of the first bytes of a field's words."""
    numbers: dict[bytes, int] = {}
    starts = [word[: layout.BEGINNING] for word in postings.lexicon.tolist()]
    table = np.array([numbers.setdefault(start, len(numbers)) for start in starts], np.int64)
    return _listed(postings, table[_terms(postings)], numbers)


def _terms(postings: Postings) -> Array:
    """The number of the term of every posting."""
    return np.repeat(np.arange(len(postings.lexicon)), postings.counts(0, len(postings.lexicon)))


def _listed(postings: Postings, group: Array, numbers: dict[bytes, int]) -> Postings | None:
    """The postings by other terms, those of one document added; a group of -1 is left out."""
    lexicon = np.array(list(numbers), "S")
    order = np.argsort(lexicon)
    rank = np.empty(len(order) + 1, np.int64)
    rank[order], rank[-1] = np.arange(len(order)), -1
    size = int(postings.docs.max(initial=0)) + 1
    key, freqs = _sorted(rank[group] * size + postings.docs, postings.frequencies(0, len(postings.docs)))
    first = int(np.searchsorted(key, 0))
    key, freqs = key[first:], freqs[first:]
    if not len(key):
        return None
    fresh = np.flatnonzero(np.diff(key, prepend=-1))
    total = np.add.reduceat(freqs, fresh)
    large = np.flatnonzero(total >= SATURATED)
    used, starts = np.unique(key[fresh] // size, return_index=True)
    return Postings(
        lexicon=lexicon[order][used],
        starts=np.append(starts, len(fresh)).astype(np.uint64),
        docs=(key[fresh] % size).astype(np.uint32),
        freqs=np.minimum(total, SATURATED).astype(np.uint8),
        larger=large.astype(np.uint64),
        larger_freqs=total[large].astype(np.uint32),
        position_starts=np.zeros(0, np.uint64),
        positions=np.zeros(0, np.uint32),
        bases=np.zeros(0, np.uint32),
    )


def _sorted(key: Array, freqs: Array) -> tuple[Array, Array]:
    """Keys in order and their frequencies: in one number each where that has room, which sorts ten times as fast."""
    freqs = freqs.astype(np.int64)
    bits = int(freqs.max(initial=0)).bit_length()
    if int(key.max(initial=0)).bit_length() + bits < 63:
        packed = np.sort((key << bits) | freqs)
        return packed >> bits, packed & ((1 << bits) - 1)
    order = np.argsort(key)
    return key[order], freqs[order]
