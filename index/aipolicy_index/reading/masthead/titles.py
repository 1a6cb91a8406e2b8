"""The headline among the first lines, the standfirst below it, and a title for what has none."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from statistics import median

from aipolicy_index.language.datelines import dateline
from aipolicy_index.language.segmentation import sentences
from aipolicy_index.model import ZoneKind
from aipolicy_index.reading.masthead.names import starts_with_article
from aipolicy_index.reading.masthead.patterns import has_media_word, is_rubric, row_of, scope_of
from aipolicy_index.reading.masthead.units import Unit

_SHORTEST, _LONGEST = 12, 170
_DERIVED = 90
_BEGINNING = 2000
"""Characters of a paragraph in which its first sentence is looked for."""
_HEAD = 12
"""Lines among which a headline stands."""
_KICKER = 45
_NAME_WORDS = 5
_SHORT_HEADLINE = 120
_HAS_SECTION = re.compile(r"[|•]")
_OPENS_WITH_FORM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ' -]{3,24}\. \S")
"""« ENQUÊTE. », before a sentence."""
_DAY = re.compile(r"(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [a-zéû]+ \d{4})(?: \w+)?")
"""“May 12, 2025 Monday”: a date is no headline."""
_EDITION = re.compile(
    r"(?:édition|numéro|livraison|n[°º]|issue|edition|volume|vol\.) ?(?:du |de |of |no\. ?)?.{0,30}\d.{0,20}",
    re.IGNORECASE,
)
"""« Édition du lundi 3 mars », “Issue 14 – Spring 2025”: the number of a paper is no headline."""
_ADDRESS = re.compile(r"\S@\S|\bwww\.|https?:|^(?:contacts?|press contact|tél|tel|from|to|cc|à|de)\s?:", re.IGNORECASE)
_MOTTO = re.compile(
    r"(?:(?:a|an|the|your|un|une|le|la|votre|premier|première) |l')(?:[\w-]+ ){0,3}(?:magazine|média|journal|site|"
    r"quotidien|hebdomadaire|mensuel|revue|lettre|webzine|newspaper|newsletter|publication|newsroom|journalism)\b"
    r"|(?:news|analysis|l'(?:actualité|info(?:rmation)?)) .{3,60}(?<![.!?])$"
    r"|(?:independent|indépendant|quotidien|magazine|journal|hebdomadaire)\b.{3,50}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:[\w'-]+ ){1,6}(?:since|depuis) \d{4}", re.IGNORECASE)
_PLAIN = (8, 110)
"""Characters of a headline that nothing but its place tells."""
_CONNECTORS = frozenset("of du de des la le les the and et & d' l' d'une d'un sur en for in on".split())
_STANDFIRST = range(35, 420)


def find_title(text: str, units: Sequence[Unit], taken: Collection[int]) -> int | None:
    """The number of the unit that is the headline, or None. `taken` are the units that are something else.

    A headline stands before the first paragraph, is short, and ends without a full stop; a line that names the site or
    the section above it is none. Nothing is a headline without a text below it.
    """
    end = _first_paragraph(units, taken)
    if end >= len(units):
        end = 1 if any(unit.ends_in_stop for unit in units[1:]) else 0
    candidates = [place for place in range(min(end, _HEAD)) if place not in taken and is_headline(text, units[place])]
    candidates = [place for place in candidates if not is_motto_below(units, place)]
    marked = [place for place in candidates if units[place].given is ZoneKind.HEADING]
    if marked:
        return marked[0]
    if all(place == 0 and _is_nameplate(units[place].label) for place in candidates):
        plain = _first_unnamed(units, range(1, min(end + 1, _HEAD, len(units))), taken)
        candidates = [plain] if plain and _is_plain_headline(text, units, plain) else candidates
    candidates = [place for place in candidates if not _is_section_in_capitals(units, place, candidates)]
    while len(candidates) > 1 and _is_kicker(units, candidates, end, taken):
        candidates.pop(0)
    return candidates[0] if candidates else None


def is_headline(text: str, unit: Unit) -> bool:
    """Whether the line could be a headline, by itself."""
    label = unit.label
    if not _SHORTEST <= len(label) <= _LONGEST or unit.is_bullet or len(unit.words) < 2:
        return False
    if unit.given is not None:
        return unit.given is ZoneKind.HEADING
    if label[-1] in ",;:" or (label[-1] == "." and not label.endswith("...")) or label[0].islower():
        return False
    if (
        label[0] == "("
        or _has_motto_beside(label)
        or _DAY.fullmatch(label)
        or _EDITION.fullmatch(label)
        or _ADDRESS.search(label)
        or is_rubric(label)
        or (label.isupper() and len(unit.words) < 4)
    ):
        return False
    return dateline(text, unit.span) is None


def _has_motto_beside(label: str) -> bool:
    """Whether the line is a name and what it says of itself: “The Ridge Courier – Serving the valley since 1887”."""
    name, _, motto = label.partition(" – ") if " – " in label else label.partition(" - ")
    return is_name_like(name) and len(name.split()) <= _NAME_WORDS and _SINCE.fullmatch(motto) is not None


def is_motto_below(units: Sequence[Unit], place: int) -> bool:
    """Whether the line right below the first, a name, says what sort of medium that is: « Le média des libertés »."""
    if place != 1 or units[1].blank_before or units[1].is_prose or len(units[0].words) > _NAME_WORDS:
        return False
    return is_name_like(units[0].label) and _MOTTO.match(units[1].label) is not None


def _is_nameplate(label: str) -> bool:
    """Whether the first line could be no headline but what the page is called: « Le Carnet de Pythie »."""
    words = [word for word in label.split() if word.lower() not in _CONNECTORS]
    return len(words) < 4 and is_name_like(label) and (starts_with_article(label) or has_media_word(label))


def _first_unnamed(units: Sequence[Unit], places: range, taken: Collection[int]) -> int | None:
    """The first of the lines that is neither taken nor the name of a section."""
    named = (place for place in places if place not in taken and not is_rubric(units[place].label))
    return next((place for place in named if not (len(units[place].words) == 1 and units[place].label.isupper())), None)


def _is_plain_headline(text: str, units: Sequence[Unit], place: int) -> bool:
    """Whether a line is a headline although it ends as a sentence or is short: « Le robot et moi. », « À L'AIDE »."""
    unit = units[place]
    label = unit.label
    if not _PLAIN[0] <= len(label) <= _PLAIN[1] or unit.is_bullet or label[-1] in ",;:" or label[0] in "(@":
        return False
    if unit.given is not None or not (unit.blank_before or place == 0) or place + 1 >= len(units):
        return False
    if not label[0].isupper() and label[0] not in "«“‘\"'[" and not label[0].isdigit():
        return False
    if _DAY.fullmatch(label) or _EDITION.fullmatch(label) or _ADDRESS.search(label) or is_rubric(label):
        return False
    return len(unit.words) > 1 and dateline(text, unit.span) is None


def find_standfirst(units: Sequence[Unit], title: int, metas: Collection[int], taken: Collection[int]) -> int | None:
    """The number of the unit that is the standfirst below the headline, or None.

    It stands between the headline and a byline, date line or dateline; or alone below the headline, clearly shorter
    than the paragraphs of the article.
    """
    place = title + 1
    while place < len(units) and place in taken:
        place += 1
    if place >= len(units) or len(units[place].label) not in _STANDFIRST or units[place].is_bullet:
        return None
    if units[place].given is not None:
        return None
    if place + 1 in metas:
        return place
    body = [len(unit.text) for number, unit in enumerate(units) if unit.is_prose and number > place]
    if len(body) < 3 or title + 1 != place or not (units[place].blank_before and units[place].blank_after):
        return None
    return place if len(units[place].text) < 0.5 * median(body) else None


def derived_title(text: str, units: Sequence[Unit], taken: Collection[int], language: str) -> str:
    """The first sentence of the article, cut at a word."""
    for place, unit in enumerate(units):
        if place in taken:
            continue
        found = sentences(text[unit.span.start : min(unit.span.end, unit.span.start + _BEGINNING)], language)
        opening = dateline(text, unit.span)
        first = found[1] if opening and len(found) > 1 else found[0] if found else None
        if first is not None:
            start = unit.span.start
            return shortened(" ".join(text[start + first.start : start + first.end].split()))
    return shortened(" ".join(text[: _DERIVED * 2].split()))


def shortened(sentence: str) -> str:
    """At most 90 characters, cut at a word, with an ellipsis where something is missing."""
    if len(sentence) <= _DERIVED:
        return sentence
    cut = sentence[: _DERIVED - 1]
    if " " in cut and sentence[_DERIVED - 1] != " ":
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:.–—-(«“\"'") + "…"


def is_name_like(label: str) -> bool:
    """Whether every word but the small ones has a capital, as in the names of newspapers."""
    words = [word for word in label.replace("'", "' ").split() if word.lower() not in _CONNECTORS]
    return bool(words) and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _first_paragraph(units: Sequence[Unit], taken: Collection[int]) -> int:
    for place, unit in enumerate(units[: _HEAD * 3]):
        if unit.is_prose and place not in taken:
            return place
    return len(units)


def _is_kicker(units: Sequence[Unit], candidates: Sequence[int], end: int, taken: Collection[int]) -> bool:
    """Whether the first candidate is no headline but a line above it: a name, a section, a topic, a teaser."""
    first, second = candidates[:2]
    if any(_stands_above(units, first, below) for below in candidates[1:3]):
        return True
    above, below = units[first].label, units[second].label
    between = [units[place].label for place in range(first + 1, second) if place not in taken]
    if len(below) > 1.2 * len(above) and any(is_rubric(label) or label.isupper() for label in between):
        return True
    if _OPENS_WITH_FORM.match(above) and not _OPENS_WITH_FORM.match(below):
        return units[first].blank_after and is_rubric(above.split(".")[0]) and len(below) < _SHORT_HEADLINE
    rest = range(second + 1, end + (end + 1 in taken))
    has_more = any(place not in taken and len(units[place].label) in _STANDFIRST for place in rest)
    if _HAS_SECTION.search(above) and not _HAS_SECTION.search(below):
        return len(below) > 1.5 * len(above) or (has_more and len(below) > len(above))
    is_topic = len(above.split()) < 6 and not re.search(r"[?!:»”\d]", above) and not units[first].blank_after
    return is_topic and has_more and units[second].blank_after and len(below) > 1.2 * len(above)


def _is_section_in_capitals(units: Sequence[Unit], place: int, candidates: Sequence[int]) -> bool:
    """Whether the line is all capitals, short, and above a longer candidate that is not."""
    label = units[place].label
    if not label.isupper() or len(label) > _KICKER or len(label.split()) > 6:
        return False
    below = [units[other].label for other in candidates if other > place]
    return any(not other.isupper() and len(other) > 1.2 * len(label) for other in below)


def _is_dated(units: Sequence[Unit], place: int) -> bool:
    """Whether a line of a few names or figures, a byline or a date, stands right below and no blank between."""
    if place + 1 >= len(units) or units[place].blank_before or units[place].blank_after:
        return False
    return not units[place + 1].is_prose and len(units[place + 1].label) < _SHORT_HEADLINE


def _stands_above(units: Sequence[Unit], first: int, second: int) -> bool:
    """Whether the first candidate is the name of a site or section above the headline, which is the second."""
    above, below = units[first].label, units[second].label
    words = len(above.split())
    if words < 7 and second > first + 1 and len(row_of(units[first + 1])) > 2 and not units[first].ends_in_stop:
        return True
    opens = all(scope_of(unit) for unit in units[:first])
    if opens and _is_nameplate(above) and not is_name_like(below) and len(below.split()) > 3:
        return True
    if words > 6 or len(above) > 45 or above[-1] in "?!»" or ":" in above or any(char.isdigit() for char in above):
        return False
    if len(below) < 1.2 * len(above) or len(below.split()) < 4:
        return False
    if words < 4 and len(below) > 1.5 * len(above) and _is_dated(units, second):
        return True
    if starts_with_article(above) and has_media_word(above) and is_name_like(above) and not is_name_like(below):
        return True
    if has_media_word(above) or (words > 1 and is_name_like(above)):
        return units[first].blank_after or units[first + 1].blank_after
    return words < 3 and len(below) > 2 * len(above) and len(below.split()) > 4
