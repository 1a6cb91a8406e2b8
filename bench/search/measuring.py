"""Times: every engine answers the same question before the next one is asked, in a new order each time."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

import numpy as np
from bench.search.corpus import SEED, Made, articles
from bench.search.engines import Engine, Fts5, Ours, Tantivy, Texts
from bench.search.kinds import Kind, Question
from bench.search.questions import Sample, questions
from bench.search.starting import Start, started

from aipolicy_index.errors import SearchIndexError
from aipolicy_index.query import parse


@dataclass(frozen=True)
class Bench:
    """One size of archive, in one folder."""

    count: int
    folder: Path
    clock: Callable[[], float] = perf_counter
    """What answers are timed with: the clock on the wall, or the CPU's where other programs run beside this one."""

    @property
    def home(self) -> Path:
        """Where the indexes of this size are."""
        return self.folder / str(self.count)

    def texts(self) -> Texts:
        """The articles' texts."""
        return Texts(self.home / "texts.sqlite")

    def engines(self) -> list[Engine]:
        """All engines."""
        return [Ours(self.home / "ours", self.texts()), Fts5(self.home / "fts5"), Tantivy(self.home / "tantivy")]


@dataclass
class Timings:
    """Seconds of one engine's answers: of the first answer to each question, and of the later ones."""

    first: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)


@dataclass
class _Watch:
    """CPU seconds that a source of articles takes itself."""

    seconds: float = 0.0

    def untimed(self, source: Iterable[Made]) -> Iterator[Made]:
        """The same articles; what reading them costs is counted here."""
        started = process_time()
        for made in source:
            self.seconds += process_time() - started
            yield made
            started = process_time()
        self.seconds += process_time() - started


def p95(seconds: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(seconds, n=20)[18] if len(seconds) > 1 else seconds[0]


def build(bench: Bench, *, again: bool) -> dict[str, float]:
    """Builds what is missing; articles per CPU second of each engine that was built."""
    rates = {}
    for engine in bench.engines():
        stamp = bench.home / f"{engine.name}.rate"
        if again or not stamp.exists() or not _is_readable(engine):
            bench.home.mkdir(parents=True, exist_ok=True)
            if not (bench.home / "texts.done").exists():
                bench.texts().build(articles(bench.count, bench.folder))
                (bench.home / "texts.done").touch()
            watch = _Watch()
            started = process_time()
            engine.build(watch.untimed(articles(bench.count, bench.folder)))
            stamp.write_text(str(bench.count / (process_time() - started - watch.seconds)))
        rates[engine.name] = float(stamp.read_text())
    return rates


def _is_readable(engine: Engine) -> bool:
    """Whether what was built is there and of the format that is written today."""
    try:
        engine.open()
    except SearchIndexError:
        return False
    return True


def asked(bench: Bench, each: int, rounds: int) -> dict[Kind, dict[str, Timings]]:
    """The times of every kind of question for every engine; kinds that an engine cannot answer are left out."""
    engines = bench.engines()
    sample = Sample.of(islice(articles(min(bench.count, 1000), bench.folder), 1000))
    random = np.random.default_rng(SEED)
    for engine in engines:
        engine.open()
    table: dict[Kind, dict[str, Timings]] = {kind: {} for kind in Kind}
    chosen = questions(sample, each)
    for turn in range(rounds):
        for question in chosen:
            for at in random.permutation(len(engines)).tolist():
                _time(bench.clock, engines[at], question, table[question.kind], first=turn == 0)
    return table


def _time(
    clock: Callable[[], float], engine: Engine, question: Question, row: dict[str, Timings], *, first: bool
) -> None:
    started = clock()
    answer = engine.ask(question)
    seconds = clock() - started
    if answer is not None:
        timings = row.setdefault(engine.name, Timings())
        (timings.first if first else timings.warm).append(seconds)


def first_ever(bench: Bench, times: int) -> dict[Kind, dict[str, Start]]:
    """The first search of a fresh process for every kind and engine: the median of a few questions."""
    sample = Sample.of(islice(articles(min(bench.count, 1000), bench.folder), 1000))
    cpu = bench.clock is process_time
    table: dict[Kind, dict[str, Start]] = {kind: {} for kind in Kind}
    chosen = questions(sample, times)
    for kind in Kind:
        for engine in bench.engines():
            found = [started(bench.home, engine.name, each, cpu=cpu) for each in chosen if each.kind is kind]
            known = [each for each in found if each is not None]
            if known:
                ready, search = median(each.ready for each in known), median(each.search for each in known)
                table[kind][engine.name] = Start(ready, search)
    return table


def typed(bench: Bench, phrases: Iterable[str]) -> list[float]:
    """Seconds from each typed letter to the hits with their passages."""
    texts = bench.texts()
    ours = Ours(bench.home / "ours", texts)
    ours.open()
    assert ours.index is not None
    seconds = []
    for phrase in phrases:
        for length in range(1, len(phrase) + 1):
            started = bench.clock()
            ours.index.search(parse(phrase[:length], typing=True), texts, limit=20)
            seconds.append(bench.clock() - started)
    return seconds


def one_more(bench: Bench, times: int = 5) -> dict[str, float]:
    """Seconds until one more article is found, the median of a few."""
    extra = [replace(made, id=made.id + 10**8) for made in islice(articles(1000, bench.folder), times)]
    found = {}
    for engine in bench.engines():
        engine.open()
        engine.ask(Question(Kind.COMMON, ("classif",)))
        seconds = []
        for made in extra:
            started = bench.clock()
            engine.add(made)
            engine.ask(Question(Kind.RARE, ("classif",)))
            seconds.append(bench.clock() - started)
        found[engine.name] = median(seconds)
        engine.remove([made.id for made in extra])
    return found


@dataclass(frozen=True)
class Opening:
    """What opening costs in a process of its own."""

    open: float
    first: float
    """Seconds of the first search."""
    megabytes: float
    """Resident after a few searches, less what the process had before."""
    private: float
    """Of these, what no other process shares."""


def opening(bench: Bench, name: str) -> Opening:
    """Opens in a process of its own."""
    command = [sys.executable, "-m", "bench.search", "--opening", name, "--sizes", str(bench.count)]
    command += ["--cpu"] if bench.clock is process_time else []
    done = subprocess.run([*command, "--folder", str(bench.folder)], capture_output=True, text=True, check=True)
    return Opening(**json.loads(done.stdout))


def measure_opening(bench: Bench, name: str) -> str:
    """Run in that process: opens, searches, tells as JSON."""
    engine = next(each for each in bench.engines() if each.name == name)
    _warm_imports(name)
    resident, private = _memory()
    started = bench.clock()
    engine.open()
    opened = bench.clock()
    engine.ask(Question(Kind.COMMON, ("classif",)))
    searched = bench.clock()
    for word in ("systeme", "cou", "classif", "reforme"):
        engine.ask(Question(Kind.SNIPPETS, (word,)))
        engine.ask(Question(Kind.PREFIX_3, (word,)))
    after, private_after = _memory()
    found = Opening(opened - started, searched - opened, after - resident, private_after - private)
    return json.dumps(vars(found))


def _warm_imports(name: str) -> None:
    if name == "tantivy":
        import tantivy  # noqa: F401
    else:
        import aipolicy_index.engine.index
        import aipolicy_index.query  # noqa: F401


def _memory() -> tuple[float, float]:
    """Resident megabytes, and those of them that are private."""
    rollup = Path("/proc/self/smaps_rollup")
    if not rollup.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 0.0
    found = {line.split(":")[0]: line.split()[1] for line in rollup.read_text().splitlines()[1:]}
    private = int(found["Private_Clean"]) + int(found["Private_Dirty"])
    return int(found["Rss"]) / 1024, private / 1024
