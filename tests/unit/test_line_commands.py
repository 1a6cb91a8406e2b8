"""The words of the linear mode: both languages are understood, none means two things."""

from __future__ import annotations

from collections import Counter

import pytest

from aipolicy_index.language.matching import fold
from aipolicy_index.model import ListFilter
from aipolicy_tui.cli.read.filters import NoSuchFilter, filter_named
from aipolicy_tui.cli.read.session import Session
from aipolicy_tui.cli.read.shelf import sort_named
from aipolicy_tui.cli.read.words import COMMANDS, LineCommand, asked, meant, nearest
from aipolicy_tui.commands import COMMANDS as screen_commands
from aipolicy_tui.commands import Group, command
from aipolicy_tui.messages import LANGUAGES, catalogue, choose

SHARED = [known for known in COMMANDS if known.name in {known.name for known in screen_commands}]


def names(word: str) -> list[str]:
    return [known.name for known in meant(word)]


@pytest.mark.parametrize("known", COMMANDS, ids=lambda known: known.name)
def test_a_command_is_done_and_explained_in_both_languages(known: LineCommand) -> None:
    assert known.name == "quit" or callable(getattr(Session, f"do_{known.name}"))
    for language in LANGUAGES:
        choose(language)
        assert known.words(language)
        assert known.help.endswith(".")
        assert known.shown.startswith(known.words(language)[0])


def test_nothing_is_done_that_is_not_declared() -> None:
    done = {name.removeprefix("do_") for name in dir(Session) if name.startswith("do_")}
    assert done == {known.name for known in COMMANDS} - {"quit"}


def test_no_words_are_left_of_a_command_that_is_gone() -> None:
    told = {key.split(".")[2] for key in catalogue("fr") if key.startswith("read.command.")}
    assert told == {known.name for known in COMMANDS}


@pytest.mark.parametrize("known", SHARED, ids=lambda known: known.name)
def test_what_the_screen_can_do_too_is_found_there_by_the_same_words(known: LineCommand) -> None:
    found_by = fold(command(known.name).search_words)
    for language in LANGUAGES:
        choose(language)
        assert fold(known.words(language)[0]) in found_by


def test_all_that_is_done_to_articles_on_the_screen_is_done_line_by_line() -> None:
    shared = {known.name for known in COMMANDS}
    wanted = {known.name for known in screen_commands if known.group is Group.ARTICLE}
    assert wanted <= shared
    assert {"search", "next_match", "scope", "correct", "one_edit", "explain", "more_like", "sort"} <= shared


def test_help_is_that_of_the_screen_where_it_says_all() -> None:
    choose("fr")
    assert LineCommand("star").help == "met ou enlève l'étoile de l'article."
    assert LineCommand("tag").help[1:] == command("tag").help[1:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_means_one_command(language: str) -> None:
    words = Counter(fold(word) for known in COMMANDS for word in known.words(language))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("known", COMMANDS, ids=lambda known: known.name)
def test_the_words_of_either_language_are_understood_whichever_is_spoken(known: LineCommand, language: str) -> None:
    choose(language)
    for other in LANGUAGES:
        for word in known.words(other):
            assert meant(word) == [known]
            assert meant(fold(word).upper()) == [known]


def test_the_beginning_of_a_word_is_enough_where_it_says_which() -> None:
    choose("en")
    assert names("se") == ["search"]
    assert names("p") == ["previous_article", "plain"]
    assert names("cherch") == ["search"]
    choose("fr")
    assert names("o") == ["open", "next_match"]
    assert names("dé") == ["top", "undo"]


def test_what_is_no_command_is_told_with_the_nearest() -> None:
    assert names("xyz") == []
    assert nearest("xyz") is None
    close = nearest("serch")
    assert close is not None and close.name == "search"


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        ("12", ("open", "12")),
        ("  search  l'amende  de la Cnil ", ("search", "l'amende  de la Cnil")),
        ("/amende -google", ("search", "amende -google")),
        ("?", ("help", "")),
        ("", ("more", "")),
    ],
)
def test_a_line_is_a_word_and_what_follows_it(line: str, understood: tuple[str, str]) -> None:
    choose("en")
    assert asked(line) == understood


def test_outlets_and_tags_are_named_as_in_a_query() -> None:
    known = ["À relire", "cloud"], ["Le Monde", "Le Relais"]
    narrowed = filter_named('non-lus étiquette:"a relire" média:"le monde" lang:fr', *known)
    assert narrowed == ListFilter(unread=True, tag="À relire", outlet="Le Monde", language="fr")
    assert filter_named("#clo is:starred", *known) == ListFilter(starred=True, tag="cloud")
    for words, code, near in (
        ("tag:clod", "query.unknown_tag", "cloud"),
        ('outlet:"Le Mond" outlet:le', "read.no_outlet", "Le Monde"),
        ("tag:", "query.empty_field", None),
        ("tag:zzz", "query.unknown_tag", ""),
        ("titre:x", "read.no_filter", None),
        ("lang:xx", "read.no_filter", None),
    ):
        with pytest.raises(NoSuchFilter) as told:
            filter_named(words, *known)
        assert (told.value.code, told.value.values.get("near")) == (code, near)


def test_filters_and_orders_are_named_in_either_language() -> None:
    for words in ("unread starred", "Non-lus étoilés", "nonlu STARRED"):
        narrowed = filter_named(words)
        assert narrowed is not None and narrowed.unread and narrowed.starred
    assert filter_named("english") == filter_named("anglais")
    with pytest.raises(NoSuchFilter):
        filter_named("unread tomorrow")
    assert sort_named("Média") is sort_named("outlet") is not None
    assert sort_named("") is None
