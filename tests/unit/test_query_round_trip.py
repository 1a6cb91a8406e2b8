"""What was understood of a query is itself a query, and means the same: whatever was typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aipolicy_index.model import Span
from aipolicy_index.query import describe, parse
from aipolicy_index.query.describe import tag_as_typed
from aipolicy_index.query.nodes import And, Near, Node, Not, Or, Phrase, Tagged, Word
from aipolicy_index.query.tags import tag_key

TODAY = date(2026, 3, 15)
NOWHERE = Span(0, 0)

_PIECES = """\
amende cnil Meta le la pour l’IA GPT-4o 2024/1689 1,5 % € 12 régul* Altmann~ =décision -google ="Le_Monde" =mot
200_000 200_000_€ >200_000 "IA_générative" «_amende_«_Meta_»~8 “a” ET OU SAUF AND OR NOT NEAR NEAR/3 NEAR/0 ( ) ((
titre: personne: média: x: titer: date: date:2025 date:2026-03..2026-01 après: avant:17_juin_2025 depuis:30j
mentions:2024-11 montant: montant:>1,1M€ money:50M..10M montant:10_millions_d'euros lang:fr is:unread est:lu @montant
tag:cloud étiquette:"à_relire" tag:clo* tag:* tag:ET tag: tag:#a, tag:-x tag:(a_OU_"b_c") tag:=x tag:\\x
? ? qui combien dans quel a-t-elle
@x " “ » „ - – = ~ * ~1 a~b a1~ ET, @date, \0 😀 é 12:30 http://a.b … a*b == < \\ a~1. |||
"""
PIECES = st.sampled_from([piece.replace("_", " ") for piece in _PIECES.split()] + ["_", "\n"])
QUERIES = st.lists(st.tuples(PIECES, st.sampled_from([" ", ""])), max_size=12).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def bare(node: Node | None) -> Node | None:
    """The tree without places and without words that are not insisted on."""
    match node:
        case And(children) | Or(children):
            wanted = [child for child in children if not (isinstance(child, Word) and child.optional)]
            kept = tuple(found for child in wanted if (found := bare(child)) is not None)
            return type(node)(kept) if len(kept) > 1 else kept[0] if kept else None
        case Not(child):
            return Not(bare(child) or child)
        case Near(left, right, distance):
            return Near(bare(left) or left, bare(right) or right, distance)
        case Phrase():
            return node._replace(span=NOWHERE)
        case Tagged():
            return node._replace(tag=tag_key(node.tag), span=NOWHERE)
        case None:
            return None
        case _:
            return node._replace(span=NOWHERE)


@settings(max_examples=400)
@given(QUERIES, st.sampled_from(["fr", "en"]))
@example("(le) amende", "fr")
@example("B AS", "fr")
@example("2024/1689 qui amende amende tag:#a ?", "en")
@example("amende amende 200 000 ? ", "en")
@example("qui amende ?200 000 amende amende ", "fr")
@example("qui montant:>10 ET millions amende cnil ?", "en")
@example("tag: « amende « Meta »~8 ", "fr")
@example("*a~1. ", "fr")
@example("=décision~1~ ", "fr")
@example("a~1.~ ", "fr")
@example("=décision~1.* ", "fr")
def test_what_was_understood_means_the_same(text: str, language: str) -> None:
    query = parse(text, today=TODAY)
    shown = describe(query, language)
    assert bare(parse(shown, today=TODAY).root) == bare(query.root), shown
    assert parse(shown, today=TODAY).question == query.question, shown
    assert parse(shown, today=TODAY).diagnostics == ()


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_what_was_understood_of_any_text_means_the_same(text: str) -> None:
    query = parse(text, today=TODAY)
    shown = describe(query, "fr")
    assert bare(parse(shown, today=TODAY).root) == bare(query.root), shown
    assert parse(shown, today=TODAY).question == query.question, shown


@settings(max_examples=200)
@given(QUERIES, st.booleans())
def test_what_is_told_has_its_place_in_what_was_typed(text: str, typing: bool) -> None:
    for note in parse(text, today=TODAY, typing=typing).diagnostics:
        assert 0 <= note.span.start <= note.span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("ET, amende", "\\ET ET amende"),
        ("\\date:2025", "\\date:2025"),
        ("régul*, cnil", "régul* ET cnil"),
        ('"a « b » c"', '"a « b » c"'),
        ("a NEAR (b NEAR c)", "a NEAR/8 (b NEAR/8 c)"),
        ("montant:>1,1M€", "montant:>1100000EUR"),
        ("montant:99999999999999999999", "montant:100000000000000000000"),
        ("a1~", "a1~"),
        ("@date, amende", "@date ET amende"),
    ],
)
def test_what_could_be_misread_is_written_so_that_it_is_not(text: str, understood: str) -> None:
    assert describe(parse(text, today=TODAY), "fr") == understood


TAGS = st.lists(st.sampled_from([*'abé #"“”«»()*~:,-–=/\\|&<>1 ', "OU", "NOT", "tag:"]), min_size=1, max_size=8).map(
    "".join
)


@settings(max_examples=400)
@given(TAGS.filter(tag_key), st.sampled_from(["fr", "en"]))
@example('dit "oui"', "fr")
@example("«a» et “b”", "en")
@example("//", "fr")
def test_every_tag_can_be_asked_for(tag: str, language: str) -> None:
    root = parse(f"tag:{tag_as_typed(tag, language)}", language=language).root
    assert isinstance(root, Tagged) and tag_key(root.tag) == tag_key(tag)
