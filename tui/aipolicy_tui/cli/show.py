"""`aipolicy-tui show ID`: one article as text or JSON."""

from __future__ import annotations

from collections.abc import Sequence

import click

from aipolicy_index.language.matching import fold
from aipolicy_index.model import Article, ZoneKind
from aipolicy_index.records import masthead_record
from aipolicy_tui.cli.context import DONE, Context
from aipolicy_tui.cli.helping import LibraryCommand
from aipolicy_tui.cli.output import put, put_json
from aipolicy_tui.messages import say

FORMATS = ("text", "json")


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("show", cls=LibraryCommand, help=say("show.help"))
    @click.option("--format", "chosen", type=click.Choice(FORMATS), default="text", help=say("show.format"))
    @click.argument("id_", metavar=say("metavar.id"), type=int)
    @click.pass_obj
    def show(context: Context, chosen: str, id_: int) -> int:
        with context.library() as library:
            article, state, paths = library.article(id_), library.state(id_), library.paths(id_)
        if chosen == "json":
            record = {
                "id": id_,
                "paths": paths,
                "read": state.read,
                "starred": state.starred,
                "tags": sorted(state.tags, key=fold),
                "article": masthead_record(article),
                "text": article.text,
            }
            put_json(record)
        else:
            put(_as_text(article, sorted(state.tags, key=fold)))
        return DONE

    return show


def _as_text(article: Article, tags: Sequence[str]) -> str:
    where = " · ".join(filter(None, (article.outlet, article.anchor, article.author)))
    return "\n".join(filter(None, (article.display_title, where, tags_line(tags)))) + "\n\n" + text_below_title(article)


def tags_line(tags: Sequence[str]) -> str:
    """The reader's tags in words; empty where there are none."""
    return say("show.tags", tags=", ".join(tags)) if tags else ""


def text_below_title(article: Article) -> str:
    """The text without the headline that it begins with: for where the title stands above it already."""
    titles = article.zone_spans(ZoneKind.TITLE)
    if titles and not article.text[: titles[0].start].strip():
        return article.text[titles[0].end :].lstrip()
    return article.text
