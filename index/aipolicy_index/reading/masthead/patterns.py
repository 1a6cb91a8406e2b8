"""What a line says that it is, by the patterns of the data files: furniture, author's note, role, section name."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from pathlib import Path

from aipolicy_index.language.datafiles import data_lines, data_words
from aipolicy_index.reading.masthead.units import Unit

DATA = Path(__file__).with_name("data")
"""Where the patterns of this room are kept."""
_LONGEST = 400
"""Characters: no line of furniture is longer."""
_BREADCRUMBS = re.compile(r"[^\W\d_][^<>›»«|.!?:]{1,40}(?:\s[>›»]\s[^<>›»«|.!?:]{2,40}){1,5}")
_BUTTONS = re.compile(r"\s+[–—|·•-]\s+|\s{3,}")
_CELLS = re.compile(r"\s*[|›]\s*|\s::\s|\s[>»/·•]\s|\s{2,}|\t")
_DIGIT = re.compile(r"\d")
_CLAUSE = re.compile(r"[;?!«“\"]|,(?!\d)|:(?!:)(?<!::)")
_ROW, _CELL = 120, 5
"""Characters of a row, words of a part of it."""
_SIGNATURE = re.compile(r"[a-zà-ÿ]{2,5}(?:(?:[/-]|, ?| avec )[A-Za-zà-ÿ]{2,6}){1,5}")
_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*", re.UNICODE)
_COUNT = re.compile(r"\d+(?:[.,]\d+)?k?")


class Scope(StrEnum):
    """Where and how far a pattern of furniture holds; see the data file."""

    KEEP = "keep"
    REST = "rest"
    BOX = "box"
    QUESTIONS = "questions"
    LIST = "list"
    LINE = "line"
    START = "start"
    END = "end"
    TAIL = "tail"


_WHOLE_LINE = (Scope.REST, Scope.BOX, Scope.QUESTIONS, Scope.LIST, Scope.LINE)


def scope_of(unit: Unit) -> Scope | None:
    """The widest scope in which the unit is furniture by itself, or None; what is to be kept says so."""
    label = unit.label
    if len(label) > _LONGEST or not label:
        return None if label else Scope.LINE
    if _pattern(Scope.KEEP).match(label):
        return Scope.KEEP
    if unit.is_prose and unit.ends_in_stop:
        return next((scope for scope in (Scope.START, Scope.END) if _pattern(scope).match(label)), None)
    for scope in _WHOLE_LINE:
        if _pattern(scope).fullmatch(label):
            return scope
    if not any(map(str.isalnum, label)) or _is_share_line(label):
        return Scope.LINE
    if menu_owner(label) is not None:
        return Scope.LINE
    if _BREADCRUMBS.fullmatch(label) and not unit.ends_in_stop:
        return Scope.LINE
    for scope in (Scope.START, Scope.END):
        if _pattern(scope).match(label):
            return scope
    if _pattern(Scope.TAIL).match(label) or _SIGNATURE.fullmatch(label):
        return Scope.TAIL
    return None


def menu_owner(label: str) -> str | None:
    """What stands first in a row of buttons, « Le Phare – S'abonner – Nous contacter »; None where there is no row."""
    parts = [part for part in _BUTTONS.split(label) if part]
    if len(label) > 160 or len(parts) < 2 or not all(_pattern(Scope.LINE).fullmatch(part) for part in parts[1:]):
        return None
    return parts[0] if len(parts) > 2 or _pattern(Scope.LINE).fullmatch(parts[0]) else None


def row_of(unit: Unit) -> list[str]:
    """The parts of a row: « Le Phare   Région   Santé », “Home / Politics / Tech”; empty for any other line."""
    text = unit.text.strip()
    if len(text) > _ROW or unit.given is not None or text[-1:] in (".", "!", "?", "»", ":") or _CLAUSE.search(text):
        return []
    parts = [" ".join(part.split()) for part in _CELLS.split(text) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > _CELL for part in parts):
        return []
    if len(parts) == 2 and any(len(part.split()) > 3 and not _DIGIT.search(part) for part in parts):
        return []
    loose = len(parts) > 2 or "  " in text or any(mark in text for mark in ("|", ">", "»", "›", "::"))
    return parts if loose else []


def is_rubric(label: str) -> bool:
    """Whether the line names a section or a form of article: « Politique | Numérique », « ENTRETIEN »."""
    parts = [part.strip(" .:").lower() for part in re.split(r"\s*[|·•/›>,]\s*|\s[–—-]\s", label)]
    known = frozenset(data_lines("rubrics.tsv", DATA))
    if all(part.strip(" .:") in known for part in re.split(r" & | et | and ", label.lower())):
        return True
    short = len(label) < 60 and len(parts) > 1 and all(len(part.split()) < 4 for part in parts)
    return short and not known.isdisjoint(parts)


def has_media_word(name: str) -> bool:
    """Whether a word of the name is one that newspapers, sites and blogs bear."""
    known = data_words("media_words.tsv", DATA)
    return any(word.lower() in known for word in re.split(r"[\s'’-]+", name))


def is_role_name(label: str) -> bool:
    """Whether the words are nothing but what a journalist is called, and where: « Staff Writer »."""
    return _role_alone().fullmatch(label) is not None


@cache
def _role_alone() -> re.Pattern[str]:
    roles = f"{role_pattern('fr')}|{role_pattern('en')}"
    return re.compile(rf"(?:[\w'&-]+ ){{0,3}}(?:{roles})(?: .{{2,30}})?", re.IGNORECASE)


@cache
def role_pattern(language: str) -> str:
    """A pattern for what journalists are called."""
    rows = (line.split("\t") for line in data_lines("roles.tsv", DATA))
    return "|".join(pattern for spoken, pattern in rows if spoken == language)


@cache
def _pattern(scope: Scope) -> re.Pattern[str]:
    rows = (line.split("\t") for line in data_lines("furniture.tsv", DATA))
    return re.compile("|".join(f"(?:{pattern})" for name, _, pattern in rows if name == scope), re.IGNORECASE)


def _is_share_line(label: str) -> bool:
    words = [word.lower() for word in _WORD.findall(label)]
    if not words or len(words) > 24 or len(label) > 160:
        return False
    core, beside = _share_words()
    return any(word in core for word in words) and all(
        word in core or word in beside or _COUNT.fullmatch(word) for word in words
    )


@cache
def _share_words() -> tuple[frozenset[str], frozenset[str]]:
    rows = dict(line.split("\t") for line in data_lines("share_words.tsv", DATA))
    return frozenset(rows["core"].split()), frozenset(rows["with"].split())
