"""Which sentences an editor is read: news before colour, each thing once, in both languages and in every genre."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.extract import extract
from aipolicy_index.facts.grammar.tables import rows
from aipolicy_index.facts.key_sentences.candidates import candidates
from aipolicy_index.facts.key_sentences.features import Surroundings
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind, Span, Zone, ZoneKind

FEATURE = (
    "It was raining in Ashford the morning the letter came. Nora Finch put the kettle on and read it twice.\n\n"
    "She keeps bees, hates telephones, and had never met a judge.\n\n"
    "“I thought it was a joke,” she says. “Then they took my pension.”\n\n"
    "In March the Pensions Office suspended 12,400 payments after a program called Sieve marked them as fraud. "
    "On Tuesday the High Court ordered the office to repay £31m by the end of June.\n\n"
    "The office said it would appeal. According to a report by the National Audit Office, one case in six was wrong. "
    "The kettle whistles. Nora does not move.\n\n"
    "Parliament will debate a bill that bans such programs next week. The bees are asleep until spring.\n"
)
DISPATCH = (
    "PARIS (AFP) - La Cnil a infligé lundi une amende de 18 millions d’euros à Verbatim, numéro deux des centres "
    "d’appels en France. L’entreprise, créée en 1998, notait la voix de ses salariés.\n\n"
    "La Cnil a donc infligé à Verbatim, numéro deux des centres d’appels en France, 18 millions d’euros d’amende. "
    "Le groupe compte saisir le Conseil d’État avant la fin du mois de mars.\n\n"
    "« On me demandait d’être souriante tout le temps », raconte une ancienne salariée du site de Roubaix. "
    "Elle sourit encore. Il faisait gris ce jour-là sur le boulevard.\n\n"
    "Selon un rapport de l’Insee, une entreprise sur six emploie un outil comparable, soit 4 200 sites. "
    "Faut-il pour autant tous les interdire avant la fin de cette année ?\n\n"
    "La ministre du Travail a annoncé un projet de loi pour le 12 juin. Les syndicats attendent de voir le texte.\n"
)


def read_out(text: str, language: str, title: str | None = None) -> list[str]:
    zones = (Zone(Span(0, len(title)), ZoneKind.TITLE),) if title else ()
    body = f"{title}\n\n{text}" if title else text
    article = Article(text=body, source="test", language=language, title=title, zones=zones)
    return [fact.text for fact in extract(article, tagging=False) if fact.kind is FactKind.KEY_SENTENCE]


@pytest.mark.parametrize("start", ["On Tuesday the High Court ordered", "In March the Pensions Office suspended"])
def test_behind_an_anecdote_the_news_is_found(start: str) -> None:
    assert any(sentence.startswith(start) for sentence in read_out(FEATURE, "en", "Court orders refund of £31m"))


def test_colour_is_not_read_out() -> None:
    chosen = read_out(FEATURE, "en", "Court orders refund of £31m")
    assert not any("kettle" in sentence or "bees" in sentence for sentence in chosen)


@pytest.mark.parametrize(
    "start", ["La Cnil a infligé lundi", "Le groupe compte saisir", "La ministre du Travail a annoncé"]
)
def test_decisions_and_what_comes_next_are_read_out(start: str) -> None:
    assert any(sentence.startswith(start) for sentence in read_out(DISPATCH, "fr"))


def test_questions_and_quoted_colour_are_not() -> None:
    chosen = read_out(DISPATCH, "fr")
    assert not any("souriante" in sentence or sentence.endswith("?") or "gris" in sentence for sentence in chosen)


def test_what_was_said_is_not_said_again_first() -> None:
    chosen = read_out(DISPATCH, "fr")
    assert not chosen[1].startswith("La Cnil a donc infligé")


def test_the_name_of_an_agency_before_the_first_sentence_is_cut_off() -> None:
    text = "(Belga) La ministre a suspendu mardi le projet pilote de reconnaissance faciale dans les gares.\n"
    assert read_out(text, "fr")[0].startswith("La ministre")


def test_each_weight_belongs_to_a_feature() -> None:
    page = Page(Article(text=DISPATCH, source="test"))
    spans = candidates(page)
    known = set(Surroundings(page, [], spans).features(0))
    assert {name for name, _ in rows("key_sentence_weights.tsv")} == known


def test_every_feature_lies_between_nothing_and_one() -> None:
    article = Article(text=FEATURE, source="test", language="en")
    page = Page(article)
    spans = candidates(page)
    surroundings = Surroundings(page, extract(article, tagging=False), spans)
    for number in range(len(spans)):
        assert all(0.0 <= value <= 1.0 for value in surroundings.features(number).values())
