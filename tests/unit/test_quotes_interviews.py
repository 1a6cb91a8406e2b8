"""Answers of an interview without quotation marks are quotations of the person interviewed."""

from __future__ import annotations

import re

from aipolicy_index.facts.entities import Entities, Entity, Mention
from aipolicy_index.facts.page import Page
from aipolicy_index.facts.quotes.interviews import answers
from aipolicy_index.model import Article, FactKind, Span


def said(text: str, person: str, language: str = "fr", title: str | None = None) -> list[tuple[str, str | None]]:
    page = Page(Article(text=text, source="test", language=language, title=title))
    names = {person, person.split()[-1]}
    spans = [Span(*match.span()) for name in names for match in re.finditer(rf"\b{name}\b", text)]
    whole = [span for span in spans if not any(other != span and other.holds(span) for other in spans)]
    entity = Entity(FactKind.PERSON, person, tuple(Mention(span, "test") for span in sorted(whole)))
    found = answers(page, Entities((entity,)))
    return [(text[one.span.start : one.span.end], one.speaker.name if one.speaker else None) for one in found]


FRENCH = """Zoé Martin : la régulation par la preuve

Propos recueillis par Jean Dupont

Zoé Martin dirige l’Observatoire des modèles depuis 2021.

Votre rapport est sévère. Pourquoi ?

Parce que nous avons tout vérifié. Rien ne va.

Personne ne contrôle les fournisseurs.

Que proposez-vous aux députés ?

Nous proposons un moratoire de deux ans.
"""


def test_each_answer_is_one_even_over_paragraphs() -> None:
    assert said(FRENCH, "Zoé Martin") == [
        (
            "Parce que nous avons tout vérifié. Rien ne va.\n\nPersonne ne contrôle les fournisseurs.",
            "Zoé Martin",
        ),
        ("Nous proposons un moratoire de deux ans.", "Zoé Martin"),
    ]


def test_labels_before_questions_and_answers_are_left_out() -> None:
    text = (
        "Entretien avec Zoé Martin\n\n"
        "Le Courrier : Votre rapport est sévère. Pourquoi ?\n\n"
        "Zoé Martin : Parce que nous avons tout vérifié.\n\n"
        "Le Courrier : Et maintenant ?\n\n"
        "Zoé Martin : Maintenant, nous attendons le vote du Sénat.\n"
    )
    assert [words for words, _ in said(text, "Zoé Martin")] == [
        "Parce que nous avons tout vérifié.",
        "Maintenant, nous attendons le vote du Sénat.",
    ]


def test_questions_and_answers_marked_q_and_a() -> None:
    text = (
        "Interview: Zoe Martin on open models\n\n"
        "Zoe Martin runs the model observatory.\n\n"
        "Q: Why is your report so harsh?\n\n"
        "A: Because we checked everything we could.\n\n"
        "Q: What do you ask of Congress?\n\n"
        "A: We ask for a pause of two years.\n"
    )
    assert said(text, "Zoe Martin", "en") == [
        ("Because we checked everything we could.", "Zoe Martin"),
        ("We ask for a pause of two years.", "Zoe Martin"),
    ]


def test_questions_to_the_readers_at_the_end_are_no_interview() -> None:
    text = (
        "Zoé Martin a pris une décision. Elle interdit l’outil.\n\n"
        "Et vous ?\nPensez-vous que ce soit utile ?\nQuelles mesures faut-il prendre ?\n"
        "Comment les citoyens peuvent-ils s’assurer de leurs droits ?\n"
    )
    assert said(text, "Zoé Martin") == []


def test_headings_that_ask_are_no_interview() -> None:
    text = (
        "Zoé Martin relit le projet de loi.\n\nQui surveille l’algorithme ?\n\n"
        "Le logiciel s’appelle Panoptès. Il est édité à Lyon.\n\nUn contrat militaire en vue ?\n\n"
        "Le calendrier interroge. La société négocie.\n\nEt ensuite ?\n\nLe Sénat votera en mai.\n"
    )
    assert said(text, "Zoé Martin") == []


def test_initials_and_bold_labels_are_left_out() -> None:
    text = (
        "Entretien avec Zoé Martin\n\n"
        "**Le Courrier :** Votre rapport est sévère. Pourquoi ?\n\n"
        "Z. M. : Parce que nous avons tout vérifié.\n\n"
        "**Le Courrier :** Et maintenant ?\n\n"
        "Z. M. : Maintenant, nous attendons le vote du Sénat.\n"
    )
    assert [words for words, _ in said(text, "Zoé Martin")] == [
        "Parce que nous avons tout vérifié.",
        "Maintenant, nous attendons le vote du Sénat.",
    ]


def test_a_prompt_without_a_question_mark_parts_two_answers() -> None:
    text = (
        "Entrevue avec Zoé Martin\n\n"
        "Pourquoi ce moratoire ?\n\n"
        "Parce que nous allons trop vite.\n\n"
        "Le ministre répond que la loi suffit.\n\n"
        "La loi est un bon texte. Nous la voulons appliquée.\n\n"
        "Et après ?\n\n"
        "Nous verrons bien. Je ne fais pas de pronostic.\n\n"
        "Le cabinet du ministre n’a pas donné suite à notre demande.\n"
    )
    assert [words for words, _ in said(text, "Zoé Martin")] == [
        "Parce que nous allons trop vite.",
        "La loi est un bon texte. Nous la voulons appliquée.",
        "Nous verrons bien. Je ne fais pas de pronostic.",
    ]


def test_letters_without_a_mark_tell_questions_from_answers() -> None:
    text = """ENTREVUE

Q Pourquoi interdire ?

R Parce que tout le monde s'en sert. Rien ne va.

Q La ministre, Zoé Martin, parle de balises souples.

R Des balises, j'en ai vu dans mon stationnement.

Q Et après ?

R On nous promet une réponse en juin.
"""
    assert [words for words, _ in said(text, "Zoé Martin")] == [
        "Parce que tout le monde s'en sert. Rien ne va.",
        "Des balises, j'en ai vu dans mon stationnement.",
        "On nous promet une réponse en juin.",
    ]
