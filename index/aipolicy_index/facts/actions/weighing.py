"""How newsworthy an action is: its verb, who acts, where it stands, how sure it is."""

from __future__ import annotations

import re

from aipolicy_index.facts.actions.background import background
from aipolicy_index.facts.actions.candidates import Candidate
from aipolicy_index.facts.actions.modality import hypothetical
from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.lexicon import inquit
from aipolicy_index.facts.grammar.phrases import opening
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import QUOTED, Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.grammar.subjects import modified, subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.page import Page
from aipolicy_index.model import ActionKind, FactKind, Modality, ZoneKind

LEAST = 3.0
"""What weighs less is no news (chosen on the development half of the gold set, as are the weights below)."""
_PENALTIES = {Modality.CONDITIONAL: 0.4, Modality.NEGATED: 0.6}
WEAK_KIND, QUOTED_VOICE, STANDFIRST, INQUIT, SUBORDINATE, SUMMARY, LONG_AGO = 0.5, 0.8, 2.0, 1.5, 0.7, 1.2, 0.7
MEDIUM_REPORTS = 1.5
OWN_VOICE = 0.3
CLAUSE = 14
"""How many words a relative clause may have before its verb."""
EMBEDDED, PURPOSE, HYPOTHETICAL, NAMED_RELATIVE = 1.2, 1.0, 1.0, 0.4
THING_RELATIVE, BEHIND_COMMA = 1.2, 0.5
_HEADS = (ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.STANDFIRST)
_ACTING = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE)
SHORT_LINE = 120
"""Shorter lines at the top are furniture of the head."""
LEAD, LATER = 1.0, 0.1
"""What the first paragraph adds, and what each further one takes from that."""
_SUMMARY = re.compile(
    r"(?:ce qu'il faut retenir|à retenir|l'essentiel|en bref|en résumé|key takeaways|in brief)\b", re.I
)
_YEAR_FIRST = re.compile(r"(?:en|in) (?:[^\W\d_]+ )?(\d{4})\b", re.I)
YEAR_REACH = 40
"""Within how many characters around its verb a year tells when an action was done."""


def weigh(page: Page, discourse: Discourse, candidate: Candidate, first: int) -> float:
    """The weight of a candidate in a body that begins with paragraph `first`; 0 in headlines, headings, questions."""
    sentence = discourse.sentences[candidate.number]
    if _tells_nothing(page, sentence) or (candidate.actor is None and candidate.form != "norm"):
        return 0.0
    weight = float(candidate.weight) + _actor(candidate) - _form(sentence, candidate) - _doubt(candidate)
    aside = max(_clause(sentence, candidate), background(sentence, candidate))
    weight -= _place(page, sentence) + aside + _long_ago(page, sentence, candidate)
    return weight + max(0.0, LEAD - LATER * max(0, sentence.paragraph - first))


def first_of_body(page: Page) -> int:
    """Number of the first paragraph of the article itself, behind titles and standfirst."""
    for number, line in enumerate(page.paragraphs):
        if line.end - line.start > SHORT_LINE and not page.touching(line, *_HEADS):
            return number
    return 0


def _tells_nothing(page: Page, sentence: Sentence) -> bool:
    return _is_heading(page, sentence) or page.plain[sentence.span.end - 1] == "?"


def _doubt(candidate: Candidate) -> float:
    """What a weak kind, an uncertain modality, a medium that only reports take away."""
    doubt = _PENALTIES.get(candidate.modality, 0.0)
    if candidate.kind in (ActionKind.ANNOUNCE, ActionKind.OTHER):
        doubt += WEAK_KIND
    entity = candidate.actor.entity if candidate.actor else None
    reports = candidate.kind in (ActionKind.ANNOUNCE, ActionKind.OTHER, ActionKind.LAUNCH)
    return doubt + (MEDIUM_REPORTS if reports and entity and entity.category == MEDIUM else 0.0)


def _place(page: Page, sentence: Sentence) -> float:
    """What a standfirst, a summary, a quotation, an opening in former years take away."""
    doubt = 0.0
    if page.touching(sentence.span, ZoneKind.STANDFIRST):
        doubt += STANDFIRST
    if sentence.voice is not None:
        doubt += OWN_VOICE if _first_person(sentence) else QUOTED_VOICE
    if _in_summary(page, sentence):
        doubt += SUMMARY
    return doubt


def _long_ago(page: Page, sentence: Sentence, candidate: Candidate) -> float:
    """What a year long before publication, at the head of the sentence or behind the verb, takes away."""
    if not page.anchor or candidate.modality is not Modality.DONE:
        return 0.0
    behind = sentence.words[candidate.group.last].end
    places = (
        _YEAR_FIRST.match(page.plain, sentence.span.start),
        _YEAR_FIRST.search(page.plain, behind, min(sentence.span.end, behind + YEAR_REACH)),
    )
    years = [int(place[1]) for place in places if place]
    return LONG_AGO if years and min(years) < int(page.anchor[:4]) - 1 else 0.0


def _in_summary(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence is an item of a list that sums the article up."""
    for number in range(sentence.paragraph - 1, max(-1, sentence.paragraph - 7), -1):
        line = page.paragraphs[number]
        if _SUMMARY.match(page.plain, line.start):
            return True
        if page.plain[line.end - 1] not in ".;:" or page.plain[line.start] not in "•-–*·●▪💡✓":
            return False
    return False


def _clause(sentence: Sentence, candidate: Candidate) -> float:
    """What a subordinate clause takes away, and a verb that only says who spoke the quotation before it."""
    first = candidate.group.first
    if QUOTED in sentence.lower[max(0, first - 3) : first] and candidate.group.lemma in inquit(sentence.language):
        return INQUIT if candidate.kind is not ActionKind.LAUNCH else float(candidate.weight)
    pronoun = _relative(sentence, first)
    if pronoun and (kind := _named_antecedent(sentence, pronoun)):
        return NAMED_RELATIVE if kind in _ACTING else THING_RELATIVE
    relative = pronoun is not None
    if _in_object_clause(sentence, candidate.group):
        return SUBORDINATE
    if hypothetical(sentence, candidate.group):
        return HYPOTHETICAL
    if relative or (candidate.group.tense is Tense.GERUND and modified(sentence, candidate.group)):
        return SUBORDINATE
    opens = sentence.lower[0] in ("alors", "tandis", "si", "quand", "lorsque", "while", "if", "when", "as", "although")
    before_comma = "," not in sentence.lower[:first]
    return SUBORDINATE if opens and before_comma else 0.0


def _in_object_clause(sentence: Sentence, group: VerbGroup) -> bool:
    """« un terme qu'Israël rejette »: a clause that tells of a noun, no verb of saying before its « que »."""
    phrase = subject(sentence, group) if group.finite else None
    at = phrase.first - 1 if phrase and phrase.last < group.first else -1
    if at < 1 or sentence.lower[at] not in ("que", "qu'", "dont", "whom"):
        return False
    return sentence.lower[at - 1] != "," and not any(one.last in (at - 1, at - 2) for one in sentence.groups)


def _relative(sentence: Sentence, first: int) -> int | None:
    """The « qui » whose clause holds a verb, no comma between."""
    for index in range(first - 1, max(-1, first - CLAUSE), -1):
        if sentence.lower[index] in (",", ";", ":", ")", QUOTED):
            return None
        if sentence.lower[index] in ("qui", "who", "which"):
            return index
        if sentence.lower[index] == "that" and index == first - 1:
            return None if any(group.last == index - 1 for group in sentence.groups) else index
    return None


def _named_antecedent(sentence: Sentence, relative: int) -> FactKind | None:
    """« la Ligue, qui avait porté plainte »: the kind of who or what is named and the clause tells of."""
    before = relative - 1 if relative and sentence.lower[relative - 1] != "," else relative - 2
    if before >= 0 and sentence.lower[before] == ")":
        before = opening(sentence, before) - 1
    name = sentence.names[before] if before >= 0 else None
    return name.entity.kind if name else None


def _is_heading(page: Page, sentence: Sentence) -> bool:
    if page.touching(sentence.span, ZoneKind.TITLE, ZoneKind.HEADING):
        return True
    line = page.paragraphs[sentence.paragraph]
    ended = page.plain[line.end - 1] in '.!?…»”":;)'
    return not ended and line.end - line.start < 120


def _actor(candidate: Candidate) -> float:
    if candidate.actor is None:
        return 0.0
    if candidate.actor.entity is None:
        return 0.8
    powers = (FactKind.ORGANISATION, FactKind.PLACE)
    return 1.5 if candidate.actor.entity.kind in powers else 1.2


def _embedded(sentence: Sentence, group: VerbGroup) -> bool:
    """« reste inférieure au crédit voté par X »: a participle behind the verb of its sentence."""
    verb = next((one for one in sentence.groups if one.finite), None)
    return verb is not None and verb.last < group.first


def _form(sentence: Sentence, candidate: Candidate) -> float:
    if candidate.group.governor in ("à", "to"):
        return PURPOSE
    if candidate.group.tense in FINITE or candidate.group.governor:
        return 0.0
    agent = candidate.form == "passive" and candidate.actor is not None
    if agent and _embedded(sentence, candidate.group):
        apart = sentence.lower[candidate.group.first - 1] in (",", ")", "—", "–")
        return BEHIND_COMMA if apart else EMBEDDED
    return 0.0 if agent else 0.3 if candidate.group.tense is Tense.GERUND else 0.6


def _first_person(sentence: Sentence) -> bool:
    return any(word in ("nous", "je", "j'", "we", "i") for word in sentence.lower)
