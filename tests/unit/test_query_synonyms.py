"""Names of the same thing are looked for together, unless the reader wants the word itself."""

from __future__ import annotations

import pytest

from aipolicy_index.query import describe, parse
from aipolicy_index.query.nodes import Alike, And, Form, Phrase, Word
from aipolicy_index.query.synonyms import Synonyms, default_synonyms

SYNONYMS = Synonyms.of(["# note", "IA = AI = intelligence artificielle", "alone", "OTAN = NATO  # comment"])


def expanded(text: str):
    return SYNONYMS.with_others(parse(text).root)


@pytest.mark.parametrize("text", ["IA", "ia", "l'IA", "d’ia"])
def test_a_name_is_joined_by_the_others(text):
    root = expanded(text)
    assert isinstance(root, Alike)
    assert [other.text for other in root.others if isinstance(other, Word | Phrase)] == [
        "AI",
        "intelligence artificielle",
    ]


def test_a_short_acronym_is_meant_in_capitals():
    root = expanded("intelligence artificielle")
    assert isinstance(root, And)
    alike = root.children[0]
    assert isinstance(alike, Alike)
    assert {other.form for other in alike.others if isinstance(other, Word)} == {Form.EXACT}


def test_several_words_make_one_name_among_others():
    root = expanded("régulation intelligence artificielle europe")
    assert isinstance(root, And)
    assert [type(child) for child in root.children] == [Word, Alike, Word]


@pytest.mark.parametrize("text", ["=IA", '"IA"', "IA*", "IA~", "alone", "outlet:IA"])
def test_what_is_wanted_as_it_is_stays_alone(text):
    assert expanded(text) == parse(text).root


def test_the_understood_query_is_what_was_typed():
    query = parse("IA amende")
    assert describe(query, "fr") == "IA ET amende"


def test_the_file_that_comes_with_the_program_is_sound():
    others = default_synonyms().others
    assert others[("ia",)][0] == "AI"
    assert all(names and len(set(names)) == len(names) for names in others.values())
