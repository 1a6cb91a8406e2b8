"""Whether what the lexicon finds is that thing beyond doubt."""

from __future__ import annotations

from aipolicy_index.facts.names import lexicon, vocabulary
from aipolicy_index.facts.names.lexicon import Match
from aipolicy_index.facts.names.verbs import is_finite
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind

_ALSO_ADJECTIVES = frozenset(("us", "u.s.", "u.s", "uk", "u.k.", "eu", "quebec"))
_OF = frozenset(("de", "d'", "du", "des", "la", "l'", "les", "a", "au", "aux"))
LOUD = 4
"""Letters of a word in capitals that is no acronym."""
_ARTICLES = frozenset(("le", "la", "l'", "un", "une", "the", "du"))


def is_certain(scan: Scan, match: Match) -> bool:
    """Whether the match needs no evidence: a name of several words, or one that is nothing else."""
    entry = match.alias.entry
    if is_barred(scan, match):
        return False
    if entry.exact and _goes_on(scan, match):
        return False
    if _is_shouted(scan, match) or _is_matter(scan, match) or _is_street(scan, match):
        return False
    if _is_part_of_hyphenated(scan, match) or _is_adjective(scan, match):
        return False
    return not entry.ambiguous or (match.end - match.first > 1 and match.alias.text != entry.name)


def is_barred(scan: Scan, match: Match) -> bool:
    """Whether an article makes something else of the name: « le mistral », « l'orange »."""
    return match.alias.entry.no_article and _is_after_article(scan, match)


def _goes_on(scan: Scan, match: Match) -> bool:
    """Whether a name of common words goes on to a longer one: « L'Écho d'Armor », « La Croix du Nord »."""
    if not scan.same_line(match.first, match.end + 1) or scan.folded[match.end] not in ("de", "d'", "du", "des"):
        return False
    return scan.words[match.end + 1].text[0].isupper()


def _is_shouted(scan: Scan, match: Match) -> bool:
    """« WHO WANTS WHAT »: an acronym among words in capitals is only another word."""
    if match.end > match.first + 1 or not scan.words[match.first].text.isupper():
        return False
    beside = [place for place in (match.first - 1, match.end) if scan.same_line(match.first, place)]
    return any(_is_loud(scan.words[place].text) for place in beside)


def _is_loud(text: str) -> bool:
    if len(text) < LOUD or not text.isalpha() or not text.isupper():
        return False
    return not any(alias.text.isupper() for alias in lexicon.index().get(fold(text)))


def _is_matter(scan: Scan, match: Match) -> bool:
    """« le ministre de l'Éducation nationale »: there the ministry is what the minister is of."""
    if match.alias.entry.category != "ministry" or scan.words[match.first].folded.startswith("minist"):
        return False
    place = match.first - 1
    while scan.same_line(place, match.first) and scan.folded[place] in _OF:
        place -= 1
    return scan.same_line(place, match.first) and scan.folded[place] in ("ministre", "ministres")


def _is_street(scan: Scan, match: Match) -> bool:
    """« Mombasa Road », "Orange Street"."""
    if not scan.same_line(match.first, match.end) or match.alias.entry.name in ("Wall Street", "Downing Street"):
        return False
    return scan.words[match.end].text in ("Road", "Street", "Avenue", "Lane", "Boulevard")


def _is_after_article(scan: Scan, match: Match) -> bool:
    before = match.first - 1
    return scan.same_line(before, match.first) and scan.folded[before] in _ARTICLES


def _is_adjective(scan: Scan, match: Match) -> bool:
    """Whether an English short name of a country qualifies the next word: "the US firm", "U.S. officials"."""
    if scan.page.language != "en" or scan.folded[match.first] not in _ALSO_ADJECTIVES or match.end > match.first + 1:
        return False
    if match.alias.entry.kind is not FactKind.PLACE or not scan.same_line(match.first, match.end):
        return False
    following = scan.words[match.end]
    if following.kind != "word" or following.folded in vocabulary.function_words():
        return False
    return following.text[0].isupper() or not is_finite(scan, match.end)


def _is_part_of_hyphenated(scan: Scan, match: Match) -> bool:
    """Whether the match is a part of a longer hyphenated name: « Ecolo-Groen », « Val-d'Isère », « Lille-Sud »."""
    words, after, before = scan.words, match.end, match.first - 1
    if scan.same_line(match.first, after) and words[after].hyphen and words[after].text[0].isupper():
        return not _is_pair(match, words[after].folded)
    if not scan.same_line(before, match.first):
        return False
    if words[before].kind == "elision":
        return words[before].hyphen
    if not words[match.first].hyphen:
        return False
    return words[before].hyphen if words[before].text[0].islower() else not _is_pair(match, words[before].folded)


def _is_pair(match: Match, neighbour: str) -> bool:
    """Whether the hyphen joins two known names: « l'accord OpenAI-Microsoft »."""
    return match.alias.entry.kind is not FactKind.PLACE and neighbour in lexicon.index()
