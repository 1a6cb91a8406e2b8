"""Articles in every script, in the real reader in a real tmux: straight columns, whole words, nothing left behind."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import Terminal
from multiplexers import HAS_TMUX, Tmux

from aipolicy_index.library import Library
from aipolicy_tui.terminal.safe import safe_text

pytestmark = pytest.mark.skipif(not HAS_TMUX, reason="no tmux here")

ARTICLES = {
    "devanagari": "हिन्दी में नीति और कृत्रिम बुद्धिमत्ता के नियम लागू हुए। தமிழ் மொழி ภาษาไทย",
    "cjk": "東京の人工知能政策 に関する 新しい規則 が発表された 한국어 정책 ｆｕｌｌｗｉｄｔｈ ﾊﾝｶｸ",
    "emoji": "drapeaux 🇫🇷🇬🇧 famille 👩\u200d👩\u200d👧\u200d👦 pouce 👍🏽 touche 1\ufe0f\u20e3 cœur ❤\ufe0f 🚀 fin 😀",
    "marks": "L'e\u0301te\u0301 \u1112\u1161\u11ab\u1100\u116e\u11a8 Z\u0351\u0352\u0353algo ☁ privé \ue0b0 ㉈ q\u0308",
    "rtl": "العربية بالحروف والذكاء الاصطناعي עברית וטקסט נוסף",
}
"""A title each; the text says it over and over, and quotes it."""

WORD = re.compile(r"[^\s.,:;«»“”…›│●·↓]+")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scripts")
    for name, title in ARTICLES.items():
        said = f"{title}. " * 12 + f"\n\nLe ministre Jean Dupont a déclaré mardi : « {title} est prêt »."
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\noutlet: {title.split()[0]}\n---\n\n{said}\n", "utf-8")
    with Library.open(folder / "library", seeds=False) as library:
        library.add([folder / f"{name}.md" for name in ARTICLES])
        for _ in library.preparing(jobs=1):
            pass
    return folder / "library"


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    with Tmux(tmp_path) as tmux:
        yield tmux


def reader(tmux: Tmux, prepared: Path) -> Terminal:
    shutil.copytree(prepared, tmux.home / "library")
    program = [sys.executable, "-m", "aipolicy_tui", "--lang", "fr", "--library", str(tmux.home / "library")]
    command = tmux.command("-u", "new-session", "-s", "reader", shlex.join(program))
    # An article that counts as read after a while changes the top line whenever that is.
    settings = tmux.home / "settings.toml"
    settings.write_text("read_after_seconds = 3600\n", "utf-8")
    environment = {"AIPOLICY_SETTINGS": str(settings)}
    terminal = Terminal(command, columns=80, rows=25, home=tmux.home, environment=environment)
    terminal.wait_for(f"{len(ARTICLES)} articles")
    return terminal


def settled(tmux: Tmux, terminal: Terminal) -> list[str]:
    """What tmux shows once nothing comes any more."""
    terminal.settle(0.3)
    return tmux.screen()


def test_columns_are_straight_and_words_whole_in_list_text_and_facts(tmux: Tmux, prepared: Path) -> None:
    known = {word for title in ARTICLES.values() for word in WORD.findall(safe_text(title))}
    with reader(tmux, prepared) as terminal:
        terminal.press("enter")
        for _ in ARTICLES:
            for place in ("text", "facts"):
                terminal.press("enter" if place == "facts" else "g")
                screen = settled(tmux, terminal)
                assert len(set(tmux.columns_of("│"))) == 1, "\n".join(screen)
                assert not _torn(screen, known), place
                terminal.press("ctrl+l")
                assert settled(tmux, terminal) == screen
                terminal.press("pagedown")
                assert not _torn(settled(tmux, terminal), known), place
            terminal.press("escape", "J")


def _torn(screen: list[str], known: set[str]) -> set[str]:
    """Words in the scripts of the articles that no article has; CJK may end its line anywhere."""
    seen = {word for row in screen for word in WORD.findall(row) if any(char > "\u02ff" for char in word)}
    return {word for word in seen - known if not any(unicodedata.east_asian_width(char) in "WFH" for char in word)}
