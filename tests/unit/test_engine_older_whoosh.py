"""The engine uses only what Whoosh 2.7.4 has too, so that the way back stays open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = os.environ.get("WHOOSH_274", "")
"""A folder with Whoosh 2.7.4 in it: `pip install --target FOLDER whoosh==2.7.4`."""


@pytest.mark.skipif(not FOLDER, reason="WHOOSH_274 names no folder with Whoosh 2.7.4")
def test_the_engine_passes_its_tests_on_whoosh_2_7_4(root: Path) -> None:
    tests = [
        file for file in sorted((root / "tests" / "unit").glob("test_engine_*.py")) if file.name != Path(__file__).name
    ]
    command = [sys.executable, "-W", "ignore", "-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, tests)]
    ran = subprocess.run(command, env=os.environ | {"PYTHONPATH": FOLDER}, cwd=root, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout[-2000:]
