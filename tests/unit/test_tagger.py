"""The trained tagger tells unknown people and places, and everything works without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from aipolicy_index.facts.names import find, tagger_available
from aipolicy_index.facts.names.words import scan
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.tagger import tagging
from aipolicy_index.facts.tagger.features import features
from aipolicy_index.model import Article, FactKind

MEGABYTE = 1_000_000


def page(text: str, language: str = "fr") -> Page:
    return Page(Article(text=text, source="essai.txt", language=language))


def test_the_model_is_there_and_small() -> None:
    assert tagger_available()
    assert tagging.MODEL.stat().st_size < 1.5 * MEGABYTE


def test_its_attribution_and_scores_lie_beside_it() -> None:
    notice = tagging.MODEL.with_name("README.md").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 4.0" in notice
    assert "Yoann Dupont" in notice
    assert "PER" in tagging.MODEL.with_name("scores.txt").read_text(encoding="utf-8")


def test_it_tells_people_from_places() -> None:
    seen = scan(page("L'inspecteur Barnier Quellec habite à Trémargat depuis 2012."))
    known = dict(
        zip(
            seen.folded,
            tagging.probabilities(seen, range(len(seen.words)), range(len(seen.words))).values(),
            strict=True,
        )
    )
    assert known["quellec"][FactKind.PERSON] > known["quellec"][FactKind.PLACE]
    assert known["tremargat"][FactKind.PLACE] > known["tremargat"][FactKind.PERSON]
    assert known["depuis"][FactKind.PLACE] < 0.1


def test_it_finds_a_town_that_no_list_knows() -> None:
    text = "L'accident s'est produit dans la nuit à Trémargat, dans les Côtes-d'Armor."
    assert "Trémargat" in {one.name for one in find(page(text)).of(FactKind.PLACE)}


def test_without_the_model_the_rules_work_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tagging, "MODEL", tmp_path / "missing.crfsuite")
    assert not tagging.tagger_available()
    assert [one.name for one in find(page("Mme Roussel dirige la Cnil.")).of(FactKind.PERSON)] == ["Roussel"]


def test_without_the_library_the_rules_work_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "find_spec", lambda name: None)
    assert not tagging.tagger_available()
    assert find(page("Mme Roussel dirige la Cnil.")).all


def test_the_lexicon_wins_over_it() -> None:
    text = "À Anthropic, à OpenAI comme à Palantir, on se tait."
    assert {one.name for one in find(page(text)).of(FactKind.ORGANISATION)} == {"Anthropic", "OpenAI", "Palantir"}


def test_one_list_of_features_for_each_word() -> None:
    seen = scan(page("Le tribunal de Lyon a tranché. Mme Roussel s'en félicite."))
    assert len(features(seen, range(len(seen.words)))) == len(seen.words)
    assert features(seen, range(0)) == []
