"""`aipolicy-tui export`: articles, hits or facts as Markdown, CSV, JSON, to standard output or a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from aipolicy_index.model import ListFilter, Sort
from aipolicy_index.records import fact_record
from aipolicy_tui.cli import tables
from aipolicy_tui.cli.context import DONE, FAILED, Context, narrate
from aipolicy_tui.cli.facts import fact_line
from aipolicy_tui.cli.usage import Command
from aipolicy_tui.messages import say

if TYPE_CHECKING:
    from aipolicy_index.library import Library

FORMATS = ("md", "csv", "json", "jsonl")
_ARTICLE_COLUMNS = ("id", "published", "outlet", "title", "author", "language", "read", "starred", "path")
_FACT_COLUMNS = (
    "id",
    "title",
    "outlet",
    "published",
    "kind",
    "value",
    "text",
    "start",
    "end",
    "confidence",
    "attributes",
)


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("export", cls=Command, help=say("export.help"))
    @click.option("--facts", "with_facts", is_flag=True, help=say("export.facts"))
    @click.option("--query", metavar="QUERY", help=say("export.query"))
    @click.option("--starred", is_flag=True, help=say("export.starred"))
    @click.option("--unread", is_flag=True, help=say("export.unread"))
    @click.option("--format", "chosen", type=click.Choice(FORMATS), default="md", help=say("cli.format"))
    @click.argument("ids", nargs=-1, type=int, metavar="[ID]...")
    @click.pass_obj
    def export(
        context: Context,
        with_facts: bool,
        query: str | None,
        starred: bool,
        unread: bool,
        chosen: str,
        ids: tuple[int, ...],
    ) -> int:
        with context.library() as library:
            chosen_ids = list(ids) or _chosen(library, query, ListFilter(unread=unread, starred=starred))
            records = _facts(library, chosen_ids) if with_facts else _articles(library, chosen_ids)
            _write(records, chosen, facts=with_facts)
        if not chosen_ids:
            narrate(say("export.nothing"))
        return DONE if chosen_ids else FAILED

    return export


def _chosen(library: Library, query: str | None, narrowed: ListFilter) -> list[int]:
    if query is None:
        return list(library.listing(Sort.DATE, narrowed))
    return list(library.search(query, narrowed=narrowed, limit=0).ids)


def _articles(library: Library, ids: list[int]) -> Iterator[dict[str, Any]]:
    for id_ in ids:
        article, state = library.article(id_), library.state(id_)
        yield {
            "id": id_,
            "title": article.display_title,
            "outlet": article.outlet,
            "published": article.published,
            "author": article.author,
            "language": article.language,
            "read": state.read,
            "starred": state.starred,
            "path": next(iter(library.paths(id_)), None),
            "text": article.text,
        }


def _facts(library: Library, ids: list[int]) -> Iterator[dict[str, Any]]:
    for id_ in ids:
        article = library.article(id_)
        for fact in library.extract_facts(id_):
            told = fact_record(fact)
            told["line"] = fact_line(fact)
            yield {
                "id": id_,
                "title": article.display_title,
                "outlet": article.outlet,
                "published": article.published,
            } | told


def _write(records: Iterator[dict[str, Any]], chosen: str, *, facts: bool) -> None:
    if chosen == "json":
        click.echo(json.dumps([_without_line(record) for record in records], ensure_ascii=False, indent=1))
    elif chosen == "jsonl":
        for record in records:
            click.echo(json.dumps(_without_line(record), ensure_ascii=False))
    elif chosen == "csv":
        flat = (
            {
                name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
                for name, value in record.items()
            }
            for record in records
        )
        tables.write_csv(_FACT_COLUMNS if facts else _ARTICLE_COLUMNS, flat)
    else:
        _write_markdown(records, facts=facts)


def _without_line(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "line"}


def _write_markdown(records: Iterator[dict[str, Any]], *, facts: bool) -> None:
    last = None
    for record in records:
        if record["id"] != last:
            where = " · ".join(str(record[name]) for name in ("outlet", "published") if record[name])
            click.echo(f"# {tables.plain_markdown(record['title'])}\n\n{where}\n")
            last = record["id"]
        if facts:
            click.echo(f"- {say('kind.' + record['kind'])}: {tables.plain_markdown(record['line'])}")
        else:
            click.echo(tables.plain_markdown(record["text"]) + "\n")
