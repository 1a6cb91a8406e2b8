"""A program with a first frame: `early.py KEPT DATA [fail|wait]`; waiting ends when a pipe is written to."""

from __future__ import annotations

import sys
from pathlib import Path

from aipolicy_tui.terminal.first_frame import keep, shown


def main(kept: str, data: str, *how: str) -> None:
    with shown(kept):
        if "fail" in how:
            raise ImportError("a module is missing")
        if "wait" in how:
            Path(f"{data}.go").read_text()
        from list_of_names import Names

        app = Names(data)
        app.run_to_end()
    keep(kept, app.last_screen, [data])


if __name__ == "__main__":
    main(*sys.argv[1:])
