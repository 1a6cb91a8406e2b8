"""What opens a sentence before its subject and says what it is: « Filiale de Thales, X », « Fondée en 2019, X »."""

from __future__ import annotations

from collections.abc import Iterator

from aipolicy_index.facts.names import vocabulary
from aipolicy_index.facts.names.nationalities import adjectives
from aipolicy_index.facts.names.tables import words
from aipolicy_index.facts.names.trimming import Run
from aipolicy_index.facts.names.verbs import is_subject_of
from aipolicy_index.facts.names.vocabulary import Clue
from aipolicy_index.facts.names.words import Scan
from aipolicy_index.model import FactKind

REACH = 14
"""Words that the opening may have."""


def opening(scan: Scan, run: Run) -> Iterator[Clue]:
    """What the noun or participle says with which the sentence opens, where the name is its subject."""
    yield from _camp(scan, run)
    comma = run.first - 1
    if (
        not scan.same_line(comma, run.full_end)
        or scan.words[comma].text != ","
        or not is_subject_of(scan, run.full_end)
    ):
        return
    start = next((here for here in range(comma - 1, comma - REACH, -1) if not _goes_back(scan, here, comma)), None)
    if start is None or not scan.words[start].initial:
        return
    form = scan.folded[start]
    for kind in (FactKind.ORGANISATION, FactKind.PERSON):
        if form in words("names/grammar_words.txt", f"opens {kind}"):
            yield Clue(kind, 4, f"{kind} opening")
            return
    noun = vocabulary.nouns(scan.page.language, backwards=False).at(scan.folded, start)
    if noun:
        yield Clue(noun[1].kind, 5, f"{noun[1].kind} opening", noun[1].category)


def _camp(scan: Scan, run: Run) -> Iterator[Clue]:
    """« Chez les Verts »: whose members go by a plural; neither a family nor a people."""
    before, form = run.first - 2, scan.folded[run.end - 1]
    if not scan.same_line(before, run.first) or scan.folded[before : run.first] != ("chez", "les"):
        return
    family = form in scan.last_names or form[:-1] in scan.last_names
    if form.endswith(("s", "x")) and form not in adjectives() and form[:-1] not in adjectives() and not family:
        yield Clue(FactKind.ORGANISATION, 4, "organisation camp")


def _goes_back(scan: Scan, place: int, comma: int) -> bool:
    """Whether the opening goes on to the left of this word."""
    return scan.same_line(place, comma) and not scan.words[place].initial and scan.words[place].text not in ";:()«»"
