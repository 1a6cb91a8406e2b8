"""The other language, chosen in the palette: on every line at once, wherever the reader is, and from then on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from stage import AnswersHere, Start, bottom, screen_of, shown, top, until

from aipolicy_index.library import Library
from aipolicy_tui import messages
from aipolicy_tui.commands import Place
from aipolicy_tui.program import run
from aipolicy_tui.settings import Settings, keep_language, kept_language

SIZES = pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=["120x40", "80x24", "40x15"])
TO_FRENCH = (":", *"francais", "enter")
ENGLISH = re.compile(
    r"\b(articles? unread|unread|Enter|Esc|read|search|help|star|facts|list|QUOTES|MONEY|June|May|more|"
    r"relevance|here|this article|like|shared|match)\b"
)


@SIZES
@pytest.mark.parametrize(
    "before",
    [
        (),
        ("enter",),
        ("f",),
        ("/", *"nordik", "enter"),
        ("/", *"nordik", "enter", "escape"),
        ("m",),
        ("z",),
        ("S", "escape"),
    ],
    ids=["list", "text", "facts", "match", "hits", "alike", "zen", "list again"],
)
async def test_no_word_of_the_screen_stays_in_the_language_before(
    start: Start, size: tuple[int, int], before: tuple[str, ...]
) -> None:
    app = start(read_after_seconds=3600)
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen.open_id)
        await pilot.press(*before)
        await until(
            pilot, lambda: not (screen._ahead or screen.marks_asked or (screen.search and screen.search.waiting))
        )
        await until(pilot, lambda: screen.selected_id == screen.open_id)
        place, opened, selected = screen.place, screen.open_id, screen.selected_id
        await pilot.press(*TO_FRENCH)
        await until(pilot, lambda: messages.chosen() == "fr" and not (screen.search and screen.search.waiting))
        await pilot.pause()
        own = re.sub(r"Regulator fines.*|The Tideway", "", shown(app))
        assert ENGLISH.findall(own) == []
        assert (screen.place, screen.open_id, screen.selected_id) == (place, opened, selected)


async def test_the_reader_stays_at_the_hit_and_the_match_where_he_is(start: Start) -> None:
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik", "enter")
        await until(pilot, lambda: screen.place is Place.TEXT and screen.pane.matches.span)
        await pilot.press("J")
        await until(pilot, lambda: screen.open_id == screen.ids[1] and screen.pane.matches.span)
        second = screen.pane.matches
        await pilot.press(*TO_FRENCH)
        await until(pilot, lambda: screen.search and not screen.search.waiting)
        assert (screen.selected_id, screen.open_id, screen.pane.matches) == (screen.ids[1], screen.ids[1], second)
        assert "2 articles · pertinence" in top(app)


async def test_an_empty_library_and_help_speak_it_too(start: Start, library: Library) -> None:
    library.remove(list(library.listing()))
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FRENCH)
        await until(pilot, lambda: "Aucun article" in shown(app))
        await pilot.press("?")
        assert "Aide" in shown(app) and "Dans la liste" in shown(app)


async def test_it_is_kept_for_the_next_start(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AIPOLICY_SETTINGS", str(tmp_path / "conf" / "settings.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*TO_FRENCH)
        await until(pilot, lambda: "chercher" in bottom(app))
    messages.choose("en")
    assert run(["config"]) == 0
    assert messages.chosen() == "fr" and "Les couleurs" in capsys.readouterr().out
    assert run(["--lang", "en", "config"]) == 0
    assert messages.chosen() == "en"


def test_a_setting_that_was_changed_since_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIPOLICY_SETTINGS", str(tmp_path / "settings.toml"))
    assert kept_language(Settings()) is None
    keep_language(Settings(language="fr"), "en")
    assert kept_language(Settings(language="fr")) == "en"
    assert kept_language(Settings()) is None
    (tmp_path / "language").write_bytes(b"auto \xff\xfe\n")
    assert kept_language(Settings()) is None


async def test_where_it_cannot_be_kept_that_is_said(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("AIPOLICY_SETTINGS", str(tmp_path / "file" / "settings.toml"))
    app = start()
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press(*TO_FRENCH)
        await until(pilot, lambda: "La langue n'est pas gardée" in bottom(app))


async def test_the_nearest_articles_are_asked_for_again_when_the_service_died(
    start: Start, service: AnswersHere, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aipolicy_index.errors import ServiceError

    asked: list[int] = []
    similar = service.similar

    async def dies_once(id_: int, *, limit: int = 40) -> object:
        asked.append(id_)
        if len(asked) == 1:
            raise ServiceError(reason="exit status -9")
        return await similar(id_, limit=limit)

    monkeypatch.setattr(service, "similar", dies_once)
    app = start()
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await until(pilot, lambda: screen.open_id)
        await pilot.press("m")
        await until(pilot, lambda: screen.search and screen.search.results and len(screen.ids) == 1)
        assert asked == [asked[0]] * 2 and "started again" in bottom(app)
