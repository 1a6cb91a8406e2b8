"""What every program shows: the same articles, as a library, as a feed, as a text."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from xml.sax.saxutils import escape

from bench.search.corpus import Made, articles

from aipolicy_index.library import Library
from aipolicy_index.store import Signature, Store
from aipolicy_index.store.sources import digest_of

ARTICLES = 200
"""Articles of the library that keys are measured on: a week of press."""

_EXTRACTED = 1_000_000
"""A version of the facts that no extractor finds too old."""


class Material:
    """A folder with all of it, made once and used again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "library"
        self.text = folder / "article.txt"
        self.newsboat = folder / "newsboat"
        folder.mkdir(parents=True, exist_ok=True)

    def made(self) -> list[Made]:
        """The articles."""
        return list(articles(ARTICLES, self.folder))

    def prepare(self) -> None:
        """Make what is not there yet."""
        if not self.library.exists():
            self._make_library()
        if not self.text.exists():
            self.text.write_text("\n\n".join(made.text for made in self.made()[:20]), encoding="utf-8")
        if shutil.which("newsboat") and not (self.newsboat / "cache.db").exists():
            self._make_feed()

    def long_library(self, rows: int) -> Path:
        """A library with many articles of a line each, for what a long list costs."""
        folder = self.folder / f"library-{rows}"
        if not folder.exists():
            Library.open(folder, seeds=False).close()
            database = Store(folder / "library.sqlite")
            titles = [(made.title, made.published, made.outlet) for made in self.made()]
            with database.transaction():
                for number in range(rows):
                    self._file(database, number, *titles[number % len(titles)])
            database.close()
        with Library.open(folder, seeds=False) as library:
            for _ in library.preparing():
                continue
        return folder

    def _make_library(self) -> None:
        files = self.folder / "files"
        files.mkdir(exist_ok=True)
        for made in self.made():
            text = f"---\ntitle: {made.title!r}\noutlet: {made.outlet}\ndate: {made.published}\n---\n{made.body}\n"
            (files / f"{made.id:04}.md").write_text(text, encoding="utf-8")
        with Library.open(self.library, seeds=False) as library:
            library.add([files])

    def _make_feed(self) -> None:
        self.newsboat.mkdir(exist_ok=True)
        feed = self.newsboat / "feed.xml"
        items = "".join(map(_item, self.made()))
        channel = f"<channel><title>Presse</title>{items}</channel>"
        feed.write_text(f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>')
        (self.newsboat / "urls").write_text(f"file://{feed}\n")
        (self.newsboat / "config").write_text("auto-reload no\nreload-threads 1\n")
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.newsboat), "LANG": "C.UTF-8"}
        subprocess.run([*self.newsboat_command(), "-x", "reload"], env=environment, check=True, capture_output=True)

    def newsboat_command(self) -> list[str]:
        """newsboat on the feed, with a cache of its own."""
        files = {"-u": "urls", "-c": "cache.db", "-C": "config"}
        return ["newsboat", *(word for flag, name in files.items() for word in (flag, str(self.newsboat / name)))]

    @staticmethod
    def _file(database: Store, number: int, title: str, published: str, outlet: str) -> None:
        from aipolicy_index.model import Article

        text = f"{title}\n\nArticle numéro {number}."
        article = Article(text=text, source=f"/{number}.txt", title=title, outlet=outlet, published=published)
        signature = Signature(len(text), number, number)
        database.file(Path(f"/{number}.txt"), signature, digest_of(text.encode()), article, (), _EXTRACTED)


def _item(made: Made) -> str:
    published = format_datetime(datetime.fromisoformat(made.published).replace(tzinfo=UTC))
    body = escape(made.body.replace("\n", "<br/>"))
    return (
        f"<item><title>{escape(made.title)}</title><guid>{made.id}</guid><pubDate>{published}</pubDate>"
        f"<link>http://example.org/{made.id}</link><description>{body}</description></item>"
    )
