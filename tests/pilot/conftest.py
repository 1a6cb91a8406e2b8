"""What every test of the screen has: the stage on the path, and its fixtures."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from quiet import waits_for_what_was_asked
from stage import library, service, start

__all__ = ["library", "service", "start", "waits_for_what_was_asked"]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys may write files: where a test stands, nothing of anybody's is."""
    monkeypatch.chdir(tmp_path)
