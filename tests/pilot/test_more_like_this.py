"""More like this, completion, loosening, and what was understood: what a person presses and sees."""

from __future__ import annotations

import pytest
from stage import AnswersHere, Start, bottom, screen_of, shown, top, until
from textual.events import Paste

from aipolicy_index.library import Library
from aipolicy_index.model import Results, Sort
from aipolicy_tui import messages
from aipolicy_tui.commands import Place
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.screens.desk import Tools
from aipolicy_tui.screens.reader_app import ReaderApp
from aipolicy_tui.settings import Settings
from aipolicy_tui.widgets.drawing import terminal_ruler


def under(app: ReaderApp) -> str:
    """The line under the query."""
    return shown(app).split("\n")[1].strip()


# ---- more like this


async def test_m_lists_the_nearest_articles_with_the_words_that_they_share(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("m")
        await until(pilot, lambda: screen.search and screen.search.lists_hits)
        assert "Le Pentagone confie un contrat à Nordik" in top(app)
        near = screen.ids[0]
        assert "Nordik interdit" in screen.library.rows([near])[0].display_title
        assert any("Nordik" in line.split("│")[0] and "interdit" not in line for line in shown(app).split("\n")[2:8])
        assert "Nordik" in under(app)
        await until(pilot, lambda: screen.open_id == near and screen.pane.matches.spans)


async def test_the_shared_words_are_the_matches_of_the_text_and_esc_goes_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        first = screen.open_id
        await pilot.press("m")
        await until(pilot, lambda: screen.search and screen.search.lists_hits)
        await pilot.press("enter")
        await until(pilot, lambda: screen.place is Place.TEXT and screen.pane.matches.spans)
        assert screen.pane.matches.current == 0
        text = screen.library.article(screen.ids[0]).text
        assert {text[span.start : span.end] for span in screen.pane.matches.spans} >= {"Nordik"}
        await pilot.press("escape", "escape")
        assert (screen.search, screen.open_id, screen.place) == (None, first, Place.LIST)


async def test_m_on_a_hit_returns_to_the_hits(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik")
        await until(pilot, lambda: len(screen.ids) == 2 and screen.pane.matches.span)
        await pilot.press("enter", "m")
        await until(pilot, lambda: screen.search and screen.search.like and screen.search.lists_hits)
        assert screen.place is Place.LIST
        await pilot.press("escape")
        assert screen.search is not None and screen.search.query == "nordik"
        assert len(screen.ids) == 2 and screen.entry.text == "nordik"
        await pilot.press("escape", "escape")
        assert screen.search is None


async def test_a_search_can_begin_from_the_nearest_articles(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("m")
        await until(pilot, lambda: screen.search and screen.search.lists_hits)
        await pilot.press("S")
        assert "nearest always come first" in bottom(app)
        await pilot.press("/", *"solent")
        await until(pilot, lambda: screen.search and screen.search.lists_hits and len(screen.ids) == 1)
        assert screen.search is not None and screen.search.like is None


async def test_the_filters_of_the_list_hold_for_the_nearest_articles(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("m")
        await until(pilot, lambda: screen.search and screen.search.lists_hits and screen.ids)
        await pilot.press("e")
        await until(pilot, lambda: not screen.ids)
        assert "No article is like this one" in shown(app)
        await pilot.press("x")
        await until(pilot, lambda: screen.ids)


# ---- completion


async def test_a_field_completes_with_tab_and_its_values_follow(start: Start, library: Library) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"out")
        assert under(app).startswith("Tab outlet:")
        assert "Tab complete" in bottom(app)
        await pilot.press("tab", *"nor")
        assert screen.entry.text == "outlet:nor"
        await until(pilot, lambda: 'Tab "Nord Actu"' in under(app))
        await pilot.press("tab")
        assert screen.entry.text == 'outlet:"Nord Actu" '
        assert "Tab" not in under(app)


async def test_fields_complete_in_the_language_of_the_screen(start: Start) -> None:
    messages.choose("fr")
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"amende -per")
        assert under(app).startswith("Tab personne:")
        await pilot.press("tab")
        assert screen.entry.text == "amende -personne:"


async def test_tab_ahead_of_the_names_takes_the_first_when_they_come(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"outlet:nor", "tab")
        await until(pilot, lambda: screen.entry.text == 'outlet:"Nord Actu" ')


async def test_tab_narrows_to_the_article_where_nothing_is_begun(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"nordik")
        await until(pilot, lambda: screen.search and screen.search.lists_hits)
        assert "Tab this article / all" in bottom(app)
        await pilot.press("tab")
        assert "in this article" in top(app)


# ---- when nothing has everything


class Relaxing(AnswersHere):
    """Answers a query that nothing has with what has most of it."""

    async def search(self, query: str, **options: object) -> Results:
        found = await super().search(query, **options)  # type: ignore[arg-type]
        if found.ids or "zebra" not in query:
            return found
        some = await super().search(query.replace("zebra", "").strip(), sort=Sort.DATE)
        return some._replace(query=query, relaxed="any", correction=query.replace("zebra", "nordik"))


@pytest.fixture
def relaxing(library: Library) -> ReaderApp:
    """The reader before a service that relaxes."""
    tools = Tools(library, Relaxing(library), Settings(), build_keymap(), {"TERM": "xterm"}, library.folder)  # type: ignore[arg-type]
    return ReaderApp(tools)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_what_has_most_words_stands_under_a_line_that_says_so(relaxing: ReaderApp, language: str) -> None:
    messages.choose(language)
    said = {"fr": ("n'a tous les mots", "Vouliez-vous", "corriger", "à une lettre près")}.get(
        language, ("has all the words", "Did you", "correct", "one letter off")
    )
    async with relaxing.run_test(size=(160, 24)) as pilot:
        screen = screen_of(relaxing)
        await pilot.press("/", *"pentagone zebra")
        await until(pilot, lambda: screen.search and screen.search.results and screen.search.results.relaxed)
        assert screen.ids
        assert said[0] in under(relaxing) and said[1] in under(relaxing)
        assert f"Ctrl+R {said[2]}".lower() in bottom(relaxing).lower()
        assert f"Ctrl+T {said[3]}".lower() in bottom(relaxing).lower()
        await pilot.press("ctrl+t")
        assert screen.entry.text == "pentagone~ zebra~"
        await pilot.press("ctrl+u", *"pentagone zebra")
        await until(pilot, lambda: screen.search and screen.search.results and screen.search.results.correction)
        await pilot.press("ctrl+r")
        assert screen.entry.text == "pentagone nordik"
        await until(pilot, lambda: screen.search and screen.search.results and not screen.search.results.relaxed)
        assert "ctrl+t" not in bottom(relaxing).lower()


async def test_a_low_screen_says_so_in_two_words(relaxing: ReaderApp) -> None:
    async with relaxing.run_test(size=(40, 12)) as pilot:
        screen = screen_of(relaxing)
        await pilot.press("/", *"pentagone zebra")
        await until(pilot, lambda: screen.search and screen.search.results and screen.search.results.relaxed)
        await until(pilot, lambda: "in part" in top(relaxing))
        assert "correct" in bottom(relaxing)


async def test_nothing_at_all_proposes_one_letter(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"zebra")
        await until(pilot, lambda: screen.search and screen.search.lists_hits and not screen.ids)
        said = " ".join(line.split("│")[0].strip() for line in shown(app).split("\n"))
        assert "Ctrl+T to search within one letter" in said
        await pilot.press("ctrl+t")
        assert screen.entry.text == "zebra~"
        await until(pilot, lambda: "one letter off" not in bottom(app))


# ---- what was understood


async def test_what_was_understood_is_told_on_request(start: Start, service: AnswersHere) -> None:
    service.corrections["titer:zebra (amende"] = "titre:amende"
    app = start()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        await pilot.press("/", *"titer:zebra (amende")
        await until(pilot, lambda: screen.search and screen.search.lists_hits)
        await pilot.press("ctrl+x")
        told = shown(app)
        assert "Searched: titer AND zebra AND amende" in told
        assert "Characters 1–6" in told and "“title:”" in told
        assert "Characters 13–13" in told
        assert "Did you mean “titre:amende”?" in told
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: screen.entry.text == "titre:amende")


async def test_without_a_search_there_is_nothing_to_explain(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+x")
        assert "/ to search" in bottom(app)


# ---- the reader's files


async def test_what_cannot_be_used_of_the_readers_files_is_told_one_after_the_other(library: Library) -> None:
    problems = ("settings.toml: no setting is called mesure.", "synonyms.txt, line 2: “foo”")
    keymap = build_keymap({"star": "kk"})
    tools = Tools(library, AnswersHere(library), Settings(), keymap, {"TERM": "xterm"}, library.folder, problems)  # type: ignore[arg-type]
    app = ReaderApp(tools)
    async with app.run_test(size=(100, 24)) as pilot:
        assert "no setting is called mesure. (+2: Esc)" in bottom(app)
        await pilot.press("j")
        assert "no setting is called mesure" in bottom(app)
        await pilot.press("escape")
        assert "synonyms.txt, line 2: “foo” (+1: Esc)" in bottom(app)
        await pilot.press("escape")
        assert "“kk”" in bottom(app)
        await pilot.press("escape")
        assert "Enter read" in bottom(app)


async def test_an_error_that_is_too_long_for_the_bottom_line_stands_whole_above_it(library: Library) -> None:
    problem = "settings.toml: theme = “pink” does not fit; it takes one of these words: auto, dark, light, contrast."
    tools = Tools(
        library, AnswersHere(library), Settings(), build_keymap(), {"TERM": "xterm"}, library.folder, (problem,)
    )  # type: ignore[arg-type]
    app = ReaderApp(tools)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "contrast." in shown(app))
        assert problem in " ".join(" ".join(shown(app).split("\n")[-4:-1]).split())
        assert "Esc seen" in bottom(app)
        await pilot.press("escape")
        await until(pilot, lambda: "pink" not in shown(app))
        assert "│" in shown(app).split("\n")[-2]


@pytest.mark.parametrize("pasted", ["é" * 10_000, "amende " * 1_500, "👩‍👩‍👧 " * 2_000, '"(' * 5_000, "国" * 10_000])
async def test_a_long_paste_is_a_query_like_any_other(
    start: Start, pasted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []

    class Counting:
        """Counts the characters that are measured."""

        def cells(self, text: str) -> int:
            measured.append(len(text))
            return terminal_ruler().cells(text)

    monkeypatch.setattr("aipolicy_tui.widgets.entry.terminal_ruler", Counting)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("/")
        screen.entry.on_paste(Paste(pasted))
        await pilot.press("x", "left", "y", "ctrl+a")
        await until(pilot, lambda: screen.entry.before_cursor == "" or screen.entry.text.startswith(pasted[:1]))
        assert max(measured) < 1_000
        await pilot.press("ctrl+u", "ctrl+k", *"nordik")
        await until(pilot, lambda: len(screen.ids) == 2)
