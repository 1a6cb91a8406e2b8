"""A program with a first frame: `EARLY=[fail|wait] early.py KEPT DATA`; waiting ends when a pipe is written to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from aipolicy_tui.terminal.first_frame import keep, shown


def main(kept: str, data: str) -> None:
    how = os.environ.get("EARLY")
    with shown(kept):
        if how == "fail":
            raise ImportError("a module is missing")
        if how == "wait":
            Path(f"{data}.go").read_text()
        from list_of_names import Names

        app = Names(data)
        app.run_to_end()
    keep(kept, app.last_screen, [data])


if __name__ == "__main__":
    main(*sys.argv[1:])
