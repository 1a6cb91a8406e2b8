"""Stretches of words with capitals: what may be a name before anything is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from aipolicy_index.facts.grammar.conjugation import Tense
from aipolicy_index.facts.grammar.lexicon import readings
from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.lexicon import adjectives
from aipolicy_index.facts.names.words import Scan, Word

_FOREIGN_PARTICLES = frozenset(
    "van von der den ter ten el al bin ibn ben ould da dos das do di del della af av zu y e bint abu san".split()
)
_FRENCH_PARTICLES = frozenset(("de", "du", "des", "d'", "la", "le"))
_VERSION = re.compile(r"v?\d{1,3}(?:[.,]\d+)*[a-z]{0,2}\Z", re.IGNORECASE)
_EDITION = frozenset(
    "pro large small medium ultra max mini nano turbo flash opus sonnet haiku plus lite instruct".split()
)
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_ARTICLES = frozenset(("le", "la", "les", "l'", "the"))
_QUOTES = frozenset("“”\"«»'‘’")
_CONNECTORS = frozenset(("of", "for", "on", "and", "the", "in", "&"))


class Run(NamedTuple):
    """Words `first` up to, not including, `end`; a version number behind it reaches to `full_end`."""

    first: int
    end: int
    full_end: int
    initial: bool
    """Its first capital may be that of a sentence."""
    civility: str | None
    """The title before it, folded."""


def is_capital(word: Word) -> bool:
    """Whether the word begins like a name: a capital, or the form of a brand (xAI, iPhone)."""
    return word.kind == "word" and (word.text[0].isupper() or bool(_BRAND.match(word.text)))


def runs(scan: Scan, taken: bytearray, known: Mapping[int, int]) -> Iterator[Run]:
    """The stretches of capitals outside the words already taken, titles and roles cut off, in order.

    `known` gives for the first word of each name that is certain where it ends.
    """
    words, position = scan.words, 0
    while position < len(words):
        if taken[position] or scan.flat[words[position].line] or not _begins(scan, position):
            position += 1
            continue
        end = _end(scan, position, taken)
        for first, last in _parted(scan, position, end, known):
            yield from _trimmed(scan, first, last)
        position = end


def _parted(scan: Scan, first: int, end: int, known: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """The run in two where a known name stands before a person's: « le député LR Éric Ciotti »."""
    names = vocabulary.first_names()
    middle = known.get(first, end)
    if middle + 1 < end and not scan.words[middle].hyphen:
        first_name = names.get(scan.folded[middle])
        if first_name and not first_name.common and scan.folded[first] not in names:
            yield first, middle
            first = middle
    yield first, end


def _begins(scan: Scan, position: int) -> bool:
    word = scan.words[position]
    if word.kind == "elision":
        return word.text[0].isupper() and not word.initial and is_capital(scan.words[position + 1])
    return is_capital(word) and (len(word.text) > 1 or _is_initial_letter(scan, position))


def _is_initial_letter(scan: Scan, position: int) -> bool:
    words = scan.words
    return (
        scan.same_line(position, position + 2)
        and words[position + 1].text == "."
        and words[position + 1].start == words[position].end
        and words[position + 2].text[0].isupper()
    )


def _end(scan: Scan, first: int, taken: bytearray) -> int:
    end = first + 1
    while step := _step(scan, first, end, taken):
        end += step
    return end


def _step(scan: Scan, first: int, end: int, taken: bytearray) -> int:
    """How many more words belong to the run that now ends before `end`."""
    words = scan.words
    if not scan.same_line(first, end) or taken[end]:
        return 0
    word, before = words[end], words[end - 1]
    if is_capital(word) and not (word.initial and not word.hyphen):
        return 1
    if word.text == "." and len(before.text) == 1 and before.text.isupper() and _is_initial_letter(scan, end - 1):
        return 1
    if word.text in vocabulary.legal_forms():
        return 1
    if not scan.same_line(end, end + 1) or taken[end + 1]:
        return 0
    following = words[end + 1]
    if (
        word.kind == "elision"
        and is_capital(following)
        and (word.text[0].isupper() or _after_first_name(scan, first, end))
    ):
        return 2
    if word.text == "&" and is_capital(following):
        return 2
    if word.text in _QUOTES and _is_nickname(scan, first, end):
        return 4
    if word.hyphen and following.hyphen and not word.text.isdigit():
        return 2 if is_capital(following) else 3 if _is_hyphen_chain(scan, end) else 0
    return _linked(scan, first, end)


def _is_nickname(scan: Scan, first: int, end: int) -> bool:
    """« Harold “Hap” Lindqvist »."""
    words = scan.words
    return (
        scan.same_line(end, end + 3)
        and is_capital(words[end + 1])
        and words[end + 2].text in _QUOTES
        and is_capital(words[end + 3])
        and _after_first_name(scan, first, end)
    )


def _is_hyphen_chain(scan: Scan, end: int) -> bool:
    return scan.same_line(end, end + 2) and scan.words[end + 2].hyphen and is_capital(scan.words[end + 2])


def _linked(scan: Scan, first: int, end: int) -> int:
    """The particle or connector at `end` with the capital that follows it."""
    words, word = scan.words, scan.words[end]
    if word.text in _FOREIGN_PARTICLES or (word.text in _FRENCH_PARTICLES and _after_first_name(scan, first, end)):
        for size in (1, 2):
            if not scan.same_line(end, end + size):
                return 0
            if is_capital(words[end + size]):
                return size + 1
            if words[end + size].text not in _FOREIGN_PARTICLES | _FRENCH_PARTICLES:
                return 0
    if scan.page.language == "en" and word.text in _CONNECTORS:
        return _english_link(scan, first, end)
    return 0


def _english_link(scan: Scan, first: int, end: int) -> int:
    """« Department of Health and Human Services »: connectors, once the run has the head of a body."""
    heads = vocabulary.heads("en", "of")
    opened = any(heads.at(scan.folded, place) for place in range(first + 1, end + 1))
    if not opened:
        return 0
    size = 1
    while scan.same_line(end, end + size) and scan.words[end + size].text in ("the", "of", "on", "for"):
        size += 1
    return size + 1 if scan.same_line(end, end + size) and is_capital(scan.words[end + size]) else 0


def _after_first_name(scan: Scan, first: int, end: int) -> bool:
    known = vocabulary.first_names()
    words = [word for word in scan.folded[first:end]]
    return len(words) <= 3 and all(word in known for word in words)


def _trimmed(scan: Scan, first: int, end: int) -> Iterator[Run]:
    """The run without titles, roles and words of the sentence; two runs where a role stands in the middle."""
    civility: str | None = None
    start = first
    while start < end:
        size = _lead(scan, start, end)
        if not size:
            break
        word = scan.folded[start]
        civility = word if word in vocabulary.civilities() else civility if scan.words[start].text == "." else None
        start += size
    if start >= end:
        return
    for middle in range(start + 1, end - 1):
        if _splits(scan, middle):
            yield from _cut(scan, start, middle, civility)
            yield from _trimmed(scan, middle, end)
            return
    yield from _cut(scan, start, end, civility)


def _splits(scan: Scan, position: int) -> bool:
    """Whether a role stands between two names: « OpenAI CEO Sam Altman »."""
    return not scan.words[position].hyphen and bool(
        vocabulary.roles(scan.page.language, backwards=False).at(scan.folded, position)
    )


def _lead(scan: Scan, start: int, end: int) -> int:
    """How many words at the start are no part of the name: a title, a role, an adjective, a word of the sentence."""
    word, form, alone = scan.words[start], scan.folded[start], start + 1 == end
    if word.text == ".":
        return 1
    if not alone and scan.words[start + 1].hyphen:
        return 0
    if form in vocabulary.civilities() and (not alone or word.initial):
        return 1
    if not alone and (size := _calls(scan, start)):
        return size
    if form in _ARTICLES and not word.initial:
        return 0
    if not alone and not word.initial and form in vocabulary.first_names():
        return 0
    if form in vocabulary.function_words():
        return 1
    if form in vocabulary.common_words() or form in adjectives():
        return int(alone or not (form in vocabulary.first_names() or (not word.initial and len(form) < 4)))
    return int(not alone and word.initial and _is_participle(scan, start))


def _calls(scan: Scan, start: int) -> int:
    """The size of a role or of a noun for a thing that stands before its name: « PDG X », « ONG X », "Director X"."""
    language = scan.page.language
    for phrases in (vocabulary.roles(language, backwards=False), vocabulary.nouns(language, backwards=False)):
        if found := phrases.at(scan.folded, start):
            acronym = scan.words[start].text.isupper()
            if phrases is not vocabulary.nouns(language, backwards=False) or acronym:
                return found[0]
    return 0


def _is_participle(scan: Scan, start: int) -> bool:
    """« Baptisé Thémis », « Interrogée par »: a participle that opens the sentence."""
    form = scan.words[start].text.lower()
    found = readings(scan.page.language).get(form, ())
    return any(reading.tense in (Tense.PARTICIPLE, Tense.GERUND) for reading in found) and (
        scan.folded[start] not in vocabulary.first_names()
    )


def _cut(scan: Scan, first: int, end: int, civility: str | None) -> Iterator[Run]:
    words = scan.words
    while end > first and ((words[end - 1].text == "." and len(words[end - 2].text) > 1) or words[end - 1].text == "&"):
        end -= 1
    if end <= first or all(len(words[place].text) == 1 for place in range(first, end)):
        return
    if all(text in vocabulary.common_words() for text in scan.folded[first:end]) or _is_broken(scan, end):
        return
    yield Run(first, end, _with_version(scan, end), words[first].initial, civility)


def _is_broken(scan: Scan, end: int) -> bool:
    """Whether a hyphen goes on in lower case: « Rendez-nous », « Trump-compatible »."""
    return (
        scan.same_line(end - 1, end)
        and scan.words[end].hyphen
        and scan.words[end].text.isalpha()
        and not _is_pronoun(scan, end)
    )


def _is_pronoun(scan: Scan, place: int) -> bool:
    return scan.folded[place] in (
        "t",
        "il",
        "elle",
        "on",
        "ils",
        "elles",
        "la",
        "ci",
        "compatible",
        "based",
        "backed",
        "owned",
        "style",
        "led",
    )


def _with_version(scan: Scan, end: int) -> int:
    """Where the run ends with the version number behind it: « Nerval 3 », « Lumi-70B », « Gemini 2.5 Pro »."""
    words = scan.words
    if not scan.same_line(end - 1, end) or not _VERSION.match(words[end].text):
        return end
    number, following = words[end], words[end + 1] if scan.same_line(end, end + 1) else None
    if (
        number.hyphen
        or following is None
        or (following.kind == "mark" and following.text not in "%€$°£")
        or (
            following.folded in vocabulary.function_words()
            or (following.folded in _EDITION and following.text[0].isupper())
        )
    ):
        end += 1
    else:
        return end
    while scan.same_line(end - 1, end) and words[end].folded in _EDITION and words[end].text[0].isupper():
        end += 1
    return end
