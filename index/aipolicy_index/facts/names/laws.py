"""Laws named by their subject: « loi sur les marchés publics », « proposition de règlement sur l'intelligence artificielle »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.names.clues import is_finite
from aipolicy_index.facts.names.noun_phrases import past_adjectives, past_noun
from aipolicy_index.facts.names.phrases import Phrases
from aipolicy_index.facts.names.words import Scan

_HEADS = Phrases(
    [
        (phrase, gender)
        for gender, several in (
            ("f", "loi|loi-cadre|directive|proposition de loi|proposition de règlement|proposition de directive|convention|charte|déclaration|résolution"),
            ("m", "projet de loi|règlement|projet de règlement|traité|pacte|décret|avant-projet de loi|projet de décret"),
        )
        for phrase in several.split("|")
    ]
)  # fmt: skip
_ABOUT = Phrases(
    [
        (phrase, None)
        for phrase in "sur|relatif à|relative à|relatif au|relative au|relatif aux|relative aux|concernant|encadrant|régulant".split(
            "|"
        )
    ]
)
_SOLEMN = frozenset(("charte", "convention", "declaration", "pacte"))
"""What, with a capital, is followed by « de » before its subject: « Charte des droits fondamentaux »."""
_OF = frozenset(("de", "d'", "du", "des"))
_ARTICLES = frozenset(("le", "la", "l'", "les"))
COMPLEMENTS = 4
"""How many complements the subject of a law may have."""


def laws(scan: Scan) -> Iterator[tuple[int, int, str]]:
    """The first word, the end and the gender of each law that its subject names."""
    for position, word in enumerate(scan.words):
        if word.kind == "word" and (found := _HEADS.at(scan.folded, position)):
            solemn = word.text[0].isupper() and scan.folded[position] in _SOLEMN
            end = _past_subject(scan, past_adjectives(scan, position + found[0]), solemn=solemn)
            if end is not None:
                yield position, end, str(found[1])


def _past_subject(scan: Scan, position: int, *, solemn: bool) -> int | None:
    if (
        scan.same_line(position - 1, position)
        and scan.words[position].text == "n"
        and scan.same_line(position, position + 2)
    ):
        position += 3
    if not scan.same_line(position - 1, position + 1):
        return None
    about = _ABOUT.at(scan.folded, position)
    size = about[0] if about else int(solemn and scan.folded[position] in _OF)
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


def _past_complement(scan: Scan, position: int) -> int | None:
    if not scan.same_line(position - 1, position + 1):
        return None
    form, text = scan.folded[position], scan.words[position].text
    if form in ("de", "d'", "du", "des") or text in ("à", "aux", "au"):
        return past_noun(scan, position + 1)
    if form in ("et", "ou") and scan.folded[position + 1] in _ARTICLES | {"de", "des", "du", "d'"}:
        start = position + 1 + (scan.folded[position + 1] not in _ARTICLES)
        end = past_noun(scan, start)
        return end if end is not None and not _goes_on_as_clause(scan, end) else None
    return None


def _goes_on_as_clause(scan: Scan, end: int) -> bool:
    """Whether what follows « et » has a verb of its own."""
    return scan.same_line(end - 1, end) and scan.words[end].kind == "word" and is_finite(scan, end)
