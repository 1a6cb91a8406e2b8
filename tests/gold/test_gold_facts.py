"""The facts of the gold articles: exact offsets, no fact twice, and no kind worse than its floor (floors.toml)."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from aipolicy_index.facts.extract import extract
from aipolicy_index.model import Article, Fact, FactKind, Provenance
from aipolicy_index.reading import read_article

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
HALVES = [half for half in ("open", "frozen") if half in FLOORS]


def _load() -> ModuleType:
    specification = importlib.util.spec_from_file_location("gold_scoring", HERE / "scoring.py")
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    sys.modules["gold_scoring"] = module
    specification.loader.exec_module(module)
    return module


scoring = _load()


@cache
def read(half: str) -> list[tuple[dict[str, object], Article, tuple[Fact, ...]]]:
    found = []
    for gold, path in scoring.golds(HERE / half):
        article = read_article(path)
        if gold.get("published"):
            dated = {**article.provenance, "published": Provenance.METADATA}
            article = article._replace(published=gold["published"], provenance=dated)
        found.append((gold, article, extract(article)))
    return found


@cache
def judged(half: str) -> object:
    total = scoring.Judgement()
    for gold, article, facts in read(half):
        total.add(scoring.judge(gold, article.text, facts))
    return total


@pytest.mark.parametrize("half", HALVES)
def test_every_fact_is_cut_from_its_article(half: str) -> None:
    for _, article, facts in read(half):
        assert all(article.text[fact.start : fact.end] == fact.text for fact in facts)


@pytest.mark.parametrize("half", HALVES)
def test_no_fact_comes_twice(half: str) -> None:
    for _, _, facts in read(half):
        keys = Counter((fact.kind, str(fact.value), fact.text, fact.span) for fact in facts)
        assert max(keys.values()) == 1


@pytest.mark.parametrize("kind", list(FactKind))
@pytest.mark.parametrize("half", HALVES)
def test_no_kind_of_fact_falls_below_its_floor(half: str, kind: FactKind) -> None:
    total = judged(half)
    assert round(total.f1(kind), 3) >= FLOORS[half][kind.value]  # type: ignore[attr-defined]


@pytest.mark.parametrize("half", HALVES)
def test_no_fewer_speakers_are_right_than_before(half: str) -> None:
    assert round(judged(half).speaker_share(), 3) >= FLOORS[half]["speaker"]  # type: ignore[attr-defined]
