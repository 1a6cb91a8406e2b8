"""How fast key facts are extracted: articles a second on one core, with and without the tagger, and the start.

    python bench/facts.py [--repeat N] [PATH...]

PATH: files or folders; the seeds when none is given. Speed is counted in articles of 3,500 characters.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from aipolicy_index.model import Article

ROOT = Path(__file__).parent.parent
ARTICLE = 3500
"""Characters of an ordinary article."""
STARTS = 7
"""Fresh interpreters that are timed, after one that compiles the modules."""
_START = """
import time
began = time.perf_counter()
from aipolicy_index.facts.extract import extract
from aipolicy_index.model import Article
extract(Article(text="La Cnil a sanctionné Orphée AI.", source=""))
print(time.perf_counter() - began)
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--repeat", type=int, default=5, help="how often the articles are gone through (default: 5)")
    arguments = parser.parse_args()
    articles = _articles(arguments.paths or [ROOT / "seeds"])
    if not articles:
        raise SystemExit("bench/facts.py: no article to read")
    characters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {characters} characters")
    for name, tagger in (("with the tagger", True), ("without the tagger", False)):
        if (speed := _speed(articles, arguments.repeat, tagger=tagger)) is not None:
            print(f"{name:<20} {speed:7.1f} articles of {ARTICLE} characters a second")
        else:
            print(f"{name:<20}    none: no model or no python-crfsuite here")
    print(f"{'start':<20} {1000 * _start():7.1f} ms (import, tables, a first sentence; best of {STARTS})")


def _articles(paths: Sequence[Path]) -> list[Article]:
    from aipolicy_index.reading import find_files, read_article

    return [read_article(path) for path in find_files(paths).files if path.name != "README.md"]


def _speed(articles: Sequence[Article], repeat: int, *, tagger: bool) -> float | None:
    """Articles a second, the best of some rounds; None when the tagger asked for is not there."""
    from aipolicy_index.facts.extract import extract
    from aipolicy_index.facts.names import tagger_available

    if tagger and not tagger_available():
        return None
    best = float("inf")
    for _ in range(repeat + 1):
        began = time.process_time()
        for article in articles:
            extract(article, tagging=tagger)
        best = min(best, time.process_time() - began)
    return sum(len(article.text) for article in articles) / ARTICLE / best


def _start() -> float:
    """Seconds until a first sentence is extracted in a fresh interpreter, its modules compiled as when installed."""
    with TemporaryDirectory() as compiled:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        command = [sys.executable, "-c", _START]
        runs = [
            subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            for _ in range(1 + STARTS)
        ]
    return min(float(run.stdout) for run in runs[1:])


if __name__ == "__main__":
    main()
