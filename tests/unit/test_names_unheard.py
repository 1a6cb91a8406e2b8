"""Bodies that no list knows are told by what is done to them, what they are called next, and where they are at home."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def organisations(text: str, language: str) -> list[str]:
    page = Page(Article(text=f"{text}\n\nLe reste attend.", source="essai.txt", language=language))
    return [entity.name for entity in find(page, tagging=False).of(FactKind.ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'autorité a notifié des griefs à Octalys, l'éditeur des modèles.", ["Octalys"]),
        ("La justice a infligé une amende à Octalys en mars.", ["Octalys"]),
        ("Kalvia conteste. Son président, Paul Ferrat, promet un recours.", ["Kalvia"]),
        ("Kalvia se défend. L'entreprise, qui emploie 63 personnes, fera appel.", ["Kalvia"]),
        ("Paul se défend. Son avocat fera appel.", []),
        ("Elle vend des beignets à Sandaga depuis mars.", []),
        ("Le prêt vient du Fonds Malaval et de Natixis.", ["Fonds Malaval", "Natixis"]),
        ("Selon la Retraite Québec, l'outil ment.", ["Retraite Québec"]),
        ("Retraite Québec y a ajouté trois avenants.", ["Retraite Québec"]),
        ("La Nouvelle France a disparu.", []),
        ("Pékin, de son côté, réserve sa réponse.", ["Pékin"]),
        ("Pékin, ville immense, réserve des surprises.", []),
        ("Le parquet lyonnais a ouvert une enquête.", ["parquet lyonnais"]),
    ],
)
def test_a_french_sentence_tells_a_body(text: str, expected: list[str]) -> None:
    assert organisations(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Healthwatch England wrote to ministers last year.", ["Healthwatch England"]),
        ("People left Northern Ireland last year.", []),
        ("The public accounts committee will open an inquiry.", ["public accounts committee"]),
        ("The file went through the IMCO committee last year.", ["IMCO committee"]),
        ("The family ministry said no.", ["family ministry"]),
        ("Harrow Peak denied wrongdoing. Its chief executive apologised.", ["Harrow Peak"]),
        ("LUXEMBOURG WATCH: Training a model on books is no crime.", []),
        ("The regulator handed a warning to Octalys in March.", ["Octalys"]),
    ],
)
def test_an_english_sentence_tells_a_body(text: str, expected: list[str]) -> None:
    assert organisations(text, "en") == expected
