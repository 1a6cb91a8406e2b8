"""Names of the same thing are looked for together, unless the reader wants the word itself."""

from __future__ import annotations

import pytest

from aipolicy_index.query import describe, parse
from aipolicy_index.query.nodes import Alike, And, Form, Phrase, Word
from aipolicy_index.query.synonyms import (
    Synonyms,
    default_synonyms,
    own_lines,
    read_own,
    searched_besides,
    with_own,
)

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


# ---- the reader's own


def test_a_line_of_the_reader_adds_a_thing_or_takes_the_place_of_one():
    things, bad = own_lines(["AESIA = agence espagnole de l'IA", "IA = AI = apprentissage automatique"])
    synonyms = Synonyms.among(with_own(things))
    assert bad == []
    assert synonyms.others[("aesia",)] == ("agence espagnole de l'IA",)
    assert synonyms.others[("ia",)] == ("AI", "apprentissage automatique")
    assert ("intelligence", "artificielle") not in synonyms.others
    assert ("otan",) in synonyms.others


def test_a_name_alone_has_no_others_any_more():
    synonyms = Synonyms.among(with_own(own_lines(["SEC ="])[0]))
    assert ("sec",) not in synonyms.others
    assert ("securities", "and", "exchange", "commission") not in synonyms.others


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("IA AI", "synonyms.one_name"),
        ("Inconnu =", "synonyms.one_name"),
        ("IA = !!", "synonyms.no_name"),
        ("=", "synonyms.no_name"),
        ("IA = un deux trois quatre cinq six sept huit neuf dix onze douze treize", "synonyms.long_name"),
    ],
)
def test_a_line_that_names_nothing_is_told_with_its_number(line, code):
    things, bad = own_lines(["# mine", "", line, "OTAN = NATO"])
    assert things == [("OTAN", "NATO")]
    assert [(each.number, each.code, each.text) for each in bad] == [(3, code, line)]


def test_a_file_as_windows_and_hostile_hands_write_it_is_read(tmp_path):
    file = tmp_path / "synonyms.txt"
    file.write_bytes("\ufeffAESIA = agence\x1b espagnole\r\nfoo\r\n".encode())
    own = read_own(file)
    assert own.synonyms.others[("aesia",)] == ("agence  espagnole",)
    assert [(bad.number, bad.text) for bad in own.bad] == [(2, "foo")]


def test_no_file_is_the_file_of_the_program(tmp_path):
    assert read_own(tmp_path / "none.txt").synonyms == default_synonyms()


def test_what_was_searched_besides_is_told():
    root = SYNONYMS.with_others(parse("(l’IA OU OTAN) amende -NATO").root)
    assert searched_besides(root) == (("l’IA", "AI", "intelligence artificielle"), ("OTAN", "NATO"))
    assert searched_besides(expanded("régulation intelligence artificielle")) == (
        ("intelligence artificielle", "IA", "AI"),
    )
