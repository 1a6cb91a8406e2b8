"""Quotation marks: every pair a newspaper sets is found with its exact words, whatever the typography."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.quotes.marks import End, find
from aipolicy_index.language.segmentation import paragraphs


def inside(text: str) -> list[str]:
    return [text[one.inner.start : one.inner.end] for one in find(text, paragraphs(text))]


def ends(text: str) -> list[End]:
    return [one.end for one in find(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Il a dit : « oui, demain ».",
        "Il a dit : «\u00a0oui, demain\u00a0».",
        "Il a dit : «\u202foui, demain\u202f».",
        "Il a dit : «\u2009oui, demain\u2009».",
        "Il a dit : «oui, demain».",
        "Il a dit : “oui, demain”.",
        "Il a dit : “ oui, demain ”.",
        'Il a dit : "oui, demain".',
        'Il a dit : " oui, demain ".',
        "Il a dit : ‹ oui, demain ›.",
        "Il a dit : „oui, demain“.",
        "Il a dit : +oui, demain+.",
        "Il a dit : ‘oui, demain’.",
        "Il a dit : 'oui, demain'.",
        "Il a dit : ``oui, demain''.",
    ],
)
def test_every_pair_of_marks_gives_the_words_inside_without_marks_and_blanks(text: str) -> None:
    assert inside(text) == ["oui, demain"]


@pytest.mark.parametrize(
    "text",
    [
        "L’entreprise n’a pas d’outil ‘ouvert à l’usage de l’État’.",
        "L'entreprise dit 'l'outil n'est pas à l'État'.",
    ],
)
def test_apostrophes_inside_single_marks_do_not_close_them(text: str) -> None:
    assert len(inside(text)) == 1
    assert "l" in inside(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "L’IA n’est pas l’ennemie d’aujourd’hui, dit-on.",
        "The company's lawyers' fees weren't paid in the '90s.",
        "Les modèles open-weight, c'est l'affaire de l'Europe.",
        "Un écran de 27\" ou 5+ années d'expérience, 106+ articles.",
        "Rock 'n' roll it isn't.",
    ],
)
def test_apostrophes_inches_and_plus_signs_are_no_quotation(text: str) -> None:
    assert inside(text) == []


def test_a_quotation_in_a_quotation_is_found_with_its_depth() -> None:
    text = '"Lumio dit que son outil +trie des dossiers+. Non", a-t-elle dit.'
    found = find(text, paragraphs(text))
    assert [(one.depth, text[one.inner.start : one.inner.end]) for one in found] == [
        (0, "Lumio dit que son outil +trie des dossiers+. Non"),
        (1, "trie des dossiers"),
    ]


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        ("« Il m’a dit “jamais”, et voilà »", "Il m’a dit “jamais”, et voilà", "jamais"),
        ("«Restons, ‹personne ne viendra›, m’a-t-on dit»", "Restons, ‹personne ne viendra›, m’a-t-on dit",
         "personne ne viendra"),
        ("‘She said “no way” to me.’", "She said “no way” to me.", "no way"),
        ("\"The manager said, 'The system won't let me.'\"", "The manager said, 'The system won't let me.'",
         "The system won't let me."),
        ("« A, « B », C »", "A, « B », C", "B"),
    ],
)  # fmt: skip
def test_nested_marks_of_every_family(text: str, outer: str, nested: str) -> None:
    assert inside(text) == [outer, nested]


def test_a_quotation_over_several_sentences_is_one() -> None:
    assert inside("« Un. Deux ! Trois ? » a-t-il dit.") == ["Un. Deux ! Trois ?"]


def test_a_quotation_goes_on_over_paragraphs_that_repeat_the_opening_mark() -> None:
    text = "Elle a dit : « Un début.\n\n« Une suite.\n\n« Une fin. »"
    assert inside(text) == ["Un début.\n\n« Une suite.\n\n« Une fin."]


def test_a_quotation_goes_on_over_paragraphs_until_its_closing_mark() -> None:
    text = "« Un début.\n\nUne fin », dit Zoé."
    assert inside(text) == ["Un début.\n\nUne fin"]


def test_an_english_quotation_opens_every_paragraph_and_closes_once() -> None:
    text = "She said:\n\n“One thing.\n\n“Another thing.”"
    assert inside(text) == ["One thing.\n\n“Another thing."]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "« Nous prenons cela au sérieux.\n\nLe groupe a ouvert une enquête."
    assert inside(text) == ["Nous prenons cela au sérieux."]
    assert ends(text) == [End.PARAGRAPH]


def test_an_unclosed_quotation_before_another_one_does_not_swallow_it() -> None:
    text = "« Première.\n\nUn fait.\n\n« Deuxième », dit-il."
    assert inside(text) == ["Première.", "Deuxième"]


@pytest.mark.parametrize("text", ["« Ça reste”, dit-il.", "“Ça reste », dit-il."])
def test_a_mark_of_another_kind_closes_and_is_told(text: str) -> None:
    assert inside(text) == ["Ça reste"]
    assert ends(text) == [End.MISMATCHED]


def test_a_closing_mark_set_for_an_opening_one_opens() -> None:
    text = "« Un », a déclaré Orphée. » Nous n’avons rien vu ».\n\nLa suite."
    assert inside(text) == ["Un", "Nous n’avons rien vu"]


def test_quotations_index_the_text_exactly() -> None:
    text = 'Titre\n\n« A b », dit X. “C d”, dit Y.\n\n"E f", dit Z.'
    for one in find(text, paragraphs(text)):
        assert text[one.inner.start - 1] in '« “"'
        assert text[one.outer.start : one.outer.end].strip('«»“”" ') == text[one.inner.start : one.inner.end]
