"""Named sources: « selon TechCrunch », « a confié X à l'AFP », “Bloomberg reported”, « Sources : A, B »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aipolicy_index.facts.entities import Entities, Entity
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Name, Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.sources.cues import credit_verbs, ends_with, expressions
from aipolicy_index.model import FactKind, Span

_LEARNED = frozenset(("ngo", "think_tank", "research", "university", "association"))
"""Categories of bodies whose figures and findings are credited: « selon l'ONG X »."""
_LIST = re.compile(r"^\s*(?:sources?|crédits?)\s*:\s*(?=\S)", re.IGNORECASE)
MAX_LIST = 200


@dataclass(frozen=True, slots=True)
class Credit:
    """One place where a source is credited."""

    span: Span
    name: str
    rule: str
    aliases: tuple[str, ...] = ()
    entity: Entity | None = None


def of_names(discourse: Discourse) -> Iterator[Credit]:
    """The named media, and bodies that a figure or finding is credited to."""
    for sentence in discourse.sentences:
        seen: Name | None = None
        for name in sentence.names:
            if name is None or name is seen or name.entity.kind is not FactKind.ORGANISATION:
                continue
            seen = name
            if rule := _credited(sentence, name):
                entity = name.entity
                yield Credit(sentence.cut(name.first, name.last), entity.name, rule, entity.aliases, entity)


def _credited(sentence: Sentence, name: Name) -> str | None:
    """The rule by which a name is credited here, None when it is not."""
    start, introduced = _before_introduction(sentence, name.first)
    medium = name.entity.category == MEDIUM or introduced
    cue = ends_with(sentence.lower, start, "before", sentence.language)
    if cue and (medium or _may_be_source(name, cue)):
        return "credited"
    if not medium:
        return None
    if _told_to(sentence, start):
        return "told"
    if _is_author(sentence, name, start):
        return "author"
    return "reports" if _reports(sentence, name) else None


def _may_be_source(name: Name, cue: tuple[str, ...]) -> bool:
    """Whether a body that is no medium may be credited: one that studies, or any that is said to have revealed."""
    if name.entity.category in _LEARNED:
        return True
    reveals = cue[-1] in ("par", "by") and cue[0] not in ("mené", "menée", "publié", "publiée")
    return name.entity.category is None and reveals


def _before_introduction(sentence: Sentence, first: int) -> tuple[int, bool]:
    """Where the words that introduce a name begin: « le quotidien américain »; and whether they say it is a medium."""
    index, introduced = first, False
    adjectives = 0
    while index > 0 and sentence.names[index - 1] is None:
        word = sentence.lower[index - 1]
        if words := ends_with(sentence.lower, index, "medium", sentence.language):
            introduced, index = True, index - len(words)
        elif word in words_of("articles", sentence.language) or word in ('"', "«", "“"):
            index -= 1
        elif adjectives < 2 and not introduced and _is_adjective(sentence, index - 1):
            adjectives += 1
            index -= 1
        else:
            break
    return index, introduced


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """Whether a word between « le quotidien » and the name may be its adjective."""
    before = sentence.lower[index - 1] if index else ""
    earlier = ends_with(sentence.lower, index, "medium", sentence.language)
    return bool(earlier) or (
        before.isalpha() and ends_with(sentence.lower, index - 1, "medium", sentence.language) is not None
    )


def _told_to(sentence: Sentence, start: int) -> bool:
    """« a confié X à l'AFP », « assuré à Reuters », « dans un entretien au Monde »."""
    if ends_with(sentence.lower, start, "says", sentence.language) is None:
        return False
    says = saying(sentence.language)["say"]
    near = [group for group in sentence.groups if group.last < start <= group.last + 6 and group.lemma in says]
    before = sentence.lower[max(0, start - 4) : start]
    return bool(near) or any(word in ("entretien", "interview", "tribune") for word in before)


def _is_author(sentence: Sentence, name: Name, start: int) -> bool:
    """« une enquête de l'Associated Press », “a report in The Ledger”, “a Bloomberg story”."""
    if start > 0 and sentence.lower[start - 1] in ("de", "du", "d'", "des", "par", "dans", "by", "in", "from", "of"):
        return ends_with(sentence.lower, start - 1, "work", sentence.language) is not None or _adjective_work(
            sentence, start - 1
        )
    following = sentence.lower[name.last + 1 : name.last + 3]
    works = {words[0] for words in expressions("work", sentence.language)}
    return sentence.language == "en" and any(word in works for word in following)


def _adjective_work(sentence: Sentence, end: int) -> bool:
    """« une enquête exclusive de X »."""
    return end > 1 and ends_with(sentence.lower, end - 1, "work", sentence.language) is not None


def _reports(sentence: Sentence, name: Name) -> bool:
    """Whether the medium is the subject of a verb that tells what it found."""
    for group in sentence.groups:
        if group.lemma in credit_verbs(sentence.language) and not group.passive:
            phrase = subject(sentence, group)
            if phrase and phrase.first <= name.first and name.last <= phrase.last:
                return True
    return False


def in_list(page: Page, entities: Entities) -> Iterator[Credit]:
    """The names of a line « Sources : A, B »."""
    for line in page.paragraphs:
        text = page.plain[line.start : line.end]
        if len(text) > MAX_LIST or not (match := _LIST.match(text)):
            continue
        for span, entity in entities.within(Span(line.start + match.end(), line.end)):
            yield Credit(span, entity.name, "list", entity.aliases, entity)
