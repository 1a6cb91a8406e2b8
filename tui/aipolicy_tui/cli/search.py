"""`aipolicy-tui search QUERY`: hits as text for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aipolicy_index.model import Diagnostic, Hit, Results, Sort
from aipolicy_index.records import span_records
from aipolicy_tui.cli import tables
from aipolicy_tui.cli.context import DONE, FAILED, Context, format_of, narrate
from aipolicy_tui.cli.usage import Command
from aipolicy_tui.messages import catalogue, say

if TYPE_CHECKING:
    from aipolicy_index.library import Library

_DASHES = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""`-word` is a part of the query, `-h...` too."""

FORMATS = ("text", "json", "jsonl", "csv", "md")


_ORDERS = [order.value for order in Sort]
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("search", cls=Command, help=say("search.help"), context_settings=_DASHES)
    @click.option("--limit", type=click.IntRange(1, 100_000), default=20, metavar="N", help=say("search.limit"))
    @click.option(
        "--sort", type=click.Choice([order.value for order in Sort]), default="relevance", help=say("search.sort")
    )
    @click.option("--format", "chosen", type=click.Choice(FORMATS), help=say("cli.format"))
    @click.option(
        "--queries",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help=say("search.queries"),
    )
    @click.argument("words", nargs=-1, metavar="QUERY", type=click.UNPROCESSED)
    @click.pass_obj
    def search(
        context: Context, limit: int, sort: str, chosen: str | None, queries: Path | None, words: tuple[str, ...]
    ) -> int:
        if bool(words) == (queries is not None):
            raise click.UsageError(say("search.one_of"))
        with context.library() as library:
            if queries is not None:
                return _many(library, queries.read_text("utf-8-sig").splitlines(), limit, Sort(sort))
            return _one(library, " ".join(words), limit, Sort(sort), format_of(chosen))

    return search


def _one(library: Library, query: str, limit: int, sort: Sort, chosen: str) -> int:
    results = library.search(query, sort=sort, limit=limit)
    for note in results.diagnostics:
        narrate(diagnostic_sentence(note))
    found = _hit_records(library, results.hits)
    match chosen:
        case "json":
            click.echo(json.dumps(_record(results, found), ensure_ascii=False))
        case "jsonl":
            for record in found:
                click.echo(json.dumps(record, ensure_ascii=False))
        case "csv":
            tables.write_csv(("id", "published", "outlet", "title", "score", "path", "snippet"), found)
        case _:
            _write_text(results, found, markdown=chosen == "md")
    return DONE if results.total else FAILED


def _many(library: Library, queries: Sequence[str], limit: int, sort: Sort) -> int:
    """One query a line, one JSON object a line."""
    for query in queries:
        results = library.search(query, sort=sort, limit=limit)
        click.echo(json.dumps(_record(results, _hit_records(library, results.hits)), ensure_ascii=False))
    return DONE


def _record(results: Results, hits: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "query": results.query,
        "understood": results.understood,
        "diagnostics": [
            {
                "code": note.code,
                "start": note.span.start,
                "end": note.span.end,
                "message": diagnostic_sentence(note),
            }
            for note in results.diagnostics
        ],
        "relaxed": results.relaxed,
        "correction": results.correction,
        "total": results.total,
        "seconds": round(results.seconds, 6),
        "hits": hits,
    }


def _hit_records(library: Library, hits: Sequence[Hit]) -> list[dict[str, Any]]:
    rows = {row.id: row for row in library.rows([hit.id for hit in hits])}
    return [
        {
            "id": hit.id,
            "path": next(iter(library.paths(hit.id)), None),
            "title": rows[hit.id].display_title,
            "outlet": rows[hit.id].outlet,
            "published": rows[hit.id].published,
            "score": round(hit.score, 4),
            "snippet": hit.snippet.text,
            "marks": span_records(hit.snippet.marks),
        }
        for hit in hits
        if hit.id in rows
    ]


def _write_text(results: Results, hits: list[dict[str, Any]], *, markdown: bool) -> None:
    for hit in hits:
        where = " · ".join(filter(None, (hit["published"], hit["outlet"])))
        if markdown:
            click.echo(f"- **{tables.plain_markdown(hit['title'])}** ({where}, {hit['id']})\n  {hit['snippet']}")
        else:
            click.echo(f"{hit['id']:>6}  {where}\n        {hit['title']}\n        {hit['snippet']}\n")
    narrate(say("search.total", count=results.total, shown=len(hits)))
    if results.correction:
        narrate(say("search.did_you_mean", query=results.correction))


def diagnostic_sentence(note: Diagnostic) -> str:
    """What is to be said about a query, in words."""
    return say(note.code, **note.values) if note.code in catalogue("en") else note.code
