"""Where the program starts: the last screen is shown before anything else is imported, then the program runs."""

from __future__ import annotations

import gc
import sys

from aipolicy_tui.terminal.first_frame import kept_at, shown
from aipolicy_tui.terminal.importing import leave_out


def main() -> None:
    """The `aipolicy-tui` command."""
    with shown(kept_at()):
        # Nothing that is made while the program is imported is garbage; whoever works on from there turns it on,
        # and takes back what was left out.
        gc.disable()
        leave_out()
        from aipolicy_tui.program import run

        status = run(sys.argv[1:])
    sys.exit(status)
