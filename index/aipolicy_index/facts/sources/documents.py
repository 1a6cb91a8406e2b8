"""Documents that are credited: « selon un rapport du Sénat », « une étude de l'université de Lille estime »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.lexicon import saying
from aipolicy_index.facts.grammar.reference import Discourse
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.grammar.subjects import subject
from aipolicy_index.facts.sources.credits import Credit
from aipolicy_index.facts.sources.cues import credit_verbs, ends_with, expressions, first_words, starts_with

BEFORE_NOUN = 4
LONGEST = 9
"""How many words the name of a document may have: « rapport de l'Inspection générale de l'administration »."""
_IN = frozenset(("dans", "in"))
_BARE_NUMBERS = frozenset("chiffres données estimations calculs statistiques figures data count tally".split())
"""Nouns that are no document by themselves: only somebody's figures are."""
_DEFINITE = frozenset("ce cette ces le la l' les this these that the its his her their son sa ses leur".split())


def of_documents(discourse: Discourse) -> Iterator[Credit]:
    """The credited documents; one taken up again (« ce rapport ») only when none of its sort was credited before."""
    seen: set[str] = set()
    for sentence in discourse.sentences:
        if sentence.voice is not None:
            continue
        heads = first_words("document", sentence.language)
        for index in (index for index, word in enumerate(sentence.lower) if word in heads):
            words = None if sentence.names[index] else starts_with(sentence.lower, index, "document", sentence.language)
            if not words or not _is_head(sentence, index) or not (rule := _credited(sentence, index)):
                continue
            last = _last(sentence, index, len(words))
            if words[-1] in _BARE_NUMBERS and last == index + len(words) - 1:
                continue
            again = last == index + len(words) - 1 and sentence.lower[index - 1] in _DEFINITE and index > 0
            if last < 0 or (again and seen):
                continue
            seen.add(words[0])
            span = sentence.cut(_first(sentence, index), last)
            yield Credit(span, " ".join(discourse.page.text[span.start : span.end].split()), rule)


def _first(sentence: Sentence, index: int) -> int:
    """Where the document's name begins: in English with the words before its noun, “leaked White House memo”."""
    if sentence.language == "fr":
        return index
    first = index
    while first > max(0, index - BEFORE_NOUN) and not _small(sentence, first - 1):
        first -= 1
    return first


def _small(sentence: Sentence, index: int) -> bool:
    if sentence.names[index]:
        return False
    word = sentence.lower[index]
    names = ("articles", "prepositions", "of", "clause_stops", "conjoining", "relatives", "subordinators")
    in_verb = any(group.first <= index <= group.last for group in sentence.groups if group.finite)
    return in_verb or not word[0].isalnum() or any(word in words_of(name, sentence.language) for name in names)


def _is_head(sentence: Sentence, index: int) -> bool:
    """Whether a new phrase begins at the noun, or at the words that belong to it before it."""
    first = _first(sentence, index)
    if first == 0 or sentence.lower[first - 1] in words_of("articles", sentence.language):
        return True
    bare = sentence.lower[index].endswith("s") and sentence.lower[first - 1] in _IN
    return bare or ends_with(sentence.lower, first, "before", sentence.language) is not None


def _credited(sentence: Sentence, noun: int) -> str | None:
    start = index = _first(sentence, noun)
    while start > 0 and (sentence.lower[start - 1] in words_of("articles", sentence.language)):
        start -= 1
    if ends_with(sentence.lower, start, "before", sentence.language):
        return "document"
    if start > 0 and sentence.lower[start - 1] in _IN and sentence.lower[index - 1] not in _DEFINITE:
        return "document_in" if _told(sentence) else None
    if _published(sentence, start, index):
        return "document_published"
    return "document_says" if _says(sentence, index) else None


def _published(sentence: Sentence, start: int, index: int) -> bool:
    """« publie un rapport »: what an actor brings out for the first time."""
    verbs = {word for words in expressions("publish", sentence.language) for word in words}
    near = [group for group in sentence.groups if group.last < start <= group.last + 4 and not group.passive]
    new = start < index and sentence.lower[index - 1] not in _DEFINITE
    return new and any(group.lemma in verbs for group in near)


def _told(sentence: Sentence) -> bool:
    """Whether the sentence reports what somebody says there."""
    telling = credit_verbs(sentence.language) | saying(sentence.language)["say"]
    return bool(sentence.quotes) or any(group.lemma in telling for group in sentence.groups)


def _says(sentence: Sentence, index: int) -> bool:
    """Whether the document is the subject of a verb that tells what it holds."""
    telling = credit_verbs(sentence.language) | saying(sentence.language)["say"]
    new = index > 0 and sentence.lower[index - 1] in words_of("indefinite", sentence.language)
    new = new and starts_with(sentence.lower, index, "study", sentence.language) is not None
    for group in sentence.groups:
        if group.finite and not group.passive and (new or group.lemma in telling):
            phrase = subject(sentence, group)
            if phrase and phrase.first <= index <= phrase.last and index - phrase.first <= 2:
                return True
    return False


def _last(sentence: Sentence, index: int, size: int) -> int:
    """The last word of the document's name, its author or year behind « de » included; -1 when a medium made it."""
    last = index + size - 1
    if sentence.lower[last + 1 : last + 2] in (["interne"], ["internes"], ["confidentiel"], ["confidentielle"]):
        last += 1
    at = last + 1
    if at < len(sentence.words) and sentence.words[at].capital and sentence.language == "fr":
        name = sentence.names[at]
        return name.last if name else at
    while at < min(len(sentence.words) - 1, index + LONGEST):
        if sentence.lower[at] not in words_of("of", sentence.language) | {"by", "from"}:
            break
        after = at + 1
        while after < len(sentence.words) - 1 and sentence.lower[after] in words_of("articles", sentence.language):
            after += 1
        name = sentence.names[after]
        if name and name.entity.category == MEDIUM:
            return -1
        last = name.last if name else after
        at = last + 1
    return last
