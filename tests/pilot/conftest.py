"""What every test of the screen has: the stage on the path, and its fixtures."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from stage import library, service, start

__all__ = ["library", "service", "start"]
