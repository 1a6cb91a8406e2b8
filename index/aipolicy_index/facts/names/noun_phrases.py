"""Where a French noun ends with what belongs to it, told by the words' endings and short lists."""

from __future__ import annotations

from functools import cache

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.words import Scan, folded

ARTICLES = frozenset(("la", "l'", "les", "le"))
_INFINITIVE = ("er", "ir", "re")


@cache
def institution_adjectives() -> frozenset[str]:
    """Folded adjectives that stand in the names of bodies and laws."""
    return frozenset(folded(word) for word in words("names/institution_words.txt", "adjectives"))


@cache
def matters() -> frozenset[str]:
    """What a ministry may be of, folded."""
    return frozenset(folded(word) for word in words("names/institution_words.txt", "matters"))


@cache
def nouns_like_verbs() -> frozenset[str]:
    """Folded nouns with the ending of an infinitive."""
    return frozenset(folded(word) for word in words("names/institution_words.txt", "verbs"))


def is_demonym(scan: Scan, position: int) -> bool:
    """Whether a lower-case adjective of a country or place begins here."""
    return scan.words[position].text[0].islower() and (
        scan.folded[position] in adjectives() or past_demonym(scan, position) > position + 1
    )


def past_demonym(scan: Scan, position: int) -> int:
    """Where the adjective that begins here ends: « sud-coréenne » is two words."""
    if scan.same_line(position, position + 1) and scan.words[position + 1].hyphen:
        joined = f"{scan.folded[position]}-{scan.folded[position + 1]}"
        return position + 2 if joined in adjectives() else position + 1
    return position + 1


def past_adjectives(scan: Scan, position: int) -> int:
    """Where the adjectives that begin here end."""
    known = institution_adjectives()
    while scan.same_line(position - 1, position) and scan.words[position].text[0].islower():
        if scan.folded[position] in known:
            position += 1
        elif is_demonym(scan, position):
            position = past_demonym(scan, position)
        elif _and_another(scan, position):
            position += 2
        else:
            break
    return position


def _and_another(scan: Scan, position: int) -> bool:
    known = institution_adjectives()
    return (
        scan.words[position].text == "et"
        and scan.same_line(position, position + 1)
        and scan.folded[position + 1] in known
        and scan.folded[position - 1] in known
    )


def is_noun(scan: Scan, place: int, *, after_article: bool) -> bool:
    """Whether the word may be a common noun in a name: no small word, no number, no infinitive."""
    word, form = scan.words[place], scan.folded[place]
    if word.kind != "word" or form in vocabulary.function_words() or not word.text.isalpha() or len(form) < 2:
        return False
    return after_article or not form.endswith(_INFINITIVE) or form in nouns_like_verbs()


def past_noun(scan: Scan, position: int) -> int | None:
    """Where a noun with its article and adjectives ends that begins here; None when none does."""
    after_article = False
    while scan.same_line(position - 1, position) and scan.folded[position] in ARTICLES and not after_article:
        position, after_article = position + 1, True
    if not scan.same_line(position - 1, position):
        return None
    prenominal = scan.folded[position] in words("names/grammar_words.txt", "before nouns")
    if prenominal and scan.same_line(position, position + 1):
        position += 1
    if not is_noun(scan, position, after_article=after_article):
        return None
    position += 1
    while scan.same_line(position - 1, position) and scan.words[position].hyphen:
        position += 1
    return past_adjectives(scan, position)
