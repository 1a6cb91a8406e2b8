"""The themes that paint can be read: contrast by WCAG 2.1 (1.4.3), text 4.5 and more, what is dimmed 3 and more."""

import pytest
from textual.color import Color
from textual.theme import Theme

from aipolicy_tui.terminal.themes import THEMES

PAINTED = [theme for theme in THEMES if not theme.ansi]
TEXT, DIMMED = 4.5, 3.0
DIM = 0.66
"""How much of a colour is left when it is dimmed (textual.filter.dim_color)."""


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2.1 defines it."""
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """From 1, the same, to 21, black and white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", PAINTED, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_the_ground_and_the_ground_on_it(theme: Theme) -> None:
    ground = Color.parse(theme.background or "")
    colours = (theme.foreground, theme.accent, theme.warning, theme.error, theme.success, theme.secondary)
    assert {colour: contrast(Color.parse(colour or ""), ground) >= TEXT for colour in colours} == dict.fromkeys(
        colours, True
    )
    dimmed = ground.blend(Color.parse(theme.foreground or ""), DIM)
    assert contrast(dimmed, ground) >= DIMMED


def test_the_theme_of_high_contrast_has_more_than_any_other() -> None:
    own = {
        theme.name: contrast(Color.parse(theme.foreground or ""), Color.parse(theme.background)) for theme in PAINTED
    }
    assert own["contrast"] >= 7 and max(own, key=lambda name: own[name]) == "contrast"
