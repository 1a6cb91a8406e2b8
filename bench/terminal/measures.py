"""What is measured: for each thing the reader's figure, the peer's, and how many times the peer's is allowed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median, quantiles

from bench.terminal.driving import QUIET, Subject, bytes_of, held_keys, mean_bytes_of, press, resident, started
from bench.terminal.subjects import Subjects

EDGE = 30
"""Keys after which the selection is at the bottom of any list."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table."""

    name: str
    unit: str
    ours: float
    peer: str
    theirs: float | None
    """None where the peer is not installed."""
    must: float
    """How many times the peer's figure is allowed."""
    aim: float

    @property
    def ratio(self) -> float | None:
        """Ours as a multiple of the peer's."""
        return self.ours / self.theirs if self.theirs else None


def list_bytes(subjects: Subjects) -> Iterator[Measure]:
    """Bytes of moving, scrolling and turning pages in the list; of the panel; of a letter typed; of nothing."""
    ours, boat = _list_costs(subjects.reader), subjects.newsboat and _list_costs(subjects.newsboat)
    for place, (name, must, aim) in enumerate(
        [("cursor down", 1.0, 0.25), ("scroll at the edge", 1.3, 0.6), ("page of the list", 1.1, 0.9)]
    ):
        yield Measure(name, "B", ours[place], "newsboat", boat[place] if boat else None, must, aim)
    stock = _panel_and_letter(subjects.stock)
    mine = _panel_and_letter(subjects.reader)
    yield Measure("facts panel on or off", "B", mine[0], "OptionList", stock[0], 0.12, 0.06)
    yield Measure("a letter with new results", "B", mine[1], "OptionList", stock[1], 0.35, 0.2)


def article_bytes(subjects: Subjects) -> Iterator[Measure]:
    """Bytes of a page of the article."""
    with subjects.reader.open() as terminal:
        press(terminal, "enter")
        ours = bytes_of(terminal, "pagedown", "pageup")
    theirs = None
    if subjects.less:
        with subjects.less.open() as terminal:
            theirs = bytes_of(terminal, "pagedown")
    yield Measure("page of the article", "B", ours, "less", theirs, 1.25, 1.0)
    yield Measure("text shown once the selection rests", "B", _text_after_a_rest(subjects), "less", theirs, 1.25, 1.0)


def idle_bytes(subjects: Subjects) -> Iterator[Measure]:
    """Bytes a second when nobody types."""
    with subjects.reader.open() as terminal:
        press(terminal, "down")
        terminal.settle(3.0)
        size = len(terminal.written)
        terminal.settle(5.0)
        yield Measure("idle, a second", "B", (len(terminal.written) - size) / 5, "nothing", 0.0, 0.0, 0.0)


def latency(subjects: Subjects, rounds: int) -> Iterator[Measure]:
    """Milliseconds from a key to the last byte, the programs asked in turn."""
    times: dict[str, list[float]] = {}
    with ExitStack() as stack:
        peers = [subject for subject in (subjects.reader, subjects.newsboat, subjects.stock) if subject]
        terminals = [(subject.name, stack.enter_context(subject.open())) for subject in peers]
        for _ in range(rounds):
            for name, terminal in terminals:
                times.setdefault(name, []).append(press(terminal, "down").last)
    middle = {name: median(several) for name, several in times.items()}
    yield Measure("key to last byte, down, p50", "ms", middle["reader"], "newsboat", middle.get("newsboat"), 3.0, 1.5)
    yield Measure("the same, beside stock", "ms", middle["reader"], "OptionList", middle["OptionList"], 1.0, 1.0)


def slow_link(subjects: Subjects) -> Iterator[Measure]:
    """Milliseconds that the screen takes to catch up after thirty held keys on 11.5 KB a second.

    The list is first: the text beside it, which newsboat has not, follows when the selection has rested.
    """
    results: dict[str, list[tuple[float, float]]] = {}
    for subject in [subjects.reader, subjects.newsboat, subjects.stock] * 3:
        if subject:
            with subject.open() as terminal:
                results.setdefault(subject.name, []).append(held_keys(terminal, "down"))
    first = {name: median(still for still, _ in several) for name, several in results.items()}
    last = {name: median(final for _, final in several) for name, several in results.items()}
    yield Measure(
        "30 held keys, slow link: the list", "ms", first["reader"], "newsboat", first.get("newsboat"), 5.0, 1.0
    )
    yield Measure("the same, beside stock", "ms", first["reader"], "OptionList", first["OptionList"], 1.0, 0.1)
    yield Measure(
        "the same, the text too, beside stock", "ms", last["reader"], "OptionList", last["OptionList"], 1.0, 0.1
    )


def starting(subjects: Subjects, rows: int, rounds: int) -> Iterator[Measure]:
    """Milliseconds to the first useful frame and until a key is answered, on a long library."""
    reader = subjects.reader_on(subjects.material.long_library(rows))
    bare = subjects.bare
    frames: list[float] = []
    ready: list[float] = []
    bare_frames: list[float] = []
    for _ in range(rounds):
        with reader.open() as terminal:
            terminal.press("q")
            terminal.wait_exit()
        frames.append(started(reader, lambda terminal: "articles" in terminal.text() and terminal.row(2).strip()))
        bare_frames.append(started(bare, lambda terminal: "ready" in terminal.text()))
        ready.append(started(reader, lambda terminal: terminal.row(0).startswith("/") and terminal.row(23), "/"))
        bare_frames.append(started(bare, lambda terminal: "ready" in terminal.text()))
    peer, theirs = bare.name, median(bare_frames)
    yield Measure(f"first useful frame, {rows} articles", "ms", median(frames), peer, theirs, 1.15, 0.1)
    yield Measure(f"ready for keys, {rows} articles", "ms", median(ready), peer, theirs, 1.3, 0.9)


def memory(subjects: Subjects, rows: int) -> Iterator[Measure]:
    """Megabytes of the screen's process with a long library and with a short one."""
    sizes = [_resident_after_moving(subjects.reader_on(subjects.material.long_library(count))) for count in (rows, 100)]
    yield Measure(f"memory, {rows} articles", "MB", sizes[0], "100 articles", sizes[1], 1.1, 1.03)


def echo(subjects: Subjects, letters: str, rounds: int) -> Iterator[Measure]:
    """Milliseconds until a typed letter is on the screen, while the search for it runs and where there is none."""
    nothing = subjects.reader_on(subjects.material.long_library(0))
    searched: list[float] = []
    empty: list[float] = []
    for _ in range(rounds):
        searched += _echoes(subjects.reader, letters)
        empty += _echoes(nothing, letters)
    yield Measure("echo while searching, p95", "ms", _p95(searched), "no articles", _p95(empty), 1.1, 1.0)


def _list_costs(subject: Subject) -> tuple[float, float, float]:
    with subject.open() as terminal:
        down = bytes_of(terminal, "down")
        for _ in range(EDGE):
            press(terminal, "down")
        edge = mean_bytes_of(terminal, "down")
        return down, edge, bytes_of(terminal, "pagedown", times=5)


def _text_after_a_rest(subjects: Subjects) -> float:
    """What follows a move in the list when no other comes; newsboat has nothing beside its list."""
    sizes: list[int] = []
    with subjects.reader.open() as terminal:
        for _ in range(5):
            press(terminal, "down")
            sizes.append(len(terminal.settle(QUIET, first=1.0)))
    return median(sizes)


def _panel_and_letter(subject: Subject) -> tuple[float, float]:
    with subject.open() as terminal:
        panel = bytes_of(terminal, "f", times=8)
        press(terminal, "/")
        press(terminal, "d")
        return panel, bytes_of(terminal, "e", "backspace", times=6)


def _resident_after_moving(subject: Subject) -> float:
    with subject.open() as terminal:
        for key in ("down", "end", "home", "pagedown"):
            press(terminal, key)
        return resident(terminal.pid)


def _echoes(subject: Subject, letters: str) -> list[float]:
    times: list[float] = []
    with subject.open() as terminal:
        press(terminal, "/")
        typed = ""
        for letter in letters:
            typed += letter
            begin = time.perf_counter()
            terminal.press(letter)
            terminal.wait_for(typed)
            times.append((time.perf_counter() - begin) * 1000)
            while (time.perf_counter() - begin) < 0.11:
                terminal.read(0.01)
    return times


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]
