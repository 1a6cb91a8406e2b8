"""Requests and answers as JSON-ready messages, and back."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aipolicy_index.errors import AipolicyError
from aipolicy_index.library import AddProgress, AddReport, Failure, Preparation, Stage
from aipolicy_index.library.tuning import Tuning
from aipolicy_index.model import Diagnostic, Hit, ListFilter, Results, Snippet, Span
from aipolicy_index.records import span_records
from aipolicy_index.service.frames import Frame

if TYPE_CHECKING:
    from aipolicy_index.query.completing import Completion

Message = dict[str, Any]


def results_frame(number: int, results: Results) -> Frame:
    """The answer to a search."""
    message = {
        "number": number,
        "query": results.query,
        "understood": results.understood,
        "diagnostics": [[note.code, note.span.start, note.span.end, dict(note.values)] for note in results.diagnostics],
        "total": results.total,
        "hits": [_hit_message(hit) for hit in results.hits],
        "offset": results.offset,
        "seconds": results.seconds,
        "relaxed": results.relaxed,
        "correction": results.correction,
        "also": results.also,
    }
    return Frame(message, array("q", results.ids))


def results_of(frame: Frame) -> Results:
    """The results that `results_frame` packed."""
    told = frame.message
    return Results(
        query=told["query"],
        understood=told["understood"],
        diagnostics=tuple(
            Diagnostic(code, Span(start, end), values) for code, start, end, values in told["diagnostics"]
        ),
        total=told["total"],
        ids=frame.ids,
        hits=tuple(_hit_of(hit) for hit in told["hits"]),
        offset=told["offset"],
        seconds=told["seconds"],
        relaxed=told["relaxed"],
        correction=told["correction"],
        also=tuple(map(tuple, told["also"])),
    )


def _hit_message(hit: Hit) -> list[Any]:
    return [hit.id, hit.score, hit.snippet.text, span_records(hit.snippet.marks), hit.snippet.start, hit.shared]


def _hit_of(message: list[Any]) -> Hit:
    id_, score, text, marks, start, shared = message
    return Hit(id_, score, Snippet(text, tuple(Span(*mark) for mark in marks), start), tuple(shared))


def completions_message(completions: Sequence[Completion]) -> list[list[Any]]:
    """What may be typed next."""
    return [[each.text, each.span.start, each.span.end, each.count] for each in completions]


def completions_of(message: list[list[Any]]) -> tuple[Completion, ...]:
    """The completions that `completions_message` packed."""
    from aipolicy_index.query.completing import Completion

    return tuple(Completion(text, Span(start, end), count) for text, start, end, count in message)


def filter_message(narrowed: ListFilter) -> Message:
    """What the list is narrowed to."""
    return narrowed._asdict()


def filter_of(message: Mapping[str, Any]) -> ListFilter:
    """The filter that `filter_message` packed."""
    return ListFilter(**message)


def step_message(step: AddProgress | AddReport | Preparation) -> Message:
    """How far a long task is, or what it did."""
    if isinstance(step, AddReport):
        failures = [[failure.path, failure.code, dict(failure.values)] for failure in step.failures]
        return {
            "report": {
                "added": step.added,
                "updated": step.updated,
                "unchanged": step.unchanged,
                "failures": failures,
                "unread_endings": dict(step.unread_endings),
                "interrupted": step.interrupted,
                "seconds": step.seconds,
            }
        }
    return {"adding" if isinstance(step, AddProgress) else "preparing": step._asdict()}


def step_of(message: Mapping[str, Any]) -> AddProgress | AddReport | Preparation:
    """The step that `step_message` packed."""
    if "adding" in message:
        return AddProgress(**message["adding"])
    if "preparing" in message:
        told = message["preparing"]
        return Preparation(Stage(told["stage"]), told["done"], told["total"])
    told = dict(message["report"])
    failures = tuple(Failure(path, code, values) for path, code, values in told.pop("failures"))
    return AddReport(failures=failures, **told)


def error_message(number: int, error: AipolicyError) -> Message:
    """What went wrong with a request."""
    return {"number": number, "error": error.code, "values": error.values, "kind": type(error).__name__}


def tuning_arguments(tuning: Tuning) -> tuple[str, str]:
    """How to search, as words of a command line."""
    return str(tuning.recency), str(tuning.synonyms or "")


def tuning_of(recency: str, synonyms: str) -> Tuning:
    """The tuning that `tuning_arguments` packed."""
    return Tuning(recency != str(False), Path(synonyms) if synonyms else None)
