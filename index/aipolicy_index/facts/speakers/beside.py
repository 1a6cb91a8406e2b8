"""Attributions right by the quotation: the inquit that follows it, interrupts it, or stands in brackets behind it."""

from __future__ import annotations

from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.descriptors import describe
from aipolicy_index.facts.grammar.function_words import any_of, is_adverb, words_of
from aipolicy_index.facts.grammar.lexicon import inquit, interrupting
from aipolicy_index.facts.grammar.phrases import phrase_from
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.somewhere import somewhere
from aipolicy_index.facts.grammar.subjects import inverted_subject, subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.speakers.crediting import credited
from aipolicy_index.facts.speakers.places import Attribution, Place, speaker
from aipolicy_index.model import FactKind

_AFTER_MARK = frozenset((",", ";", "!", "?", "…", "-", "—", "–", '"', ".", "»"))
_BEFORE_INQUIT = frozenset((",", "-", "—", "–", "?", "!", "…", ")"))
_MADE_KNOWN = frozenset(("savoir", "valoir", "remarquer", "observer", "comprendre", "tomber", "entendre", "échapper"))
"""« fait savoir X », « fait-on valoir », « laisse tomber X »."""
MARKS = 4
"""How many marks may stand between a quotation and its inquit."""
NEAR = 3
"""How many words may stand between a quotation and the verb of its inquit."""


def after(discourse: Discourse, place: Place) -> Attribution | None:
    """« », a déclaré X », « », affirme-t-elle », “,” X said, « » (X), « », selon X »."""
    sentence, index = discourse.sentences[place.number], place.index + 1
    while index < len(sentence.words) and sentence.lower[index] in _AFTER_MARK:
        index += 1
    if index >= len(sentence.words) or index - place.index > MARKS:
        return None
    if sentence.lower[index] in words_of("conjoining", sentence.language):
        return None
    return (
        _told(discourse, place.number, index)
        or _in_brackets(discourse, place.number, index)
        or credited(discourse, place.number, index, "after_source")
        or _unknown_verb(discourse, place.number, index)
    )


def _told(discourse: Discourse, number: int, index: int) -> Attribution | None:
    """A verb of saying, before its subject or, in English, behind it."""
    sentence = discourse.sentences[number]
    unknown = None
    for group in _inquits(sentence, index):
        phrase = _subject_near(sentence, group, index)
        if phrase is None:
            continue
        cue = sentence.cut(group.first, group.last)
        if who := speaker(discourse, number, group, phrase):
            return Attribution(who, cue, "after")
        unknown = Attribution(None, cue, "after") if phrase.pronoun else unknown
    return unknown


def _inquits(sentence: Sentence, index: int) -> list[VerbGroup]:
    """The first verb from a word on, when it reports; of « a tenu à préciser » the infinitive."""
    following = [one for one in sentence.groups if one.first >= index][:2]
    verbs = inquit(sentence.language)
    found = [one for one in following[:1] if one.tense in FINITE and one.lemma.split(" ")[0] in verbs]
    near = [one for one in following if one.tense is Tense.INFINITIVE and one.first - index <= NEAR + 2]
    for one in near:
        made = one.lemma in _MADE_KNOWN and following[0].lemma in ("faire", "laisser")
        if made or one.lemma in interrupting(sentence.language):
            first = following[0].first
            inverted = following[0].inverted
            found.append(one._replace(first=first, tense=Tense.PRESENT, governor=None, inverted=inverted))
    return found


def _subject_near(sentence: Sentence, group: VerbGroup, index: int) -> Phrase | None:
    """The subject of the inquit: in French behind the verb, in English on either side."""
    phrase = inverted_subject(sentence, group.last + 1) if _is_joined(group) else subject(sentence, group)
    if group.inverted and _is_joined(group):
        phrase = Phrase(group.last, group.last, group.inverted)
    if phrase is None:
        return None
    if group.inverted or phrase.first > group.last:
        return phrase if group.first - index <= NEAR else None
    gap = group.first - phrase.last
    inserted = gap > NEAR and sentence.lower[phrase.last + 1] == "," == sentence.lower[group.first - 1]
    near = phrase.first <= index + 1 or _is_title(sentence, index, phrase.first)
    return phrase if sentence.language == "en" and near and (gap <= NEAR or inserted) else None


def _is_title(sentence: Sentence, first: int, end: int) -> bool:
    """“”, Minister for Electronics and IT X told”: the capitals, and small words, of an office."""
    small = any_of("en", "of", "prepositions", "conjoining", "articles")
    stretch = range(first, end)
    return all(sentence.words[at].capital or sentence.lower[at] in small for at in stretch)


def _is_joined(group: VerbGroup) -> bool:
    """Whether the group was put together from a verb and its infinitive."""
    return (
        group.last - group.first > 0 and group.tense is Tense.PRESENT and group.governor is None and not group.passive
    )


def _in_brackets(discourse: Discourse, number: int, index: int) -> Attribution | None:
    """« Nous tiendrons » (Zoé Martin)."""
    sentence = discourse.sentences[number]
    if sentence.lower[index] != "(" or index + 1 >= len(sentence.words) or not (name := sentence.names[index + 1]):
        return None
    closes = name.last + 1 < len(sentence.words) and sentence.lower[name.last + 1] in (")", ",")
    who = discourse.resolve(number, Phrase(name.first, name.last)) if closes else None
    return Attribution(who, None, "after") if who and who.person else None


def _unknown_verb(discourse: Discourse, number: int, index: int) -> Attribution | None:
    """A verb that no list has, where only an inquit can stand: « », maugrée X », « », bougonne-t-il »."""
    sentence = discourse.sentences[number]
    while index < len(sentence.words) and sentence.lower[index] in words_of("clitics", sentence.language):
        index += 1
    if index + 1 >= len(sentence.words) or sentence.language != "fr" or not _may_be_verb(sentence, index):
        return None
    cue = sentence.cut(index, index)
    if (clitic := sentence.lower[index + 1]).endswith("-on") and clitic in words_of("inversions", "fr"):
        there = somewhere(discourse, number, VerbGroup(index, index + 1, "", Tense.PRESENT, inverted="on"))
        return Attribution(there, cue, "after_unknown") if there else None
    if clitic in words_of("inversions", "fr"):
        phrase: Phrase | None = Phrase(index, index + 1, clitic.rsplit("-", 1)[-1])
    else:
        phrase = phrase_from(sentence, index + 1) if _names_person(sentence, index + 1) else None
    who = discourse.resolve(number, phrase, speaks=True) if phrase else None
    return Attribution(who, cue, "after_unknown") if who and who.person else None


def _may_be_verb(sentence: Sentence, index: int) -> bool:
    word = sentence.lower[index]
    small = ("prepositions", "of", "determiners", "clause_stops", "conjoining", "subject_pronouns", "subordinators")
    if sentence.names[index] or not word.isalpha() or len(word) < 4 or sentence.words[index].capital:
        return False
    known = is_adverb(word, "fr") or describe(sentence.lower, index, "fr") is not None
    return not known and not any(word in words_of(name, "fr") for name in small)


def _names_person(sentence: Sentence, index: int) -> bool:
    """Whether a person's name, a title, or an article with a noun for a person begins here."""
    name = sentence.names[index]
    if name:
        return name.entity.kind is FactKind.PERSON
    if sentence.lower[index] in words_of("titles", "fr"):
        return True
    article = sentence.lower[index] in words_of("articles", "fr")
    return article and index + 1 < len(sentence.words) and describe(sentence.lower, index + 1, "fr") is not None


def inside(discourse: Discourse, numbers: list[int]) -> Attribution | None:
    """An inquit inside the marks: « A, écrit la présidente, Avril Fontaine. B »."""
    for number in numbers:
        sentence = discourse.sentences[number]
        for group in sentence.groups:
            if not _interrupts(sentence, group):
                continue
            phrase = subject(sentence, group)
            if phrase is None or (not group.inverted and phrase.first < group.first):
                continue
            if who := speaker(discourse, number, group, phrase):
                return Attribution(who, sentence.cut(group.first, group.last), "inside")
    return None


def _interrupts(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a verb of saying stands behind a comma, clitics perhaps between."""
    if (
        group.first == 0
        or group.tense not in FINITE
        or group.lemma.split(" ")[0] not in interrupting(sentence.language)
    ):
        return False
    before = group.first - 1
    while before > 0 and sentence.lower[before] in words_of("clitics", "fr"):
        before -= 1
    return sentence.lower[before] in _BEFORE_INQUIT
