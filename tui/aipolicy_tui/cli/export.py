"""`aipolicy-tui export`: articles, hits or facts as Markdown, CSV, JSON, on standard output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from aipolicy_index.errors import NoSuchArticle
from aipolicy_index.language.matching import fold
from aipolicy_index.model import ListFilter, Sort
from aipolicy_index.records import fact_record
from aipolicy_tui.cli import tables
from aipolicy_tui.cli.context import DONE, FAILED, Context
from aipolicy_tui.cli.facts import fact_line, put_json_list
from aipolicy_tui.cli.helping import LibraryCommand
from aipolicy_tui.cli.output import narrate, put, put_json
from aipolicy_tui.cli.show import tags_line, text_below_title
from aipolicy_tui.messages import explain, say

if TYPE_CHECKING:
    from aipolicy_index.library import Library

FORMATS = ("md", "csv", "json", "jsonl")
_ARTICLE_COLUMNS = ("id", "published", "outlet", "title", "author", "language", "read", "starred", "tags", "path")
_FACT_COLUMNS = (
    "id", "title", "outlet", "published", "tags", "kind", "value", "text", "start", "end", "confidence", "attributes"
)  # fmt: skip
_WORDS = "words"
"""The text below its title, or the fact in words: for Markdown alone."""


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("export", cls=LibraryCommand, help=say("export.help"))
    @click.option("--facts", "with_facts", is_flag=True, help=say("export.facts"))
    @click.option("--query", metavar=say("metavar.one_query"), help=say("export.query"))
    @click.option("--starred", is_flag=True, help=say("export.starred"))
    @click.option("--unread", is_flag=True, help=say("export.unread"))
    @click.option("--tag", metavar=say("metavar.tag"), help=say("export.tag"))
    @click.option("--format", "chosen", type=click.Choice(FORMATS), default="md", help=say("export.format"))
    @click.argument("ids", nargs=-1, type=int, metavar=say("metavar.ids"))
    @click.pass_obj
    def export(
        context: Context, with_facts: bool, query: str | None, starred: bool, unread: bool, tag: str | None,
        chosen: str, ids: tuple[int, ...],
    ) -> int:  # fmt: skip
        narrowed = ListFilter(unread=unread, starred=starred, tag=tag)
        with context.library() as library:
            chosen_ids = _known(library, ids) if ids else _chosen(library, query, narrowed)
            records = _facts(library, chosen_ids) if with_facts else _articles(library, chosen_ids)
            _write(records, chosen, facts=with_facts)
        if not chosen_ids:
            narrate(say("export.nothing"))
        return DONE if chosen_ids else FAILED

    return export


def _known(library: Library, ids: tuple[int, ...]) -> list[int]:
    """These ids, in their order. NoSuchArticle before anything is written."""
    known = {row.id for row in library.rows(ids)}
    for id_ in ids:
        if id_ not in known:
            raise NoSuchArticle(id=id_)
    return list(ids)


def _chosen(library: Library, query: str | None, narrowed: ListFilter) -> list[int]:
    """The articles to write. A query that only finds what has some of its words finds nothing here; a question finds
    what it finds everywhere."""
    if query is None:
        return list(library.listing(Sort.DATE, narrowed))
    results = library.search(query, narrowed=narrowed, limit=0)
    for note in results.diagnostics:
        narrate(explain(note.code, note.values))
    return [] if results.relaxed else list(results.ids)


def _articles(library: Library, ids: list[int]) -> Iterator[dict[str, Any]]:
    for id_ in ids:
        article, state = library.article(id_), library.state(id_)
        yield {
            "id": id_,
            "title": article.display_title,
            "outlet": article.outlet,
            "published": article.anchor,
            "author": article.author,
            "language": article.language,
            "read": state.read,
            "starred": state.starred,
            "tags": sorted(state.tags, key=fold),
            "path": next(iter(library.paths(id_)), None),
            "text": article.text,
            _WORDS: text_below_title(article),
        }


def _facts(library: Library, ids: list[int]) -> Iterator[dict[str, Any]]:
    for id_ in ids:
        article = library.article(id_)
        named = {
            "id": id_,
            "title": article.display_title,
            "outlet": article.outlet,
            "published": article.anchor,
            "tags": sorted(library.state(id_).tags, key=fold),
        }
        for fact in library.extract_facts(id_):
            yield named | fact_record(fact) | {_WORDS: fact_line(fact)}


def _write(records: Iterator[dict[str, Any]], chosen: str, *, facts: bool) -> None:
    match chosen:
        case "json":
            put_json_list(map(_without_words, records))
        case "jsonl":
            for record in records:
                put_json(_without_words(record))
        case "csv":
            tables.write_csv(_FACT_COLUMNS if facts else _ARTICLE_COLUMNS, map(tables.tags_in_a_cell, records))
        case _:
            _write_markdown(records, facts=facts)


def _without_words(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != _WORDS}


def _write_markdown(records: Iterator[dict[str, Any]], *, facts: bool) -> None:
    last = None
    for record in records:
        if record["id"] != last:
            if last is not None:
                put("")
            _write_heading(record)
            last = record["id"]
        words = tables.plain_markdown(record[_WORDS])
        put(f"- {say('kind_one.' + record['kind'])}: {words}" if facts else words)


def _write_heading(record: dict[str, Any]) -> None:
    put(f"# {tables.plain_markdown(record['title'])}\n")
    if where := " · ".join(str(record[name]) for name in ("outlet", "published") if record[name]):
        put(f"{tables.plain_markdown(where)}\n")
    if tags := tags_line(record.get("tags", ())):
        put(f"{tables.plain_markdown(tags)}\n")
