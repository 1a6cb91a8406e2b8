"""Key sentences: what one reads out on the phone, without questions, headings, datelines."""

from __future__ import annotations

from aipolicy_index.facts.extract import extract
from aipolicy_index.model import Article, Fact, FactKind, KeySentenceDetails, Span, Zone, ZoneKind

TITLE = "La Cnil inflige 18 millions d’euros d’amende à Verbatim"
BODY = (
    "La Cnil a infligé lundi une amende de 18 millions d’euros à Verbatim, numéro deux des centres d’appels. "
    "Le temps était gris sur Paris. Faut-il pour autant interdire ces outils partout en Europe ?\n\n"
    "« C’est une décision que nous attendions depuis trois ans et qui fera date pour tous », résume la CGT.\n\n"
    "Verbatim compte saisir le Conseil d’État avant la fin du mois de mars. "
    "Le groupe emploie 6 400 téléconseillers en France. Rien de plus.\n\n"
    "La Commission européenne a ouvert une enquête sur un outil semblable en Irlande. "
    "Le ministère de l’Économie réclame le remboursement de 9 millions d’euros d’aides.\n"
)


def keys(text: str, title: str | None = None) -> list[Fact]:
    zones = (Zone(Span(0, len(title)), ZoneKind.TITLE),) if title else ()
    article = Article(text=text, source="test", title=title, zones=zones)
    return [fact for fact in extract(article) if fact.kind is FactKind.KEY_SENTENCE]


def test_the_news_comes_first_and_the_weather_never() -> None:
    found = keys(f"{TITLE}\n\n{BODY}", TITLE)
    assert found[0].text.startswith("La Cnil a infligé lundi une amende")
    assert 3 <= len(found) <= 5
    assert not any("gris" in fact.text or fact.text.endswith("?") for fact in found)


def test_the_headline_is_not_read_out_again() -> None:
    assert TITLE not in [fact.text for fact in keys(f"{TITLE}\n\n{BODY}", TITLE)]


def test_ranks_count_from_one_in_order() -> None:
    ranks = [fact.details.rank for fact in keys(BODY) if isinstance(fact.details, KeySentenceDetails)]
    assert ranks == list(range(1, len(ranks) + 1))


def test_a_sentence_begins_after_its_dateline() -> None:
    text = "PARIS, 12 mars 2026 (AFP) - La Cnil a infligé une amende de 18 millions d’euros à Verbatim.\n"
    (fact,) = keys(text)
    assert fact.text.startswith("La Cnil")


def test_a_short_text_gives_few() -> None:
    assert len(keys("La Cnil a infligé une amende de 18 millions d’euros à Verbatim.")) == 1
    assert keys("Bonjour.") == []
