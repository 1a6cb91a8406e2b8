"""Dates, amounts, facts and lines in the reader's manner."""

from collections.abc import Iterator

import pytest

from aipolicy_index.model import DateDetails as Dated
from aipolicy_index.model import (
    Fact,
    FactKind,
    FigureDetails,
    FigureValue,
    MoneyDetails,
    MoneyValue,
    NameDetails,
    Provenance,
    Qualifier,
    QuoteDetails,
)
from aipolicy_tui import messages
from aipolicy_tui.widgets.fact_outline import FactEntry, Fold, Heading, MoreEntry, more_words, outline
from aipolicy_tui.widgets.fitting import Part, cut, fit_line, parts_width, wrap_at_most
from aipolicy_tui.wording import values as present
from aipolicy_tui.wording.cards import card


@pytest.fixture(autouse=True)
def speak_french() -> Iterator[None]:
    before = messages.chosen()
    messages.choose("fr")
    yield
    messages.choose(before)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("iso", "french", "english"),
    [
        ("2025-06-16", "16 juin 2025", "16 June 2025"),
        ("2025-06-01", "1er juin 2025", "1 June 2025"),
        ("2025-06", "juin 2025", "June 2025"),
        ("2025", "2025", "2025"),
        ("2025-W25", "semaine du 16 juin 2025", "week of 16 June 2025"),
        ("2025-Q3", "3e trimestre 2025", "Q3 2025"),
        ("2025-06-16/2025-06-20", "16 – 20 juin 2025", "16 – 20 June 2025"),
        ("2019/2022", "2019–2022", "2019–2022"),
        ("2025-W99", "2025-W99", "2025-W99"),
    ],
)
def test_dates_are_told_in_words(iso: str, french: str, english: str) -> None:
    assert plain(present.full_date(iso)) == french
    messages.choose("en")
    assert plain(present.full_date(iso)) == english


def test_the_list_shows_short_dates() -> None:
    assert present.short_date("2024-11-04") == "4 nov. 24"
    assert present.short_date(None) == ""


def test_a_date_that_the_article_does_not_state_says_how_it_was_found() -> None:
    assert present.published_line("2025-06-17", Provenance.TEXT) == "17 juin 2025"
    assert present.published_line("2025-06-17", Provenance.FILE_NAME) == "17 juin 2025 (d'après le nom du fichier)"
    assert present.published_line(None, None) == "sans date"


@pytest.mark.parametrize(
    ("amount", "french", "english"),
    [
        (200e6, "200 M USD", "USD 200M"),
        (1.5e9, "1,5 Md USD", "USD 1.5bn"),
        (36_000, "36 000 USD", "USD 36,000"),
        (2e12, "2 000 Md USD", "USD 2tn"),
        (1_234_567, "1 234 567 USD", "USD 1,234,567"),
    ],
)
def test_money_is_told_in_the_readers_manner(amount: float, french: str, english: str) -> None:
    assert plain(present.money(MoneyValue(amount, "USD"))) == french
    messages.choose("en")
    assert plain(present.money(MoneyValue(amount, "USD"))) == english


def test_figures_keep_their_unit_and_shares_become_percentages() -> None:
    assert plain(present.figure(FigureValue(82, "%"))) == "82 %"
    assert plain(present.figure(FigureValue(0.2, "ratio"))) == "20 %"
    assert plain(present.figure(FigureValue(12_000, "employés"))) == "12 000 employés"


def fact(kind: FactKind, value: object, details: object, text: str = "x", confidence: float = 1.0) -> Fact:
    return Fact(kind, text, 0, len(text), value, details, confidence=confidence)  # type: ignore[arg-type]


def test_a_fact_is_worded_value_first_then_what_it_is_about_then_who_said_it() -> None:
    amount = card(fact(FactKind.MONEY, MoneyValue(200e6, "USD", Qualifier.UP_TO), MoneyDetails("contrat du Pentagone")))
    assert (plain(amount.value), amount.aside, amount.about) == ("200 M USD", "jusqu'à", "contrat du Pentagone")
    quote = card(fact(FactKind.QUOTE, "guerre froide", QuoteDetails("Marc Andreessen", "Andreessen")))
    assert (plain(quote.value), quote.who) == ("« guerre froide »", "Marc Andreessen")
    figure = card(fact(FactKind.FIGURE, FigureValue(82, "%"), FigureDetails("temps de rédaction")))
    assert (plain(figure.value), figure.about) == ("82 %", "temps de rédaction")


def test_a_relative_date_is_shown_with_its_words() -> None:
    relative = card(fact(FactKind.DATE, "2025-06-16", Dated("2025-06-17"), text="lundi"))
    assert (relative.value, plain(relative.aside)) == ("16 juin 2025", "« lundi »")
    stated = card(fact(FactKind.DATE, "2025-06-16", Dated(), text="16 juin 2025"))
    assert stated.aside == ""
    unresolved = card(fact(FactKind.DATE, None, Dated(), text="la veille"))
    assert (plain(unresolved.value), unresolved.aside) == ("« la veille »", "date non résolue")


def place(name: str, confidence: float = 1.0) -> Fact:
    return fact(FactKind.PLACE, name, NameDetails(), confidence=confidence)


def test_long_groups_and_unsure_facts_are_folded_until_asked_for() -> None:
    facts = [place(str(number)) for number in range(9)] + [place("peut-être", 0.2)]
    entries = outline(facts, 0.5)
    assert entries[0] == Heading(FactKind.PLACE, 10)
    folds = [entry for entry in entries if isinstance(entry, MoreEntry)]
    assert [plain(more_words(entry)) for entry in folds] == ["5 autres", "1 autre, incertain"]
    everything = outline(facts, 0.5, {Fold(FactKind.PLACE, False), Fold(FactKind.PLACE, True)})
    assert [entry.fact.value for entry in everything if isinstance(entry, FactEntry)] == [f.value for f in facts]


def test_kinds_come_in_the_order_that_a_reporter_needs() -> None:
    facts = [place("Paris"), fact(FactKind.QUOTE, "non", QuoteDetails())]
    assert [entry.kind for entry in outline(facts, 0.5) if isinstance(entry, Heading)] == [
        FactKind.QUOTE,
        FactKind.PLACE,
    ]


def test_a_text_too_long_is_cut_at_a_word() -> None:
    assert cut("OpenAI décroche un contrat", 18, "…") == "OpenAI décroche…"
    assert cut("court", 18, "…") == "court"
    assert wrap_at_most("un deux trois quatre cinq", 10, 2, "…") == ["un deux", "trois…"]


def test_the_least_important_pieces_of_a_line_are_dropped_whole() -> None:
    left = [[Part("contexte")], [Part("y copier")], [Part("q quitter")]]
    right = [[Part("3/12")]]
    wide = "".join(part.text for part in fit_line(left, right, 40))
    assert wide == "contexte  y copier  q quitter       3/12"
    narrow = "".join(part.text for part in fit_line(left, right, 25))
    assert narrow == "contexte  y copier   3/12"
    for width in range(8, 50):
        assert parts_width(fit_line(left, right, width)) == width
