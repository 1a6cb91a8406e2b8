"""Laws that their subject names: « loi sur les marchés publics », « Charte des droits fondamentaux »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from aipolicy_index.facts.names.noun_phrases import past_adjectives, past_noun
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.verbs import is_finite
from aipolicy_index.facts.names.words import Scan

COMPLEMENTS = 4
"""How many complements the subject of a law may have."""


@cache
def _heads() -> Phrases[str]:
    """What a law may be called, with the gender of the noun."""
    return Phrases((phrase, gender) for gender in "fm" for phrase in words("names/law_words.txt", f"heads {gender}"))


@cache
def _about() -> Phrases[None]:
    """What stands before the subject of a law."""
    return Phrases((phrase, None) for phrase in words("names/law_words.txt", "about"))


def _small(section: str) -> frozenset[str]:
    return words("names/grammar_words.txt", section)


def laws(scan: Scan) -> Iterator[tuple[int, int, str]]:
    """The first word, the end and the gender of each law that its subject names."""
    for position in scan.places_of(_heads().keys):
        word = scan.words[position]
        if word.kind == "word" and (found := _heads().at(scan.folded, position)):
            solemn = word.text[0].isupper() and scan.folded[position] in words("names/law_words.txt", "solemn")
            end = _past_subject(scan, past_adjectives(scan, position + found[0]), solemn=solemn)
            if end is not None and solemn:
                end = _past_twin(scan, end)
            if end is not None:
                yield position, end, str(found[1])


def _past_subject(scan: Scan, position: int, *, solemn: bool) -> int | None:
    if (
        scan.same_line(position - 1, position)
        and scan.words[position].text == "n"
        and scan.same_line(position, position + 2)
    ):
        position += 3
    position = _past_year(scan, position)
    if not scan.same_line(position - 1, position + 1):
        return None
    about = _about().at(scan.folded, position)
    size = about[0] if about else int(solemn and scan.folded[position] in _small("of fr"))
    if not size:
        return None
    end = past_noun(scan, position + size)
    if end is None:
        return None
    for _ in range(COMPLEMENTS):
        following = _past_complement(scan, end)
        if following is None:
            break
        end = following
    return end


def _past_year(scan: Scan, position: int) -> int:
    """« loi de 2013 sur ... », « loi du 6 août 2004 relative à ... »."""
    if not scan.same_line(position - 1, position + 1) or scan.folded[position] not in ("de", "du"):
        return position
    for place in range(position + 1, position + 4):
        if (
            scan.same_line(position, place + 1)
            and scan.words[place].text.isdigit()
            and len(scan.words[place].text) == 4
        ):
            return place + 1
    return position


def _past_twin(scan: Scan, end: int) -> int:
    """« Charte des droits et libertés »."""
    if not scan.same_line(end - 1, end + 1) or scan.words[end].text != "et":
        return end
    return past_noun(scan, end + 1) or end


def _past_complement(scan: Scan, position: int) -> int | None:
    if not scan.same_line(position - 1, position + 1):
        return None
    form, text = scan.folded[position], scan.words[position].text
    if form in ("de", "d'", "du", "des") or text in ("à", "aux", "au"):
        return past_noun(scan, position + 1)
    if form in ("et", "ou") and scan.folded[position + 1] in _small("articles") | {"de", "des", "du", "d'"}:
        start = position + 1 + (scan.folded[position + 1] not in _small("articles"))
        end = past_noun(scan, start)
        return end if end is not None and not _goes_on_as_clause(scan, end) else None
    return None


def _goes_on_as_clause(scan: Scan, end: int) -> bool:
    """Whether what follows « et » has a verb of its own."""
    return scan.same_line(end - 1, end) and scan.words[end].kind == "word" and is_finite(scan, end)
