"""The actions worth reporting: at most eight, the best of each sentence, named actors and the lead first."""

from __future__ import annotations

from collections.abc import Sequence

from aipolicy_index.facts.actions.candidates import Candidate, candidates
from aipolicy_index.facts.actions.weighing import LEAST, first_of_body, weigh
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.page import Page
from aipolicy_index.model import ActionDetails, Fact, FactKind, Span

MOST = 8
"""How many actions an article has at most: a reporter reads no more."""
MAX_LINE = 160


def find(page: Page, discourse: Discourse, quotes: Sequence[Fact]) -> list[Fact]:
    """The actions of a page, the most newsworthy first."""
    best: dict[Span, tuple[float, Candidate]] = {}
    first = first_of_body(page)
    for candidate in candidates(discourse, quotes):
        weight = weigh(page, discourse, candidate, first)
        span = discourse.sentences[candidate.number].span
        if weight >= LEAST and weight > best.get(span, (0.0, candidate))[0]:
            best[span] = weight, candidate
    ranked = sorted(best.values(), key=lambda pair: -pair[0])[:MOST]
    return [_fact(page, discourse, candidate) for _, candidate in ranked]


def _fact(page: Page, discourse: Discourse, candidate: Candidate) -> Fact:
    span = discourse.sentences[candidate.number].span
    details = ActionDetails(
        actor=candidate.actor.name if candidate.actor else None,
        action=candidate.kind,
        object=_line(page, candidate.object) if candidate.object else None,
        modality=candidate.modality,
    )
    rule = f"action.{candidate.form}.{candidate.kind.value}"
    text = page.text[span.start : span.end]
    return Fact(FactKind.ACTION, text, span.start, span.end, _line(page, span), details, (span,), rule)


def _line(page: Page, span: Span) -> str:
    """The words of the span on one line, cut at a word."""
    line = " ".join(page.text[span.start : span.end].split())
    return line if len(line) <= MAX_LINE else line[:MAX_LINE].rsplit(" ", 1)[0] + "…"
