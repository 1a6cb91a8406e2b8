"""The actions worth reporting: at most eight, the best of each sentence, named actors and the lead first."""

from __future__ import annotations

from collections.abc import Sequence

from aipolicy_index.facts.actions.candidates import Candidate, candidates
from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.page import Page
from aipolicy_index.model import ActionDetails, ActionKind, Fact, FactKind, Modality, Span, ZoneKind

MOST = 8
"""How many actions an article has at most (CONVENTIONS)."""
LEAST_SCORE = 3.0
MAX_LINE = 160


def find(page: Page, entities: Entities, discourse: Discourse, quotes: Sequence[Fact]) -> list[Fact]:
    """The actions of a page, the most newsworthy first."""
    scored: dict[int, tuple[float, Candidate]] = {}
    for candidate in candidates(discourse, quotes, page.plain):
        score = _score(page, discourse, candidate)
        if score >= LEAST_SCORE and score > scored.get(candidate.number, (0.0, candidate))[0]:
            scored[candidate.number] = (score, candidate)
    best = sorted(scored.values(), key=lambda pair: -pair[0])[:MOST]
    return [_fact(page, discourse, candidate) for _, candidate in best]


def _score(page: Page, discourse: Discourse, candidate: Candidate) -> float:
    sentence = discourse.sentences[candidate.number]
    if any(sentence.span.overlaps(zone) for zone in page.article.zone_spans(ZoneKind.TITLE, ZoneKind.HEADING)):
        return 0.0
    score = float(candidate.rule.weight)
    if candidate.rule.kind in (ActionKind.ANNOUNCE, ActionKind.OTHER):
        score -= 0.5
    if candidate.actor and candidate.actor.entity:
        score += 1.5 if candidate.actor.entity.kind is FactKind.ORGANISATION else 1.0
    elif candidate.actor_name:
        score += 1.0
    elif candidate.actor is None:
        score -= 1.0
    if candidate.group.tense not in FINITE:
        score -= 0.6 if candidate.group.tense is not Tense.INFINITIVE else 0.3
    if sentence.voice is not None:
        score -= 1.0
    if candidate.modality in (Modality.CONDITIONAL, Modality.NEGATED):
        score -= 0.5
    return score + max(0.0, 1.0 - 0.1 * sentence.paragraph)


def _fact(page: Page, discourse: Discourse, candidate: Candidate) -> Fact:
    sentence = discourse.sentences[candidate.number]
    span = sentence.span
    details = ActionDetails(
        actor=candidate.actor_name or _written(page, candidate),
        action=candidate.rule.kind,
        object=_line(page, candidate.object) if candidate.object else None,
        modality=candidate.modality,
    )
    rule = f"action.{'passive' if candidate.group.passive else 'active'}.{candidate.rule.kind.value}"
    return Fact(
        FactKind.ACTION,
        page.text[span.start : span.end],
        span.start,
        span.end,
        _line(page, span),
        details,
        (span,),
        rule,
    )


def _written(page: Page, candidate: Candidate) -> str | None:
    span = candidate.actor.span if candidate.actor else None
    return page.text[span.start : span.end] if span else None


def _line(page: Page, span: Span) -> str:
    """The words of the span on one line, cut at a word."""
    line = " ".join(page.text[span.start : span.end].split())
    return line if len(line) <= MAX_LINE else line[:MAX_LINE].rsplit(" ", 1)[0] + "…"
