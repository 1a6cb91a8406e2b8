"""What may be typed next where no article need be asked."""

from __future__ import annotations

import pytest

from aipolicy_index.query import parse
from aipolicy_index.query.completing import completions_without_articles
from aipolicy_index.query.names import field_names, kind_names, language_names, state_names


def completed(typed: str, language: str) -> list[str]:
    """The texts as they would be with each completion."""
    found = completions_without_articles(typed, language)
    assert found is not None
    return [typed[: each.span.start] + each.text + typed[each.span.end :] for each in found]


@pytest.mark.parametrize(
    ("typed", "language", "first"),
    [
        ("per", "fr", "personne:"),
        ("per", "en", "person:"),
        ("amende -TIT", "fr", "amende -titre:"),
        ("amende (tit", "en", "amende (title:"),
        ("lie", "en", "lieu:"),
        ("med", "fr", "média:"),
        ("apr", "fr", "après:"),
        ("amende NEAR/8 @mon", "fr", "amende NEAR/8 @montant"),
        ("@mon", "en", "@money"),
        ("est:no", "fr", "est:non-lu"),
        ("is:", "en", "is:unread"),
        ("lang:f", "fr", "lang:fr"),
    ],
)
def test_a_name_completes_in_the_language_of_the_reader(typed: str, language: str, first: str) -> None:
    assert completed(typed, language)[0] == first


@pytest.mark.parametrize("typed", ["", "p", "amende ", "zzz", "date:20", "montant:", "foo:b", '"personne', "is:unread"])
def test_nothing_completes_where_nothing_is_begun(typed: str) -> None:
    assert completed(typed, "fr") == [] or typed == '"personne'


@pytest.mark.parametrize("typed", ["personne:ni", 'média:"le m', "lieu:", "org:c", "tag:c", 'étiquette:"à r'])
def test_the_articles_are_asked_for_their_names(typed: str) -> None:
    assert completions_without_articles(typed, "fr") is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_name_completes_to_one_that_is_understood(language: str) -> None:
    for name in field_names().values():
        assert f"{name.shown(language)}:" in completed(name.shown(language)[:2], language)
    for kind in kind_names().values():
        assert parse(completed(f"@{kind.shown(language)[:3]}", language)[0]).diagnostics == ()
    for field, names in (("is", state_names()), ("lang", language_names())):
        for value in names.values():
            assert parse(f"{field}:{value.shown(language)}").diagnostics == ()
