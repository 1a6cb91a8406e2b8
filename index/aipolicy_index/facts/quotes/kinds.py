"""Is what stands in quotation marks somebody's words, or a title, a name, a term, a wink?"""

from __future__ import annotations

import re
from functools import cache

from aipolicy_index.facts.entities import Entities
from aipolicy_index.facts.grammar.conjugation import FINITE
from aipolicy_index.facts.grammar.function_words import words_of
from aipolicy_index.facts.grammar.lexicon import readings
from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.facts.grammar.words import words
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes.marks import Marked
from aipolicy_index.facts.speakers.places import Attribution
from aipolicy_index.language.matching import fold
from aipolicy_index.model import FactKind, Span, ZoneKind

SHORTEST = 4
"""From so many words on, what ends like a sentence is one."""
FRAGMENT = 6
"""Under so many words, what stands inside the author's sentence is a fragment."""
ARTICLE = 4
"""How many characters an article before a name may have: « Les Républicains »."""
_SPOKEN = frozenset(("after", "after_unknown", "before", "inside", "label", "after_source"))
"""Patterns that prove that somebody speaks, whatever the words look like."""
_SAYS = re.compile(
    r"(?:\b(?:se|on|il|elle|ils|elles|qui|ne|est|était|sont|étaient|a|ont|avait) |n'|l')(?:\w+ )?dite?s?$"
)
"""« se dit « confiante » », « on dit « prendre acte » » introduce no title."""
_CALLED = re.compile(r", (?:un |une |le |la |l'|a |an |the )([^\W\d_][\w-]*)", re.IGNORECASE)
_NAMED = (FactKind.PRODUCT, FactKind.INSTRUMENT, FactKind.ORGANISATION, FactKind.PLACE, FactKind.PERSON)


def is_quotation(page: Page, entities: Entities, marked: Marked, attribution: Attribution | None) -> bool:
    """Whether the marked words are somebody's own."""
    rule = attribution.rule if attribution else None
    whole = complete(page, marked)
    if rule in _SPOKEN and whole:
        return True
    if _is_heading(page, marked) or is_title(page, entities, marked):
        return False
    if word_count(page, marked) >= FRAGMENT:
        return True
    if (whole and (rule or _is_sentence(page, marked))) or _ends_sentence(page, marked):
        return True
    return rule is not None and not rule.startswith(("carried", "previous", "next"))


def is_headline(page: Page, marked: Marked) -> bool:
    """Whether a headline, or a heading of full length, is a sentence in marks."""
    if marked.depth or not page.touching(marked.outer, ZoneKind.TITLE, ZoneKind.HEADING):
        return False
    words_ = word_count(page, marked)
    titled = words_ >= SHORTEST and page.touching(marked.outer, ZoneKind.TITLE)
    headed = words_ >= FRAGMENT and any(_fills(marked, zone) for zone in page.touching(marked.outer, ZoneKind.HEADING))
    return (titled or headed) and complete(page, marked) and _tells(page, marked)


def _fills(marked: Marked, line: Span) -> bool:
    """Whether the marks are most of a line: not « Lire aussi : « » »."""
    return 10 * (marked.outer.end - marked.outer.start) >= 8 * (line.end - line.start)


def _ends_sentence(page: Page, marked: Marked) -> bool:
    """Whether the words end with a full stop of their own and hold a verb: “and believe me, we will.”"""
    ends = page.plain[marked.inner.end - 1] in ".!?…" and word_count(page, marked) >= SHORTEST
    return ends and marked.depth == 0 and _tells(page, marked)


def _tells(page: Page, marked: Marked) -> bool:
    table, inner = readings(page.language), words(page.plain, marked.inner)
    if page.language == "en" and any(word.lower in words_of("first_person", "en") for word in inner):
        return True
    return any(one.tense in FINITE for word in inner for one in table.get(word.lower, ()))


def _is_sentence(page: Page, marked: Marked) -> bool:
    """Whether the words end like a sentence, or an inquit seems to follow them."""
    inner = page.plain[marked.inner.start : marked.inner.end]
    after = page.plain[marked.outer.end : marked.outer.end + 3].lstrip()
    return len(inner.split()) > 1 and (inner[-1] in ".!?…," or (after.startswith(",") and _tells(page, marked)))


def _is_heading(page: Page, marked: Marked) -> bool:
    """Whether the marks stand in an intertitle, which repeats words of the text."""
    return bool(page.touching(marked.outer, ZoneKind.HEADING))


def is_fragment(page: Page, marked: Marked) -> bool:
    """Whether the words are fewer than six and part of the author's sentence."""
    return word_count(page, marked) < FRAGMENT and not complete(page, marked)


def word_count(page: Page, marked: Marked) -> int:
    """How many words stand between the marks, as blanks divide them."""
    return sum(
        word.isalnum() or any(map(str.isalnum, word))
        for word in page.plain[marked.inner.start : marked.inner.end].split()
    )


def complete(page: Page, marked: Marked) -> bool:
    """Whether the words are a sentence: a capital, and nothing but a colon, a dash or a sentence's end before them."""
    inner = page.text[marked.inner.start : marked.inner.end]
    first = next((char for char in inner if char.isalnum()), "")
    before = page.text[max(0, marked.outer.start - 12) : marked.outer.start].rstrip(" \t\u00a0\u202f")
    if not (first.isupper() or first.isdigit()):
        return False
    if not before or before[-1] in '\n:.!?…—–-»”"':
        return True
    return inner[-1] in ".!?…," and before[-1] in ","


def is_title(page: Page, entities: Entities, marked: Marked) -> bool:
    """Whether the words are a title, a name or a term that is only mentioned."""
    inner = page.plain[marked.inner.start : marked.inner.end].strip(" ,.")
    before = page.plain[max(0, marked.outer.start - 40) : marked.outer.start].rstrip()
    introduced = introducer(before, page.language)
    spoken = inner[:1].islower() and word_count(page, marked) >= FRAGMENT
    if (introduced == "name" and not spoken) or (introduced == "term" and len(inner.split()) < FRAGMENT):
        return True
    named = inner[:1].isupper() or inner[:1].isdigit()
    if named and (introduced == "work" or (len(inner.split()) < FRAGMENT and _is_called_a_work(page, marked))):
        return True
    if named and " " not in inner and _is_bare_name(page, marked):
        return True
    if _names(entities, marked) or fold(inner) == fold(page.article.outlet or ""):
        return True
    return _in_name(entities, marked) or _title_case(page.plain[marked.inner.start : marked.inner.end])


def _is_bare_name(page: Page, marked: Marked) -> bool:
    """Whether a single word with a capital stands inside the author's sentence: Parakeet's “Robin” voice."""
    before = page.plain[max(0, marked.outer.start - 3) : marked.outer.start].rstrip()
    return bool(before) and (before[-1].isalnum() or before[-1] == "'")


def _in_name(entities: Entities, marked: Marked) -> bool:
    """Whether the marks stand inside a name: « Harold “Hap” Lindqvist »."""
    return entities.around(marked.outer, FactKind.PERSON)


def _names(entities: Entities, marked: Marked) -> list[str]:
    """The names that fill the marks wholly, an article perhaps before them."""
    inside = entities.within(marked.inner, *_NAMED)
    width = marked.inner.end - marked.inner.start
    filling = [entity for span, entity in inside if span.end - span.start >= width - ARTICLE]
    return [name for entity in filling for name in (entity.name, *entity.aliases)]


def _title_case(inner: str) -> bool:
    """Whether all longer words have a capital: « Rendez-Vous Demain », “OpenAI for Government”."""
    long = [word for word in re.findall(r"[^\W\d_][\w'-]*", inner) if len(word) > 3]
    return len(long) >= 2 and all(word[0].isupper() for word in long) and not re.search(r"[.!?…]", inner)


def _is_called_a_work(page: Page, marked: Marked) -> bool:
    """Whether what follows says what the words name: « Uncapped », un podcast que ..."""
    after = _CALLED.match(page.plain, marked.outer.end)
    return after is not None and _introducers(page.language)[0].get(after[1].casefold()) == "work"


def introducer(before: str, language: str) -> str | None:
    """What the words before the mark introduce: `name`, `work`, `term`, or nothing."""
    last = re.search(r"([\w'-]+)$", before.casefold())
    if last is None or _SAYS.search(before.casefold()):
        return None
    if any(one.lemma in words_of("naming", language) for one in readings(language).get(last.group(), ())):
        return "name"
    known, phrases = _introducers(language)
    for phrase, what in phrases:
        if before.casefold().endswith(phrase):
            return what
    return known.get(last.group().split("'")[-1])


@cache
def _introducers(language: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    words: dict[str, str] = {}
    phrases: list[tuple[str, str]] = []
    for its_language, what, listed in rows("title_introducers.tsv"):
        if its_language == language:
            if "|" in listed:
                phrases += [(phrase, what) for phrase in listed.split("|")]
            else:
                words.update(dict.fromkeys(listed.split(), what))
    return words, tuple(phrases)
