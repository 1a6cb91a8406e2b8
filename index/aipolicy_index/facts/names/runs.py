"""Stretches of words with capitals: what may be a name before anything is known of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.employers import owner_end
from aipolicy_index.facts.names.lexicon import index
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run, trimmed
from aipolicy_index.facts.names.words import Scan, Word

_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_QUOTES = frozenset("“”\"«»'‘’")


def is_capital(word: Word) -> bool:
    """Whether the word begins like a name: a capital, or the form of a brand (xAI, iPhone)."""
    if word.kind != "word" or word.text.islower():
        return False
    return word.text[0].isupper() or bool(_BRAND.match(word.text))


def runs(scan: Scan, taken: bytearray, known: Mapping[int, int]) -> Iterator[Run]:
    """The stretches of capitals outside the words already taken, titles and roles cut off, in order.

    `known` gives for the first word of each name that is certain where it ends.
    """
    past = 0
    articles = words("names/grammar_words.txt", "arabic articles")
    for place, word in enumerate(scan.words):
        if (word.text.islower() and word.text not in articles) or word.kind == "mark" or place < past:
            continue
        if taken[place] or scan.flat[word.line] or not _begins(scan, place):
            continue
        end = known[place] if _stands_before_person(scan, place, known) else _end(scan, place, taken)
        if owner := owner_end(scan, place, end):
            yield Run(place, owner, owner, False, None)
        else:
            yield from trimmed(scan, place, end)
        past = owner or end


def _stands_before_person(scan: Scan, place: int, known: Mapping[int, int]) -> bool:
    """Whether a known name is followed by a person's: « le député LR Éric Ciotti »."""
    names, end = vocabulary.first_names(), known.get(place, len(scan.words))
    if not scan.same_line(place, end + 1) or scan.words[end].hyphen:
        return False
    if end == place + 1 and scan.folded[place] in names:
        return False
    first_name = names.get(scan.folded[end])
    return first_name is not None and not first_name.common and scan.words[end].text[0].isupper()


def _begins(scan: Scan, place: int) -> bool:
    word = scan.words[place]
    if word.kind == "elision":
        opens = word.text[0].isupper() and (not word.initial or word.folded == "o'")
        return opens and is_capital(scan.words[place + 1])
    if word.text in words("names/grammar_words.txt", "arabic articles"):
        return scan.same_line(place, place + 1) and _is_hyphened_capital(scan, place + 1)
    return is_capital(word) and (len(word.text) > 1 or _is_initial_letter(scan, place))


def _is_hyphened_capital(scan: Scan, place: int) -> bool:
    return scan.words[place].hyphen and is_capital(scan.words[place])


def _is_initial_letter(scan: Scan, place: int) -> bool:
    """« J. D. Vance », « I-Télé »."""
    if scan.same_line(place, place + 1) and _is_hyphened_capital(scan, place + 1):
        return True
    if not scan.same_line(place, place + 2):
        return False
    stop = scan.words[place + 1]
    return stop.text == "." and stop.start == scan.words[place].end and scan.words[place + 2].text[0].isupper()


def _end(scan: Scan, first: int, taken: bytearray) -> int:
    end = first + 1
    while step := _step(scan, first, end, taken):
        end += step
    return end


def _step(scan: Scan, first: int, end: int, taken: bytearray) -> int:
    """How many more words belong to the run that now ends before `end`."""
    if not scan.same_line(first, end) or taken[end]:
        return 0
    word, before = scan.words[end], scan.words[end - 1]
    if is_capital(word) and (word.hyphen or not word.initial):
        return 1
    if word.text == "." and len(before.text) == 1 and before.text.isupper() and _is_initial_letter(scan, end - 1):
        return 1
    if word.text in vocabulary.legal_forms():
        return 1
    if word.hyphen and end - first > 1 and _is_syllable(scan, end) and not _goes_on_with_hyphen(scan, end):
        return 1
    if not scan.same_line(end, end + 1) or taken[end + 1]:
        return 0
    return _joined(scan, first, end) or _linked(scan, first, end)


def _joined(scan: Scan, first: int, end: int) -> int:
    """An elision, an ampersand, a nickname or hyphens that go on to another capital."""
    word, following, word_before = scan.words[end], scan.words[end + 1], scan.words[end - 1].text
    if word.kind == "elision" and (word.text[0].isupper() or _may_be_noble(scan, first, end)):
        return 2 if is_capital(following) else 0
    if word.text == "&" and is_capital(following):
        return 2
    if word.text == "," and is_capital(following) and _is_firm(scan, end + 2):
        return 2
    if word.text in (",", "and") and scan.page.language == "en" and _is_committee(scan, first, end):
        return 2
    if word.text == "'" and word.start == scan.words[end - 1].end and scan.folded[end - 1].endswith("s"):
        return 2 if is_capital(following) and following.start > word.end else 0
    if word.text in _QUOTES and (size := _past_nickname(scan, first, end)):
        return size
    owned = word.kind == "possessive" and following.folded in words("names/grammar_words.txt", "offices")
    if owned and not (len(word_before) > 1 and word_before.isupper()):
        return 2 if is_capital(following) else 0
    if word.hyphen and not following.hyphen and is_capital(following) and _is_syllable(scan, end):
        return 2
    if word.hyphen and following.hyphen and not word.text.isdigit():
        if is_capital(following):
            return 2
        return 3 if scan.same_line(end, end + 2) and _is_hyphened_capital(scan, end + 2) else 0
    return 0


def _is_committee(scan: Scan, first: int, end: int) -> bool:
    """« the Work and Pensions Committee », "the Culture, Media and Sport Committee": matters, then the head."""
    known = words("names/institution_words.txt", "english matters") | {"relations"}
    if any(form not in known and form != "and" and form != "," for form in scan.folded[first:end]):
        return False
    place = end + 1
    while scan.same_line(first, place) and (scan.folded[place] in known or scan.words[place].text in (",", "and")):
        place += 1
    head = scan.words[place].text if scan.same_line(first, place) else ""
    return head in ("Committee", "Department", "Ministry", "Court", "Tribunal", "Commission", "Agency", "Board")


def _is_firm(scan: Scan, place: int) -> bool:
    """« Bird, Marsh & Pell »: an ampersand and another capital behind the second partner."""
    return scan.same_line(place - 1, place + 1) and scan.words[place].text == "&" and is_capital(scan.words[place + 1])


def _goes_on_with_hyphen(scan: Scan, place: int) -> bool:
    return scan.same_line(place, place + 1) and scan.words[place + 1].hyphen


def _is_syllable(scan: Scan, place: int) -> bool:
    """« Sun-hee Kwon », « Ban Ki-moon », but not « Rendez-nous »."""
    word = scan.words[place]
    if not word.text.islower() or not 2 <= len(word.text) <= 6 or word.folded in vocabulary.function_words():
        return False
    return word.folded not in words("names/grammar_words.txt", "suffixes")


def _may_be_noble(scan: Scan, first: int, end: int) -> bool:
    """« Solène d'Hautecombe », « Valéry Giscard d'Estaing », but not « Rick Smith d'Axon »."""
    if _is_first_name(scan, first, end):
        return True
    if scan.folded[end + 1] in index() or not is_capital(scan.words[end + 1]):
        return False
    if scan.folded[first] in vocabulary.civilities():
        first += 2 if scan.words[first + 1].text == "." else 1
    if end - first == 1:
        return _is_titled(scan, first)
    known = vocabulary.first_names().get(scan.folded[first])
    return known is not None and not known.common and end - first == 2


def _is_titled(scan: Scan, first: int) -> bool:
    """« M. Sarrazin de Montferrand », « le général Philibert d'Anglemont »: a title stands before the name."""
    before = first - 1
    if scan.same_line(before, first) and vocabulary.roles(scan.page.language, backwards=True).at(scan.folded, before):
        return True
    if scan.same_line(before - 1, first) and scan.words[before].text == ".":
        before -= 1
    return scan.same_line(before, first) and scan.folded[before] in ("m", "mme", "mlle", "me", "mr", "mrs", "ms", "dr")


def _past_nickname(scan: Scan, first: int, end: int) -> int:
    """« Harold “Hap” Lindqvist », « Michael “Big Mike” Sandoval »: how many words the nickname and the next are."""
    for size in (1, 2):
        closing = end + size + 1
        if not scan.same_line(end, closing + 1) or not is_capital(scan.words[end + size]):
            return 0
        if scan.words[closing].text in _QUOTES:
            last_name = is_capital(scan.words[closing + 1])
            return size + 3 if last_name and _is_first_name(scan, first, end) else 0
    return 0


def _linked(scan: Scan, first: int, end: int) -> int:
    """The particle or connector at `end` with the capital that follows it."""
    word = scan.words[end]
    foreign = words("names/grammar_words.txt", "foreign particles")
    french = words("names/grammar_words.txt", "french particles")
    noble = word.text == "de" and (scan.page.language == "en" or _may_be_noble(scan, first, end))
    if word.text in foreign or noble or (word.text in french and _is_first_name(scan, first, end)):
        for size in (1, 2):
            if not scan.same_line(end, end + size):
                return 0
            if is_capital(scan.words[end + size]):
                return size + 1
            if scan.words[end + size].text not in foreign | french:
                return 0
    if (
        word.text == "of"
        and scan.folded[first] in words("names/grammar_words.txt", "peerage")
        and end - first == 2
        and is_capital(scan.words[end + 1])
    ):
        return 2
    if scan.page.language == "en" and word.text in words("names/grammar_words.txt", "connectors"):
        return _english_link(scan, first, end)
    return 0


def _english_link(scan: Scan, first: int, end: int) -> int:
    """« Department of Health and Human Services »: connectors, once the run has the head of a body."""
    heads = vocabulary.heads("en", "of")
    titled = scan.words[end].text == "of" and _is_announced(scan, first)
    if not titled and not any(heads.at(scan.folded, place) for place in range(first + 1, end + 1)):
        return 0
    size = 1
    while scan.same_line(end, end + size) and scan.words[end + size].text in ("the", "of", "on", "for"):
        size += 1
    if not scan.same_line(end, end + size) or not is_capital(scan.words[end + size]):
        return 0
    if scan.folded[end + size] in vocabulary.calendar_words():
        return 0
    return 0 if scan.words[end].text == "and" and _is_other_body(scan, end + size) else size + 1


def _is_announced(scan: Scan, first: int) -> bool:
    """« the nonprofit Friends of Privacy »."""
    noun = vocabulary.nouns("en", backwards=True).at(scan.folded, first - 1) if first else None
    return noun is not None and noun[1].category in ("ngo", "medium", "party")


def _is_other_body(scan: Scan, first: int) -> bool:
    """Whether the capitals behind « and » are a body of their own: « Department of Justice and Fernwood Labs »."""
    last = first
    while scan.same_line(first, last + 1) and is_capital(scan.words[last + 1]):
        last += 1
    tail = vocabulary.heads("en", "last").at(scan.folded, last)
    acronym = last == first and len(scan.words[first].text) > 1 and scan.words[first].text.isupper()
    known = any(one.words == scan.folded[first : first + len(one.words)] for one in index().get(scan.folded[first]))
    return acronym or known or (last > first and tail is not None)


def _is_first_name(scan: Scan, first: int, end: int) -> bool:
    known = vocabulary.first_names()
    return end - first <= 3 and all(form in known for form in scan.folded[first:end])
