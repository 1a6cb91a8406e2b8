"""Texts that are hard on a terminal: scripts whose width is disputed, and bytes that mean harm."""

from __future__ import annotations

SCRIPTS = (
    "plain ASCII",
    "été à Noël : « où ça ? » — œuvre",
    "e\u0301te\u0301 NFD",
    "東京の人工知能",
    "한국어 AI 정책",
    "\u1112\u1161\u11ab\u1100\u116e\u11a8 NFD",
    "ｆｕｌｌｗｉｄｔｈ ﾊﾝｶｸ",
    "emoji 😀 and 🚀 in text",
    "heart ❤\ufe0f keycap 1\ufe0f\u20e3",
    "family 👩\u200d👩\u200d👧\u200d👦 end",
    "skin 👍🏽 tone",
    "flags 🇫🇷 🇬🇧 end",
    "हिन्दी में नीति",
    "தமிழ் மொழி",
    "ภาษาไทย",
    "العربية بالحروف",
    "עברית וטקסט",
    "zalgo Z\u0351\u0352\u0353\u0354\u0355\u0356\u0357a",
    "zero\u200bwidth\u2060joiner\ufeff",
    "tab\tstop",
    "no\u00a0break\u202fspaces",
    "☁ ☂ ⚖ ✓ ★ ●",
    "private \ue0b0 use, unassigned \u0378",
)
"""Names and titles as they come in articles."""

HOSTILE = (
    "clear \x1b[2J\x1b[H screen",
    "title \x1b]0;owned\x07 set",
    "clipboard \x1b]52;c;b3duZWQ=\x07 set",
    "open \x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "unterminated \x1b]0;swallows all",
    "c1 \x9b31mred\x9d0;owned\x9c",
    "device \x1bP+q544e\x1b\\ control",
    "reset \x1bc all",
    "alternate \x1b[?1049l screen",
    "bell \x07\x07 and backspace \x08\x08",
    "return \r overwrites",
    "line\nfeed\x0bvertical\x0cform",
    "next\x85line\u2028para\u2029",
    "shift \x0e\x0f out",
    "delete \x7f null \x00 end",
    "bidi \u202eesrever\u202c \u2066isolate\u2069",
    "tags \U000e0041\U000e0042",
    "markup [bold]x[/bold] [@click=app.exit]y[/] [/nope]",
    "braces {0} %s $x \\",
)
"""Titles as somebody would write them who means harm."""
