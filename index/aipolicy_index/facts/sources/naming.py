"""Which words name a document: its noun, what is said of it before and behind, who made or printed it."""

from __future__ import annotations

from typing import NamedTuple

from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.sentences import Sentence
from aipolicy_index.facts.grammar.standing import MEDIUM
from aipolicy_index.facts.sources.cues import ends_with, first_words, known_words

BEFORE_NOUN = 4
OWNER_REACH = 6
"""How many words the owner of « X's report » may have."""
LONGEST = 9
"""How many words the name of a document may have: « rapport de l'Inspection générale de l'administration »."""
_IN = frozenset(("dans", "in"))
_DEFINITE = frozenset("ce cette ces le la l' les this these that the its his her their son sa ses leur".split())
_PRINTED = {"fr": frozenset(("dans", "par")), "en": frozenset(("in", "by"))}


class Document(NamedTuple):
    """Words `first` to `last` of a sentence name a document; with its articles and owner it begins at `start`."""

    start: int
    first: int
    noun: int
    last: int
    bare: bool
    """Whether nothing behind its noun tells whose or what it is."""
    maker: tuple[int, int] | None
    """The words that name who made or printed it."""
    printed: bool
    """Whether that is the medium that printed it."""

    @property
    def reach(self) -> int:
        """How many words of its phrase may stand before its name."""
        return max(2, self.first - self.start)


def named_from(sentence: Sentence, noun: int, size: int) -> Document | None:
    """The document whose noun begins at a word and has `size` words; None when it only is a part of something else."""
    first = _first(sentence, noun)
    start = _start(sentence, first)
    quoted = noun + size in sentence.quotes
    if quoted or not _is_head(sentence, noun, first, start) or _is_compound(sentence, noun + size):
        return None
    bare = noun + size - 1
    last, maker = _last(sentence, noun, size)
    printed = False
    if maker and sentence.names[maker[0]] and _is_medium(sentence, maker[0]):
        printed = True
        last = bare
    elif maker is None and (at := _printed_in(sentence, last)):
        maker, printed = at, True
    return Document(start, first, noun, last, last == bare and first == noun, maker, printed)


def is_definite(sentence: Sentence, found: Document) -> bool:
    """Whether the text speaks of it as known: « ce rapport », “its report”, “the memo”."""
    return found.start < found.first and sentence.lower[found.first - 1] in _DEFINITE


def _first(sentence: Sentence, index: int) -> int:
    """Where the name begins: in English with the words before its noun, “leaked White House memo”."""
    if sentence.language == "fr":
        return index
    first = index
    while first > max(0, index - BEFORE_NOUN) and not _small(sentence, first - 1):
        first -= 1
    while first < index and sentence.lower[first][0].isdigit():
        first += 1
    return first


def _small(sentence: Sentence, index: int) -> bool:
    if sentence.names[index]:
        return sentence.lower[index + 1] == "'s"
    word = sentence.lower[index]
    names = ("articles", "prepositions", "of", "clause_stops", "conjoining", "relatives", "subordinators")
    in_verb = any(group.first <= index <= group.last for group in sentence.groups if group.finite)
    return in_verb or not word[0].isalnum() or any(word in words_of(name, sentence.language) for name in names)


def _start(sentence: Sentence, first: int) -> int:
    """The first word of the phrase: articles, « plusieurs de ses », in English the owner of it too."""
    start, articles = first, words_of("articles", sentence.language) | known_words("before_noun", sentence.language)
    while start > 0 and (sentence.lower[start - 1] in articles or sentence.lower[start - 1][0].isdigit()):
        start -= 1
    if start > 1 and sentence.lower[start - 1] == "'s":
        for at in range(start - 2, max(-1, start - 2 - OWNER_REACH), -1):
            cue = ends_with(sentence.lower, at, "before", sentence.language)
            if cue or sentence.lower[at - 1 : at] in (["in"], [","]):
                return at
            if at == 0:
                return 0
    return start


def _is_compound(sentence: Sentence, after: int) -> bool:
    """“disclosure filings”: the noun only qualifies the next one."""
    heads = first_words("en", "document")
    return sentence.language == "en" and after < len(sentence.words) and sentence.lower[after] in heads


def _is_head(sentence: Sentence, noun: int, first: int, start: int) -> bool:
    """Whether a new phrase begins at the noun, or at the words that belong to it before it."""
    if first == 0 or start < first:
        return True
    before = sentence.lower[first - 1]
    language = sentence.language
    articles = before in words_of("articles", language) or before == "'s" or before[0].isdigit()
    plural = sentence.lower[noun].endswith("s")
    many = first > 1 and before in ("of", "de", "d'") and sentence.lower[first - 2] in known_words("many", language)
    bare = plural and (many or before in _IN or before in (",", "et", "and"))
    cue = any(ends_with(sentence.lower, first, where, language) for where in ("before", "leaning"))
    return articles or bare or cue or (language == "fr" and before in ("des", "aux", "du"))


def _last(sentence: Sentence, index: int, size: int) -> tuple[int, tuple[int, int] | None]:
    """The last word of the name, and who made it: behind « de », « publié par », “by”, “from”."""
    language, last = sentence.language, index + size - 1
    while sentence.lower[last + 1 : last + 2] and sentence.lower[last + 1] in known_words("exclusive", language):
        last += 1
    at = last + 1
    if at < len(sentence.words) and sentence.words[at].capital and language == "fr":
        name = sentence.names[at]
        end = name.last if name else at
        return end, (at, end)
    maker = None
    leaked = not known_words("leaked", language).isdisjoint(sentence.lower[max(0, index - 3) : at])
    while at < min(len(sentence.words) - 1, index + LONGEST):
        if sentence.lower[at] == "," and sentence.lower[at + 1] in known_words("made", language):
            at += 1
        if leaked and sentence.lower[at] in known_words("made", language):
            break
        if sentence.lower[at] in known_words("made", language) and sentence.lower[at + 1] in ("par", "by"):
            at += 1
        elif sentence.lower[at] not in words_of("of", language) | {"by", "from"}:
            break
        after = at + 1
        while after < len(sentence.words) - 1 and sentence.lower[after] in words_of("articles", language):
            after += 1
        if sentence.lower[after][0].isdigit() and not _is_year(sentence.lower[after]):
            break
        after = _introduced(sentence, after)
        if not sentence.names[after] and sentence.lower[after] in known_words("vague", language):
            break
        name = sentence.names[after]
        last = name.last if name else after
        maker = (maker[0] if maker else after, last)
        at = last + 1
    return last, maker


def _introduced(sentence: Sentence, after: int) -> int:
    """The name behind « l'ONG », “the think tank”; the word itself where none follows."""
    for at in range(after, min(after + 4, len(sentence.words))):
        if sentence.names[at]:
            return at
        if _small(sentence, at) or sentence.lower[at] in words_of("of", sentence.language):
            break
    return after


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _is_medium(sentence: Sentence, index: int) -> bool:
    name = sentence.names[index]
    return name is not None and name.entity.category == MEDIUM


def _printed_in(sentence: Sentence, last: int) -> tuple[int, int] | None:
    """« étude parue mercredi dans la revue Science », “study in the journal Nature”: the stretch where it is named."""
    for at in range(last + 1, min(len(sentence.words) - 1, last + 7)):
        word = sentence.lower[at]
        in_verb = any(group.first <= at <= group.last and group.finite for group in sentence.groups)
        if in_verb or word in (",", ".", ";", ":", "«»"):
            return None
        if word in _IN or word in ("au", "aux"):
            appeared = any(one in known_words("appeared", sentence.language) for one in sentence.lower[last + 1 : at])
            if appeared or (word == "in" and at == last + 1):
                return at + 1, min(len(sentence.words) - 1, at + 8)
    return None
