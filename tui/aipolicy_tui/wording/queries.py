"""What is said of a query: how it could be asked more loosely, what was odd about it."""

from __future__ import annotations

from aipolicy_index.model import Diagnostic
from aipolicy_tui.messages import explain


def looser(query: str) -> str | None:
    """The query with its words matched within one letter; None where that changes nothing."""
    from aipolicy_index.query import parse
    from aipolicy_index.query.relaxing import within_one_edit

    loose = within_one_edit(parse(query))
    return loose if loose != query else None


def diagnostic_words(diagnostic: Diagnostic) -> str:
    """What is to be told about the query, in the chosen language."""
    return explain(diagnostic.code, diagnostic.values)
