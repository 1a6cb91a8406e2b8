"""What every terminal test has: the harness on the path, and a home of its own for each program."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
