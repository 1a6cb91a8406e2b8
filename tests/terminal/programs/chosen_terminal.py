"""What the reader does before it imports Textual: importing this module comes first in every test program."""

from __future__ import annotations

import os
import sys

from aipolicy_tui.terminal.capabilities import capabilities_of, prepare, refusal, theme_for

if reason := refusal(os.environ):
    sys.exit(f"refused: {reason}")

TERMINAL = capabilities_of(os.environ)
prepare(os.environ, TERMINAL, theme_for("auto", TERMINAL))
