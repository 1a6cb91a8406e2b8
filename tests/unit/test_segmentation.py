"""Paragraphs, sentences and tokens are those that a reader sees, and their spans hold."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.language.datafiles import data_lines
from aipolicy_index.language.segmentation import TokenKind, paragraphs, sentences, tokens

PRESS = st.lists(
    st.sampled_from(
        [
            "Le",
            "Sénat",
            "a",
            "adopté",
            "M.",
            "J.",
            "U.S.",
            "3.5",
            "«",
            "»",
            ".",
            "!",
            "?",
            "…",
            " ",
            " ",
            "\n",
            '"',
            ")",
            "-",
            "•",
        ]
    ),
    max_size=40,
).map("".join)


def cut(text: str, language: str = "fr") -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language)]


def blocks(text: str) -> list[str]:
    return [text[span.start : span.end] for span in paragraphs(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Durand et Mme Petit ont reçu Me Roche, le Dr Klein et le Pr. Martin.",
        "L'art. 5 du texte, p. 12, n° 3, vol. 2, cf. l'annexe, dit le contraire.",
        "Tout commence en 500 av. J.-C. avec les cités grecques.",
        "J. K. Rowling et George W. Bush ont signé avec J.-M. Le Pen.",
        "La société Orion Inc., cotée aux États-Unis, a gagné 3.5 points.",
        "« Rien ne change. », assure la ministre.",
        "« Qui paiera ? » demande le sénateur.",
        "Elle a répondu « non. » puis elle est partie.",
        "Pourquoi ? parce que la loi l'exige.",
        "Le texte dit que « le fournisseur [...] Veille à la sécurité » du modèle.",
        "Le site OpenAI.com décrit la v2.5 du modèle et Node.js aussi.",
        "Il hésite… mais il signe.",
    ],
)
def test_a_french_sentence_stays_whole(sentence: str) -> None:
    assert cut(f"{sentence} La suite vient.") == [sentence, "La suite vient."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. Senate and the U.K. Treasury met at 6 p.m. on Jan. 6 with Dr. Lee and Sen. Paul Ray, D-Ore.",
        "Acme Corp. and Orion Inc. sued in Roe v. Wade style.",
        '"Why now?" Warren asked in a letter.',
        "It cost $3.5 million, i.e. No. 4 on the list.",
        "It fell to St. Louis and Gen. Mark Hill.",
    ],
)
def test_an_english_sentence_stays_whole(sentence: str) -> None:
    assert cut(f"{sentence} The rest follows.", "en") == [sentence, "The rest follows."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le texte est adopté.Le Sénat vote.", ["Le texte est adopté.", "Le Sénat vote."]),
        ("Bercy refuse.« Jamais » dit-il.", ["Bercy refuse.", "« Jamais » dit-il."]),
        ("« Trop tard. » Orion a fermé.", ["« Trop tard. »", "Orion a fermé."]),
        ("“ Sauf urgence. ” Voilà tout.", ["“ Sauf urgence. ”", "Voilà tout."]),
        ("(Voir la page 3.) Le reste suit.", ["(Voir la page 3.)", "Le reste suit."]),
        ("C'est le plan B. Le gouvernement hésite.", ["C'est le plan B.", "Le gouvernement hésite."]),
        ("À 150 km/h. Paris est touché.", ["À 150 km/h.", "Paris est touché."]),
        ("La société Orion Inc. Elle vend.", ["La société Orion Inc.", "Elle vend."]),
        ("Il vend des puces. iPhone compris.", ["Il vend des puces.", "iPhone compris."]),
        ("C'est fini !Vraiment ?Oui.", ["C'est fini !", "Vraiment ?", "Oui."]),
        ("Un mot… Et puis rien.", ["Un mot…", "Et puis rien."]),
        ("Il cite Zola, Hugo, etc. Marie rit.", ["Il cite Zola, Hugo, etc.", "Marie rit."]),
        ("Un projet sans point\nUn autre", ["Un projet sans point", "Un autre"]),
        (
            "• 💡 Orion ouvre son code.\n💡 Bercy paie.\n- Et après ?",
            ["Orion ouvre son code.", "Bercy paie.", "Et après ?"],
        ),
        ("1. Premier point. Il compte.", ["1. Premier point.", "Il compte."]),
    ],
)
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS, 3 mars (AFP) –",
        "Paris, le 3 mars 2024 (AFP) –",
        "BRUXELLES (Reuters) -",
        "Genève, le 12 mars –",
        "12 mars 2017 . –",
        "12 mars 2016, Montpellier . –",
        "7 janvier 2016, 11\u202fh\u202f40 UTC . –",
        "SACRAMENTO, Calif. (AP) —",
        "WASHINGTON, June 3 (Reuters) —",
        "SAN FRANCISCO —",
        "(Belga) –",
    ],
)
def test_the_sentence_begins_after_a_dateline(dateline: str) -> None:
    assert cut(f"{dateline} Le ministre a parlé. Il est parti.") == [dateline, "Le ministre a parlé.", "Il est parti."]


@pytest.mark.parametrize(
    "text",
    [
        "Orion (ORN) – une société cotée – a perdu.",
        "Le 3 mars 2024 – date du vote – Paris a cédé.",
        "IBM – le géant – recule.",
        "Paris – Dakar : le retour.",
    ],
)
def test_dashes_alone_make_no_dateline(text: str) -> None:
    assert cut(text) == [text]


WRAPPED = """The complaint, filed in San Francisco Superior Court, says that the
company's software pushed rents up by an average of 6.3% in 2024 and
cost tenants between $310 million and $355 million.

"It is still a smoke-filled room when an algorithm rents it," said
Delia Marchetti at a news conference in Oakland.

Shares of the company fell nearly 9% on Wednesday in New York."""


def test_lines_cut_at_a_width_are_one_paragraph() -> None:
    assert len(blocks(WRAPPED)) == 3
    assert cut(WRAPPED, "en")[0].startswith("The complaint") and cut(WRAPPED, "en")[0].endswith("$355 million.")


def test_a_list_of_questions_is_not_one_paragraph() -> None:
    text = "\n".join(f"Comment la mesure numéro {n} sera-t-elle appliquée par les États membres ?" for n in range(4))
    assert len(blocks(text)) == 4


def test_a_headline_above_a_byline_is_not_one_paragraph() -> None:
    text = "La Commission européenne ouvre une enquête sur un assistant\nPar Jeanne Duval\nLe texte commence ici."
    assert len(blocks(text)) == 3


def test_bullets_below_each_other_stay_apart() -> None:
    text = (
        "La loi prévoit trois choses pour les entreprises qui vendent des\nmodèles à un État ou à ses agents\n"
        "- un audit\n- une amende"
    )
    assert blocks(text)[-2:] == ["- un audit", "- une amende"]


def test_paragraphs_are_lines_without_blanks_around_them() -> None:
    assert blocks("  Un titre \n\n \nUn texte.\n") == ["Un titre", "Un texte."]


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.kind is TokenKind.WORD]


def numbers(text: str) -> list[str]:
    return [token.text for token in tokens(text) if token.kind is TokenKind.NUMBER]


@pytest.mark.parametrize(
    "word",
    [
        "l’IA", "aujourd'hui", "porte-parole", "Saint-Étienne", "GPT-4o", "GPT-3.5", "DALL-E", "R&D", "U.S.", "J.-C.",
        "OpenAI.com", "n°", "M€", "Md€", "k$", "Jean‑Luc", "C-27",
    ],
)  # fmt: skip
def test_a_compound_is_one_word(word: str) -> None:
    assert words(f"dit {word} hier") == ["dit", word, "hier"]


@pytest.mark.parametrize(
    "number", ["12", "1\u202f200,5", "12’480", "4.310", "0,40", "2024/1689", "17/06/2025", "1,200.50"]
)
def test_a_number_is_one_token(number: str) -> None:
    assert numbers(f"dit {number} hier") == [number]


def test_a_year_and_a_count_are_two_numbers() -> None:
    assert numbers("le 7 octobre 2023 200 otages") == ["7", "2023", "200"]


def test_tokens_of_a_span_are_those_inside_it() -> None:
    text = "Le Sénat vote."
    (sentence,) = sentences(text, "fr")
    assert tokens(text, sentence) == tokens(text)


@given(PRESS)
def test_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    spans = sentences(text, "fr")
    assert all(one.end <= other.start for one, other in pairwise(spans))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]


@given(PRESS)
def test_no_sentence_crosses_a_paragraph(text: str) -> None:
    whole = paragraphs(text)
    assert all(any(paragraph.holds(sentence) for paragraph in whole) for sentence in sentences(text, "fr"))


@given(st.text())
def test_tokens_cover_everything_but_blanks(text: str) -> None:
    covered = "".join(token.text for token in tokens(text))
    assert covered == "".join(text.split()) or covered.replace(" ", "") == "".join(text.split()).replace(" ", "")


def test_every_abbreviation_has_a_known_kind_and_language() -> None:
    rows = [line.split("\t") for line in data_lines("abbreviations.tsv")]
    assert {row[0] for row in rows} == {"name", "number", "inner"}
    assert {row[1] for row in rows} <= {"fr", "en", "both"}


def test_each_language_has_twelve_months() -> None:
    rows = [line.split("\t") for line in data_lines("months.tsv")]
    assert [row[0] for row in rows if row[1] == "fr"] == [row[0] for row in rows if row[1] == "en"]
    assert len(rows) == 24
