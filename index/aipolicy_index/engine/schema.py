"""The fields as Whoosh's schema names them, and the analysis as one of its analysers."""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from whoosh import fields
from whoosh.analysis.acore import Token
from whoosh.analysis.tokenizers import Tokenizer

from aipolicy_index.engine import analysis, layout


class TermTokenizer(Tokenizer):
    """Our terms, for Whoosh's own query and index code."""

    def __call__(self, value: str, positions: bool = False, chars: bool = False, **given: Any) -> Iterator[Token]:
        """The terms of a text, as Whoosh's tokens."""
        token = Token(positions, chars, mode=given.get("mode", ""))
        for term in analysis.tokens(value):
            token.text, token.pos = term.term.decode(), term.position
            token.startchar, token.endchar = term.start, term.end
            token.stopped, token.boost = False, 1.0
            yield token


def schema() -> fields.Schema:
    """The schema of every index."""
    named: dict[str, Any] = {"id": fields.STORED()}
    for name in layout.POSITIONAL:
        named[name] = fields.TEXT(analyzer=TermTokenizer(), phrase=True)
    for name in (layout.FORMS, layout.NAMES, layout.MONEY, layout.MENTIONS, *layout.DERIVED):
        named[name] = fields.ID()
    return fields.Schema(**named)
