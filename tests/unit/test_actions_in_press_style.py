"""Decisions are found as the press tells them: claims, objections, examples of a crowd, on behalf of a client."""

from __future__ import annotations

from pathlib import Path

import pytest

from aipolicy_index.facts.extract import extract
from aipolicy_index.model import ActionDetails, FactKind
from aipolicy_index.reading import read_article

REST = {
    "fr": "Le texte doit encore passer devant les députés, qui en parlent depuis des mois sans conclure.",
    "en": "The text has yet to go before lawmakers, who have been talking about it for months.",
}


def actions(text: str, language: str) -> list[tuple[str | None, str]]:
    article = read_article(Path("/nowhere/article.txt"), f"{text}\n\n{REST[language]}".encode())
    details = [fact.details for fact in extract(article) if fact.kind is FactKind.ACTION]
    return [(one.actor, one.action.value) for one in details if isinstance(one, ActionDetails)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Avocat de la société Octalys, Me Paul Nizan a annoncé que sa cliente ferait appel.", ("Octalys", "sue")),
        ("Le gouvernement du Québec met hors service son robot Aline.", ("gouvernement du Québec", "ban")),
        ("La CGT demande la réembauche des 90 salariés.", ("CGT", "propose")),
        (
            "La ministre Lise Amiel a demandé à la Cnil de faire la lumière sur le contrat.",
            ("Lise Amiel", "investigate"),
        ),
        ("Du côté de Mistral, on nie tout contournement.", ("Mistral", "deny")),
        ("En Côte d'Ivoire, l'ARTCI soumet depuis janvier les voix de synthèse à un agrément.", ("ARTCI", "restrict")),
        ("Cinquante pays, dont la France et l'Inde, ont signé la déclaration.", ("France", "sign")),
        ("Cinquante pays, dont la France, ont annoncé qu'ils signeraient la déclaration.", ("France", "sign")),
        ("L'Autorité de la concurrence a notifié des griefs à Google.", ("Autorité de la concurrence", "investigate")),
        ("Amazon remercie 300 traducteurs.", ("Amazon", "fire")),
        ("La formation restreinte de la Cnil a prononcé une amende contre Orphée.", ("Cnil", "fine")),
        ("Orange prendra en charge la moitié de la facture.", ("Orange", "invest")),
        ("Quant à Odile Vannier, elle annonce qu'elle attaquera le texte devant le juge.", ("Odile Vannier", "sue")),
        ("La Cnil a assorti l'amende d'une injonction.", ("Cnil", "other")),
        ("Le parquet de Paris a confié l'enquête à la brigade numérique.", ("parquet de Paris", "investigate")),
    ],
)
def test_a_french_decision_has_its_actor_and_kind(text: str, expected: tuple[str, str]) -> None:
    assert expected in actions(text, "fr")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI said that it had not trained on the files.", ("OpenAI", "deny")),
        ("Amnesty International wants every patient to be written to.", ("Amnesty International", "propose")),
        ("Google has apologised to users.", ("Google", "announce")),
        ("Scotland stopped a pilot in Fife a week before Christmas.", ("Scotland", "restrict")),
        ("Eleven firms, including Meta and SAP, signed the code.", ("Meta", "sign")),
        ("The FTC said that Google would pay $34 million to settle charges.", ("FTC", "fine")),
        ("Microsoft did not admit wrongdoing.", ("Microsoft", "deny")),
        ("The Ministry of Finance on Monday notified amendments to the rules.", ("Ministry of Finance", "adopt")),
    ],
)
def test_an_english_decision_has_its_actor_and_kind(text: str, expected: tuple[str, str]) -> None:
    assert expected in actions(text, "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Amazon remercie ses clients.", "fr"),
        ("Lise Amiel arrive en retard et s'excuse à peine.", "fr"),
        ("La CGT demande la parole.", "fr"),
    ],
)
def test_courtesies_and_wishes_are_no_decisions(text: str, language: str) -> None:
    assert actions(text, language) == []
