"""Copies its argument as the reader does, then says which way it went."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from aipolicy_tui.terminal.clipboard import copy


def main() -> None:
    text, folder = sys.argv[1], Path(sys.argv[2])

    def send(sequence: str) -> None:
        sys.stderr.write(sequence)
        sys.stderr.flush()

    copied = asyncio.run(copy(text, os.environ, send, folder))
    sys.stdout.write(f"way={copied.way} certain={copied.certain}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    main()
