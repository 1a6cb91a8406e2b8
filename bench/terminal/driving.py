"""Programs in pseudo-terminals, driven as by a person: what a key, a start, a slow link cost in bytes and time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "terminal"))
from harness import Terminal

QUIET = 0.2
"""Seconds of silence after which a program is taken to have answered a key."""
_STILL = 0.15
"""Seconds without a byte after which the screen stands still: longer than a frame, shorter than any rest."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program sent for a key."""

    size: int
    """Bytes."""
    last: float
    """Milliseconds until the last of them; 0 when there were none."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A program, how it is opened, and which keys do what a measure asks for."""

    name: str
    command: Sequence[str | Path]
    home: Path
    ready: str
    """What is on its screen when it has started."""
    opening: Sequence[str] = ()
    """Keys that lead from there to what is measured."""

    def open(self, *, columns: int = 80, rows: int = 24) -> Terminal:
        """The program, at the place that is measured."""
        environment = {"LANG": "C.UTF-8", "ESCDELAY": "50"}
        terminal = Terminal(self.command, columns=columns, rows=rows, home=self.home, environment=environment)
        terminal.wait_for(self.ready)
        terminal.settle(QUIET * 3)
        for key in self.opening:
            press(terminal, key)
        return terminal


def press(terminal: Terminal, key: str) -> Answer:
    """Press a key and wait until the answer is complete."""
    while terminal.read(0) and _came(terminal):
        pass
    start_size, start = len(terminal.written), time.perf_counter()
    terminal.press(key)
    last = 0.0
    while _came(terminal, QUIET):
        last = (time.perf_counter() - start) * 1000
    return Answer(len(terminal.written) - start_size, last)


def _came(terminal: Terminal, wait: float = 0.0) -> bool:
    """Whether more bytes came in time."""
    size = len(terminal.written)
    terminal.read(wait)
    return len(terminal.written) > size


def held_keys(
    terminal: Terminal, key: str, *, keys: int = 30, rate: float = 30.0, speed: float = 11_500.0
) -> tuple[float, float]:
    """Milliseconds from the last of some held keys until the screen stands still, on a link of so many bytes a
    second: for the first time, and for good, when what waits for a rest has followed."""
    begin = time.perf_counter()
    sent, taken, last_key, arrivals = 0, 0, begin, [begin]
    while time.perf_counter() - max(last_key, arrivals[-1]) < 3 * QUIET or sent < keys:
        now = time.perf_counter()
        if sent < keys and now - begin >= sent / rate:
            terminal.press(key)
            sent, last_key = sent + 1, now
        room = int((now - begin) * speed) - taken
        before = len(terminal.written)
        if room > 0:
            terminal.read(0.002, room)
        else:
            time.sleep(0.002)
        if arrived := len(terminal.written) - before:
            taken += arrived
            arrivals.append(time.perf_counter())
        else:
            # A link that stood idle has not saved up anything.
            taken = max(taken, int((time.perf_counter() - begin) * speed) - 200)
    moments = [last_key, *(moment for moment in arrivals if moment > last_key)]
    still = next((one for one, next_one in pairwise(moments) if next_one - one > _STILL), moments[-1])
    return (still - last_key) * 1000, (moments[-1] - last_key) * 1000


def started(subject: Subject, sign: Callable[[Terminal], object], *typed: str) -> float:
    """Milliseconds from the start of a program to a sign on its screen; keys are typed at once."""
    begin = time.perf_counter()
    environment = {"LANG": "C.UTF-8"}
    with Terminal(subject.command, home=subject.home, environment=environment) as terminal:
        for key in typed:
            terminal.press(key)
        terminal.wait_for(lambda: sign(terminal))
        return (time.perf_counter() - begin) * 1000


def bytes_of(terminal: Terminal, *keys: str, times: int = 7) -> float:
    """The median of what a key, or one key after the other, costs."""
    sizes = [press(terminal, keys[turn % len(keys)]).size for turn in range(times)]
    return median(sizes)


def mean_bytes_of(terminal: Terminal, key: str, times: int = 16) -> float:
    """The mean of what a key costs, where not every press does the same."""
    return mean(press(terminal, key).size for _ in range(times))


def resident(pid: int) -> float:
    """Megabytes of a process that are in memory and its own."""
    fields = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    kilobytes = {line.split(":")[0]: line.split()[1] for line in fields[1:]}
    return (int(kilobytes["Private_Clean"]) + int(kilobytes["Private_Dirty"])) / 1024
