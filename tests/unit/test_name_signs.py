"""A pattern is only sought where its signs stand: whatever it can match shows one of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_index.facts.names import families, instruments
from aipolicy_index.facts.names.signs import lines_with, signs_of
from aipolicy_index.facts.names.words import Scan, scan
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article

_PATTERNS = {
    **{families._compiled((pattern,)).pattern: signs for pattern, signs in families._families()},
    **{
        instruments._compiled(rule.pattern).pattern: rule.signs
        for language in ("fr", "en")
        for rule in instruments._rules(language)
    },
}
_SIGNED = {pattern: signs for pattern, signs in _PATTERNS.items() if signs}


def _told_by_its_words(pattern: str) -> str:
    """The pattern with what must stand before as a part of it, and without what must not stand around."""
    return re.sub(r"\(\?<=(.*?)\)", r"\1", re.sub(r"\(\?<?!(?:[^()]|\([^()]*\))*\)", "", pattern))


@pytest.mark.parametrize("pattern", _SIGNED)
def test_whatever_a_pattern_matches_shows_a_sign(pattern: str) -> None:
    @settings(max_examples=15, deadline=None, database=None)
    @given(st.from_regex(_told_by_its_words(pattern), fullmatch=True))
    def has_a_sign_in_its_line(match: str) -> None:
        lower = match.lower()
        assert any(sign in (lower if sign.islower() else match) for sign in _SIGNED[pattern])
        assert "\n" not in match

    has_a_sign_in_its_line()


def test_most_patterns_have_signs() -> None:
    assert len(_SIGNED) > 0.8 * len(_PATTERNS)


def test_a_sign_without_capitals_counts_in_any_case() -> None:
    page = scan(Page(Article(text="LOI Avia.\n\nLe Règlement européen, la loi Avia.", source="")))
    shown = {cell: _lines(page, cell) for cell in ("loi_avia", "absent|règlement", "Loi_Avia", "Règlement|loi_avia")}
    assert shown == {
        "loi_avia": ["LOI Avia.", "Le Règlement européen, la loi Avia."],
        "absent|règlement": ["Le Règlement européen, la loi Avia."],
        "Loi_Avia": [],
        "Règlement|loi_avia": ["LOI Avia.", "Le Règlement européen, la loi Avia."],
    }


def _lines(page: Scan, cell: str) -> list[str]:
    return [page.line_plain[line.start : line.end] for line in lines_with(page, signs_of(cell))]
