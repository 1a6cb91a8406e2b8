"""Noun phrases as stretches of words: the one that ends before a verb, the one that begins after it."""

from __future__ import annotations

from itertools import pairwise

from aipolicy_index.facts.grammar.appositions import apposed_to, begins_verb, with_apposition
from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.descriptors import Standing, describe
from aipolicy_index.facts.grammar.function_words import any_of, is_adverb, words_of
from aipolicy_index.facts.grammar.sentences import QUOTED, Phrase, Sentence
from aipolicy_index.model import FactKind

_EDGES = frozenset((",", "—", "–", "-"))
_CONTRAST = frozenset(("quand", "tandis", "alors", "while", "as", "whereas"))
"""Words that begin a further clause with a subject of its own."""
_HEAD_NOISE = _CONTRAST.union(
    ('"', QUOTED, "-", "–", "—", "•", "si", "if", "mais", "but", "or", "car", "»", "”", ")", "pour")
)
_FOLLOWING = {
    "fr": frozenset(("en", "sur", "pour", "à", "au", "aux", "chez")),
    "en": frozenset(("for", "at", "in", "on")),
}
"""Prepositions that may continue a phrase begun by an article: « chargée du numérique pour l'Europe »."""
ANTECEDENT_REACH = 8
BRACKET = 6
"""How many words may stand in brackets inside a phrase."""
RELATIVE = 9
"""How many words a relative clause between a description and its name may have."""


def phrase_before(sentence: Sentence, end: int) -> Phrase | None:
    """The noun phrase that ends at a word, from its article or name on."""
    first = end
    while first >= 0:
        if sentence.lower[first] == ")" and sentence.names[first] is None:
            first = opening(sentence, first) - 1
        elif sentence.names[first] or not _stops(sentence, first):
            first -= 1
        else:
            break
    first += 1
    if first > end:
        return None
    end = _without_date(sentence, first, end)
    found = nominal(sentence, first, end) or _unclosed(sentence, first, end)
    return found or _last_nominal(sentence, first, end)


def _without_date(sentence: Sentence, first: int, end: int) -> int:
    """The last word of « un groupe de sénateurs en octobre », “a federal judge on Friday” without the date."""
    dated = any_of(sentence.language, "months", "determiners")
    at = end
    while at > first and (sentence.lower[at] in dated or sentence.lower[at][0].isdigit()):
        at -= 1
    preposition = sentence.lower[at] in words_of("prepositions", sentence.language) and sentence.names[at] is None
    return at - 1 if preposition and at > first else end


def _unclosed(sentence: Sentence, first: int, end: int) -> Phrase | None:
    """« Gaston X, premier vice-président du Burundi a réagi »: an apposition that no comma closes."""
    if first < 2 or sentence.lower[first - 1] != "," or not (name := sentence.names[first - 2]):
        return None
    role = any(describe(sentence.lower, index, sentence.language) for index in range(first, min(first + 3, end + 1)))
    return Phrase(name.first, end) if role else None


def _stops(sentence: Sentence, index: int) -> bool:
    word, language = sentence.lower[index], sentence.language
    if word in words_of("clause_stops", language) or word in words_of("relatives", language) - {"that"}:
        return True
    if word in words_of("conjoining", language):
        return not joins(sentence, index)
    return _in_verb(sentence, index, infinitives=True)


def _in_verb(sentence: Sentence, index: int, *, infinitives: bool) -> bool:
    return any(
        group.first <= index <= group.last
        for group in sentence.groups
        if group.finite or (infinitives and group.tense is Tense.INFINITIVE)
    )


def joins(sentence: Sentence, index: int) -> bool:
    """Whether « et » joins two parts of one phrase: « de l'Économie et des Finances », « A et B »."""
    if index + 1 >= len(sentence.words) or index == 0:
        return False
    after, language = sentence.lower[index + 1], sentence.language
    both_named = sentence.names[index + 1] is not None and sentence.names[index - 1] is not None
    return both_named or after in words_of("of", language) or after in words_of("articles", language)


def nominal(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """The stretch as a subject: it begins with an article, a name or a known noun, and holds no finite verb."""
    first = _past_noise(sentence, first, last)
    if first > last or any(first <= group.first <= last for group in sentence.groups if group.finite):
        return None
    if sentence.names[first] is None and any(group.first == first for group in sentence.groups):
        return None
    word, language = sentence.lower[first], sentence.language
    starts = any_of(language, "articles", "titles")
    if sentence.names[first] or word in starts or word[0].isdigit():
        return Phrase(first, last)
    if first == last and sentence.words[first].capital:
        return Phrase(first, last)
    if word in ("lui", "elle", "eux") and sentence.lower[first + 1] == "et":
        return Phrase(first, first, word)
    if word in words_of("prepositions", language) and not describe(sentence.lower, first, language):
        return None
    known = any(describe(sentence.lower, index, language) for index in range(first, min(last, first + 4) + 1))
    if known and (language == "en" or sentence.words[first].capital or describe(sentence.lower, first, language)):
        return Phrase(first, last)
    return None


def _past_noise(sentence: Sentence, first: int, last: int) -> int:
    if sentence.lower[first : first + 1] == ["("] and ")" in sentence.lower[first : last + 1]:
        first = sentence.lower.index(")", first) + 1
    conjoining = words_of("conjoining", sentence.language)
    while first <= last and sentence.names[first] is None:
        word = sentence.lower[first]
        if not (word in _HEAD_NOISE or word in conjoining or is_adverb(word, sentence.language) or word[0].isdigit()):
            break
        if word[0].isdigit() and first < last and describe(sentence.lower, first + 1, sentence.language):
            break
        first += 1
    return first


def _last_nominal(sentence: Sentence, first: int, end: int) -> Phrase | None:
    """The last article or name of the stretch that hangs on no preposition: « En avril Microsoft »."""
    language = sentence.language
    hung = any_of(language, "prepositions", "of", "determiners")
    hung -= words_of("subordinators", language)
    for index in range(end, first - 1, -1):
        name = sentence.names[index]
        if name and name.first != index:
            continue
        starts = name is not None or sentence.lower[index] in words_of("articles", language)
        if starts and (index == first or sentence.lower[index - 1] not in hung):
            return Phrase(index, end)
    return None


def across_insertion(sentence: Sentence, comma: int) -> Phrase | None:
    """The subject before an insertion: « Axon, un fabricant de tasers, a lancé ... »."""
    for left, right in pairwise([*_edges(sentence, comma), comma]):
        first, last = left + 1, right - 1
        if first > last:
            continue
        if right < comma and (phrase := nominal(sentence, first, last) or _behind_time(sentence, first, last)):
            return with_apposition(sentence, phrase, right)
        finite = any(first <= group.first <= last for group in sentence.groups if group.finite)
        aside = any_of(sentence.language, "subordinators", "prepositions") | {"que", "qu'"}
        following = sentence.lower[right + 1 : right + 2]
        if finite and sentence.lower[first] not in aside and not _CONTRAST & set(following):
            return None
    return None


def _behind_time(sentence: Sentence, first: int, last: int) -> Phrase | None:
    """« En mars un juge, X, a refusé », “In March 2023 a federal judge, X, refused”: what follows a date."""
    small = any_of(sentence.language, "prepositions", "months")
    at = first
    while at < last and (sentence.lower[at] in small or sentence.lower[at][0].isdigit()):
        at += 1
    return nominal(sentence, at, last) if at > first + 1 and sentence.names[first] is None else None


def _edges(sentence: Sentence, comma: int) -> list[int]:
    """Where the parts of the clause before a comma begin: at its commas and dashes, those in brackets left out."""
    edges: list[int] = []
    depth = 0
    for index in range(comma - 1, -1, -1):
        word = sentence.lower[index]
        depth += (word == ")") - (word == "(")
        if depth > 0 or sentence.names[index]:
            continue
        if word in _EDGES:
            edges.append(index)
        elif (
            depth < 0
            or (word in (";", ":", "que", "qu'", "that") and not _compares(sentence, index))
            or (word == QUOTED and index == 0)
        ):
            return [index, *reversed(edges)]
    return [-1, *reversed(edges)]


def _compares(sentence: Sentence, index: int) -> bool:
    """« telles que », « ainsi que », « X, que nous avons lu, »: a « que » that opens no clause of what is said."""
    return index > 0 and sentence.lower[index - 1] in ("tel", "telle", "tels", "telles", "ainsi", ",")


def antecedent(sentence: Sentence, relative: int) -> Phrase | None:
    """What a relative pronoun takes up: the name before it, or the last noun with its article."""
    index = relative - 1
    if index >= 0 and sentence.lower[index] in words_of("conjoining", sentence.language):
        earlier = [at for at in range(index) if sentence.lower[at] in words_of("relatives", sentence.language)]
        return antecedent(sentence, earlier[-1]) if earlier else across_insertion(sentence, index)
    if index >= 0 and sentence.lower[index] == ",":
        index = _before_participle(sentence, index - 1)
    if index >= 0 and sentence.lower[index] == ")":
        index = opening(sentence, index) - 1
    if index < 0:
        return None
    name = sentence.names[index]
    apart = sentence.lower[relative - 1] == ","
    if name and (apart or name.entity.kind is not FactKind.PLACE or not _hangs(sentence, name.first)):
        return Phrase(name.first, name.last)
    phrase = _last_with_article(sentence, index)
    return apposed_to(sentence, phrase) if phrase else Phrase(name.first, name.last) if name else None


def _before_participle(sentence: Sentence, end: int) -> int:
    """Over « (un avis), rendu jeudi dernier, (qui) »: the last word before the commas, or the same word."""
    comma = next((at for at in range(end, max(0, end - ANTECEDENT_REACH), -1) if sentence.lower[at] == ","), 0)
    told = comma and any(one.first == comma + 1 and one.tense is Tense.PARTICIPLE for one in sentence.groups)
    return comma - 1 if told else end


def _hangs(sentence: Sentence, first: int) -> bool:
    """« une jeune pousse de Paris qui »: a place behind a preposition is not what a relative clause tells of."""
    return first > 0 and sentence.lower[first - 1] in words_of("of", sentence.language) | {"from", "à", "in"}


def _last_with_article(sentence: Sentence, end: int) -> Phrase | None:
    language = sentence.language
    for first in range(end, max(-1, end - ANTECEDENT_REACH), -1):
        word = sentence.lower[first]
        if word in words_of("clause_stops", language):
            return None
        if word in words_of("articles", language) and first < end:
            if first and sentence.lower[first - 1] in words_of("of", language):
                continue
            return Phrase(first, end)
    return None


def opening(sentence: Sentence, close: int) -> int:
    """The opening bracket of a closing one, the head of the sentence when there is none."""
    return next((index for index in range(close, -1, -1) if sentence.lower[index] == "("), 0)


def phrase_from(sentence: Sentence, first: int) -> Phrase | None:
    """The noun phrase that begins at a word and runs to the next comma, verb or foreign preposition."""
    language, count = sentence.language, len(sentence.words)
    if first >= count:
        return None
    word = sentence.lower[first]
    if (
        sentence.names[first] is None
        and (word in words_of("subject_pronouns", language) or word in words_of("oblique_pronouns", language))
        and not _points_at_noun(sentence, first)
    ):
        return Phrase(first, first, word)
    last = first
    while last < count and not _ends(sentence, first, last):
        name = sentence.names[last]
        last = name.last + 1 if name else last + 1
        last = _past_party(sentence, last)
    if last == first:
        return None
    phrase = Phrase(first, last - 1)
    if last < count and sentence.lower[last] in words_of("relatives", language):
        last = next((at for at in range(last, min(count, last + RELATIVE)) if sentence.lower[at] == ","), last)
    return with_apposition(sentence, phrase, last) if last < count else phrase


def _past_party(sentence: Sentence, at: int) -> int:
    """The word behind « (Renaissance) » where a person's name follows: « la députée (Renaissance) Léa Roux »."""
    if at >= len(sentence.words) or sentence.lower[at] != "(":
        return at
    close = next((i for i in range(at, min(len(sentence.words) - 1, at + BRACKET)) if sentence.lower[i] == ")"), None)
    name = sentence.names[close + 1] if close is not None else None
    return close + 1 if close is not None and name and name.entity.kind is FactKind.PERSON else at


def _points_at_noun(sentence: Sentence, first: int) -> bool:
    """« ce dernier », « ce responsable »: « ce » before a noun, not « ce qui »."""
    following = sentence.lower[first + 1] if first + 1 < len(sentence.words) else ""
    noun = following in ("dernier", "dernière") or (following and describe(sentence.lower, first + 1, "fr") is not None)
    return sentence.language == "fr" and sentence.lower[first] == "ce" and bool(noun)


def _ends(sentence: Sentence, first: int, index: int) -> bool:
    if sentence.names[index]:
        return False
    word, language = sentence.lower[index], sentence.language
    if word in words_of("clause_stops", language) or word == QUOTED or word in words_of("relatives", language):
        abbreviated = index > 0 and (
            sentence.lower[index - 1] in words_of("titles", language) or sentence.initial(index - 1)
        )
        return not (word == "." and abbreviated)
    if word in words_of("conjoining", language):
        return not joins(sentence, index)
    if index > first and word in words_of("prepositions", language) and not _carries_on(sentence, index):
        return True
    return begins_verb(sentence, index) and not _is_role_word(sentence, index)


def _carries_on(sentence: Sentence, preposition: int) -> bool:
    """Whether a phrase goes on behind « à », « en »: with a charge or a place, no date nor « à la barre »."""
    language = sentence.language
    if sentence.lower[preposition] not in _FOLLOWING[language]:
        return False
    index, count = preposition + 1, len(sentence.words)
    while index < count and sentence.lower[index] in words_of("determiners", language):
        index += 1
    word = sentence.lower[index] if index < count else ""
    dated = word[:1].isdigit() or word in words_of("months", language)
    return not dated and word not in words_of("circumstances", language)


def _is_role_word(sentence: Sentence, index: int) -> bool:
    """« sa directrice produit, Aino Väisänen »: behind a role and before the name's comma no verb stands."""
    if index + 2 >= len(sentence.words) or sentence.lower[index + 1] != "," or not sentence.names[index + 2]:
        return False
    noun = describe(sentence.lower, index - 1, sentence.language)
    return noun is not None and noun.standing is Standing.PERSON
