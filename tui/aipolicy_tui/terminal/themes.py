"""The reader's themes: calm, one accent, backgrounds that are the terminal's own wherever they can be."""

from __future__ import annotations

from textual.theme import Theme


def _ansi(name: str, *, dark: bool, accent: str) -> Theme:
    """A theme of the terminal's own palette: nothing is painted, colours mean something or are absent."""
    own = "ansi_default"
    cursor = {"foreground": own, "background": own, "text-style": "reverse"}
    variables = {
        "ansi-background": "ansi_black" if dark else "ansi_white",
        "ansi-foreground": "ansi_white" if dark else "ansi_black",
        "border": "ansi_bright_black",
        "border-blurred": "ansi_bright_black",
        "input-cursor-background": own,
        "input-cursor-foreground": own,
        "input-cursor-text-style": "reverse",
        "input-selection-background": accent,
        "input-selection-foreground": "ansi_black" if dark else "ansi_bright_white",
        "screen-selection-background": accent,
        "screen-selection-foreground": "ansi_black" if dark else "ansi_bright_white",
        "footer-background": own,
        "footer-foreground": own,
        "footer-key-foreground": accent,
        **{f"block-cursor-{part}": value for part, value in cursor.items()},
        **{f"block-cursor-blurred-{part}": value for part, value in cursor.items()},
    }
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=accent,
        secondary="ansi_bright_black",
        accent=accent,
        warning="ansi_yellow" if dark else "ansi_red",
        error="ansi_red",
        success="ansi_green",
        foreground=own,
        background=own,
        surface=own,
        panel=own,
        boost=own,
        variables=variables,
    )


def _painted(name: str, *, dark: bool, background: str, foreground: str, accent: str, alarm: str) -> Theme:
    """A theme with colours of its own, for a terminal whose palette cannot be trusted."""
    return Theme(
        name=name,
        dark=dark,
        primary=accent,
        secondary=foreground,
        accent=accent,
        warning=accent,
        error=alarm,
        success=accent,
        foreground=foreground,
        background=background,
        surface=background,
        panel=background,
        boost=background,
        variables={
            "border": foreground,
            "border-blurred": foreground,
            "block-cursor-background": foreground,
            "block-cursor-foreground": background,
            "block-cursor-text-style": "bold",
            "input-cursor-background": foreground,
            "input-cursor-foreground": background,
            "input-selection-background": accent,
            "footer-background": background,
            "footer-foreground": foreground,
            "footer-key-foreground": accent,
        },
    )


THEMES = (
    _ansi("ansi-dark", dark=True, accent="ansi_cyan"),
    _ansi("ansi-light", dark=False, accent="ansi_blue"),
    _painted("dark", dark=True, background="#16181d", foreground="#d8dade", accent="#7fb4ca", alarm="#e46876"),
    _painted("light", dark=False, background="#f7f5f0", foreground="#24292f", accent="#0b5c8a", alarm="#a4262c"),
    _painted("contrast", dark=True, background="#000000", foreground="#ffffff", accent="#ffff00", alarm="#ff8080"),
)
"""Every theme that the reader offers; the first two follow the terminal's palette."""

THEME_NAMES = tuple(theme.name for theme in THEMES)
"""What `capabilities.theme_for` may answer."""
