"""`aipolicy-tui facts FILE`: the key facts of files, nothing stored; JSON for programs, lines for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aipolicy_index.library import Failure
from aipolicy_index.model import Fact, FactKind
from aipolicy_index.records import fact_record, masthead_record
from aipolicy_tui.cli import tables
from aipolicy_tui.cli.context import DONE, FAILED, Context, format_of, narrate, sentence
from aipolicy_tui.cli.usage import Command
from aipolicy_tui.messages import say

if TYPE_CHECKING:
    from aipolicy_index.library.passing import FileFacts

_NOT_SAID = ("mentions", "aliases", "rank")
FORMATS = ("text", "json", "jsonl", "csv", "md")


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("facts", cls=Command, help=say("facts.help"))
    @click.option("--published", metavar="DATE", help=say("facts.published"))
    @click.option(
        "--published-from",
        "dates",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="MAP.json",
        help=say("facts.published_from"),
    )
    @click.option("--explain", is_flag=True, help=say("facts.explain"))
    @click.option("--jobs", type=click.IntRange(1, 64), metavar="N", help=say("add.jobs"))
    @click.option("--format", "chosen", type=click.Choice(FORMATS), help=say("cli.format"))
    @click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
    @click.pass_obj
    def facts(
        context: Context, published: str | None, dates: Path | None, explain: bool, jobs: int | None,
        chosen: str | None, paths: tuple[Path, ...],
    ) -> int:  # fmt: skip
        from aipolicy_index.reading.files import find_files

        from aipolicy_index.library.passing import facts_of_files

        found = find_files(paths)
        days = _days(dates) if dates else {}
        if published:
            days |= dict.fromkeys((path.stem for path in found.files), _day(published, "--published"))
        failed = len(found.failures)
        for error in found.failures:
            narrate(sentence(error.code, dict(error.values)))
        chosen = "text" if explain else format_of(chosen)
        answers = facts_of_files(found.files, days, jobs=jobs)
        failed += _write(answers, chosen, explain=explain, several=len(found.files) > 1)
        return FAILED if failed or not found.files else DONE

    return facts


def _write(answers: Iterable[FileFacts | Failure], chosen: str, *, explain: bool, several: bool) -> int:
    """Write what was found as it comes; how many files failed."""
    failed = 0
    rows: list[dict[str, Any]] = []
    for answer in answers:
        if isinstance(answer, Failure):
            failed += 1
            narrate(sentence(answer.code, dict(answer.values)))
        elif chosen in ("json", "jsonl"):
            click.echo(json.dumps(record(answer), ensure_ascii=False))
        elif chosen == "csv":
            rows += [_row(answer.path, fact) for fact in answer.facts]
        else:
            _write_lines(answer, markdown=chosen == "md", explain=explain, named=several)
    if chosen == "csv":
        tables.write_csv(("path", "kind", "value", "text", "start", "end", "confidence", "attributes"), rows)
    return failed


def record(found: FileFacts) -> dict[str, Any]:
    """What is printed of one file."""
    return {
        "path": str(found.path),
        "article": masthead_record(found.article),
        "text": found.article.text,
        "facts": [fact_record(fact) for fact in found.facts],
    }


def _row(path: Path, fact: Fact) -> dict[str, Any]:
    return {"path": str(path)} | fact_record(fact)


def _write_lines(found: FileFacts, *, markdown: bool, explain: bool, named: bool) -> None:
    if named:
        click.echo(f"# {tables.plain_markdown(found.article.display_title)}" if markdown else f"{found.path}:")
    for kind in FactKind:
        of_kind = [fact for fact in found.facts if fact.kind is kind]
        if of_kind:
            heading = say(f"kind.{kind.value}")
            click.echo(f"\n## {heading}\n" if markdown else f"\n{heading} ({len(of_kind)})")
        for fact in of_kind:
            line = fact_line(fact)
            if explain:
                line += f"   [{fact.rule} {fact.confidence:.2f} {fact.start}:{fact.end}]"
            click.echo(f"- {tables.plain_markdown(line)}" if markdown else f"  {line}")


def fact_line(fact: Fact) -> str:
    """One fact on one line: its value, its words where they differ, and what belongs to it."""
    told = fact_record(fact)
    value = told["value"]
    if isinstance(value, dict):
        value = " ".join(str(part) for part in value.values() if part is not None)
    words = re.sub(r"\s+", " ", fact.text)
    parts = [str(value)] if value is not None and str(value) != words else []
    parts.append(f"« {words} »" if parts or fact.kind is FactKind.QUOTE else words)
    details = {
        name: given
        for name, given in told["attributes"].items()
        if name not in ("mentions", "aliases", "rank") and given
    }
    parts += [f"{name}: {given}" for name, given in details.items()]
    return " · ".join(parts)


def _day(text: str, option: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise click.BadOptionUsage(option, say("facts.no_date", text=text)) from error


def _days(path: Path) -> dict[str, str]:
    try:
        given = json.loads(path.read_text("utf-8-sig"))
        return {str(stem): _day(str(day), "--published-from") for stem, day in given.items() if day}
    except (OSError, ValueError, AttributeError) as error:
        raise click.UsageError(say("facts.no_map", path=path, reason=error)) from error
