"""The names of people and of media in the lines above and below an article."""

from __future__ import annotations

import re

from aipolicy_index.reading.masthead.patterns import has_media_word, is_role_name

_PARTICLES = frozenset("de du des d' von van der den le la el al ben bin ould di da dos ter ten y ní ó mc".split())
_INITIALS = re.compile(r"(?:[^\W\d_]{1,4}\.-?){1,3}(?:[^\W\d_]{1,12})?")
_TOKEN = re.compile(r"[^\s,;|•·()]+")
_AND = re.compile(r"(?:,\s*(?:et|and)?\s*|\s+(?:et|and|&|avec|with)\s+|\s*/\s*)", re.IGNORECASE)
_JOINTS = frozenset(("et", "and", "avec", "with"))
_OUTLET_WORD = re.compile(r"[^\s,;:|•·()«»\"“”]+")
_ELIDED = re.compile(r"[dl]'[^\W\d_a-zà-ÿ]")
_CONNECTORS = frozenset("of du de des la le les the and et & d' l' sur en for".split())
_ARTICLES = ("le ", "la ", "les ", "l'", "the ")
_LEGAL_FORM = re.compile(
    r"(?:,? (?:LLC|LLP|L\.?P\.?|Inc|inc|Ltd|Pvt\.?|DAC|PLC|BV|NV|ASBL|asbl|Limited|SA|SAS|SARL|GmbH|plc|AG|Co|Corp"
    r"|Group(?:e)?)\.?)+$"
)


def names_at(text: str, *, alone: bool = False) -> str | None:
    """The names of one or more people with which the text begins, as written; None where it begins otherwise.

    A name is two to five words with capital letters, or initials (`S.Vdb.`, `Yanis B.`). With `alone`, nothing may
    follow but a bracket.
    """
    end = _name_end(text, 0)
    if end is None:
        return None
    while (joint := _AND.match(text, end)) and (further := _name_end(text, joint.end())):
        if _is_no_person(text[joint.end() : further], joint.group()):
            break
        end = further
    rest = text[end:].strip(" .,")
    if alone and rest and not rest.startswith("("):
        return None
    return text[:end]


def _is_no_person(name: str, joint: str) -> bool:
    """Whether what follows a name after a comma or « with » is what its bearer does, or whom they work for."""
    if joint.strip().lower() in ("et", "and", "&"):
        return False
    return is_role_name(name) or has_media_word(name)


def _name_end(text: str, start: int) -> int | None:
    """Where the name that begins at `start` ends."""
    capitals = 0
    end = start
    position = start
    while capitals < 5 and (token := _TOKEN.match(text, position)):
        word = token.group()
        if capitals and word.lower() in _JOINTS:
            break
        if _is_name_word(word):
            capitals += 1
            end = token.end()
        elif not (capitals and word.lower() in _PARTICLES):
            break
        position = token.end() + 1
        if text[token.end() : position] != " " or (capitals > 1 and _ends_sentence(word)):
            break
    if capitals > 1:
        return end - (1 if text[end - 1] == "." and not _ends_in_initial(text[start:end]) else 0)
    return end if capitals == 1 and _INITIALS.fullmatch(text[start:end]) and "." in text[start:end] else None


def _ends_sentence(word: str) -> bool:
    """« Words by Mary Holt. Photographs by … »: a stop behind a word that is no initial."""
    return len(word) > 4 and word.endswith(".") and "." not in word[:-1]


def _ends_in_initial(name: str) -> bool:
    last = name.split()[-1]
    return len(last) < 5 and _INITIALS.fullmatch(last) is not None


def _is_name_word(word: str) -> bool:
    bare = word.replace("-", "").replace("'", "").replace(".", "").replace("’", "")
    return bare.isalpha() and (word[0].isupper() or (word[:2].lower() == "d'" and word[2:3].isupper()))


def outlet_at(text: str) -> str | None:
    """The name of a medium with which the text begins, without a small article before it and a legal form after it."""
    words: list[str] = []
    rest = text
    for article in _ARTICLES:
        if rest.startswith(article):
            rest = rest[len(article) :]
    position = 0
    while (token := _OUTLET_WORD.match(rest, position)) and len(words) < 8:
        word = token.group()
        if not (
            word[0].isupper()
            or word[0].isdigit()
            or _ELIDED.match(word)
            or (words and word.lower() in _CONNECTORS)
            or words[-1:] == ["du"]
        ):
            break
        if word.strip(".").isdigit():
            break
        words.append(word)
        position = token.end() + 1
        if (word.endswith(".") and len(word) > 2) or rest[token.end() : position] != " ":
            break
    while words and words[-1].lower() in _CONNECTORS:
        words.pop()
    name = _LEGAL_FORM.sub("", " ".join(words).rstrip(".,"))
    return name if name and name[0].isupper() and len(name) > 1 else None


def starts_with_article(name: str) -> bool:
    """Whether the name begins as those of newspapers do: Le, La, Les, L', The."""
    return name.replace("’", "'").lower().startswith(_ARTICLES)
