"""The stage of the screen's tests, for pictures."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "pilot"))

from quiet import waits_for_what_was_asked
from stage import library, service, start

__all__ = ["library", "service", "start", "waits_for_what_was_asked"]
