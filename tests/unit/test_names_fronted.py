"""A person's body is found where the sentence is set at it, and where only « L'entreprise » stands in between."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Chez les Verts, l’ancien secrétaire d’Etat Sven Adler se félicite du vote.", "fr", "Verts"),
        ("Chez les Adler, Sven Adler se félicite du vote.", "fr", None),
        (
            "À la Ligue des droits humains, qui proteste, Anne Adler n'est qu'à moitié surprise.",
            "fr",
            "Ligue des droits",
        ),
        ("À l'Assemblée nationale, qui siège demain, Anne Adler n'est qu'à moitié surprise.", "fr", None),
        (
            "Le requérant, le Snes-FSU, savoure. Anne Adler, sa secrétaire générale, y voit une victoire.",
            "fr",
            "Snes-FSU",
        ),
        (
            "Bravix va supprimer 400 postes. L'entreprise est en concurrence avec Google. Le PDG, Anne Adler, se tait.",
            "fr",
            "Bravix",
        ),
        ("Bravix will cut 400 jobs. It competes with Google. The chief executive, Ann Adler, said no.", "en", "Bravix"),
        ("« Tant pis », dit Anne Adler (Place publique).", "fr", "Place publique"),
        ("« Tant pis », dit Anne Adler (Lyon).", "fr", None),
        ("« Tant pis », dit Anne Adler (à gauche).", "fr", None),
        ("Ann Adler, director of Amnesty International Kenya, said no.", "en", "Amnesty International Kenya"),
        ("Ann Adler, of the Institute for Law and Technology, said no.", "en", "Institute for Law and Technology"),
        (
            "Ann Adler, of the Institute for Innovation and Competition, said no.",
            "en",
            "Institute for Innovation and Competition",
        ),
    ],
)
def test_the_body_of_a_person(text: str, language: str, expected: str | None) -> None:
    page = Page(Article(text=f"{text}\n\nLe reste attend.", source="essai.txt", language=language))
    person = next(one for one in find(page, tagging=False).of(FactKind.PERSON) if "Adler" in one.name)
    assert (person.organisation or "").startswith(expected or "")
    assert bool(person.organisation) is bool(expected)
