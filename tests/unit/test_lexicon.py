"""The lexicon is whole, says each thing once, and finds what it knows, however it is written."""

from __future__ import annotations

from collections import Counter

import pytest

from aipolicy_index.facts.names import lexicon, nationalities, vocabulary
from aipolicy_index.facts.names.tables import rows
from aipolicy_index.facts.names.words import Scan, scan
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def seen(text: str, language: str = "fr") -> Scan:
    return scan(Page(Article(text=text, source="essai.txt", language=language)))


def found(text: str, language: str = "fr") -> list[str]:
    return [match.alias.entry.name for match in lexicon.matches(seen(text, language))]


def test_it_knows_the_field() -> None:
    kinds = Counter(entry.kind for entry in lexicon.entries())
    assert kinds[FactKind.ORGANISATION] > 1200
    assert kinds[FactKind.PLACE] > 1000
    assert kinds[FactKind.PRODUCT] > 250
    assert kinds[FactKind.INSTRUMENT] > 100
    assert kinds[FactKind.PERSON] > 150


def test_no_entry_is_given_twice_in_one_file() -> None:
    for file in (
        "companies",
        "authorities",
        "society",
        "media",
        "products",
        "instruments",
        "places",
        "countries",
        "people",
    ):
        names = [row[0] for row in rows(f"lexicon/{file}.tsv", 7)]
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_flags_and_genders_are_those_that_the_header_names() -> None:
    for file in ("companies", "authorities", "society", "media", "products", "instruments"):
        for row in rows(f"lexicon/{file}.tsv", 7):
            assert set(row[6].split()) <= {"ambiguous", "exact", "noarticle"}, row
            assert row[4] in ("", "f", "m"), row
            assert row[2], row


def test_every_entry_finds_itself() -> None:
    lost = []
    for entry in lexicon.entries():
        for text in (entry.name, *entry.aliases):
            names = [match.alias.entry.name for match in lexicon.matches(seen(f"Voici {text} ici."))]
            if not names:
                lost.append(text)
    assert lost == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("la Cnil", "Commission nationale de l'informatique et des libertés"),
        ("la CNIL", "Commission nationale de l'informatique et des libertés"),
        ("aux Etats-Unis", "États-Unis"),
        ("aux ÉTATS-UNIS", "États-Unis"),
        ("la Maison Blanche", "Maison-Blanche"),
        ("le département de la Défense", "Département de la Défense"),
        ("l'Élysée", "Élysée"),
        ("DALL·E", "DALL-E"),
        ("the EU AI Act", "AI Act"),
        ("chez AT&T", "AT&T"),
    ],
)
def test_accents_hyphens_and_capitals_hide_nothing(text: str, name: str) -> None:
    assert name in found(f"Voici {text} ici.")


@pytest.mark.parametrize(
    "text", ["ap", "Ap", "une orange", "la méta-analyse", "le mistral", "la fed", "ice", "une poste"]
)
def test_common_words_in_lower_case_are_no_names(text: str) -> None:
    assert found(f"Voici {text} ici.") == []


def test_the_longest_name_wins() -> None:
    assert found("La Commission européenne et Google DeepMind") == ["Commission européenne", "Google DeepMind"]


def test_adjectives_know_their_country() -> None:
    adjectives = nationalities.adjectives()
    assert adjectives["israelienne"] == "Israël"
    assert adjectives["sud-coreens"] == "Corée du Sud"
    assert "genevoise" in adjectives
    assert "canadiennes" in adjectives


def test_first_names_know_their_gender_and_doubt() -> None:
    names = vocabulary.first_names()
    assert len(names) > 1500
    assert names["solene"] == vocabulary.FirstName("f", False)
    assert names["baptiste"].gender == "m"
    assert names["claude"] == vocabulary.FirstName(None, True)
    assert names["avril"].common


def test_every_data_file_of_the_rules_can_be_read() -> None:
    for language in ("fr", "en"):
        assert vocabulary.nouns(language, backwards=True).at(("la", "societe" if language == "fr" else "company"), 1)
        assert vocabulary.roles(language, backwards=False).at(("directeur",) if language == "fr" else ("director",), 0)
        assert vocabulary.contexts_by("selon" if language == "fr" else "dubbed", language, "before")
    assert vocabulary.legal_forms() >= {"GmbH", "Inc", "SAS"}
    assert "selon" in vocabulary.function_words()
    assert "lundi" in vocabulary.common_words()
