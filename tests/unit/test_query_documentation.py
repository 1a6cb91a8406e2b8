"""Every query in the manual of the search does what the manual says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from aipolicy_index.query import describe, parse
from aipolicy_index.query.names import field_names, kind_names, stop_words

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "search.md"
TODAY = date(2026, 3, 15)


def rows() -> Iterator[tuple[str, str, str]]:
    """Query, what is understood, what is told (empty for nothing)."""
    told = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| query |"):
            told = line.endswith("| told |")
        elif line.startswith("| `"):
            cells = re.findall(r"`([^`]*)`", line)
            yield cells[0], cells[1], cells[2] if told else ""


def test_the_page_has_examples():
    assert len(list(rows())) > 40


@pytest.mark.parametrize(("text", "understood", "told"), list(rows()), ids=lambda value: value or "-")
def test_an_example_is_understood_as_the_page_says(text, understood, told):
    query = parse(text, today=TODAY)
    assert describe(query, "fr") == understood.strip()
    assert [diagnostic.code for diagnostic in query.diagnostics] == ([told] if told else [])


def test_every_field_is_in_the_page():
    page = PAGE.read_text(encoding="utf-8")
    for name in field_names().values():
        assert f"{name.english}:" in page or f"{name.french}:" in page
    for name in kind_names().values():
        assert f"@{name.french}" in page or name.target in page


def test_the_data_says_what_it_is():
    for name in ("fields.tsv", "kinds.tsv", "fr.stopwords.txt", "fr.synonyms.txt"):
        text = (ROOT / "index" / "aipolicy_index" / "query" / name).read_text(encoding="utf-8")
        assert text.startswith("#")
        assert "Made for this project" in text


def test_no_stop_word_hides_a_subject():
    assert not stop_words() & {"ai", "eu", "ete", "ia", "ue", "us", "it"}
