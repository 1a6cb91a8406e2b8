"""Named sources: « selon TechCrunch », « a confié X à l'AFP », “Bloomberg reported”, « Sources : A, B »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aipolicy_index.facts.entities import Entities, Entity
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import QUOTED, Name, Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.sources.cues import credit_verbs, ends_with, expressions
from aipolicy_index.facts.sources.introductions import introduction
from aipolicy_index.model import FactKind, Span

_LEARNED = frozenset(("ngo", "think_tank", "research", "university", "association"))
"""Categories of bodies whose figures and findings are credited: « selon l'ONG X »."""
_TITLE_ARTICLES = frozenset(("le", "la", "les", "l'", "the"))
_PAPERS = frozenset("quotidien journal courrier gazette revue lettre magazine cahiers annales".split())
TOLD_REACH = 9
"""Within how many words behind a verb of saying a medium is told something."""
LONGEST_TITLE = 7
"""How many words the title of a medium may have."""
_LIST = re.compile(r"^\s*(?:sources?|crédits?)\s*:\s*(?=\S)", re.IGNORECASE)
MAX_LIST = 200


@dataclass(frozen=True, slots=True)
class Credit:
    """One place where a source is credited."""

    span: Span
    name: str
    rule: str
    aliases: tuple[str, ...] = ()


def of_names(discourse: Discourse) -> Iterator[Credit]:
    """The named media, and bodies that a figure or finding is credited to."""
    for sentence in discourse.sentences:
        for name in (
            *_organisations(discourse, sentence),
            *_unknown(discourse, sentence),
            *_quoted(discourse, sentence),
        ):
            if rule := _credited(sentence, name):
                yield Credit(sentence.cut(name.first, name.last), name.entity.name, rule, name.entity.aliases)


def _credited(sentence: Sentence, name: Name) -> str | None:
    """The rule by which a name is credited here, None when it is not."""
    start, noun = introduction(sentence, name.first)
    medium = name.entity.category == MEDIUM or noun == "medium"
    cue = ends_with(sentence.lower, start, "before", sentence.language)
    if cue and (medium or noun == "learned" or _may_be_source(sentence, name, cue)):
        return "credited"
    if not medium and (name.entity.category or not _is_titled(sentence, name.first)):
        return None
    if _told_to(sentence, start):
        return "told"
    if (
        sentence.lower[name.first] == QUOTED
        and start
        and sentence.lower[start - 1] in ("dans", "in", "on", "sur", "au")
    ):
        return "told"
    if _printed_in(sentence, start):
        return "printed"
    if _is_author(sentence, name, start):
        return "author"
    return "reports" if (medium or not name.entity.category) and _reports(sentence, name, medium) else None


def _may_be_source(sentence: Sentence, name: Name, cue: tuple[str, ...]) -> bool:
    """Whether a body that is no medium may be credited: one that studies or reveals, or a title."""
    counting = {" ".join(words) for words in expressions("counting", sentence.language)}
    if name.entity.category in _LEARNED or name.entity.name.lower() in counting:
        return True
    reveals = cue[-1] in ("par", "by") and cue[0] not in ("mené", "menée", "publié", "publiée")
    once = len(name.entity.mentions) == 1
    return name.entity.category is None and (reveals or once or _is_titled(sentence, name.first))


def _is_titled(sentence: Sentence, first: int) -> bool:
    """Whether the name has the look of a medium's in mid-sentence: « Le Terril », “the Chosun Ilbo”."""
    at = first
    if sentence.lower[at] not in _TITLE_ARTICLES and at and sentence.lower[at - 1] in _TITLE_ARTICLES:
        at -= 1
    if at == 0 or sentence.lower[at] not in _TITLE_ARTICLES:
        return False
    return sentence.words[at].capital or (sentence.language == "en" and sentence.names[first] is None)


def _organisations(discourse: Discourse, sentence: Sentence) -> Iterator[Name]:
    """The organisations of a sentence, each with the capitals that go on behind it: « The Lancet » Digital Health."""
    seen: Name | None = None
    for name in sentence.names:
        if name is None or name is seen or name.entity.kind is not FactKind.ORGANISATION:
            continue
        seen = name
        last = _with_complement(sentence, _title_end(sentence, name.last))
        if introduction(sentence, name.first).noun == "medium":
            last = _with_adjective(sentence, last)
        goes_on = last > name.last and _is_titled(sentence, name.first) and not sentence.names[name.last + 1]
        yield _title(discourse, sentence, name.first, last) if goes_on else name


def _unknown(discourse: Discourse, sentence: Sentence) -> Iterator[Name]:
    """« d'après Le Terril », « la revue Resuscitation », “the Chosun Ilbo”: a title that no name covers."""
    index = 1
    while index < len(sentence.words):
        if sentence.words[index].capital and not sentence.names[index]:
            last = _title_end(sentence, index)
            if _may_be_title(sentence, index, last):
                yield _title(discourse, sentence, index, _with_adjective(sentence, last))
                index = last
        index += 1


def _may_be_title(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitals stand where a source is named: behind an article of theirs, a noun for a medium, « par »."""
    if any(sentence.names[index] for index in range(first, last + 1)):
        return False
    if sentence.lower[first] in _TITLE_ARTICLES:
        return last > first
    before = sentence.lower[first - 1]
    introduced = introduction(sentence, first).noun == "medium"
    article = sentence.language == "en" and before == "the" and last > first
    return (
        introduced
        or article
        or (before in ("par", "by") and bool(ends_with(sentence.lower, first, "before", sentence.language)))
    )


def _quoted(discourse: Discourse, sentence: Sentence) -> Iterator[Name]:
    """« le podcast « Uncapped » »: a title in quotation marks behind a noun for a medium."""
    for index, quote in sentence.quotes.items():
        if ends_with(sentence.lower, index, "medium", sentence.language):
            text = discourse.page.text[quote.inner.start : quote.inner.end]
            if text[:1].isupper():
                yield Name(index, index, Entity(FactKind.ORGANISATION, text, (), category=MEDIUM))


def _title(discourse: Discourse, sentence: Sentence, first: int, last: int) -> Name:
    span = sentence.cut(first, last)
    return Name(first, last, Entity(FactKind.ORGANISATION, discourse.page.text[span.start : span.end], ()))


def _title_end(sentence: Sentence, first: int) -> int:
    """The last word of a title: capitalised words, small words between them."""
    last = first
    for index in range(first + 1, min(first + LONGEST_TITLE, len(sentence.words))):
        if sentence.words[index].capital:
            last = index
        elif sentence.lower[index] not in words_of("of", sentence.language) | words_of("articles", sentence.language):
            break
    return last


def _with_complement(sentence: Sentence, last: int) -> int:
    """« Le Quotidien du médecin »: a sort of paper as a name needs its complement."""
    if sentence.lower[last] not in _PAPERS or last + 2 >= len(sentence.words):
        return last
    return last + 2 if sentence.lower[last + 1] in words_of("of", sentence.language) else last


def _with_adjective(sentence: Sentence, last: int) -> int:
    """« Le Baobab libre »: a small word right before a verb or a comma ends the title."""
    if last + 2 >= len(sentence.words) or sentence.names[last + 1] or not sentence.lower[last + 1].isalpha():
        return last
    small = ("prepositions", "of", "determiners", "conjoining", "relatives", "clause_stops", "adverbs")
    if any(sentence.lower[last + 1] in words_of(name, sentence.language) for name in small):
        return last
    in_verb = any(group.first <= last + 1 <= group.last for group in sentence.groups)
    before_verb = any(group.first == last + 2 and group.finite for group in sentence.groups)
    return last + 1 if before_verb and not in_verb else last


def _printed_in(sentence: Sentence, start: int) -> bool:
    """« parue le 3 septembre dans The Lancet », “published last week in Nature”."""
    if start == 0 or sentence.lower[start - 1] not in ("dans", "in", "par", "sur", "au", "aux"):
        return False
    appeared = {words[0] for words in expressions("appeared", sentence.language)}
    return any(word in appeared for word in sentence.lower[max(0, start - 7) : start - 1])


def _told_to(sentence: Sentence, start: int) -> bool:
    """« a confié X à l'AFP », « assuré à Reuters », « dans un entretien au Monde »."""
    if ends_with(sentence.lower, start, "says", sentence.language) is None:
        return False
    says = saying(sentence.language)["say"]
    near = [group for group in sentence.groups if group.last < start <= group.last + TOLD_REACH and group.lemma in says]
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


def _reports(sentence: Sentence, name: Name, medium: bool) -> bool:
    """Whether the medium is the subject of a verb that tells what it found; of an unknown title only “reported”."""
    verbs = credit_verbs(sentence.language) if medium else frozenset(("report", "reveal", "rapporter", "révéler"))
    for group in sentence.groups:
        if group.lemma in verbs and not group.passive:
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
            yield Credit(span, entity.name, "list", entity.aliases)
