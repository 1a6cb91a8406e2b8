"""One article in, all its key facts out: exact, once, in order, whatever the text."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from aipolicy_index.facts.extract import FACTS_VERSION, extract
from aipolicy_index.model import Article, FactKind, KeySentenceDetails, QuoteDetails

TEXT = (
    "Bruxelles enquête sur Orphée AI\n\n"
    "La Commission européenne a ouvert jeudi 12 mars 2026 une enquête contre Orphée AI, a révélé TechCrunch. "
    "L’entreprise risque une amende de 35 millions d’euros, soit 7 % de son chiffre d’affaires.\n\n"
    "« Nous ne laisserons personne trier des êtres humains », a déclaré la commissaire au Numérique, Marija Novak. "
    "« Nous ne laisserons personne trier des êtres humains », répète-t-elle à Paris.\n\n"
    "Le règlement sur l’IA (AI Act) interdit ces pratiques depuis février 2025. OpenAI utilise GPT-4 à Dublin.\n"
)


def facts(text: str = TEXT, language: str = "fr") -> dict[FactKind, list[str]]:
    found: dict[FactKind, list[str]] = {}
    for fact in extract(Article(text=text, source="test", language=language, published="2026-03-12")):
        found.setdefault(fact.kind, []).append(str(fact.value))
    return found


def test_every_kind_of_fact_comes_out_of_one_call() -> None:
    assert set(facts()) == set(FactKind)


def test_facts_come_by_kind_in_the_order_a_reporter_needs() -> None:
    order = [fact.kind for fact in extract(Article(text=TEXT, source="test"))]
    assert order == sorted(order, key=list(FactKind).index)


def test_offsets_are_exact_and_mentions_begin_inside_the_text() -> None:
    for fact in extract(Article(text=TEXT, source="test")):
        assert TEXT[fact.start : fact.end] == fact.text
        assert fact.span in fact.mentions
        assert all(0 <= span.start < span.end <= len(TEXT) for span in fact.mentions)


def test_the_same_words_said_twice_are_one_quotation_with_both_places() -> None:
    quotes = [fact for fact in extract(Article(text=TEXT, source="test")) if fact.kind is FactKind.QUOTE]
    assert len(quotes) == 1
    assert len(quotes[0].mentions) == 2
    assert isinstance(quotes[0].details, QuoteDetails)
    assert quotes[0].details.speaker == "Marija Novak"


def test_a_medium_that_is_only_credited_is_a_source_and_no_organisation() -> None:
    found = facts()
    assert "TechCrunch" in found[FactKind.SOURCE]
    assert "TechCrunch" not in found[FactKind.ORGANISATION]


def test_a_medium_that_acts_stays_an_organisation() -> None:
    text = "The New York Times a porté plainte contre OpenAI devant un tribunal de Manhattan."
    assert "The New York Times" in facts(text)[FactKind.ORGANISATION]


def test_every_fact_names_its_rule_and_has_a_confidence() -> None:
    for fact in extract(Article(text=TEXT, source="test")):
        assert fact.rule
        assert 0.0 < fact.confidence <= 1.0


def test_the_version_is_a_number_that_a_library_can_compare() -> None:
    assert FACTS_VERSION >= 1


def test_english_articles_are_read_as_english() -> None:
    text = "Northfield AI denied the report on Monday. “We did nothing wrong,” said its boss, Ann Hill."
    found = facts(text, "en")
    assert found[FactKind.QUOTE] == ["We did nothing wrong"]
    assert found[FactKind.ACTION]


FRAGMENTS = st.sampled_from(
    "« | »|“|”|\"|'|’|‘|‹|›|+|\n|\n\n| |, |. | : |? |(|)|—|a déclaré |Zoé Martin |selon |OpenAI |la ministre |a-t-il |"
    "dit-on |said |qui |que |le |l’|d’|n’a pas |été |interdit |par |et |10 M€ |7 % |lundi |se |À |a |ne |the |'s |to |"
    "will |ban |Sources : |rapport |dans un |Q: |A: |\u00a0|É|𝔘".split("|")
)


@settings(max_examples=150)
@given(text=st.lists(FRAGMENTS, min_size=1, max_size=60).map("".join), language=st.sampled_from(["fr", "en"]))
def test_no_text_made_of_what_rules_look_for_breaks_the_extractor(text: str, language: str) -> None:
    found = extract(Article(text=text, source="test", language=language))
    assert all(text[fact.start : fact.end] == fact.text for fact in found)


@settings(max_examples=100)
@given(text=st.text(max_size=300))
def test_no_text_at_all_breaks_the_extractor(text: str) -> None:
    found = extract(Article(text=text, source="test"))
    assert all(text[fact.start : fact.end] == fact.text for fact in found)


def test_no_fact_comes_twice() -> None:
    found = extract(Article(text=TEXT + TEXT, source="test"))
    keys = Counter(
        (fact.kind, str(fact.value), fact.text)
        for fact in found
        if fact.kind is not FactKind.ACTION and not isinstance(fact.details, KeySentenceDetails)
    )
    assert max(keys.values()) == 1
