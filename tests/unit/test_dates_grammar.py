"""The grammar of dates: its data files, its arithmetic, and what it does with any text."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.facts.dates import find
from aipolicy_index.facts.dates.tense import Direction, direction
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.patterns import patterns
from aipolicy_index.language.dates import english, french, periods
from aipolicy_index.language.dates.grammar import DIGITS, grammar
from aipolicy_index.model import Article, Provenance

BUILDERS = {"fr": french.BUILDERS, "en": english.BUILDERS}
PIECES = st.sampled_from(
    (
        "le du au 1er 2 3 12 30 31 29 mars février juin mai May June March 3rd 2024 2025 1999 -  – / . , lundi "
        "mardi Monday ce dernier prochain last next this week semaine mois an année il y a deux dans trois ans "
        "plus tôt la veille lendemain hier demain today ago later trimestre quarter Q3 T1 S2 H1 premier first half "
        "of été l'été fin début mi- d'ici entre et à and from to between in by depuis a été sera will « » ( ) : \n "
        "2025-06-17 17/06/2025 W25 2025-W25"
    ).split(" ")
)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_rule_has_its_builder_and_its_openings(language: str) -> None:
    for rule in grammar(language).rules:
        assert rule.builder in BUILDERS[language], rule.builder
        assert rule.openings, rule.builder
        assert re.compile(rule.written)
    assert set(BUILDERS[language]) <= {rule.builder for rule in grammar(language).rules} | {"numbered_week"}
    assert grammar(language).by_opening[DIGITS]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_cue_of_tense_is_a_pattern(language: str) -> None:
    names = {"agenda", "since", "until", "open", "participle", "planned", "past", "future"}
    found = patterns("tense_cues.tsv", language)
    assert names <= set(found)
    assert all(re.compile(pattern) for pattern in found.values())


TENSES = [
    ("fr", "le conseil a voté en mars", "mars", Direction.PAST),
    ("fr", "le conseil votera en mars", "mars", Direction.FUTURE),
    ("fr", "le conseil doit voter en mars", "mars", Direction.FUTURE),
    ("fr", "le conseil devrait voter en mars", "mars", Direction.FUTURE),
    ("fr", "le conseil assurait en mars", "mars", Direction.PAST),
    ("fr", "le vote, prévu en mars, divise", "mars", Direction.FUTURE),
    ("fr", "le texte publié en mars divise", "mars", Direction.PAST),
    ("fr", "le texte s'applique en mars", "mars", Direction.NEAREST),
    ("fr", "en mars, enfin", "mars", Direction.UNTOLD),
    ("en", "the council voted in march", "march", Direction.PAST),
    ("en", "the council will vote in march", "march", Direction.FUTURE),
    ("en", "the vote is scheduled in march", "march", Direction.FUTURE),
    ("en", "the council votes in march", "march", Direction.NEAREST),
]


@pytest.mark.parametrize(("language", "sentence", "word", "told"), TENSES)
def test_the_verb_of_the_clause_tells_where_a_date_lies(
    language: str, sentence: str, word: str, told: Direction
) -> None:
    start = sentence.index(word)
    assert direction(sentence, start, start + len(word), language) is told


BOUNDS = [
    ("2025", "2025-01-01", "2025-12-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2025-06-16", "2025-06-16", "2025-06-16"),
    ("2025-W25", "2025-06-16", "2025-06-22"),
    ("2025-Q3", "2025-07-01", "2025-09-30"),
    ("2025-H2", "2025-07-01", "2025-12-31"),
    ("2024-11/2025-02", "2024-11-01", "2025-02-28"),
]


@pytest.mark.parametrize(("iso", "first", "last"), BOUNDS)
def test_the_first_and_the_last_day_of_a_period(iso: str, first: str, last: str) -> None:
    assert periods.bounds(iso) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("iso", ["", "x", "2025-13", "2025-02-30", "2025-W54", "0000", "2025/", "20250"])
def test_what_is_no_period_has_no_bounds(iso: str) -> None:
    assert periods.bounds(iso) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.integers(-40, 40))
def test_steps_reach_the_period_that_holds_the_day(day: datetime.date, amount: int) -> None:
    week = periods.bounds(periods.shifted(day, amount, "w") or "")
    assert week and week[0] <= day + datetime.timedelta(7 * amount) <= week[1]
    assert periods.shifted(day, amount, "y") == f"{day.year + amount:04}"
    assert periods.shifted(day, amount, "d") == (day + datetime.timedelta(amount)).isoformat()


def check(text: str, language: str, published: str | None) -> None:
    provenance = {"published": Provenance.METADATA}
    article = Article(text, "a.txt", published=published, language=language, provenance=provenance)
    for fact in find(Page(article)):
        assert text[fact.start : fact.end] == fact.text
        assert fact.span in fact.mentions
        assert all(0 <= span.start < span.end <= len(text) for span in fact.mentions)
        assert fact.value is None or periods.bounds(str(fact.value)), fact.value
        assert fact.rule


@given(
    st.lists(PIECES, max_size=24), st.sampled_from(["fr", "en"]), st.sampled_from(["2025-06-17", "2024-02-29", None])
)
def test_any_words_of_dates_give_dates_that_exist(pieces: list[str], language: str, published: str | None) -> None:
    check(" ".join(pieces), language, published)


@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    check(text, language, "2025-06-17")


@pytest.mark.parametrize("published", ["", "hier", "2025", "0001-01-01", "9999-12-31", "2025-02-30"])
def test_a_strange_day_of_publication_resolves_nothing_wrong(published: str) -> None:
    check("Il l'a dit lundi, le 3 mars, en mai, la semaine prochaine et il y a 900 ans.", "fr", published)
