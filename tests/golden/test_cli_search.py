"""What `search` answers scripts: more like this, queries that ask for nothing, passages that show why."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., object]


def found(done: object) -> dict[str, object]:
    return json.loads(done.out)  # type: ignore[attr-defined]


def test_the_nearest_articles_come_with_the_words_that_they_share(cli: Run, seeds_library: Path) -> None:
    pentagon = found(cli("--library", seeds_library, "search", "Pentagone OpenAI"))["hits"][0]["id"]
    done = cli("--library", seeds_library, "search", "--like", pentagon)
    alike = found(done)
    assert (done.status, done.err, alike["like"]) == (0, "", pentagon)
    assert alike["total"] == len(alike["hits"]) > 0
    for hit in alike["hits"]:
        assert hit["id"] != pentagon
        assert hit["shared"]
        marked = {hit["snippet"][start:end].lower() for start, end in hit["marks"]}
        assert marked & {word.lower() for word in hit["shared"]}
    text = cli(
        "--library", seeds_library, "--lang", "fr", "search", "--like", pentagon, "--format", "text", "--limit", 1
    )
    assert "en commun : " in text.out
    table = cli("--library", seeds_library, "search", "--like", pentagon, "--format", "csv").out
    assert table.splitlines()[0].endswith(",shared")


def test_an_article_that_is_not_there_is_told(cli: Run, seeds_library: Path) -> None:
    done = cli("--library", seeds_library, "search", "--like", 999)
    assert (done.status, done.out) == (1, "")
    assert "999" in done.err


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("date:bientôt", "query.bad_published"),
        ("titre:", "query.empty_field"),
        ("SAUF", "query.dangling_operator"),
        ("😀", "query.no_words"),
        ("-", "query.no_words"),
        ('"', "query.open_quote"),
    ],
)
def test_a_query_that_asks_for_nothing_finds_nothing_and_says_why(
    cli: Run, seeds_library: Path, query: str, code: str
) -> None:
    done = cli("--library", seeds_library, "search", query)
    assert (done.status, found(done)["total"]) == (1, 0)
    assert code in [note["code"] for note in found(done)["diagnostics"]]
    assert done.err


def test_each_remark_is_told_once(cli: Run, seeds_library: Path) -> None:
    for query in ("(" * 10_000, "x:" * 5_000, "NEAR " * 2_000, "a" * 10_000, '"' * 9_999):
        done = cli("--library", seeds_library, "--lang", "en", "search", query)
        lines = done.err.splitlines()
        assert len(set(lines)) == len(lines) < 5
        assert "The query is too long; its end was not read." in lines


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("montant:>100M$", "200 millions de dollars"),
        ("personne:andreessen", "Andreessen"),
        ("citation:cyberdéfense", "cyberdéfense"),
        ("orateur:openai", "combat|cyberdéfense|défis critiques"),
        ("contrat NEAR/30 @montant", "200 millions de dollars"),
        ("@citation Pentagone", "Pentagone"),
    ],
)
def test_a_passage_shows_the_fact_that_was_asked_for(cli: Run, seeds_library: Path, query: str, shown: str) -> None:
    hits = found(cli("--library", seeds_library, "search", query))["hits"]
    marked = [hit["snippet"][start:end] for hit in hits for start, end in hit["marks"]]
    assert any(re.search(shown, words) for words in marked), marked
    assert all(hit["marks"] for hit in hits)


def test_names_in_json_and_hints_are_in_the_language_asked_for(cli: Run, seeds_library: Path) -> None:
    for language, near, both in (("fr", "titre:", "ET"), ("en", "title:", "AND")):
        told = found(cli("--library", seeds_library, "--lang", language, "search", "titer:IA Pentagone"))
        assert near in told["diagnostics"][0]["message"]
        assert f" {both} " in told["understood"]
        assert told["synonyms"][0][:2] == ["IA", "AI"]
