"""The facts beside the text: moving marks, jumping, copying."""

from __future__ import annotations

import re

import pytest
from stage import AnswersHere, Start, bottom, screen_of, shown, stock, until
from textual.pilot import Pilot

from aipolicy_index.library import Library
from aipolicy_index.model import FactKind, Link, MoneyValue
from aipolicy_tui.commands import Place
from aipolicy_tui.screens.reader_app import ReaderApp
from aipolicy_tui.screens.reading import ReadingScreen
from aipolicy_tui.terminal.clipboard import Copied, Way


async def to_fact(pilot: Pilot[None], screen: ReadingScreen, kind: FactKind) -> None:
    """Move down to the first fact of a kind."""
    while screen.facts.fact is None or screen.facts.fact.kind is not kind:
        await pilot.press("j")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 18)], ids=["120x40", "80x24", "50x18"])
async def test_f_shows_the_facts_by_kind_with_counts(start: Start, size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        screen = screen_of(app)
        await pilot.press("enter")
        if not screen.facts_shown:
            await pilot.press("f")
        assert "IN BRIEF" in shown(app) and "QUOTES" in shown(app)
        await pilot.press("f")
        assert not screen.facts_shown
        assert screen.place is Place.TEXT


async def test_moving_marks_the_words_in_the_text_and_scrolls_there(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "f")
        await to_fact(pilot, screen, FactKind.DATE)
        await pilot.press("j")
        fact = screen.facts.fact
        assert fact is not None and fact.text == "juillet 2026"
        assert screen.pane.scroll_offset.y > 0
        assert [layer.spans for layer in screen.pane.marking][-1] == (fact.span,)
        line = screen.pane.source.line_of(fact.start)
        assert screen.pane.scroll_offset.y <= line < screen.pane.scroll_offset.y + screen.pane.size.height


async def test_enter_jumps_into_the_text_and_esc_comes_back_to_the_fact_then_to_the_place(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "f")
        await to_fact(pilot, screen, FactKind.DATE)
        await pilot.press("j", "enter")
        assert screen.place is Place.TEXT
        jumped = screen.pane.scroll_offset.y
        assert jumped > 0
        await pilot.press("backspace")
        assert screen.place is Place.FACTS
        assert screen.facts.fact is not None and screen.facts.fact.text == "juillet 2026"
        await pilot.press("escape")
        assert (screen.place, screen.pane.scroll_offset.y) == (Place.TEXT, 0)
        assert screen.pane.fact is None


async def test_the_text_keeps_its_place_when_the_facts_come_and_go(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "j", "j")
        before = (screen.pane.region, screen.pane.scroll_offset.y)
        await pilot.press("f")
        assert screen.pane.region == before[0]
        await pilot.press("f")
        assert (screen.pane.region, screen.pane.scroll_offset.y) == before


async def test_values_are_worded_for_the_reader(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        text = shown(app)
        assert "USD\u00a0200M  up to" in text.replace("USD 200M", "USD\u00a0200M")
        assert "16 June 2025  “lundi”" in text
        assert "contrat du ministère" in text
        assert "Marc Odile" in text


async def test_unsure_facts_are_folded_until_asked_for(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 50)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "tab")
        assert "1 more, unsure" in shown(app)
        while "unsure" not in shown(app) or screen.facts.fact is not None:
            await pilot.press("j")
        await pilot.press("enter")
        assert "? équipes" in shown(app) and "1 more, unsure" not in shown(app)
        assert screen.place is Place.FACTS


async def test_the_confidence_line_is_a_setting(start: Start) -> None:
    app = start(confidence_line=0.1)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("enter")
        assert "équipes" in shown(app).split("ORGANISATIONS")[1] and "unsure" not in shown(app)


async def test_an_article_without_facts_says_which_kinds_were_looked_for(start: Start) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "enter")
        await until(pilot, lambda: "No facts here" in shown(app))
        assert "quotes" in shown(app) and "money" in shown(app)


async def test_facts_not_extracted_yet_are_asked_for(start: Start, service: AnswersHere) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        money = next(f for f in screen.library.facts(screen.ids[0]) or () if isinstance(f.value, MoneyValue))
        service.extracted[screen.ids[1]] = (money,)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "MONEY" in shown(app))


async def test_facts_that_cannot_be_read_are_said_to_be(start: Start, service: AnswersHere) -> None:
    app = start()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        service.failures = 1
        await pilot.press("j", "enter")
        await until(pilot, lambda: "could not be read" in shown(app))


@pytest.fixture
def clipboard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was sent to the clipboard."""
    sent: list[str] = []

    async def keep(app: ReaderApp, text: str, folder: object) -> Copied:
        sent.append(text)
        return Copied(Way.TERMINAL, len(text))

    monkeypatch.setattr(ReaderApp, "copy_text", keep)
    return sent


async def test_y_on_a_fact_copies_its_words_with_title_outlet_and_date(start: Start, clipboard: list[str]) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "f")
        await to_fact(pilot, screen, FactKind.MONEY)
        await pilot.press("y")
        await until(pilot, lambda: clipboard)
        assert clipboard == [
            "“200 millions de dollars”\n"
            "— “Le Pentagone confie un contrat à Nordik”, Le Courrier du code, 17 June 2025\n"
        ]
        await until(pilot, lambda: "Sent to the terminal" in bottom(app))


async def test_y_on_a_quote_copies_the_speaker_too(start: Start, clipboard: list[str]) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "f")
        await to_fact(pilot, screen, FactKind.QUOTE)
        await pilot.press("y")
        await until(pilot, lambda: clipboard)
        assert clipboard[0].startswith("“C’est une guerre froide”\n— Marc Odile (")


async def test_y_in_the_text_copies_the_paragraph_in_view_or_the_sentence_of_the_match(
    start: Start, clipboard: list[str]
) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("enter", "y")
        await until(pilot, lambda: clipboard)
        assert clipboard[0].startswith("“Le Pentagone confie un contrat à Nordik”")
        await pilot.press("/", *"securite")
        await until(pilot, lambda: screen.pane.matches.span)
        await pilot.press("enter", "y")
        await until(pilot, lambda: len(clipboard) == 2)
        assert clipboard[1].startswith("“La sécurité des données reste à la charge du client.”")


async def test_links_are_listed_and_copied(start: Start, clipboard: list[str]) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "o")
        await until(pilot, lambda: "https://example.org/contrat" in shown(app))
        await pilot.press("enter")
        await until(pilot, lambda: clipboard == ["https://example.org/contrat"])


async def test_links_have_letters_and_are_shown_to_their_end(
    start: Start, library: Library, clipboard: list[str]
) -> None:
    long = f"https://example.org/{'a' * 120}/end"
    urls = [f"https://example.org/{number}" for number in range(30)] + [long]
    article = library.article(library.listing()[0])._replace(text="Nordik\n\nVoir.", zones=(), published="2026-01-01")
    stock(library, [(article._replace(links=tuple(Link(url, "") for url in urls)), ())])
    app = start()
    async with app.run_test(size=(80, 40)) as pilot:
        await until(pilot, lambda: screen_of(app).pane.article and screen_of(app).pane.article.links)
        await pilot.press("o")
        await until(pilot, lambda: "c  https://example.org/1 " in shown(app))
        assert not re.search(r"^.?[jkq]  https", shown(app), re.MULTILINE)
        await pilot.press("c")
        await until(pilot, lambda: clipboard == ["https://example.org/1"])
        await pilot.press("o", *["j"] * 30)
        await until(pilot, lambda: "/end" in shown(app))
        lines = [line.strip() for line in shown(app).split("\n")]
        assert long in "".join(line for line in lines if "aaaa" in line or line.endswith("/end"))
        await pilot.press("enter")
        await until(pilot, lambda: clipboard[-1] == long)


async def test_the_plain_view_shows_the_bare_text(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "Y")
        await until(pilot, lambda: "Select with the terminal" in shown(app))
        assert "│" not in shown(app)
        await pilot.press("escape")
        assert app.screen is screen_of(app)


async def test_speakers_stand_in_the_margin_of_a_wide_screen_when_the_facts_are_closed(start: Start) -> None:
    app = start()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "f")
        quoted = next(line for line in shown(app).split("\n") if "guerre froide" in line)
        assert quoted.rstrip().endswith("  Marc Odile")
        await pilot.press("f")
        texts = [line.split("│")[1] for line in shown(app).split("\n") if line.count("│") == 2]
        assert not next(text for text in texts if "guerre froide" in text).rstrip().endswith("  Marc Odile")
