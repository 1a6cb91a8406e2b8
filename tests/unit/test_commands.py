"""Every command has its words in both languages, and is found by them."""

from collections import Counter

import pytest

from aipolicy_tui import messages
from aipolicy_tui.commands import COMMANDS, FOOTER, Command, Place, command


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("known", COMMANDS, ids=lambda known: known.name)
def test_a_command_has_its_words_in_every_language(known: Command, language: str) -> None:
    for part in ("title", "hint", "help", "words"):
        assert messages.say_in(language, f"command.{known.name}.{part}", {})


def test_a_command_is_declared_once() -> None:
    assert not [name for name, times in Counter(known.name for known in COMMANDS).items() if times > 1]


def test_no_words_are_left_of_a_command_that_is_gone() -> None:
    names = {key.split(".")[1] for key in messages.catalogue("fr") if key.startswith("command.")}
    assert names == {known.name for known in COMMANDS}


@pytest.mark.parametrize("place", list(Place))
def test_the_footer_hints_only_at_what_works_there(place: Place) -> None:
    assert [name for name in FOOTER[place] if place not in command(name).places] == []


def test_the_palette_finds_a_command_by_french_and_english_words() -> None:
    assert "Étoile" in command("star").search_words
    assert "bookmark" in command("star").search_words


def test_the_hint_of_a_key_depends_on_the_place() -> None:
    messages.choose("fr")
    assert command("open").hint(Place.LIST) == "lire"
    assert command("open").hint(Place.FACTS) == "aller au texte"
    messages.choose("en")
