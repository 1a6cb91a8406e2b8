"""Whether the words around a date speak of the past or of the future."""

from __future__ import annotations

import re
from functools import cache

from aipolicy_index.language.datafiles import data_lines

PAST, NEAREST, FUTURE = -1, 0, 1
_ACROSS = 18
"""Characters that a comma or the like adds to the distance of a verb."""
_BARRIER = re.compile(r"[,;:()«»\"“”—–]| que | that | qui | who | which ")
_FRENCH_PAST = (
    r"\b(?:a|ont|ai|avons|avez|aurait|auraient|est|sont|était|étaient|fut|furent|eut|ayant|étant|été)"
    r"(?: [\w'-]+){0,2}? (?!prévue?s?\b|attendue?s?\b|programmée?s?\b|censée?s?\b|appelée?s?\b)\w+(?:ée?s?|ie?s?|ue?s?|ite?s?|erte?s?|inte?s?|fait)\b"
    r"|\b\w+(?<!r)(?<!\bf)(?<!\bs)(?:ait|aient)\b|\b\w{3,}(?:èrent|irent|urent)\b|\bdit\b"
)
_FRENCH_FUTURE = (
    r"\b\w*(?:er|ir|dr|rr|vr|ur|ttr|îtr|clur)(?:a|ont|ai|as|ons|ez)\b(?<!\bfront)(?<!\bvrai)(?<!\berrai)"
    r"|\b(?:va|vont|allons) (?:[\w'-]+ )?(?:[ls]')?\w+(?:er|ir|re)\b|\b(?:doit|doivent|devrait|devraient)\b|\b\w+r(?:ait|aient)\b(?<!aurait)(?<!auraient)"
    r"|\b(?:prévue?s?|attendue?s?|programmée?s?|prévoi(?:t|ent)|comptent?|promet|envisagent?|espère|échéance|au plus tard|à venir|d'ici)\b"
)
_ENGLISH_PAST = r"\b(?:was|were|had|has|have|did|said|told|{irregular}|(?!expected|scheduled|planned|slated|supposed|need|indeed|proceed|exceed|speed|feed)\w{{3,}}ed)\b(?! by\b)"
_ENGLISH_FUTURE = r"\b(?:will|shall|won't|would|due|expected|scheduled|planned|slated|supposed|set to|plans? to|going to|must|should|could|may|to be|upcoming|takes? effect|comes? into|deadline)\b|'ll\b"
_AFTER_PAST = re.compile(r"\b(?:depuis|since|depuis le|since the)(?: début| fin| mi| early| late| mid)?[ -]?$")
_AFTER_FUTURE = re.compile(
    r"\b(?:d'ici|d'ici à|d'ici le|d'ici au|au plus tard|au plus tard le|by|no later than|horizon)(?: fin| mi| early| late| mid)?[ -](?:le |the )?$"
)
_AFTER_OPEN = re.compile(
    r"\b(?:jusqu'au|jusqu'en|jusqu'à|avant|avant le|until|till|before|au|à partir du|à partir de|à compter du|dès|dès le|from|starting|on or after)(?: fin| mi| early| late| mid)?[ -](?:le |the )?$"
)


def direction(sentence: str, start: int, end: int, language: str) -> int:
    """Where a date at `start` to `end` of a lower-case sentence lies: PAST, FUTURE, or NEAREST where no word tells."""
    before = sentence[max(0, start - 30) : start]
    if _AFTER_PAST.search(before):
        return PAST
    if _AFTER_FUTURE.search(before):
        return FUTURE
    told = _by_verb(sentence, start, end, language)
    return NEAREST if told == PAST and _AFTER_OPEN.search(before) else told


def _by_verb(sentence: str, start: int, end: int, language: str) -> int:
    best, told = len(sentence) + 1000, NEAREST
    for match in _verbs(language).finditer(sentence):
        if match.start() < end and start < match.end():
            continue
        between = sentence[match.end() : start] if match.end() <= start else sentence[end : match.start()]
        distance = len(between) + _ACROSS * len(_BARRIER.findall(between))
        if distance < best:
            best, told = distance, FUTURE if match.lastgroup == "future" else PAST
    return told


@cache
def _verbs(language: str) -> re.Pattern[str]:
    if language == "fr":
        return re.compile(f"(?P<future>{_FRENCH_FUTURE})|(?P<past>{_FRENCH_PAST})")
    irregular = "|".join(word for line in data_lines("past.en.txt") for word in line.split())
    return re.compile(f"(?P<future>{_ENGLISH_FUTURE})|(?P<past>{_ENGLISH_PAST.format(irregular=irregular)})")
