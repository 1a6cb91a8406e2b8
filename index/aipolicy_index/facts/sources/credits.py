"""Named sources: « selon TechCrunch », « a confié X à l'AFP », “Bloomberg reported”, « Le Monde et la ZDF »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.sources.candidates import Candidate, candidates
from aipolicy_index.facts.sources.cues import Words, ends_with, expressions, known_words
from aipolicy_index.facts.sources.frames import (
    HANGING,
    breaks,
    brought_to_light,
    by_participle,
    by_staff,
    heads,
    is_author,
    is_staff,
    is_told,
    listed,
    on_air,
    printed_in,
    reports,
    told_to,
)
from aipolicy_index.model import Span

_LEARNED = frozenset(("ngo", "think_tank", "research", "university", "association"))
"""Categories of bodies whose figures and findings are credited: « selon l'ONG X »."""
LONGEST_SENTENCE = 400
"""Words."""
_ROW = frozenset((",", "et", "and", "&", "puis", "ou", "or", "then", "de", "d'", "du", "by", "of", "par"))


class Credit(NamedTuple):
    """One place where a source is credited."""

    span: Span
    name: str
    rule: str
    aliases: tuple[str, ...] = ()
    maker: Span | None = None
    """Of a document: where the name of who made or printed it stands."""


def of_names(discourse: Discourse) -> Iterator[Credit]:
    """The named media, and bodies that a figure or finding is credited to."""
    for sentence in readable(discourse):
        before: Candidate | None = None
        for one in candidates(discourse, sentence):
            rule = credited(sentence, one)
            if rule is None and before and one.medium and _joined(sentence, before, one):
                rule = "joined"
            if rule:
                yield Credit(sentence.cut(one.first, one.last), one.name, rule, one.aliases)
            before = one if rule else None


def readable(discourse: Discourse) -> Iterator[Sentence]:
    """The sentences that somebody may have written: what has a thousand words and no stop is none."""
    return (sentence for sentence in discourse.sentences if len(sentence.words) <= LONGEST_SENTENCE)


def credited(sentence: Sentence, one: Candidate) -> str | None:
    """The rule by which a name is credited here, None when it is not."""
    cue = ends_with(sentence.lower, one.start, "before", sentence.language)
    if one.medium and not cue and by_participle(sentence, one.start):
        return "credited"
    if cue and not (one.medium and is_staff(sentence, one)) and _may_be_source(sentence, one, cue):
        return "credited"
    if (one.counting or one.intro.noun == "learned") and _counts(sentence, one):
        return "counts"
    if not one.medium and (one.category or not one.titled):
        return "told" if is_told(sentence, one) else "breaks" if breaks(sentence, one) else None
    if is_staff(sentence, one):
        return "credited" if by_staff(sentence, one) else None
    if told_to(sentence, one.start) or on_air(sentence, one):
        return "told"
    if printed_in(sentence, one.start):
        return "printed"
    if is_author(sentence, one):
        return "author"
    if reports(sentence, one) or brought_to_light(sentence, one):
        return "reports"
    return "listed" if one.medium and listed(sentence, one) else None


def _may_be_source(sentence: Sentence, one: Candidate, cue: Words) -> bool:
    """Whether a cue credits the name: always a medium; of other bodies those that study, count or reveal."""
    if one.medium:
        return True
    if cue in expressions("told", sentence.language):
        return bool(cue == ("told",) and is_told(sentence, one))
    if one.intro.noun == "learned" or one.category in _LEARNED or one.counting:
        return True
    reveals = cue[-1] in ("par", "by") and cue[0] not in ("mené", "menée", "publié", "publiée", "réalisé", "réalisée")
    once = one.entity is None or len(one.entity.mentions) == 1
    return one.category is None and (reveals or once or one.titled)


def _counts(sentence: Sentence, one: Candidate) -> bool:
    """« L'institut X évalue le coût à 2 milliards »: a number that somebody found."""
    verbs = known_words("counts", sentence.language)
    return any(word[0].isdigit() for word in sentence.lower) and any(
        group.lemma in verbs and not group.passive and _is_subject(sentence, one, group) for group in sentence.groups
    )


def _is_subject(sentence: Sentence, one: Candidate, group: VerbGroup) -> bool:
    """Whether the name is the subject of the verb, or heads its subject."""
    before = sentence.lower[one.start - 1] if one.start else ""
    if before in HANGING or before in words_of("of", sentence.language):
        return False
    if 0 < group.first - one.last <= 3:
        return True
    phrase = subject(sentence, group)
    inside = phrase is not None and phrase.first <= one.first and one.last <= phrase.last
    return phrase is not None and inside and heads(sentence, phrase.first, one)


def _joined(sentence: Sentence, before: Candidate, one: Candidate) -> bool:
    """Whether a name stands in one row with one that is credited: « selon X et Y »."""
    between: Sequence[str] = sentence.lower[before.last + 1 : one.start]
    joins = any(word in (",", "et", "and", "&", "puis", "ou", "or", "then") for word in between)
    return 0 < len(between) <= 3 and joins and all(word in _ROW for word in between)
