"""Searching a library as its reader has set it: own synonyms, newness, articles that are alike, what may be typed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aipolicy_index.engine.index import SearchIndex
from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.library import Library
from aipolicy_index.library.tuning import Tuning

PROBE = """\
Veridia soumise à une enquête

L'agence AESIA a ouvert lundi une enquête sur les caméras que la société Veridia a installées dans la gare de Lille.

Les caméras enregistrent les visages des voyageurs, a expliqué l'agence, qui rendra ses conclusions avant l'été.
"""
TEXTS = {
    "2024-01-01-a.txt": f"{PROBE}\nVeridia répond.",
    "2026-01-01-b.txt": f"{PROBE}\nVeridia se tait.",
    "2025-05-05-c.txt": "Une tarte de saison\n\nPommes, beurre et patience font la tarte que l'agence espagnole aime.",
    "2025-06-05-d.txt": "Le budget\n\nLe ministère des Finances publie le budget de la ville de Nantes",
}


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def opened(tmp_path: Path, press: Path, tuning: Tuning = Tuning()) -> Library:  # noqa: B008
    library = Library.open(tmp_path / "library", seeds=False, tuning=tuning)
    library.add([press], jobs=1)
    return library


def days(library: Library, query: str) -> list[str | None]:
    return [row.published for row in library.rows(library.search(query).ids)]


def test_the_newer_of_two_equals_comes_first_unless_the_reader_says_no(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        assert days(library, "caméras") == ["2026-01-01", "2024-01-01"]
    with opened(tmp_path, press, Tuning(recency=False)) as library:
        assert days(library, "caméras") == ["2024-01-01", "2026-01-01"]


def test_the_readers_own_synonyms_are_searched_and_told(tmp_path: Path, press: Path) -> None:
    own = tmp_path / "synonyms.txt"
    with opened(tmp_path, press, Tuning(synonyms=own)) as library:
        assert library.search("AESIA").total == 2
    own.write_text("AESIA = agence espagnole\n", "utf-8")
    with opened(tmp_path, press, Tuning(synonyms=own)) as library:
        found = library.search("AESIA")
        assert (found.total, found.also) == (3, (("AESIA", "agence espagnole"),))
        assert library.search("=AESIA").total == 2
        assert library.search("=AESIA").also == ()


def test_synonyms_that_cannot_be_read_are_those_of_the_program(tmp_path: Path, press: Path) -> None:
    own = tmp_path / "synonyms.txt"
    own.write_bytes(b"\xff\xfe\x00")
    with opened(tmp_path, press, Tuning(synonyms=own)) as library:
        assert library.search("IA").also[0][:2] == ("IA", "AI")


def test_the_nearest_articles_come_with_the_words_that_they_share(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        first = library.search("caméras").ids[0]
        alike = library.similar(first)
        assert alike.total == len(alike.ids) == len(alike.hits)
        assert alike.ids[0] == library.search("caméras").ids[1]
        best = alike.hits[0]
        assert {"Veridia", "enquête", "caméras"} <= set(best.shared)
        shown = {best.snippet.text[mark.start : mark.end] for mark in best.snippet.marks}
        assert shown & set(best.shared)
        assert library.similar(first, limit=1).total == 1


def test_the_forms_of_a_word_that_two_articles_share_are_named_once(tmp_path: Path) -> None:
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("un", "deux"):
        text = "Une sanction tombe. Des sanctions suivent. La caméra surveille, les caméras surveillent."
        (folder / f"{name}.txt").write_text(f"Titre {name}\n\n{text}\n", "utf-8")
    with Library.open(tmp_path / "library", seeds=False) as library:
        library.add([folder], jobs=1)
        shared = library.similar(library.listing()[0]).hits[0].shared
    forms = [{"sanction", "sanctions"}, {"caméra", "caméras"}, {"surveille", "surveillent"}]
    assert [len(each & set(shared)) for each in forms] == [1, 1, 1]


def test_an_article_that_is_not_there_is_like_none(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library, pytest.raises(NoSuchArticle):
        library.similar(999)


def test_names_of_fields_and_of_articles_complete(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        assert [each.text for each in library.suggest("enquête per")] == ["personne:"]
        assert [each.text for each in library.suggest("enquête per", language="en")] == ["person:"]
        assert [each.text for each in library.suggest("est:", language="fr")] == ["non-lu", "lu", "étoilé"]
        assert "Lille" in [each.text for each in library.suggest("lieu:li")]


def test_what_is_told_names_fields_in_the_language_of_the_reader(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        for language, near in (("fr", "titre"), ("en", "title")):
            (note,) = library.search("titer:veridia", language=language).diagnostics
            assert (note.code, dict(note.values)["near"]) == ("query.unknown_field", near)


def test_what_has_only_begun_is_no_fault(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        for begun in ("-", "=", "(", " -", "@"):
            told = [note.code for note in library.search(begun, typing=True).diagnostics]
            assert "query.no_words" not in told
        assert [note.code for note in library.search("-").diagnostics] == ["query.no_words"]
        assert [note.code for note in library.search("😀", typing=True).diagnostics] == ["query.no_words"]


def tagged(library: Library) -> dict[str, int]:
    """Tags on three of the articles; the articles by their first word."""
    ids = {row.display_title.split()[0] + str(row.published)[:4]: row.id for row in library.rows(library.listing())}
    library.set_tags(ids["Veridia2024"], ["cloud", "À relire"])
    library.set_tags(ids["Une2025"], ["cloud"])
    return ids


def test_a_tag_is_found_as_soon_as_it_is_put_and_no_longer_once_it_is_taken_off(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        ids = tagged(library)
        assert set(library.search("tag:cloud").ids) == {ids["Veridia2024"], ids["Une2025"]}
        assert list(library.search('étiquette:"a relire" caméras').ids) == [ids["Veridia2024"]]
        assert list(library.search("caméras -tag:cloud").ids) == [ids["Veridia2026"]]
        library.rebuild_index()
        assert library.search("tag:cloud").total == 2
        library.set_tags(ids["Une2025"], [])
        assert list(library.search("tag:cloud").ids) == [ids["Veridia2024"]]


def test_an_unknown_tag_is_told_with_the_one_that_may_be_meant(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        tagged(library)
        found = library.search("tag:clod caméras", language="fr")
        assert (found.total, found.correction) == (0, "tag:cloud caméras")
        (note,) = found.diagnostics
        assert (note.code, note.values["near"], found.query[note.span.start : note.span.end]) == (
            "query.unknown_tag",
            "cloud",
            "clod",
        )
        assert library.search("tag:à", language="fr").correction == "tag:« À relire »"
        nothing_like_it = library.search("caméras -tag:zzz")
        assert (nothing_like_it.total, nothing_like_it.correction) == (2, None)
        assert [note.values["near"] for note in nothing_like_it.diagnostics] == [""]
        assert library.search("tag:clo", typing=True).diagnostics == ()


def test_tags_complete_those_of_most_articles_first(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        tagged(library)
        assert [(each.text, each.count) for each in library.suggest("tag:")] == [("cloud", 2), ("« À relire »", 1)]
        assert [each.text for each in library.suggest('caméras étiquette:"rel', language="en")] == ["“À relire”"]
        assert library.suggest("tag:zzz") == ()
        typed = 'étiquette:"rel'
        (whole,) = library.suggest(typed)
        assert library.search(typed[: whole.span.start] + whole.text).total == 1


def test_an_index_that_is_in_step_is_not_compared_with_every_article(
    tmp_path: Path, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path, press).close()
    with monkeypatch.context() as nobody_looks:
        nobody_looks.setattr(SearchIndex, "ids", lambda index: 1 / 0)
        with Library.open(tmp_path / "library") as library:
            assert library.search("veridia").total == 2


def test_an_older_state_of_the_index_is_noticed(tmp_path: Path, press: Path) -> None:
    with opened(tmp_path, press) as library:
        shutil.copytree(library.folder / "index", tmp_path / "older")
        (press / "2026-02-02-e.txt").write_text("Veridia condamnée\n\nLe tribunal a tranché.", "utf-8")
        library.add([press], jobs=1)
    shutil.rmtree(tmp_path / "library" / "index")
    shutil.copytree(tmp_path / "older", tmp_path / "library" / "index")
    with Library.open(tmp_path / "library") as library:
        assert library.search("veridia").total == 3


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ('"enquête agence"', '"enquête agence"~8'),
        ("agence NEAR/1 visages", "agence NEAR/30 visages"),
        ('"veridia visages gare"', "veridia visages gare"),
        ("=VERIDIA", "VERIDIA"),
        ('"enquete sur les camerras"', "enquete sur les caméras"),
        ('"tarte veridia"', None),
    ],
)
def test_a_phrase_or_pair_that_finds_nothing_offers_the_nearest_query_that_does(
    tmp_path: Path, press: Path, asked: str, offered: str | None
) -> None:
    with opened(tmp_path, press) as library:
        results = library.search(asked)
        assert (results.total, results.correction) == (0, offered)
        if offered is not None:
            assert library.search(offered).total
