"""The screen's process loads neither the engine nor what reads files and extracts facts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import asyncio, os, sys
from pathlib import Path
from aipolicy_index.library import Library
from aipolicy_index.service.client import ServiceClient
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.screens.desk import Tools
from aipolicy_tui.screens.reader_app import ReaderApp
from aipolicy_tui.settings import Settings

async def main():
    folder = Path(sys.argv[1])
    Library.open(folder).close()
    before = set(sys.modules)
    with Library.open(folder) as library:
        tools = Tools(library, ServiceClient(folder), Settings(), build_keymap(), os.environ, folder)
        app = ReaderApp(tools)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("/", "m", "e", "t", "a")
            while app.screen.search is None or app.screen.search.results is None:
                await pilot.pause(0.05)
            await pilot.press("enter", "f", "escape", "escape", "j", "enter", "y", "?", "escape")
    heavy = ("whoosh", "numpy", "pycrfsuite", "trafilatura", "pypdf", "aipolicy_index.engine", "aipolicy_index.facts")
    print([name for name in sorted(sys.modules) if name.startswith(heavy)])

asyncio.run(main())
"""


def test_the_screen_leaves_search_and_extraction_to_other_processes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "library")], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
