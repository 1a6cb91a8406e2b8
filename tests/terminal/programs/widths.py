"""Shows one difficult text at a time on the second row and leaves the cursor after it."""

from __future__ import annotations

import sys

from samples import HOSTILE, SCRIPTS

from aipolicy_tui.terminal.safe import safe_text


def main() -> None:
    for number, text in enumerate([*SCRIPTS, *HOSTILE]):
        sys.stdout.write(f"\x1b[2J\x1b[2H{safe_text(text)}\x1b7\x1b[H{number}:\x1b8")
        sys.stdout.flush()
        sys.stdin.readline()


if __name__ == "__main__":
    main()
