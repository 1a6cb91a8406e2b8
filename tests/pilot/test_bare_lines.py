"""Widgets that draw their lines without Textual's frames around them look as if they had them."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from stage import Start, screen_of
from textual.app import App
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from aipolicy_tui.terminal.cells import Row


def _cells(strips: list[Strip], width: int) -> list[Row]:
    rows = [Row.blank(width) for _ in strips]
    for row, strip in zip(rows, strips, strict=True):
        row.put(0, strip, ColorSystem.TRUECOLOR)
    return rows


@pytest.mark.parametrize("theme", ["dark", "terminal", "contrast"])
@pytest.mark.parametrize("no_color", [False, True])
async def test_every_line_is_as_textual_draws_it(
    start: Start, theme: str, no_color: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = start(theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "/", "n", "o")
        own = [each for each in screen_of(app).query("*") if type(each).render_lines is not Widget.render_lines]
        assert {type(each).__name__ for each in own} >= {"Bar", "Rule", "RowList", "FactsPanel"}
        for widget in own:
            width, height = widget.size
            for region in (Region(0, 0, width, height), Region(width // 3, height // 3, width // 2, height // 2)):
                drawn = _cells(widget.render_lines(region), region.width)
                widget._styles_cache.clear()
                assert drawn == _cells(Widget.render_lines(widget, region), region.width), widget
                assert widget.styles.gutter.totals == (0, 0), f"{widget} has a frame"


def test_no_layer_of_textuals_own_lies_over_the_screen(start: Start) -> None:
    """Its notices and tooltips are switched off; a later Textual may do that by other names."""
    switches = {"_disable_notifications": True, "_disable_tooltips": True}
    assert switches.items() <= vars(start()).items()
    assert switches.keys() <= vars(App[None]()).keys()
