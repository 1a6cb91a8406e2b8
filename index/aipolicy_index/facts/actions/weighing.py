"""How newsworthy an action is: its verb, who acts, where it stands, how sure it is."""

from __future__ import annotations

from aipolicy_index.facts.actions.candidates import Candidate
from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.page import Page
from aipolicy_index.model import ActionKind, FactKind, Modality, ZoneKind

LEAST = 3.0
"""What weighs less is no news (chosen on the development half of the gold set)."""
_PENALTIES = {
    Modality.CONDITIONAL: 0.4,
    Modality.NEGATED: 0.8,
}


def weigh(page: Page, discourse: Discourse, candidate: Candidate) -> float:
    """The weight of a candidate; 0 in headlines and headings."""
    sentence = discourse.sentences[candidate.number]
    if _is_heading(page, sentence) or (candidate.actor is None and candidate.form != "norm"):
        return 0.0
    weight = float(candidate.weight) + _actor(candidate)
    if candidate.kind in (ActionKind.ANNOUNCE, ActionKind.OTHER):
        weight -= 0.5
    weight -= _PENALTIES.get(candidate.modality, 0.0)
    weight -= _form(candidate)
    if sentence.voice is not None and not _first_person(sentence):
        weight -= 0.8
    if any(sentence.span.overlaps(zone) for zone in page.article.zone_spans(ZoneKind.STANDFIRST)):
        weight -= 1.5
    return weight + max(0.0, 1.0 - 0.1 * sentence.paragraph)


def _is_heading(page: Page, sentence: Sentence) -> bool:
    zones = page.article.zone_spans(ZoneKind.TITLE, ZoneKind.HEADING)
    if any(sentence.span.overlaps(zone) for zone in zones):
        return True
    line = page.paragraphs[sentence.paragraph]
    ended = page.plain[line.end - 1] in '.!?…»”":;)'
    return not ended and line.end - line.start < 120


def _actor(candidate: Candidate) -> float:
    if candidate.actor is None:
        return 0.0
    if candidate.actor.entity is None:
        return 0.8
    return 1.5 if candidate.actor.entity.kind is FactKind.ORGANISATION else 1.2


def _form(candidate: Candidate) -> float:
    if candidate.group.tense in FINITE or candidate.group.governor:
        return 0.0
    agent = candidate.form == "passive" and candidate.actor is not None
    return 0.0 if agent else 0.3 if candidate.group.tense is Tense.GERUND else 0.6


def _first_person(sentence: Sentence) -> bool:
    return any(word in ("nous", "je", "j'", "we", "i") for word in sentence.lower)
