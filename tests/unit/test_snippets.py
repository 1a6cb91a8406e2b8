"""A passage is the best one: whole words, on one line, its matches marked; the shortcut finds all that there is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_index.engine.scanning import Scanner
from aipolicy_index.engine.snippets import Snippets
from aipolicy_index.model import Span
from aipolicy_index.query import parse
from aipolicy_index.query.nodes import Phrase, Word, leaves

TEXT = (
    "Meta et la Cnil : un bras de fer\n\n"
    + "Le groupe américain conteste. " * 12
    + "\n\nLa Cnil réclame une amende de 5 millions d’euros à Meta, selon Le Monde.\n\n"
    + "L’amende sera discutée. " * 8
)


def passage(query: str, text: str = TEXT, language: str = "fr"):
    return Snippets(parse(query)).of(text, language)


def marked(query: str, text: str = TEXT) -> list[str]:
    snippet = passage(query, text)
    return [snippet.text[mark.start : mark.end] for mark in snippet.marks]


def test_the_passage_has_the_most_words_close_together():
    snippet = passage("amende meta cnil")
    assert "La Cnil réclame une amende" in snippet.text
    assert marked("amende meta cnil")[:3] == ["Cnil", "amende", "Meta"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Le prévenu écope de deux ans de prison et de 50.000 euros d'amende pour escroquerie",
        "The company was ordered to pay a total of $2.5 million d'amende in costs",
        "Le texte en entier est publié sur le site www.cnil.fr/textes avec l'amende infligée",
    ],
)
def test_no_passage_begins_within_a_number_or_an_address(sentence: str):
    text = "Un titre\n\n" + "Le tribunal a tranché vendredi après deux ans. " * 3 + sentence + ". Fin." * 40
    first = passage("amende", text).text.split()[0]
    assert first in text.split()


def test_the_text_is_preferred_to_the_headline():
    assert passage("cnil").text.startswith("La Cnil réclame")


def test_a_passage_is_one_line_of_whole_words():
    snippet = passage("amende")
    assert "\n" not in snippet.text
    assert TEXT[snippet.start - 1 : snippet.start].isspace()
    end = snippet.start + len(snippet.text)
    assert not (TEXT[end - 1].isalnum() and TEXT[end : end + 1].isalnum())


def test_a_passage_does_not_begin_with_punctuation():
    assert passage("amende", "Avant\n\n: — » une amende").text == "une amende"


def test_without_a_match_the_text_begins():
    assert passage("introuvable").text.startswith("Meta et la Cnil")
    assert passage("introuvable").marks == ()
    assert passage("is:unread", "").text == ""


@pytest.mark.parametrize(
    ("query", "text", "words"),
    [
        ("elus", "Les élus ont voté.", ["élus"]),
        ("coeur", "Au cœur du sujet", ["cœur"]),
        ("oeuvre", "L’ŒUVRE et l’œuvre", ["ŒUVRE", "œuvre"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("gpt4o", "Avec GPT-4o.", ["GPT-4o"]),
        ("GPT-4o", "Avec GPT-4o.", ["GPT-4o"]),
        ("ai", "The A.I. act", ["A.I"]),
        ("200000", "Quelque 200 000 euros", ["200 000"]),
        ("etats-unis", "Aux États-Unis", ["États-Unis"]),
        ("ia", "l’IA d'ia", ["IA", "ia"]),
        ("amende", "Des amendes, une amende.", ["amendes", "amende"]),
        ("régul*", "La régulation", ["régulation"]),
        ("Altmann~", "Sam Altman parle", ["Altman"]),
        ("=Cnil", "La CNIL ou la Cnil", ["Cnil"]),
        ('"intelligence artificielle"', "L’intelligence artificielle, intelligence", ["intelligence artificielle"]),
        ('"amende Meta"~3', "une amende contre Meta", ["amende", "Meta"]),
        ("1,5", "un taux de 1.5 point", ["1.5"]),
        ("\u0301", "e\u0301te\u0301", []),
    ],
)
def test_every_spelling_is_marked(query, text, words):
    assert marked(query, text) == words


WORDS = ["amende", "Amendes", "l’amende", "Cnil", "cœur", "GPT-4o", "GPT", "4o", "200 000", "A.I.", "dit-il", "à", "a"]
QUERIES = ["amende", '"amende Cnil"', "gpt4o", "GPT-4o", "coeur", "200000", "am*", '"a Cnil"', '"Cnil amende"~2', "ai"]


@given(st.lists(st.sampled_from([*WORDS, ".", "\n", ",", "«", " "]), max_size=40), st.sampled_from(QUERIES))
@settings(max_examples=300)
def test_the_shortcut_misses_nothing(parts, query):
    text = " ".join(parts)
    asked = [node for node, _ in leaves(parse(query).root) if isinstance(node, Word | Phrase)]
    scanner = Scanner(asked, "fr")
    whole = {place.span for place in scanner.places(0, list(scanner.scan(text)))}
    found: set[Span] = set()
    for region in scanner.regions(text):
        found |= {place.span for place in scanner.places(0, list(scanner.scan(text, region.start, region.end)))}
    assert found == whole
