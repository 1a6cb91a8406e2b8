"""The subject of a verb group, before it or behind it, and the agent of a passive one."""

from __future__ import annotations

from aipolicy_index.facts.grammar.conjugation import FINITE, Tense
from aipolicy_index.facts.grammar.descriptors import Standing, describe
from aipolicy_index.facts.grammar.function_words import any_of, is_adverb, words_of
from aipolicy_index.facts.grammar.lexicon import inquit
from aipolicy_index.facts.grammar.naming import may_act, somebody
from aipolicy_index.facts.grammar.phrases import (
    across_insertion,
    antecedent,
    opening,
    phrase_before,
    phrase_from,
)
from aipolicy_index.facts.grammar.sentences import QUOTED, Phrase, Sentence
from aipolicy_index.facts.grammar.verb_groups import VerbGroup

_BEFORE_INVERSION = frozenset(
    (QUOTED, ",", "comme", "que", "qu'", "ainsi", "—", "–", "-", '"', "as", "?", "!", "…", ")")
)
AGENT_REACH = 12
INSERTION = 6
"""How many words an insertion between an inverted verb and its subject may have."""
COMPLEMENTS = 4
"""How many complements may stand between an inverted verb and its subject: « a dit lundi à l'AFP, à Paris, X »."""


def subject(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """The phrase that is the subject of the group, None when no clear one is found."""
    key = (group.first, group.last)
    if key not in sentence.subjects:
        sentence.subjects[key] = _subject(sentence, group)
    return sentence.subjects[key]


def _subject(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    if group.inverted:
        clitics = words_of("inversions", sentence.language)
        places = range(group.first, min(len(sentence.words), group.last + 2))
        at = next((index for index in places if sentence.lower[index] in clitics), group.last)
        return Phrase(at, at, group.inverted)
    if group.tense is Tense.INFINITIVE and (narrative := _of_narrative(sentence, group)):
        return narrative
    if group.governor:
        governing = next((one for one in reversed(sentence.groups) if one.last < group.first), None)
        return subject(sentence, governing) if governing else _of_unknown_verb(sentence, group)
    if group.tense is Tense.GERUND:
        return modified(sentence, group) or _of_gerund(sentence, group)
    return _behind(sentence, group) or _before(sentence, group)


def agent(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """Who does what a passive group tells: « interdit par X », “banned by X”."""
    by = "par" if sentence.language == "fr" else "by"
    for index in range(group.last + 1, min(len(sentence.words), group.last + AGENT_REACH)):
        word = sentence.lower[index]
        if word == by and _names_agent(sentence, index + 1):
            return phrase_from(sentence, index + 1)
        if word in (";", ":", ".", "?", "!", "qui", "who") or any(one.first == index for one in sentence.groups):
            return None
    return None


def _names_agent(sentence: Sentence, index: int) -> bool:
    """Not « par exemple », « par la voix de », “by 2027”, “by email”."""
    language, count = sentence.language, len(sentence.words)
    first = sentence.lower[index] if index < count else ""
    if first[:1].isdigit():
        return index + 1 < count and describe(sentence.lower, index + 1, language) is not None
    while (
        index < count and sentence.names[index] is None and sentence.lower[index] in words_of("determiners", language)
    ):
        index += 1
    return index < count and sentence.lower[index] not in words_of("no_agent", language)


def parties(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """The first of two who agree: « un accord signé entre A et B », “the deal between A and B was signed”."""
    between = "entre" if sentence.language == "fr" else "between"
    whole = subject(sentence, group) if group.passive else None
    near = range(group.last + 1, min(len(sentence.words), group.last + AGENT_REACH))
    for index in (*range(whole.first, whole.last + 1), *near) if whole else near:
        if sentence.lower[index] == between:
            return phrase_from(sentence, index + 1)
    return None


def _of_unknown_verb(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """« on se borne à répéter »: the subject of an infinitive whose governing verb no list has."""
    index = group.first - 1
    while index >= 0 and sentence.lower[index] in ("à", "de", "d'"):
        index -= 1
    index = _last_before(sentence, index - 1)
    if index < 0:
        return None
    if sentence.names[index]:
        return phrase_before(sentence, index)
    return Phrase(index, index, sentence.lower[index]) if _is_pronoun(sentence, index) else None


def _is_pronoun(sentence: Sentence, index: int) -> bool:
    pronouns = words_of("subject_pronouns", sentence.language) - words_of("relatives", sentence.language)
    return sentence.names[index] is None and sentence.lower[index] in pronouns


def _of_narrative(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """« Et Marc Duval de conclure »: an infinitive that tells like a finite verb."""
    name = sentence.names[group.first - 2] if group.first > 1 else None
    tells = name is not None and sentence.lower[group.first - 1] == "de" and name.first <= 1
    return Phrase(name.first, name.last) if name and tells else None


def modified(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """« un traité interdisant », “a bill banning”: what a participle right behind a noun belongs to."""
    if group.first < 2 or group.finite:
        return None
    if sentence.lower[group.first - 1] == "," and _tells_of_law(sentence, group.first - 2):
        return antecedent(sentence, group.first)
    if sentence.lower[group.first - 1] in (",", "en", QUOTED, ")"):
        return None
    before = sentence.lower[group.first - 1]
    if before in ("celui", "celle", "ceux", "celles", "those"):
        return Phrase(group.first - 1, group.first - 1, "ce")
    small = set().union(*(words_of(name, sentence.language) for name in ("prepositions", "conjoining", "of")))
    if (
        before in small
        or is_adverb(before, sentence.language)
        or any(one.last == group.first - 1 for one in sentence.groups)
    ):
        return None
    return antecedent(sentence, group.first)


def _tells_of_law(sentence: Sentence, index: int) -> bool:
    """« la loi, interdisant »: a law right before the comma interdicts by itself."""
    noun = describe(sentence.lower, index, sentence.language)
    return noun is not None and noun.standing is Standing.LAW


def _of_gerund(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """« Meta change de cap en autorisant ... »: the subject of the finite verb before, else of the one behind."""
    before = [one for one in sentence.groups if one.finite and one.last < group.first]
    behind = [one for one in sentence.groups if one.finite and one.first > group.last]
    main = before[-1] if before else behind[0] if behind else None
    return subject(sentence, main) if main else None


def _behind(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """The subject that follows a verb of saying: « », a déclaré X », « comme l'a rappelé X », “said X”."""
    if group.lemma.split(" ")[0] not in inquit(sentence.language) or group.passive or group.tense not in FINITE:
        return None
    before = _last_before(sentence, group.first - 1, we=group.first_person)
    if before < 0:
        return inverted_subject(sentence, group.last + 1) if _answers_quotation(sentence) else None
    if sentence.names[before] or sentence.lower[before] not in _BEFORE_INVERSION:
        return None
    if sentence.lower[before] == ")" and sentence.lower[opening(sentence, before) - 1] != QUOTED:
        return None
    beside = QUOTED in sentence.lower[max(0, before - 1) : before + 1]
    if (
        sentence.lower[before] == ","
        and not beside
        and (sentence.language == "en" or across_insertion(sentence, before))
    ):
        return None
    phrase = inverted_subject(sentence, group.last + 1)
    speaks = phrase is not None and (beside or phrase.pronoun is not None or somebody(sentence, phrase))
    return phrase if speaks else None


def _answers_quotation(sentence: Sentence) -> bool:
    """Whether a sentence that begins with its verb may follow a quotation: « Oui. » Répond X."""
    return sentence.voice is not None or bool(sentence.quotes)


def inverted_subject(sentence: Sentence, first: int) -> Phrase | None:
    """The phrase at or after a word, « lundi », « à l'AFP », « dans un communiqué » passed over."""
    index, count = first, len(sentence.words)
    for _ in range(COMPLEMENTS):
        index = _past_adverbs(sentence, index)
        if index >= count:
            return None
        word = sentence.lower[index]
        if sentence.names[index] is None and word in words_of("prepositions", sentence.language):
            index = _past_complement(sentence, index)
        elif word == "," and (closing := _closing_comma(sentence, index)):
            index = closing + 1
        elif word == "," and (index > first or _complement_follows(sentence, index)):
            index += 1
        else:
            break
    return phrase_from(sentence, index) if index < count and may_act(sentence, index) else None


def _closing_comma(sentence: Sentence, comma: int) -> int | None:
    """The end of « a lâché, visiblement agacé, X »: a few words between commas before the subject."""
    if comma + 1 >= len(sentence.words) or may_act(sentence, comma + 1):
        return None
    for index in range(comma + 2, min(len(sentence.words) - 1, comma + INSERTION)):
        if sentence.lower[index] == "," and may_act(sentence, index + 1):
            return index
    return None


def _complement_follows(sentence: Sentence, comma: int) -> bool:
    """« a confié, à Reuters, le directeur »: behind the comma stands no subject but a complement."""
    if comma + 1 >= len(sentence.words):
        return False
    word = sentence.lower[comma + 1]
    return word in words_of("prepositions", sentence.language) or is_adverb(word, sentence.language)


def _past_adverbs(sentence: Sentence, index: int) -> int:
    while index < len(sentence.words) and sentence.names[index] is None:
        word = sentence.lower[index]
        preposition = word in words_of("prepositions", sentence.language)
        if preposition or not (is_adverb(word, sentence.language) or word[0].isdigit()):
            break
        index += 1
    return index


def _past_complement(sentence: Sentence, index: int) -> int:
    """The word after « à l'AFP », « dans un communiqué publié lundi », « sur X »."""
    language, count = sentence.language, len(sentence.words)
    small = any_of(language, "determiners", "prepositions")
    index = _past_noun(sentence, index, small)
    while index < count and sentence.names[index] is None:
        word = sentence.lower[index]
        if word in words_of("of", language):
            index = _past_noun(sentence, index, small)
        elif word in small or word in (",", QUOTED, ".") or describe(sentence.lower, index, language):
            break
        else:
            index += 1
    return index


def _past_noun(sentence: Sentence, index: int, small: frozenset[str]) -> int:
    count = len(sentence.words)
    while index < count and sentence.names[index] is None and sentence.lower[index] in small:
        index += 1
    if index >= count:
        return count
    name = sentence.names[index]
    return name.last + 1 if name else index + 1


def _before(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    index = _last_before(sentence, group.first - 1, we=group.first_person)
    if index < 0:
        return None
    word, language = sentence.lower[index], sentence.language
    if sentence.names[index]:
        return phrase_before(sentence, index)
    if word in words_of("relatives", language) and not (word == "that" and index and _is_that(sentence, index)):
        return antecedent(sentence, index)
    if word in words_of("subject_pronouns", language) or word in ("celui-ci", "celle-ci"):
        return Phrase(index, index, word.rstrip("'"))
    if word in words_of("conjoining", language) or word in ("puis", "then", "ou", "or", "mais", "but"):
        return _shared(sentence, group)
    if word in (",", "—", "–", "-"):
        return across_insertion(sentence, index) or _shared(sentence, group)
    if word == ")":
        index = opening(sentence, index) - 1
    return phrase_before(sentence, index) if index >= 0 else None


def _is_that(sentence: Sentence, index: int) -> bool:
    """“said that the”: a conjunction, not a pronoun."""
    return any(group.last == index - 1 for group in sentence.groups)


def _last_before(sentence: Sentence, index: int, *, we: bool = False) -> int:
    """The last word up to the index that is no clitic, negation or adverb; `we`: of a verb in the first person."""
    language = sentence.language
    while index >= 0 and sentence.names[index] is None:
        word = sentence.lower[index]
        clitic = word in words_of("clitics", language) and not (word in ("nous", "vous") and we)
        if not (clitic or word in words_of("negations", language) or is_adverb(word, language)):
            break
        index -= 1
    return index


def _shared(sentence: Sentence, group: VerbGroup) -> Phrase | None:
    """« X a salué le texte et annoncé un recours »: the subject of the finite verb before."""
    before = [one for one in sentence.groups if one.finite and one.last < group.first]
    return subject(sentence, before[-1]) if before else None
