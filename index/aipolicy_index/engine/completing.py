"""What may be typed next: names of fields, and the names that the articles hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aipolicy_index.engine import layout
from aipolicy_index.engine.snapshot import Snapshot
from aipolicy_index.language.matching import fold
from aipolicy_index.model import Span
from aipolicy_index.query.names import field_names, fields_beginning

_LAST = re.compile(r"(?:([^\W\d_]+):)?(?:[\"«“]\s?)?([^\s:\"«»“”()]*|(?<=[\"«“])[^\"»”]*)$")
_STATES = ("unread", "starred", "read")


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` may replace `span` of what was typed; `count` articles hold it (0 for a field's name)."""

    text: str
    span: Span
    count: int = 0


def completions(snapshot: Snapshot, typed: str, language: str, limit: int) -> tuple[Completion, ...]:
    """What may stand where the typed text ends, the most frequent first."""
    match = _LAST.search(typed)
    if match is None:
        return ()
    name, begun = match.groups()
    span = Span(match.start(2), match.end(2))
    if name is None:
        names = fields_beginning(begun, language) if len(begun) > 1 else ()
        return tuple(Completion(f"{each}:", span) for each in names[:limit])
    field = field_names().get(fold(name))
    if field is None:
        return ()
    value = Span(match.end(1) + 1, match.end())
    if field.target == "state":
        return tuple(Completion(state, value) for state in _STATES if state.startswith(fold(begun)))
    return _names(snapshot, field.target, begun, value)[:limit]


def _names(snapshot: Snapshot, field: str, begun: str, span: Span) -> tuple[Completion, ...]:
    counts: dict[str, int] = {}
    prefix = field.encode() + b"\0" + fold(begun).encode()
    for postings in snapshot.fields(layout.NAMES):
        first, last = postings.beginning(prefix)
        for term, count in zip(
            postings.lexicon[first:last].tolist(), postings.counts(first, last).tolist(), strict=True
        ):
            shown = term.rpartition(b"\0")[2].decode(errors="ignore")
            counts[shown] = counts.get(shown, 0) + count
    ranked = sorted(counts, key=lambda shown: (-counts[shown], shown))
    return tuple(Completion(f'"{shown}"' if " " in shown else shown, span, counts[shown]) for shown in ranked)
