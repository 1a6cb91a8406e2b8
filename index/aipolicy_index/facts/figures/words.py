"""The words and units by which figures are told from other numbers, from the data files."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aipolicy_index.facts.patterns import DATA
from aipolicy_index.language.datafiles import data_lines


class Words(NamedTuple):
    """The words of one language, by their role (see figure_words.tsv)."""

    stop: frozenset[str]
    plural: frozenset[str]
    adjective: frozenset[str]
    reference: frozenset[str]
    rhetorical: frozenset[str]
    definite: frozenset[str]
    clock: frozenset[str]
    measures: re.Pattern[str]
    """A unit of measure right after a number; the group that matches names its kind."""


@cache
def words(language: str) -> Words:
    """The words of `fr` or `en`."""
    roles: dict[str, frozenset[str]] = {}
    for line in data_lines("figure_words.tsv", DATA):
        of, role, listed = line.split("\t")
        if of == language:
            roles[role] = frozenset(listed.split())
    empty: frozenset[str] = frozenset()
    named = {role: roles.get(role, empty) for role in Words._fields if role != "measures"}
    return Words(**named, measures=_measures(language))


def _measures(language: str) -> re.Pattern[str]:
    kinds: dict[str, list[str]] = {}
    for line in data_lines("figure_units.tsv", DATA):
        of, kind, forms = line.split("\t")
        if of in (language, "both"):
            kinds.setdefault(kind, []).extend(form.replace("_", " ") for form in forms.split())
    groups = "|".join(
        f"(?P<{kind}>{'|'.join(sorted(forms, key=lambda form: -len(form)))})" for kind, forms in kinds.items()
    )
    return re.compile(rf"[ -]?(?:de |d')?(?P<unit>{groups})(?![\w])(?!/\w)")
