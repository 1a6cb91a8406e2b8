"""The first search of a fresh process: `python -m bench.search.starting` is that process, `started` starts it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter, process_time

from bench.search.kinds import Kind, Question


@dataclass(frozen=True)
class Start:
    """Seconds of a process that does nothing but to answer one question."""

    ready: float
    """To import what is needed and open the index."""
    search: float
    """To answer."""


def started(home: Path, engine: str, question: Question, *, cpu: bool) -> Start | None:
    """The times of such a process; None where the engine cannot answer such a question."""
    given = json.dumps({"home": str(home), "engine": engine, "cpu": cpu, "question": asdict(question)})
    command = [sys.executable, "-m", "bench.search.starting", given]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    return Start(**found) if found else None


def main() -> None:
    """Answers the question in the first argument and prints the times."""
    given = json.loads(sys.argv[1])
    clock = process_time if given["cpu"] else perf_counter
    asked = given["question"]
    question = Question(**{**asked, "kind": Kind(asked["kind"]), "words": tuple(asked["words"])})
    begun = clock()
    from bench.search.engines import Engine, Fts5, Ours, Tantivy, Texts

    home = Path(given["home"])
    engine: Engine = {
        "aipolicy": lambda: Ours(home / "ours", Texts(home / "texts.sqlite")),
        "fts5": lambda: Fts5(home / "fts5"),
        "tantivy": lambda: Tantivy(home / "tantivy"),
    }[given["engine"]]()
    engine.open()
    ready = clock()
    answer = engine.ask(question)
    found = Start(ready - begun, clock() - ready)
    print(json.dumps(None if answer is None else asdict(found)))


if __name__ == "__main__":
    main()
