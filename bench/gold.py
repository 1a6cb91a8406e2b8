"""What the extractor finds in the articles of a gold folder, judged by the scoring that the tests use."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from aipolicy_index.facts.extract import extract
from aipolicy_index.model import Provenance
from aipolicy_index.reading import read_article

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"


@cache
def scoring() -> ModuleType:
    """`tests/gold/scoring.py`."""
    specification = importlib.util.spec_from_file_location("gold_scoring", GOLD / "scoring.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["gold_scoring"] = module
    specification.loader.exec_module(module)
    return module


def judgements(folder: Path) -> Iterator[Any]:
    """The judgement on each article of a folder with `gold/*.json` and `texts/`."""
    for gold, path in scoring().golds(folder):
        article = read_article(path)
        if gold.get("published"):
            dated = {**article.provenance, "published": Provenance.METADATA}
            article = article._replace(published=gold["published"], provenance=dated)
        yield scoring().judge(gold, article.text, extract(article))
