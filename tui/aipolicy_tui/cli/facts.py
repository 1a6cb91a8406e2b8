"""`aipolicy-tui facts FILE`: the key facts of files, nothing stored; JSON for programs, lines for people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aipolicy_index.errors import system_reason
from aipolicy_index.library.reports import Failure
from aipolicy_index.model import Fact, FactKind
from aipolicy_index.records import fact_record, masthead_record
from aipolicy_tui.cli import tables
from aipolicy_tui.cli.context import DONE, FAILED, format_of
from aipolicy_tui.cli.helping import Command
from aipolicy_tui.cli.output import as_json, narrate, put, put_json, shown_path
from aipolicy_tui.cli.usage import WrongUsage
from aipolicy_tui.messages import explain, say

if TYPE_CHECKING:
    from aipolicy_index.library.passing import FileFacts

FORMATS = ("text", "json", "jsonl", "csv", "md")
_COLUMNS = ("path", "kind", "value", "text", "start", "end", "confidence", "attributes")


def command() -> click.Command:
    """The command, in the chosen language."""

    @click.command("facts", cls=Command, help=say("facts.help"))
    @click.option("--published", metavar=say("metavar.date"), help=say("facts.published"))
    @click.option(
        "--published-from",
        "dates",
        type=click.Path(path_type=Path),
        metavar=say("metavar.map"),
        help=say("facts.published_from"),
    )
    @click.option("--explain", is_flag=True, help=say("facts.explain"))
    @click.option("--jobs", type=click.IntRange(1, 64), metavar=say("metavar.number"), help=say("add.jobs"))
    @click.option("--format", "chosen", type=click.Choice(FORMATS), help=say("cli.format"))
    @click.argument("paths", nargs=-1, required=True, metavar=say("metavar.files"), type=click.Path(path_type=Path))
    def facts(
        published: str | None, dates: Path | None, explain: bool, jobs: int | None, chosen: str | None,
        paths: tuple[Path, ...],
    ) -> int:  # fmt: skip
        from aipolicy_index.library.passing import facts_of_files
        from aipolicy_index.reading.files import find_files

        days = _days(dates) if dates else {}
        given = _day(published) if published else None
        found = find_files(paths)
        for error in found.failures:
            _tell(Failure("", error.code, error.values))
        if given:
            days |= dict.fromkeys((path.stem for path in found.files), given)
        printed = _Printed(
            "text" if explain else format_of(chosen), explain, one=len(paths) == 1 and not paths[0].is_dir()
        )
        printed.write(facts_of_files(found.files, days, jobs=jobs))
        return DONE if printed.files and not printed.failed and not found.failures else FAILED

    return facts


@dataclass
class _Printed:
    """What is printed, how, and how much of it."""

    format: str
    explain: bool
    one: bool
    """A single file was asked for: its facts need no name above them, its JSON no list around it."""
    files: int = 0
    failed: int = 0

    def write(self, answers: Iterable[FileFacts | Failure]) -> None:
        """Write what was found, each file as it comes."""
        files = self._good(answers)
        match self.format:
            case "jsonl":
                for found in files:
                    put_json(record(found))
            case "json":
                self._write_json(files)
            case "csv":
                tables.write_csv(_COLUMNS, (_row(found, fact) for found in files for fact in found.facts))
            case _:
                for found in files:
                    _write_lines(found, markdown=self.format == "md", explain=self.explain, named=not self.one)

    def _good(self, answers: Iterable[FileFacts | Failure]) -> Iterator[FileFacts]:
        for answer in answers:
            if isinstance(answer, Failure):
                self.failed += 1
                _tell(answer)
            else:
                self.files += 1
                yield answer

    def _write_json(self, files: Iterator[FileFacts]) -> None:
        if self.one:
            for found in files:
                put_json(record(found))
        else:
            put_json_list(record(found) for found in files)


def put_json_list(records: Iterable[dict[str, Any]]) -> None:
    """Records as one JSON list, each written as it comes."""
    put("[", line_end=False)
    for place, each in enumerate(records):
        put(",\n " if place else "", line_end=False)
        put(as_json(each), line_end=False)
    put("]")


def _tell(failure: Failure) -> None:
    narrate(explain(failure.code, failure.values))


def record(found: FileFacts) -> dict[str, Any]:
    """What is printed of one file."""
    return {
        "path": str(found.path),
        "article": masthead_record(found.article),
        "text": found.article.text,
        "facts": [fact_record(fact) for fact in found.facts],
    }


def _row(found: FileFacts, fact: Fact) -> dict[str, Any]:
    return {"path": str(found.path)} | fact_record(fact)


def _write_lines(found: FileFacts, *, markdown: bool, explain: bool, named: bool) -> None:
    if named:
        title = found.article.display_title
        put(f"# {tables.plain_markdown(title)}\n" if markdown else f"{shown_path(found.path)} · {title}\n")
    for kind in FactKind:
        of_kind = [fact for fact in found.facts if fact.kind is kind]
        if of_kind:
            heading = say(f"kind.{kind.value}")
            put(f"## {heading}\n" if markdown else f"{heading} ({len(of_kind)})")
            for fact in of_kind:
                put(_line(fact, markdown=markdown, explain=explain))
            put("")


def _line(fact: Fact, *, markdown: bool, explain: bool) -> str:
    line = fact_line(fact)
    if explain:
        line += f"   [{fact.rule} {fact.confidence:.2f} {fact.start}:{fact.end}]"
    return f"- {tables.plain_markdown(line)}" if markdown else f"  {line}"


def fact_line(fact: Fact) -> str:
    """One fact on one line, worded as on the screen: its value, what it is about, who said it."""
    from aipolicy_tui.wording.cards import card

    worded = card(fact)
    aside = f"({worded.aside})" if worded.aside else ""
    line = " · ".join(filter(None, (f"{worded.value} {aside}".strip(), worded.about, worded.who)))
    return " ".join(line.split())


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise WrongUsage(say("facts.no_date", text=shown_path(text)), click.get_current_context()) from error


def _days(path: Path) -> dict[str, str]:
    """The publication day of each file by its stem; `null` means that it is not known."""
    try:
        given = json.loads(path.read_text("utf-8-sig"))
        days = {str(name): str(day) for name, day in given.items() if day}
    except OSError as error:
        reason = system_reason(error)
        raise _no_map(path, say(reason) if reason.startswith("reason.") else reason) from error
    except (ValueError, AttributeError, RecursionError) as error:
        raise _no_map(path, say("facts.map_like")) from error
    return {name: _day(day) for name, day in days.items()} | {Path(name).stem: _day(day) for name, day in days.items()}


def _no_map(path: Path, reason: str) -> WrongUsage:
    return WrongUsage(say("facts.no_map", path=shown_path(path), reason=reason), click.get_current_context())
