"""The patterns that attribute a quotation, each a function from its place in a sentence to an attribution."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.lexicon import inquit, readings, saying
from aipolicy_index.facts.grammar.phrases import phrase_before, phrase_from
from aipolicy_index.facts.grammar.reference import Discourse, Who
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.subjects import agent, subject
from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.quotes.marks import Marked
from aipolicy_index.model import Span

_AFTER_MARK = frozenset((",", ";", "!", "?", "…", "-", "—", "–", '"', ".", "»"))
_FIRST_PERSON = frozenset("je j nous vous i we you tu".split())
_BEFORE_INQUIT = frozenset((",", "-", "—", "–", "?", "!", "…", ")"))
_LINKS = frozenset("être dire montrer déclarer juger rester demeurer be remain".split())
_AUXILIARIES = {
    "fr": frozenset("a ont avait avaient est sont sera va n' ne".split()),
    "en": frozenset("has have had is will".split()),
}
LONG_PASSAGE = 6
"""From so many words on, a passage in marks is somebody's words, whatever the verb."""
CLAUSE_REACH = 34
"""How many words may stand between a verb that reports and the quotation that it governs."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation, and the words that tell it."""

    who: Who
    cue: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: in sentence `number`, as word `index`."""

    number: int
    index: int


def reports(sentence: Sentence, group: VerbGroup, *, stance: bool = False) -> bool:
    """Whether the verb reports speech, or, with `stance`, may govern a quoted fragment."""
    classes, lemma = saying(sentence.language), group.lemma.split(" ")[0]
    return lemma in classes["say"] or (stance and lemma in classes["stance"])


def after(discourse: Discourse, place: Place) -> Attribution | None:
    """« », a déclaré X », « », affirme-t-elle », “,” X said, « », selon X »."""
    sentence, index = discourse.sentences[place.number], place.index + 1
    while index < len(sentence.words) and sentence.lower[index] in _AFTER_MARK:
        index += 1
    if index >= len(sentence.words) or index - place.index > 4:
        return None
    group = _inquit_verb(sentence, index)
    if group and group.lemma.split(" ")[0] in inquit(sentence.language) and group.tense in FINITE:
        phrase = _phrase_after(sentence, group, index)
        if phrase and (who := _speaker(discourse, place.number, sentence, group, phrase)):
            return Attribution(who, sentence.cut(group.first, group.last), "after")
    return credited(discourse, place.number, index, "after_source")


def _inquit_verb(sentence: Sentence, index: int) -> VerbGroup | None:
    """The first verb from a word on; of « a tenu à préciser », « vient d'ajouter » the second."""
    following = [one for one in sentence.groups if one.first >= index][:2]
    if not following:
        return None
    governed = len(following) == 2 and following[1].governor == following[0].lemma
    if governed and following[1].lemma.split(" ")[0] in inquit(sentence.language):
        return replace(following[1], first=following[0].first, tense=following[0].tense, governor=None)
    return following[0]


def _phrase_after(sentence: Sentence, group: VerbGroup, index: int) -> Phrase | None:
    """The subject of a verb that follows a quotation: in French behind the verb, in English on either side."""
    phrase = subject(sentence, group)
    if phrase is None:
        return None
    if group.inverted or phrase.first > group.last:
        close = group.first - index <= 3
    else:
        close = sentence.language == "en" and phrase.first <= index + 1 and group.first - phrase.last <= 3
    return phrase if close else None


def _speaker(
    discourse: Discourse, number: int, sentence: Sentence, group: VerbGroup, phrase: Phrase, *, beside: bool = True
) -> Who | None:
    """Who the subject means; behind « affirme-t-on » and « peut-on lire », the place that is named.

    `beside`: the verb stands right by the quotation, so that whatever is its subject speaks.
    """
    if phrase.pronoun == "on":
        return _somewhere(discourse, number, sentence, group)
    if phrase.pronoun in _FIRST_PERSON:
        return None
    found = discourse.resolve(number, phrase, speaks=True)
    if found is None and phrase.pronoun is None and beside:
        return discourse.unnamed(number, phrase)
    return found


def _somewhere(discourse: Discourse, number: int, sentence: Sentence, group: VerbGroup) -> Who | None:
    """« affirme-t-on à Bercy », « dans l'entourage de la ministre », « lit-on dans le rapport »."""
    index = group.last + 1
    while index < len(sentence.words) and sentence.lower[index] in words_of("inversions", "fr"):
        index += 1
    if index < len(sentence.words) and sentence.lower[index] in ("à", "au", "aux", "dans", "chez", "sur", "du"):
        if sentence.lower[index] == "du" and sentence.lower[index + 1 : index + 3] == ["côté", "de"]:
            index += 2
        phrase = phrase_from(sentence, index + 1)
        return discourse.resolve(number, phrase) if phrase else None
    return discourse.recent(number, sentence.words[group.first].start, lambda who: True, memory=1)


def inside(discourse: Discourse, numbers: list[int]) -> Attribution | None:
    """An inquit inside the marks: « A, écrit la présidente, Avril Fontaine. B »."""
    for number in numbers:
        sentence = discourse.sentences[number]
        for group in sentence.groups:
            follows = group.lemma.split(" ")[0] in inquit(sentence.language)
            if group.first == 0 or group.tense not in FINITE or not follows:
                continue
            before = group.first - 1
            while before > 0 and sentence.lower[before] in words_of("clitics", "fr"):
                before -= 1
            if sentence.lower[before] not in _BEFORE_INQUIT:
                continue
            phrase = subject(sentence, group)
            if phrase is None or (not group.inverted and phrase.first < group.first):
                continue
            if who := _speaker(discourse, number, sentence, group, phrase):
                return Attribution(who, sentence.cut(group.first, group.last), "inside")
    return None


def before_colon(discourse: Discourse, place: Place) -> Attribution | None:
    """« X déclare : « » », « Réponse de X : « » », also when the colon ends the line before."""
    number, index = place.number, place.index - 1
    sentence = discourse.sentences[number]
    if index < 0:
        number = author_before(discourse, number)
        if number < 0 or discourse.sentences[number].paragraph < sentence.paragraph - 1:
            return None
        sentence = discourse.sentences[number]
        index = len(sentence.words) - 1
    if index == 0 or sentence.lower[index] != ":":
        return None
    return _before(discourse, number, sentence, index)


def _before(discourse: Discourse, number: int, sentence: Sentence, colon: int) -> Attribution | None:
    label = phrase_from(sentence, 0)
    if label and label.last == colon - 1 and (who := discourse.resolve(number, label, speaks=True)):
        return Attribution(who, None, "label")
    for group in _governing(sentence, colon):
        phrase = subject(sentence, group)
        if phrase and (who := _speaker(discourse, number, sentence, group, phrase)):
            return Attribution(who, sentence.cut(group.first, group.last), "before")
    return _head_source(discourse, number, "before")


def _governing(sentence: Sentence, before: int) -> Iterator[VerbGroup]:
    """The verbs before a word that may govern it: those that report, from the nearest; then the others."""
    groups = [one for one in reversed(sentence.groups) if one.last < before and one.tense is not Tense.PARTICIPLE]
    yield from (one for one in groups if reports(sentence, one, stance=True))
    yield from (one for one in groups if one.finite and not reports(sentence, one, stance=True))


def author_before(discourse: Discourse, number: int) -> int:
    """Number of the author's sentence before this one, -1 when there is none."""
    number -= 1
    while number >= 0 and discourse.sentences[number].voice is not None:
        number -= 1
    return number


@cache
def _cues(language: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """The crediting expressions as words, the longest first, and whether they stand at the head only."""
    cues = [
        (tuple(text.split()), where == "head") for its, where, text in rows("attribution_cues.tsv") if its == language
    ]
    return tuple(sorted(cues, key=lambda cue: -len(cue[0])))


def credited(discourse: Discourse, number: int, index: int, rule: str) -> Attribution | None:
    """« selon X », « pour X, » that begins at a word of the sentence."""
    sentence = discourse.sentences[number]
    for words, head_only in _cues(sentence.language):
        end = index + len(words)
        if sentence.lower[index] != words[0] or sentence.names[index] or tuple(sentence.lower[index:end]) != words:
            continue
        phrase = phrase_from(sentence, end)
        if phrase is None or (head_only and not _heads_clause(sentence, index, phrase)):
            continue
        if who := discourse.resolve(number, phrase, speaks=True):
            return Attribution(who, sentence.cut(index, end - 1), rule)
    return None


def _heads_clause(sentence: Sentence, index: int, phrase: Phrase) -> bool:
    """« Pour X, ... » is an opinion at the head of a sentence, before a comma, when X is no aim."""
    if any(sentence.lower[at].isalnum() for at in range(index)):
        return False
    rest = sentence.lower[phrase.last + 1 :]
    return "," in rest[:14]


def _head_source(discourse: Discourse, number: int, rule: str) -> Attribution | None:
    sentence = discourse.sentences[number]
    for index in range(min(4, len(sentence.words))):
        if found := credited(discourse, number, index, rule):
            return found
    return None


def source(discourse: Discourse, place: Place) -> Attribution | None:
    """« Selon X, ... « » » anywhere in the sentence."""
    sentence = discourse.sentences[place.number]
    for index in range(len(sentence.words)):
        if index != place.index and (found := credited(discourse, place.number, index, "source")):
            return found
    return None


def clause(discourse: Discourse, place: Place) -> Attribution | None:
    """A quotation inside a clause whose verb reports or takes a stance: « X dénonce une « dérive » »."""
    sentence = discourse.sentences[place.number]
    for group in reversed(sentence.groups):
        if group.last >= place.index or place.index - group.last > CLAUSE_REACH:
            continue
        if not reports(sentence, group, stance=True) or _closed(sentence, group, place.index):
            continue
        passive = group.passive or group.tense is Tense.PARTICIPLE
        phrase = agent(sentence, group) if passive else subject(sentence, group)
        if phrase and (who := _speaker(discourse, place.number, sentence, group, phrase, beside=False)):
            return Attribution(who, sentence.cut(group.first, group.last), "clause")
    return predicate(discourse, place) or subject_quoted(discourse, place) or _of_named_subject(discourse, place)


def _of_named_subject(discourse: Discourse, place: Place) -> Attribution | None:
    """A longer passage in the author's sentence, whose verb tells what somebody named does or wants."""
    sentence = discourse.sentences[place.number]
    quote = sentence.quotes[place.index]
    if len(discourse.page.text[quote.inner.start : quote.inner.end].split()) < LONG_PASSAGE:
        return None
    for group in reversed(sentence.groups):
        if group.last >= place.index or not group.finite or group.passive:
            continue
        phrase = subject(sentence, group)
        who = discourse.resolve(place.number, phrase) if phrase else None
        return Attribution(who, None, "subject") if who and who.entity and who.rule != "document" else None
    return None


def subject_quoted(discourse: Discourse, place: Place) -> Attribution | None:
    """« Ce « désastre » est déploré par l'ONU »: the quotation is in the subject of a passive verb."""
    sentence = discourse.sentences[place.number]
    group = next((one for one in sentence.groups if one.first > place.index), None)
    if group is None or not group.passive or not reports(sentence, group, stance=True) or group.first - place.index > 3:
        return None
    phrase = agent(sentence, group)
    who = discourse.resolve(place.number, phrase) if phrase else None
    return Attribution(who, sentence.cut(group.first, group.last), "clause") if who else None


def _closed(sentence: Sentence, group: VerbGroup, index: int) -> bool:
    """Whether the clause of the verb ends before the quotation."""
    return any(word in (";", "(") for word in sentence.lower[group.last + 1 : index])


def predicate(discourse: Discourse, place: Place) -> Attribution | None:
    """The quotation is what the author tells of the subject: « La Cnil « prend acte » », « X est « ravi » »."""
    sentence = discourse.sentences[place.number]
    end = place.index - 1
    link = next((group for group in sentence.groups if group.first <= end <= group.last), None)
    if link and link.lemma in _LINKS:
        phrase = subject(sentence, link)
    elif _begins_with_verb(discourse, sentence.quotes[place.index]):
        while end >= 0 and sentence.lower[end] in _AUXILIARIES[sentence.language]:
            end -= 1
        phrase = phrase_before(sentence, end) if end >= 0 else None
    else:
        return None
    who = discourse.resolve(place.number, phrase) if phrase else None
    known = who is not None and (who.person if link else who.rule != "unnamed")
    return Attribution(who, None, "predicate") if who and known else None


def _begins_with_verb(discourse: Discourse, quote: Marked) -> bool:
    first = next((one for one in discourse.sentences if one.voice is quote), None)
    if first is None:
        return False
    word = first.lower[0]
    tenses = {reading.tense for reading in readings(first.language).get(word, ())}
    return bool(tenses & (FINITE | {Tense.PARTICIPLE})) or word in ("ne", "n'", "se", "s'")
