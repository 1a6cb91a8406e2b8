"""The names of a sentence that may be credited: known media, titles that look like one, bodies, titles in quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aipolicy_index.facts.entities import Entity
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import QUOTED, Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.sources.cues import counting_bodies, ends_with, known_words
from aipolicy_index.facts.sources.introductions import Introduction, apposition, introduction
from aipolicy_index.facts.sources.press import Stretch, may_tell_title, name_at, programmes, shaped, title_end
from aipolicy_index.model import FactKind, Span

_PAPERS = frozenset(("newspaper", "magazine", "tabloid", "newswire", "newsletter", "podcast"))
_TITLE_ARTICLES = frozenset(("le", "la", "les", "l'", "the"))


class Candidate(NamedTuple):
    """A name that may be credited: words `first` to `last` of its sentence."""

    first: int
    last: int
    name: str
    intro: Introduction
    medium: bool
    """Whether its name, its noun or the lexicon says that it is a medium."""
    entity: Entity | None = None
    aliases: tuple[str, ...] = ()
    counting: bool = False
    """Whether it is known for its figures: Insee, Gallup."""
    titled: bool = False
    """Whether it has the look of a title in mid-sentence: « Le Terril », “the Chosun Ilbo”."""

    @property
    def start(self) -> int:
        """The first word of what introduces it: « le quotidien américain X »."""
        return self.intro.start

    @property
    def category(self) -> str | None:
        """What the lexicon says that it is."""
        return self.entity.category if self.entity else None


def candidates(discourse: Discourse, sentence: Sentence) -> list[Candidate]:
    """The names of a sentence that may be credited, in order; none lies in another."""
    found: list[Candidate] = []
    for one in (
        *_titles(discourse, sentence),
        *_counting(discourse, sentence),
        *_organisations(discourse, sentence),
        *_unknown(discourse, sentence),
        *_quoted(discourse, sentence),
    ):
        if not any(one.first <= other.last and other.first <= one.last for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.first)


def _titles(discourse: Discourse, sentence: Sentence) -> Iterator[Candidate]:
    """What looks like a medium's title, whatever the names say of its words."""
    taken = -1
    for index, word in enumerate(sentence.words):
        if index <= taken or not may_tell_title(word, sentence.language):
            continue
        listed = name_at(sentence, index, "title")
        ends = range(index, min(listed.last + 2, len(sentence.words)) if listed else index + 1)
        readings = [one for one in (listed, *[shaped(sentence, at) for at in ends]) if one]
        stretch = _longest(sentence, *readings) if readings else None
        if stretch and stretch.first > taken and not _is_somebody(sentence, stretch):
            taken = stretch.last
            yield _made(discourse, sentence, stretch, medium=True)


def _longest(sentence: Sentence, *readings: Stretch | None) -> Stretch | None:
    """The longest of several readings of a title, with the article that the names take for its own."""
    several = [one for one in readings if one]
    found = max(several, key=lambda one: one.last, default=None)
    if found and any(one.first < found.first <= one.last for one in several):
        found = Stretch(min(one.first for one in several), found.last)
    if found and found.first and (name := sentence.names[found.first]) and name.last == found.last:
        return Stretch(min(name.first, found.first), found.last)
    return found


def _is_somebody(sentence: Sentence, stretch: Stretch) -> bool:
    """Whether the names tell that the words are, or are part of, something that no medium is."""
    for index in range(stretch.first, stretch.last + 1):
        name = sentence.names[index]
        if name is None or (name.entity.category == MEDIUM and name.last <= stretch.last):
            continue
        if name.first < stretch.first or name.last > stretch.last:
            return True
        whole = (name.first, name.last) == (stretch.first, stretch.last)
        if name.entity.kind is FactKind.PERSON:
            if len(name.entity.mentions) > 1 or name.entity.role:
                return True
        elif whole and name.entity.category:
            return True
    return False


def _counting(discourse: Discourse, sentence: Sentence) -> Iterator[Candidate]:
    """Bodies known for their figures, whatever the names take them for."""
    known = counting_bodies(sentence.language)
    for index in sentence.capitals:
        for body in known.get(sentence.lower[index], ()):
            last = index + len(body) - 1
            if tuple(sentence.lower[index : last + 1]) == body:
                yield _made(discourse, sentence, Stretch(index, last), medium=False, counting=True)
                break


def _organisations(discourse: Discourse, sentence: Sentence) -> Iterator[Candidate]:
    """The organisations, each with the capitals that go on behind it: « The Lancet » Digital Health."""
    at = -1
    for name in sentence.names:
        if name is None or name.first <= at or name.entity.kind is not FactKind.ORGANISATION:
            continue
        at = name.last
        intro = introduction(sentence, name.first)
        last = title_end(sentence, name.last)
        last = _with_adjective(sentence, last) if intro.noun == "medium" else last
        medium = name.entity.category == MEDIUM
        goes_on = last > name.last and not sentence.names[name.last + 1]
        if goes_on and (_is_titled(sentence, name.first) or (medium and sentence.words[name.last + 1].capital)):
            yield _made(discourse, sentence, Stretch(name.first, last), medium=medium)
        else:
            yield _made(discourse, sentence, Stretch(name.first, name.last), entity=name.entity, medium=medium)


def _unknown(discourse: Discourse, sentence: Sentence) -> Iterator[Candidate]:
    """« d'après Le Terril », « la revue Resuscitation », “the Chosun Ilbo”: a title that no name covers."""
    past, never = 1, known_words("never", sentence.language)
    for index in sentence.capitals:
        if index < past:
            continue
        behind_comma = sentence.lower[index - 1] in (",", "que", "qu'", "dont")
        day = sentence.lower[index] in words_of("adverbs", sentence.language) or sentence.lower[index] in never
        if not sentence.names[index] and not day:
            last = title_end(sentence, index)
            if behind_comma and last == index and any(index < group.first < index + 3 for group in sentence.groups):
                yield _made(discourse, sentence, Stretch(index, last), medium=False)
            elif _may_be_title(sentence, index, last):
                yield _made(discourse, sentence, Stretch(index, _with_adjective(sentence, last)), medium=False)
                past = last + 1


def _may_be_title(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitals stand where a source is named: behind an article of theirs, a noun for a medium, a cue."""
    if any(sentence.names[index] for index in range(first, last + 1)):
        return False
    if sentence.lower[first] in _TITLE_ARTICLES:
        return last > first
    introduced = introduction(sentence, first).noun is not None or _is_named_paper(sentence, last)
    article = sentence.language == "en" and sentence.lower[first - 1] == "the" and last > first
    return introduced or article or bool(ends_with(sentence.lower, first, "before", sentence.language))


def _quoted(discourse: Discourse, sentence: Sentence) -> Iterator[Candidate]:
    """« le podcast « Uncapped » »: a title in quotation marks behind a noun for a medium."""
    for index, quote in sentence.quotes.items():
        intro = introduction(sentence, index)
        text = discourse.page.text[quote.inner.start : quote.inner.end]
        titled = text[:1].isupper() and text[-1:] not in ".!,"
        if titled and (intro.noun == "medium" or text in programmes()):
            yield Candidate(index, index, text, intro, medium=True)


def _made(
    discourse: Discourse,
    sentence: Sentence,
    stretch: Stretch,
    *,
    medium: bool,
    entity: Entity | None = None,
    counting: bool = False,
) -> Candidate:
    first, last = stretch
    intro = introduction(sentence, first)
    if intro.noun is None and (noun := apposition(sentence, last)):
        intro = Introduction(intro.start, noun)
    entity = entity or _covering(sentence, stretch)
    medium = medium or intro.noun == "medium" or _is_named_paper(sentence, last)
    titled = _is_titled(sentence, first)
    if entity:
        name = _bare_name(entity.name) if medium else entity.name
        return Candidate(first, last, name, intro, medium, entity, entity.aliases, counting, titled)
    span = sentence.cut(first, last)
    return Candidate(first, last, _plain(discourse, span), intro, medium, counting=counting, titled=titled)


def _is_named_paper(sentence: Sentence, last: int) -> bool:
    """“Kenya's Nation newspaper”: the noun for a medium stands behind its name."""
    after = sentence.lower[last + 1 : last + 3]
    return sentence.language == "en" and bool(after) and (after[0] in _PAPERS or after == ["news", "agency"])


def _covering(sentence: Sentence, stretch: Stretch) -> Entity | None:
    """The organisation whose name the words are."""
    name = sentence.names[stretch.first]
    same = name is not None and (name.first, name.last) == (stretch.first, stretch.last)
    return name.entity if same and name and name.entity.kind is FactKind.ORGANISATION else None


def _bare_name(name: str) -> str:
    """« agence Bloomberg »: the name without the noun before it."""
    words = name.split()
    while len(words) > 1 and words[0].islower():
        words.pop(0)
    return " ".join(words)


def _plain(discourse: Discourse, span: Span) -> str:
    return " ".join(discourse.page.text[span.start : span.end].split())


def _is_titled(sentence: Sentence, first: int) -> bool:
    at = first
    if sentence.lower[at] not in _TITLE_ARTICLES and at and sentence.lower[at - 1] in _TITLE_ARTICLES:
        at -= 1
    if at == 0 or sentence.lower[at] not in _TITLE_ARTICLES or sentence.lower[first] == QUOTED:
        return False
    return sentence.words[at].capital or (sentence.language == "en" and sentence.names[first] is None)


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
