"""Attributions in the sentence around the quotation: before a colon, by the verb of its clause, by its subject."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.descriptors import Standing
from aipolicy_index.facts.grammar.function_words import any_of, words_of
from aipolicy_index.facts.grammar.lexicon import readings
from aipolicy_index.facts.grammar.naming import head, named
from aipolicy_index.facts.grammar.phrases import phrase_before, phrase_from
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Phrase, Sentence
from aipolicy_index.facts.grammar.subjects import agent, subject
from aipolicy_index.facts.grammar.verb_groups import VerbGroup
from aipolicy_index.facts.quotes.marks import Marked
from aipolicy_index.facts.speakers.crediting import at_head
from aipolicy_index.facts.speakers.places import FIRST_PERSON, Attribution, Place, by_voice, reports, speaker
from aipolicy_index.model import FactKind

_LINKS = frozenset("être dire montrer déclarer juger rester demeurer be remain".split())
_AUXILIARIES = {
    "fr": frozenset("a ont avait avaient est sont sera va n' ne".split()),
    "en": frozenset("has have had is will".split()),
}
LONG_PASSAGE = 6
"""From so many words on, a passage in marks is somebody's words, whatever the verb."""
ADJACENT = 2
"""Within how many words behind « qualifié de » its quotation is governed by it alone."""
CLAUSE_REACH = 34
"""How many words may stand between a verb that reports and the quotation that it governs."""


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
    if found := _owned_words(discourse, number, colon) or _going_on(discourse, number):
        return found
    label = phrase_from(sentence, 0)
    who = discourse.resolve(number, label, speaks=True) if label and label.last == colon - 1 else None
    if label and who and (who.entity or label.last > label.first or head(sentence, label)):
        return Attribution(who, None, "label")
    return (
        _by_verb(discourse, number, _reporting(sentence, colon))
        or at_head(discourse, number, "before")
        or _by_verb(discourse, number, _other_verbs(sentence, colon))
        or _first_person_named(discourse, number, colon)
    )


def _owned_words(discourse: Discourse, number: int, colon: int) -> Attribution | None:
    """« Son argument tient en une phrase : », “His verdict:”: the words are whose they are."""
    sentence = discourse.sentences[number]
    if sentence.lower[0] not in words_of("possessives", sentence.language) or colon < 2:
        return None
    if sentence.lower[1] not in words_of("utterances", sentence.language):
        return None
    start = sentence.words[0].start
    who = discourse.recent(number, start, lambda one: one.entity is not None, memory=2, people_first=True)
    return Attribution(who, None, "before") if who else None


def _going_on(discourse: Discourse, number: int) -> Attribution | None:
    """« Et d'ajouter : »: who was spoken of last goes on."""
    sentence = discourse.sentences[number]
    told = next((group for group in sentence.groups if group.tense is Tense.INFINITIVE), None)
    if sentence.lower[:2] not in (["et", "d'"], ["et", "de"]) or told is None or told.first != 2:
        return None
    start = sentence.words[0].start
    who = discourse.recent(number, start, lambda one: one.entity is not None, memory=2, people_first=True)
    return Attribution(who, sentence.cut(told.first, told.last), "before") if who else None


def _by_verb(discourse: Discourse, number: int, groups: Iterator[VerbGroup]) -> Attribution | None:
    sentence = discourse.sentences[number]
    for group in groups:
        phrase = subject(sentence, group)
        if phrase and (who := speaker(discourse, number, group, phrase)):
            return Attribution(who, sentence.cut(group.first, group.last), "before")
    return None


def _first_person_named(discourse: Discourse, number: int, colon: int) -> Attribution | None:
    """« Demba, 27 ans, hausse les épaules : », « Le ministère botte en touche : »: whom an unknown verb is about."""
    sentence = discourse.sentences[number]
    hung = any_of(sentence.language, "prepositions", "of")
    for index, name in enumerate(sentence.names[:colon]):
        person = name is not None and name.entity.kind is FactKind.PERSON
        body = name is not None and name.entity.kind is FactKind.ORGANISATION and name.first <= 1
        if name and (person or body) and (index == 0 or sentence.lower[index - 1] not in hung):
            who = discourse.resolve(number, Phrase(name.first, name.last))
            return Attribution(who, None, "before") if who else None
    return None


def _reporting(sentence: Sentence, before: int) -> Iterator[VerbGroup]:
    """The verbs before a word that report, from the nearest."""
    groups = (one for one in reversed(sentence.groups) if one.last < before and one.tense is not Tense.PARTICIPLE)
    return (one for one in groups if reports(sentence, one, stance=True))


def _other_verbs(sentence: Sentence, before: int) -> Iterator[VerbGroup]:
    """The finite verbs before a word that report nothing, from the nearest."""
    groups = (one for one in reversed(sentence.groups) if one.last < before and one.finite)
    return (one for one in groups if not reports(sentence, one, stance=True))


def author_before(discourse: Discourse, number: int) -> int:
    """Number of the author's sentence before this one, -1 when there is none."""
    number -= 1
    while number >= 0 and discourse.sentences[number].voice is not None:
        number -= 1
    return number


def clause(discourse: Discourse, place: Place) -> Attribution | None:
    """A quotation inside a clause whose verb reports or takes a stance: « X dénonce une « dérive » »."""
    sentence = discourse.sentences[place.number]
    if shared := _second_of_two(discourse, place):
        return shared
    for group in reversed(sentence.groups):
        if group.last >= place.index or place.index - group.last > CLAUSE_REACH:
            continue
        if not reports(sentence, group, stance=True) or _closed(sentence, group, place.index):
            continue
        telling = _tells_that(sentence, group)
        if not reports(sentence, group) and not telling and _other_verb(sentence, group, place.index):
            continue
        if _is_told(sentence, group, place.index):
            continue
        if claimed := _claimed(discourse, place, group):
            return claimed
        passive = group.passive or group.tense is Tense.PARTICIPLE
        phrase = agent(sentence, group) if passive else subject(sentence, group)
        shares = group.first > 0 and sentence.lower[group.first - 1] in words_of("conjoining", sentence.language)
        if passive and phrase is None and place.index - group.last <= ADJACENT and not shares:
            return None
        says = reports(sentence, group) and not passive
        beside = says and group.tense is not Tense.GERUND
        who = speaker(discourse, place.number, group, phrase, beside=beside) if phrase else None
        who = by_voice(discourse, place.number, phrase, who) if phrase and who else who
        thing = who is not None and who.entity is None and not who.person
        if thing and group.governor and phrase and phrase.pronoun is None:
            continue
        if who or (says and phrase and phrase.pronoun not in FIRST_PERSON | {None, "on", "qui", "who"}):
            return Attribution(who, sentence.cut(group.first, group.last), "clause")
    return (
        predicate(discourse, place)
        or subject_quoted(discourse, place)
        or _of_noun(discourse, place)
        or _of_named_subject(discourse, place)
    )


def _tells_that(sentence: Sentence, group: VerbGroup) -> bool:
    """« assure que », "said that": the verb has a clause for its object."""
    return group.finite and sentence.lower[group.last + 1 : group.last + 2] in (["que"], ["qu'"], ["that"])


def _is_told(sentence: Sentence, group: VerbGroup, index: int) -> bool:
    """« X assure que la société demandera l'aide, puis la versera « avant l'été » »: the clause is X's own account."""
    if index - group.last <= ADJACENT + 1:
        return False
    outer = (one for one in sentence.groups if one.last < group.first and _tells_that(sentence, one))
    return any(
        reports(sentence, one, stance=True) and ";" not in sentence.lower[one.last : group.first] for one in outer
    )


def _second_of_two(discourse: Discourse, place: Place) -> Attribution | None:
    """« X dénonce « A », et la Défenseure, Y, « B » »: the verb is said once for both."""
    sentence = discourse.sentences[place.number]
    first = max((index for index in sentence.quotes if index < place.index), default=None)
    if first is None or any(first < group.first < place.index for group in sentence.groups):
        return None
    index = first + 1
    while index < place.index and sentence.lower[index] in (",", ";", "et", "and"):
        index += 1
    phrase = phrase_from(sentence, index) if first + 1 < index < place.index - 1 else None
    name = sentence.names[place.index - 2] if sentence.lower[place.index - 1] == "," else None
    if phrase and name and name.entity.kind is FactKind.PERSON and name.first > phrase.last:
        phrase = Phrase(name.first, name.last)
    if phrase is None or place.index - phrase.last > 2:
        return None
    who = discourse.resolve(place.number, phrase)
    return Attribution(who, None, "clause") if who and who.entity and who.rule == "name" else None


def _other_verb(sentence: Sentence, group: VerbGroup, index: int) -> bool:
    """Whether a clause of its own stands between a stance and a quotation: « encadre ceux qui sont jugés « » »."""
    return any(group.last < one.first and one.last < index and one.finite for one in sentence.groups)


def _claimed(discourse: Discourse, place: Place, group: VerbGroup) -> Attribution | None:
    """“rejected the department's claim that ... “game the system””: the words are of who claims."""
    sentence = discourse.sentences[place.number]
    for index in range(place.index - 1, group.last, -1):
        if sentence.lower[index] not in words_of("claims", sentence.language) or sentence.names[index]:
            continue
        if sentence.language == "en" and sentence.lower[index - 1] == "'s":
            phrase = phrase_before(sentence, index - 2)
        elif sentence.language == "fr" and sentence.lower[index + 1] in words_of("of", "fr"):
            phrase = phrase_from(sentence, index + 2)
        else:
            return None
        who = discourse.resolve(place.number, phrase, speaks=True) if phrase else None
        return Attribution(who, None, "clause") if who and (who.entity or who.person) else None
    return None


def _of_noun(discourse: Discourse, place: Place) -> Attribution | None:
    """« La phrase de X, « ... », a choqué »: a noun for words, with whose they are."""
    sentence, end = discourse.sentences[place.number], place.index - 1
    if end < 1 or sentence.lower[end] not in (",", ":"):
        return None
    phrase = phrase_before(sentence, end - 1)
    noun = head(sentence, phrase) if phrase else None
    if phrase is None or noun is None or noun[1].standing is not Standing.DOCUMENT:
        return None
    entity = named(sentence, phrase)
    who = discourse.resolve(place.number, phrase) if entity else None
    return Attribution(who, None, "noun") if who else None


def _of_named_subject(discourse: Discourse, place: Place) -> Attribution | None:
    """A longer passage whose verb tells what somebody named does; a short one right behind what a person does."""
    sentence = discourse.sentences[place.number]
    quote = sentence.quotes[place.index]
    text = discourse.page.text[quote.inner.start : quote.inner.end]
    long = len(text.split()) >= LONG_PASSAGE
    for group in reversed(sentence.groups):
        if group.last >= place.index or not group.finite or group.passive:
            continue
        if reports(sentence, group):
            return None
        if not long and (place.index - group.last > 1 or not text[:1].islower()):
            return None
        phrase = subject(sentence, group)
        who = discourse.resolve(place.number, phrase) if phrase else None
        known = who is not None and who.entity is not None and who.rule != "document" and (long or who.person)
        return Attribution(who, None, "subject") if known else None
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
    between = sentence.lower[group.last + 1 : index]
    return ";" in between or between.count("(") > between.count(")")


def predicate(discourse: Discourse, place: Place) -> Attribution | None:
    """The quotation is what the author tells of the subject: « La Cnil « prend acte » », « X est « ravi » »."""
    sentence = discourse.sentences[place.number]
    end = place.index - 1
    if sentence.lower[max(0, end - 2) : end + 1] in ([",", "elle", ","], [",", "lui", ","]):
        end -= 3
    if sentence.lower[end] == "on":
        return _behind_on(discourse, place.number)
    link = next((group for group in sentence.groups if group.first <= end <= group.last), None)
    if link and link.lemma in _LINKS:
        phrase = subject(sentence, link)
    elif _begins_with_verb(discourse, sentence.quotes[place.index]):
        while end >= 0 and sentence.lower[end] in _AUXILIARIES[sentence.language]:
            end -= 1
        phrase = phrase_before(sentence, end) if end >= 0 else None
    else:
        return None
    if phrase and phrase.first > 0 and sentence.lower[phrase.first - 1] in ("que", "qu'", "that"):
        return None
    who = discourse.resolve(place.number, phrase) if phrase else None
    known = who is not None and (who.person if link else who.rule != "unnamed")
    return Attribution(who, None, "predicate") if who and known else None


def _behind_on(discourse: Discourse, number: int) -> Attribution | None:
    """« Place Beauvau, on « prend acte » »: the house that the sentence begins with."""
    sentence = discourse.sentences[number]
    name = next((name for name in sentence.names[:3] if name), None)
    if name is None or name.entity.kind is not FactKind.ORGANISATION:
        return None
    who = discourse.resolve(number, Phrase(name.first, name.last))
    return Attribution(who, None, "predicate") if who else None


def _begins_with_verb(discourse: Discourse, quote: Marked) -> bool:
    first = discourse.voices.get(quote)
    if first is None:
        return False
    word = first.lower[0]
    tenses = {reading.tense for reading in readings(first.language).get(word, ())}
    return bool(tenses & (FINITE | {Tense.PARTICIPLE})) or word in ("ne", "n'", "se", "s'")
