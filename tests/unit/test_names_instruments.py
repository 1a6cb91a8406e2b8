"""Laws, bills, treaties, standards and terms of use are found whole, and once."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def instruments(text: str, language: str = "fr") -> set[str]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return {entity.name for entity in find(page, tagging=False).of(FactKind.INSTRUMENT)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le RGPD et le DSA s'appliquent déjà.", {"RGPD", "DSA"}),
        ("Le règlement européen sur l'intelligence artificielle (AI Act) entre en vigueur.",
         {"règlement européen sur l'intelligence artificielle"}),
        ("Le règlement (UE) 2024/1689 a été publié.", {"règlement (UE) 2024/1689"}),
        ("La directive (UE) 2019/790 protège les auteurs.", {"directive (UE) 2019/790"}),
        ("La loi n° 2024-449 du 21 mai 2024 a été promulguée.", {"loi n° 2024-449 du 21 mai 2024"}),
        ("La loi du 6 janvier 1978 protège les citoyens.", {"loi du 6 janvier 1978"}),
        ("La loi Avia a été censurée.", {"loi Avia"}),
        ("La loi relative aux drones de surveillance a été votée.", {"loi relative aux drones de surveillance"}),
        ("La proposition de loi sur les contenus synthétiques arrive au Sénat.",
         {"proposition de loi sur les contenus synthétiques"}),
        ("Le projet de loi C-63 est à l'étude.", {"projet de loi C-63"}),
        ("Le projet de loi « Confiance publique » divise.", {"projet de loi « Confiance publique »"}),
        ("Le décret n° 2025-112 est attaqué.", {"décret n° 2025-112"}),
        ("La convention de Budapest et le traité de Maastricht.", {"convention de Budapest", "traité de Maastricht"}),
        ("La Charte des droits et libertés s'y oppose.", {"Charte des droits et libertés"}),
        ("Le code de la sécurité intérieure l'interdit.", {"code de la sécurité intérieure"}),
        ("L'entreprise a changé ses conditions d'utilisation.", {"conditions d'utilisation"}),
        ("Son code de conduite l'interdit.", {"code de conduite"}),
        ("La norme ISO 42001 s'impose.", {"norme ISO 42001"}),
        ("Le modèle est publié sous licence Apache 2.0.", {"licence Apache 2.0"}),
        ("La loi est dure. Le projet de loi arrive. Une loi sera votée.", set()),
        ("Le règlement du litige prendra des mois.", set()),
    ],
)  # fmt: skip
def test_french_instruments(text: str, names: set[str]) -> None:
    assert instruments(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The EU AI Act and the GDPR apply.", {"EU AI Act", "GDPR"}),
        ("Under the Clear Algorithms Act, firms must report.", {"Clear Algorithms Act"}),
        ("The Fair Data and Models Act of 2024 failed.", {"Fair Data and Models Act of 2024"}),
        ("Executive Order 14110 was repealed.", {"Executive Order 14110"}),
        ("SB 1047 was vetoed; AB 2013 was signed.", {"SB 1047", "AB 2013"}),
        ("Regulation (EU) 2024/1689 is in force.", {"Regulation (EU) 2024/1689"}),
        ("The company changed its terms of service and its privacy policy.", {"terms of service", "privacy policy"}),
        ("The code of conduct forbids it.", {"code of conduct"}),
        ("She tabled an amendment to the online harms bill.", {"online harms bill"}),
        ("A new bill is coming. The law is clear.", set()),
        ("They act fast, and the bill is high.", set()),
    ],
)
def test_english_instruments(text: str, names: set[str]) -> None:
    assert instruments(text, "en") == names


def test_a_bill_by_its_number_and_its_name_is_one() -> None:
    assert len(instruments("Le projet de loi C-63 divise. Le C-63, ou Bill C-63, arrive.")) == 1


def test_full_name_and_acronym_of_a_law_are_one() -> None:
    text = "La loi fédérale sur la transparence des algorithmes (LTA) est votée. La LTA entre en vigueur."
    assert instruments(text) == {"loi fédérale sur la transparence des algorithmes"}


def test_all_mentions_of_terms_of_use_are_one() -> None:
    text = "Elle revoit ses conditions générales d'utilisation. Les conditions d'utilisation l'interdisent."
    assert len(instruments(text)) == 1


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("La loi de 2008 a vieilli.", "fr", {"loi de 2008"}),
        ("La Loi électorale sera modifiée.", "fr", {"Loi électorale"}),
        ("Le règlement sur les biens à double usage sera durci.", "fr", {"règlement sur les biens à double usage"}),
        ("C'est une loi sur la sécurité des produits, pas une charte éthique.", "fr", set()),
        ("Elle annonce un projet de loi « avant l'été ».", "fr", set()),
        ("On a écrit un code de la route.", "fr", set()),
        ("Senate Bill 614 takes effect in January.", "en", {"Senate Bill 614"}),
        ("It loses its safe harbour under the IT Act.", "en", {"IT Act"}),
        ("Section 79 of the Act stays.", "en", {"Section 79"}),
        ("The Business Rates (Amendment) Act 2024 is challenged.", "en", {"Business Rates (Amendment) Act 2024"}),
        ("The Center for European Policy Grids is a think tank.", "en", set()),
    ],
)
def test_what_is_one_law_and_what_is_any(text: str, language: str, names: set[str]) -> None:
    assert instruments(text, language) == names
