"""What may be typed next where the articles must be asked: the names that they hold."""

from __future__ import annotations

from aipolicy_index.engine import layout
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.language.matching import fold
from aipolicy_index.query.completing import Begun, Completion, begun, completions_without_articles

_SHORTEST = 2
"""Letters from which the later words of a name are looked at, too."""
_MOST_READ = 50_000
"""Names of a field above which only their beginnings are looked up: reading all of them would take too long."""


def completions(snapshot: Snapshot, typed: str, language: str, limit: int) -> tuple[Completion, ...]:
    """What may stand where the typed text ends; names of the articles come with the most frequent first."""
    known = completions_without_articles(typed, language)
    if known is not None:
        return known[:limit]
    last = begun(typed)
    if last is None:
        return ()
    begun_so, field = fold(last.text).encode(), last.field.encode() + b"\0"
    if len(last.text) < _SHORTEST or _terms(snapshot, field) > _MOST_READ:
        return _names(snapshot, last, field + begun_so, b"")[:limit]
    return _names(snapshot, last, field, begun_so)[:limit]


def _terms(snapshot: Snapshot, prefix: bytes) -> int:
    ranges = (postings.beginning(prefix) for postings in snapshot.fields(layout.NAMES))
    return sum(end - first for first, end in ranges)


def _names(snapshot: Snapshot, last: Begun, prefix: bytes, within: bytes) -> tuple[Completion, ...]:
    """The names whose terms begin with `prefix`, and a word of which begins with `within`, the most frequent first."""
    counts: dict[str, int] = {}
    for postings in snapshot.fields(layout.NAMES):
        first, end = postings.beginning(prefix)
        terms = postings.lexicon[first:end].tolist()
        for term, count in zip(terms, postings.counts(first, end).tolist(), strict=True):
            _, folded, written = term.split(b"\0", 2)
            if not within or folded.startswith(within) or b" " + within in folded:
                shown = written.decode(errors="ignore")
                counts[shown] = counts.get(shown, 0) + count
    ranked = sorted(counts, key=lambda shown: (-counts[shown], shown))
    return tuple(Completion(f'"{shown}"' if " " in shown else shown, last.span, counts[shown]) for shown in ranked)
