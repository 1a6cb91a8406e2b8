"""The stage of the tests of the screen: a small library, a service that answers in this process, and eyes."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from quiet import PATIENCE
from textual.pilot import Pilot

from aipolicy_index.errors import ServiceError
from aipolicy_index.language.matching import fold
from aipolicy_index.library import Library, Preparation
from aipolicy_index.model import (
    ActionDetails,
    ActionKind,
    Article,
    DateDetails,
    Diagnostic,
    Fact,
    FactDetails,
    FactKind,
    FactValue,
    Hit,
    KeySentenceDetails,
    Link,
    ListFilter,
    MoneyDetails,
    MoneyValue,
    NameDetails,
    PersonDetails,
    Provenance,
    Qualifier,
    QuoteDetails,
    Results,
    Snippet,
    Sort,
    Span,
    Zone,
    ZoneKind,
)
from aipolicy_index.query.completing import Completion
from aipolicy_index.store.sources import Signature, digest_of
from aipolicy_tui.keymap import build_keymap
from aipolicy_tui.screens.desk import Tools
from aipolicy_tui.screens.reader_app import ReaderApp
from aipolicy_tui.screens.reading import ReadingScreen
from aipolicy_tui.settings import Settings

CONTRACT = """\
Le Pentagone confie un contrat à Nordik
Nordik a annoncé lundi que le ministère de la Défense lui avait réservé un contrat pouvant approcher \
200 millions de dollars.
Le ministère parle de « défis critiques ». La société, elle, met en avant des tâches de bureau.
« C’est une guerre froide », a déclaré Marc Odile, qui dirige le fonds Odile Horizon.
Les directives de Nordik interdisent les armes depuis janvier 2024. La sécurité des données reste à la charge du client.
{filler}
Le contrat prendra fin en juillet 2026, à moins que le ministère ne le prolonge.
Lire aussi : Nordik ouvre un bureau à Lille"""

FILLER = "\n".join(
    f"Paragraphe {number} : les équipes de Nordik et du ministère se réunissent chaque semaine pour suivre "
    "l’avancement des travaux, les dépenses engagées et les risques que les experts ont relevés au fil des mois."
    for number in range(1, 13)
)

ENGLISH = """\
Regulator fines Solent over face recognition
The regulator said on Tuesday that Solent must pay a fine of 4 million pounds.
“We will appeal,” Jane Harrow, the chief executive, told reporters. The security of the data was not in question."""

POLICE = """\
Nordik interdit la reconnaissance faciale aux polices
La société a modifié ses conditions d’utilisation. La CNIL avait demandé des comptes et menacé d’une amende.
La police de Lille regrette une décision « brutale »."""


def article(text: str, title: str, outlet: str, published: str | None, language: str = "fr", **more: Any) -> Article:
    """An article whose first line is its headline."""
    return Article(
        text=text,
        source=f"/articles/{fold(title).replace(' ', '-')}.txt",
        title=title,
        outlet=outlet,
        published=published,
        language=language,
        zones=(Zone(Span(0, len(title)), ZoneKind.TITLE), *more.pop("zones", ())),
        **more,
    )


def contract() -> Article:
    """The article with facts, links and a tail that is no body."""
    text = CONTRACT.format(filler=FILLER)
    tail = text.index("Lire aussi")
    return article(
        text,
        "Le Pentagone confie un contrat à Nordik",
        "Le Courrier du code",
        "2025-06-17",
        author="Marc Lefort",
        zones=(Zone(Span(tail, len(text)), ZoneKind.FURNITURE),),
        links=(Link("https://example.org/contrat", "le contrat"),),
    )


def shelf() -> list[tuple[Article, tuple[Fact, ...] | None]]:
    """The articles of the test library with their facts; None where they have not been extracted."""
    first = contract()
    return [
        (first, facts_of_contract(first.text)),
        (article(ENGLISH, "Regulator fines Solent over face recognition", "The Tideway", "2025-05-06", "en"), None),
        (
            article(
                POLICE,
                "Nordik interdit la reconnaissance faciale aux polices",
                "Nord Actu",
                "2024-11-04",
                provenance={"published": Provenance.FILE_NAME},
            ),
            (),
        ),
    ]


def facts_of_contract(text: str) -> tuple[Fact, ...]:
    """What the article about the contract tells."""

    def found(kind: FactKind, words: str, value: FactValue, details: FactDetails, confidence: float = 1.0) -> Fact:
        start = text.index(words)
        mentions = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(words), text))
        return Fact(kind, words, start, start + len(words), value, details, mentions, "test", confidence)

    sentence = text[text.index("Nordik a annoncé") : text.index("dollars.") + 8]
    return (
        found(FactKind.KEY_SENTENCE, sentence, sentence, KeySentenceDetails(1)),
        found(
            FactKind.QUOTE, "C’est une guerre froide", "C’est une guerre froide", QuoteDetails("Marc Odile", "Odile")
        ),
        found(
            FactKind.MONEY,
            "200 millions de dollars",
            MoneyValue(200e6, "USD", Qualifier.UP_TO),
            MoneyDetails("contrat du ministère"),
        ),
        found(
            FactKind.ACTION,
            "Nordik interdisent",
            "Nordik interdit les armes",
            ActionDetails("Nordik", ActionKind.BAN, "les armes"),
        )
        if "Nordik interdisent" in text
        else found(
            FactKind.ACTION,
            "interdisent les armes",
            "Nordik interdit les armes",
            ActionDetails("Nordik", ActionKind.BAN, "les armes"),
        ),
        found(FactKind.DATE, "lundi", "2025-06-16", DateDetails("2025-06-17")),
        found(FactKind.DATE, "juillet 2026", "2026-07", DateDetails()),
        found(FactKind.PERSON, "Marc Odile", "Marc Odile", PersonDetails("dirige le fonds", "Odile Horizon")),
        *(found(FactKind.PLACE, name, name, NameDetails()) for name in ("Lille",)),
        *(
            found(FactKind.ORGANISATION, name, name, NameDetails())
            for name in ("Nordik", "ministère de la Défense", "Pentagone", "Odile Horizon")
        ),
        found(FactKind.ORGANISATION, "équipes", "équipes", NameDetails(), confidence=0.2),
    )


class AnswersHere:
    """Answers as the service does, in this process: all words must occur, the last one may be unfinished."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.extracted: dict[int, tuple[Fact, ...]] = {}
        self.preparations: list[Preparation] = []
        self.failures = 0
        self.asked: list[str] = []
        self.gates: dict[str, asyncio.Event] = {}
        self.corrections: dict[str, str] = {}

    async def start(self) -> None:
        """Nothing to start."""

    async def stop(self) -> None:
        """Nothing to stop."""

    async def search(
        self,
        query: str,
        *,
        sort: Sort = Sort.RELEVANCE,
        narrowed: ListFilter | None = None,
        offset: int = 0,
        limit: int = 40,
        typing: bool = False,
        language: str = "fr",
    ) -> Results:
        self.asked.append(query)
        if query in self.gates:
            await self.gates[query].wait()
        if self.failures:
            self.failures -= 1
            raise ServiceError(reason="exit status -9")
        if query.count('"') % 2:
            return Results(query, "", (Diagnostic("open_quote", Span(0, 1)),), 0, (), ())
        order = Sort.DATE if sort is Sort.RELEVANCE else sort
        ids = [id_ for id_ in self.library.listing(order, narrowed or ListFilter()) if self._spans(query, id_)]
        hits = tuple(self._hit(query, id_) for id_ in ids[offset : offset + limit])
        understood = " ET ".join(query.split())
        correction = self.corrections.get(query)
        return Results(query, understood, (), len(ids), tuple(ids), hits, offset, 0.0, None, correction)

    async def marks(self, query: str, id_: int, *, typing: bool = False) -> tuple[Span, ...]:
        return self._spans(query, id_)

    async def similar(self, id_: int, *, limit: int = 40) -> Results:
        """Those that have a word of the title of this one."""
        words = [word for word in self.library.rows([id_])[0].display_title.split() if len(word) > 4]
        ids = [
            other
            for other in self.library.listing()
            if other != id_ and any(self._spans(word, other) for word in words)
        ]
        hits = []
        for other in ids[:limit]:
            shared = tuple(word for word in words if self._spans(word, other))
            hits.append(self._hit(shared[0], other)._replace(shared=shared))
        return Results("", "", (), len(ids), tuple(ids), tuple(hits))

    async def suggest(self, typed: str, *, language: str = "fr", limit: int = 8) -> tuple[Completion, ...]:
        """Outlets alone."""
        name, _, begun = typed.rpartition(":")
        start = len(name) + 1
        outlets = [outlet for outlet in self.library.outlets() if outlet.lower().startswith(begun.lower())]
        return tuple(Completion(f'"{outlet}"', Span(start, len(typed)), 1) for outlet in outlets)

    async def facts(self, id_: int) -> tuple[Fact, ...]:
        if self.failures:
            self.failures -= 1
            raise ServiceError(reason="exit status -9")
        return self.extracted.get(id_, ())

    async def prepare(self) -> AsyncIterator[Preparation]:
        for step in self.preparations:
            yield step
            await asyncio.sleep(0)

    def _spans(self, query: str, id_: int) -> tuple[Span, ...]:
        text = fold(self.library.article(id_).text)
        if " OU " in query:
            return tuple(sorted(span for word in query.split(" OU ") for span in self._spans(word, id_)))
        words = fold(query.replace('"', "")).split()
        found = [[Span(m.start(), m.end()) for m in re.finditer(rf"\b{re.escape(word)}", text)] for word in words]
        return tuple(sorted(span for spans in found for span in spans)) if found and all(found) else ()

    def _hit(self, query: str, id_: int) -> Hit:
        text = self.library.article(id_).text
        first = self._spans(query, id_)[0]
        start = text.rfind("\n", 0, first.start) + 1
        passage = text[start : first.end + 60].split("\n")[0]
        return Hit(id_, 1.0, Snippet(passage, (Span(first.start - start, first.end - start),), start))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The test library."""
    with Library.open(tmp_path / "library", seeds=False) as opened:
        stock(opened, shelf())
        yield opened


def stock(library: Library, articles: list[tuple[Article, tuple[Fact, ...] | None]]) -> None:
    """Put articles into a library."""
    store = library._store
    with store.transaction():
        for number, (one, facts) in enumerate(articles):
            path = Path(f"/articles/{number}.txt")
            store.file(path, Signature(number, len(one.text), 0), digest_of(one.text.encode()), one, facts, 1)


@pytest.fixture
def service(library: Library) -> AnswersHere:
    """The service of the test library."""
    return AnswersHere(library)


Start = Callable[..., ReaderApp]


@pytest.fixture
def start(library: Library, service: AnswersHere) -> Start:
    """Makes the reader, with settings that differ from the defaults as asked."""

    def make(**settings: Any) -> ReaderApp:
        chosen = Settings(read_after_seconds=0.01)._replace(**settings)
        return ReaderApp(
            Tools(library, service, chosen, build_keymap(chosen.keys), {"TERM": "xterm-256color"}, library.folder)
        )  # type: ignore[arg-type]

    return make


def screen_of(app: ReaderApp) -> ReadingScreen:
    """The reading screen of a running reader."""
    return next(screen for screen in app.screen_stack if isinstance(screen, ReadingScreen))


async def until(pilot: Pilot[None], condition: Callable[[], object]) -> None:
    """Wait for a condition; fails with the screen when it does not come."""
    deadline = time.monotonic() + PATIENCE
    await pilot.pause()
    while not condition():
        assert time.monotonic() < deadline, shown(pilot.app)  # type: ignore[arg-type]
        await pilot.pause(0.01)
        await pilot.pause()


def shown(app: ReaderApp) -> str:
    """The whole screen as text."""
    lines = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens).strips
    return "\n".join("".join(segment.text for strip in line for segment in strip) for line in lines)


def top(app: ReaderApp) -> str:
    """The first line of the screen."""
    return shown(app).split("\n")[0]


def bottom(app: ReaderApp) -> str:
    """The last line of the screen."""
    return shown(app).split("\n")[-1]
