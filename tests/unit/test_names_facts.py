"""The named things of an article as facts: exact words, one fact a thing, the most named first."""

from __future__ import annotations

from aipolicy_index.facts.names import find
from aipolicy_index.facts.names.facts import facts_of
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind, NameDetails, PersonDetails, Span, Zone, ZoneKind

TEXT = (
    "OpenAI a signé avec le Pentagone à Washington.\n"
    "« Nous tiendrons parole », a dit Odile Vannier, juriste chez OpenAI. Mme Vannier a cité l'AI Act.\n"
    "OpenAI vend GPT-4o, selon Reuters.\n"
)


def page(text: str = TEXT, zones: tuple[Zone, ...] = ()) -> Page:
    return Page(Article(text=text, source="essai.txt", zones=zones))


def test_every_fact_is_its_words_at_its_place() -> None:
    seen = page()
    for fact in facts_of(seen, find(seen)):
        assert TEXT[fact.start : fact.end] == fact.text
        assert Span(fact.start, fact.end) in fact.mentions
        assert list(fact.mentions) == sorted(fact.mentions)
        assert fact.rule


def test_one_fact_a_thing_and_the_most_named_first() -> None:
    seen = page()
    facts = facts_of(seen, find(seen))
    organisations = [fact.value for fact in facts if fact.kind is FactKind.ORGANISATION]
    assert organisations[0] == "OpenAI"
    assert len(organisations) == len(set(organisations))
    kinds = [fact.kind for fact in facts]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)


def test_people_carry_role_organisation_and_aliases() -> None:
    seen = page()
    (person,) = [fact for fact in facts_of(seen, find(seen)) if fact.kind is FactKind.PERSON]
    assert person.value == "Odile Vannier"
    assert person.details == PersonDetails("juriste", "OpenAI", ("Vannier",))


def test_things_carry_their_aliases() -> None:
    seen = page("Le département de la Défense a signé. Le Pentagone s'en félicite.")
    (fact,) = facts_of(seen, find(seen))
    assert fact.value == "département de la Défense"
    assert fact.details == NameDetails(("Pentagone",))


def test_what_is_only_credited_can_be_left_out() -> None:
    seen = page()
    entities = find(seen)
    media = [entity for entity in entities.all if entity.category == "medium"]
    values = {fact.value for fact in facts_of(seen, entities, without=media)}
    assert [entity.name for entity in media] == ["Reuters"]
    assert "Reuters" not in values
    assert "OpenAI" in values


def test_silent_zones_give_no_names_but_what_follows_a_dateline_does() -> None:
    text = "Par Jeanne Rochambeau\nParis, 3 mai 2025 (ABC) - La Cnil enquête.\nTags : Google, Meta"
    zones = (
        Zone(Span(0, 21), ZoneKind.BYLINE),
        Zone(Span(22, 48), ZoneKind.PUBLICATION),
        Zone(Span(text.index("Tags"), len(text)), ZoneKind.FURNITURE),
    )
    assert {fact.value for fact in facts_of(page(text, zones), find(page(text, zones)))} == {"Cnil"}


def test_an_empty_text_has_no_names() -> None:
    for text in ("", " ", "\n\n", "…", "(", "« »", "d'", "123"):
        assert find(page(text)).all == ()


def test_a_very_long_line_of_capitals_does_not_hang() -> None:
    assert len(find(page("Jean " * 3000)).all) <= 1
    assert find(page("(CNIL) " * 500)).all
