"""`aipolicy-tui search QUERY`: hits as text for people, as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from aipolicy_index.errors import UnreadableFile, system_reason
from aipolicy_index.model import Hit, Provenance, Results, Row, Sort
from aipolicy_index.records import span_records
from aipolicy_tui.cli import tables
from aipolicy_tui.cli.context import DONE, FAILED, Context, format_of
from aipolicy_tui.cli.helping import LibraryCommand
from aipolicy_tui.cli.hits import write_hits
from aipolicy_tui.cli.output import narrate, put_json, shown_path
from aipolicy_tui.cli.usage import WrongUsage
from aipolicy_tui.messages import chosen as chosen_language
from aipolicy_tui.messages import explain, say

if TYPE_CHECKING:
    from aipolicy_index.library import Library

FORMATS = ("text", "json", "jsonl", "csv", "md")
ORDERS = [order.value for order in Sort]
_COLUMNS = ("id", "published", "outlet", "title", "score", "tags", "path", "snippet")
_DASHES = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""`-word` is a part of the query, `-h...` too."""


class _Search(LibraryCommand):
    """`-word` excludes a word; but what begins with two dashes is an option, or one mistyped."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words = list(takewhile(lambda word: word != "--", args))
        known = {name for option in self.get_params(ctx) for name in option.opts}
        for word in words:
            if word.startswith("--") and word.partition("=")[0] not in known:
                raise click.NoSuchOption(word.partition("=")[0], ctx=ctx)
        return super().parse_args(ctx, args)


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("search", cls=_Search, help=say("search.help"), context_settings=_DASHES)
    @click.option(
        "--limit", type=click.IntRange(1, 100_000), default=20, metavar=say("metavar.number"), help=say("search.limit")
    )
    @click.option("--sort", type=click.Choice(ORDERS), default="relevance", help=say("search.sort"))
    @click.option("--format", "chosen", type=click.Choice(FORMATS), help=say("cli.format"))
    @click.option("--queries", type=click.Path(path_type=Path), metavar=say("metavar.file"), help=say("search.queries"))
    @click.option("--like", type=int, metavar=say("metavar.id"), help=say("search.like"))
    @click.argument("words", nargs=-1, metavar=say("metavar.query"), type=click.UNPROCESSED)
    @click.pass_obj
    def search(
        context: Context, limit: int, sort: str, chosen: str | None, queries: Path | None, like: int | None,
        words: tuple[str, ...],
    ) -> int:  # fmt: skip
        if bool(words) + (queries is not None) + (like is not None) != 1:
            raise WrongUsage(say("search.one_of"), click.get_current_context())
        if like is not None:
            with context.library() as library:
                return _alike(library, like, limit, format_of(chosen))
        if queries is not None:
            with _opened(queries) as file, context.library() as library:
                return _many(library, _lines(file, queries), limit, Sort(sort))
        with context.library() as library:
            return _one(library, " ".join(words), limit, Sort(sort), format_of(chosen))

    return search


def _alike(library: Library, like: int, limit: int, chosen: str) -> int:
    """The articles nearest to one, with the words that they share."""
    results = library.similar(like, limit=limit)
    shared = {hit.id: list(hit.shared) for hit in results.hits}
    found = [{**record, "shared": shared[record["id"]]} for record in _hit_records(library, results.hits)]
    record = {"like": like, "total": results.total, "seconds": round(results.seconds, 6), "hits": found}
    _write(record, results, found, chosen)
    return DONE if results.total else FAILED


def _one(library: Library, query: str, limit: int, sort: Sort, chosen: str) -> int:
    results = library.search(query, sort=sort, limit=limit, language=chosen_language())
    for words in dict.fromkeys(explain(note.code, note.values) for note in results.diagnostics):
        narrate(words)
    found = _hit_records(library, results.hits)
    _write(_record(results, found), results, found, chosen)
    return DONE if results.total else FAILED


def _write(record: dict[str, Any], results: Results, found: list[dict[str, Any]], chosen: str) -> None:
    match chosen:
        case "json":
            put_json(record)
        case "jsonl":
            for hit in found:
                put_json(hit)
        case "csv":
            tables.write_csv((*_COLUMNS, "shared") if "like" in record else _COLUMNS, map(_in_cells, found))
        case _:
            _write_text(results, found, markdown=chosen == "md")


def _in_cells(hit: dict[str, Any]) -> dict[str, Any]:
    return {**tables.tags_in_a_cell(hit), "shared": ", ".join(hit.get("shared", ()))}


def _opened(path: Path) -> IO[str]:
    """A file of queries, or standard input for `-`. UnreadableFile."""
    try:
        return open(0 if str(path) == "-" else path, encoding="utf-8-sig", newline="\n", closefd=str(path) != "-")
    except OSError as error:
        raise UnreadableFile(path=shown_path(path), reason=system_reason(error)) from error


def _lines(file: IO[str], path: Path) -> Iterator[str]:
    try:
        for line in file:
            yield line.rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise UnreadableFile(path=shown_path(path), reason="settings.not_utf8") from error


def _many(library: Library, queries: Iterator[str], limit: int, sort: Sort) -> int:
    """One query a line, one JSON object a line, each as soon as it is found."""
    for query in queries:
        results = library.search(query, sort=sort, limit=limit, language=chosen_language())
        put_json(_record(results, _hit_records(library, results.hits)))
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
                "message": explain(note.code, note.values),
            }
            for note in results.diagnostics
        ],
        "relaxed": results.relaxed,
        "correction": results.correction,
        "synonyms": [list(names) for names in results.also],
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
            "published": stated_day(rows[hit.id]),
            "score": round(hit.score, 4),
            "tags": list(rows[hit.id].tags),
            "snippet": hit.snippet.text,
            "marks": span_records(hit.snippet.marks),
        }
        for hit in hits
        if hit.id in rows
    ]


def stated_day(row: Row) -> str | None:
    """The day of publication; none where all that is known is the file's own date."""
    return None if row.published_from is Provenance.FILE_TIME else row.published


def _write_text(results: Results, hits: list[dict[str, Any]], *, markdown: bool) -> None:
    if results.relaxed:
        narrate(say("search.not_all_words"))
    write_hits(hits, markdown=markdown)
    narrate(say("search.total", count=results.total, shown=len(hits)) if hits else say("search.nothing"))
    if results.correction:
        narrate(say("search.did_you_mean", query=results.correction))
