"""Tags in a query: those that no article has, with what may have been meant; those that complete what is typed."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.model import Diagnostic
from aipolicy_index.query import Query
from aipolicy_index.query.completing import Completion, begun
from aipolicy_index.query.describe import tag_as_typed
from aipolicy_index.query.nodes import Form, Tagged, leaves
from aipolicy_index.query.tags import begins, tag_key
from aipolicy_index.store import Store


def unknown_tags(store: Store, query: Query) -> tuple[Diagnostic, ...]:
    """A remark on each tag of the query that no article has; `near`: the one that may have been meant."""
    return tuple(
        Diagnostic("query.unknown_tag", node.span, {"tag": node.tag, "near": _nearest(store, node.tag)})
        for node in _tags(query)
        if not store.tags_meant(node.tag, begun=node.form is not Form.ANY)
    )


def _tags(query: Query) -> Iterator[Tagged]:
    return (node for node, _ in leaves(query.root) if isinstance(node, Tagged))


def _nearest(store: Store, tag: str) -> str:
    """The tag in use that begins so, else the one most like it; empty where none is."""
    from difflib import get_close_matches

    if longer := store.tags_meant(tag, begun=True):
        return min(longer, key=len)
    known = {tag_key(name): name for name in store.tags()}
    close = get_close_matches(tag_key(tag), known, 1)
    return known[close[0]] if close else ""


def with_known_tags(query: Query, unknown: tuple[Diagnostic, ...], language: str) -> str | None:
    """The query as it would be typed with the tags that may have been meant; None where that changes nothing."""
    text = query.text
    for note in sorted(unknown, key=lambda note: note.span, reverse=True):
        if near := note.values["near"]:
            text = text[: note.span.start] + tag_as_typed(near, language) + text[note.span.end :]
    return text if text != query.text else None


def tag_completions(store: Store, typed: str, language: str, limit: int) -> tuple[Completion, ...] | None:
    """The tags that may stand where the typed text ends, those of most articles first; None where no tag is begun."""
    last = begun(typed)
    if last is None or last.field != "tag":
        return None
    counts = {name: count for name, count in store.tag_counts().items() if begins(name, last.text)}
    ranked = sorted(counts, key=lambda name: -counts[name])
    return tuple(Completion(tag_as_typed(name, language), last.span, counts[name]) for name in ranked[:limit])
