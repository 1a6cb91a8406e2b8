"""Places are found with their names alone; what only looks like a place is left out."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def places(text: str, language: str = "fr", *, tagging: bool = False) -> set[str]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return {entity.name for entity in find(page, tagging=tagging).of(FactKind.PLACE)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Aux États-Unis, au Canada et en Nouvelle-Zélande, le débat continue.",
            {"États-Unis", "Canada", "Nouvelle-Zélande"},
        ),
        ("Le texte vaut en Etats-Unis comme en Egypte.", {"Etats-Unis", "Egypte"}),
        ("De Villeurbanne à Saint-Denis, en passant par le Finistère.", {"Villeurbanne", "Saint-Denis", "Finistère"}),
        ("L'usine est installée à Vernouillet-les-Mines.", {"Vernouillet-les-Mines"}),
        ("La ville de Karvonne et la commune de Saint-Aubrac s'opposent.", {"Karvonne", "Saint-Aubrac"}),
        ("Le maire de Karvonne a signé.", {"Karvonne"}),
        ("Les caméras de la gare Saint-Lambert filment.", {"gare Saint-Lambert"}),
        ("Une usine au Texas, une autre dans le Colorado.", {"Texas", "Colorado"}),
        ("De la Silicon Valley à la bande de Gaza.", {"Silicon Valley", "bande de Gaza"}),
        ("À Nicosie, on se tait.", {"Nicosie"}),
        ("Le sommet de Séoul a eu lieu en mai.", {"Séoul"}),
        ("Il vit rue Lamartine, près du boulevard Voltaire.", set()),
        ("Les Américains et les Français s'accordent.", set()),
        ("L'université de Nantes et la faculté de Lille se taisent.", set()),
        ("Le tribunal administratif de Lille se tait.", set()),
        ("Face à Kelvion, la firme recule.", set()),
        ("La police de Grenoble a testé l'outil.", {"Grenoble"}),
        ("Florence Parly a signé à Florence, en Italie.", {"Florence", "Italie"}),
        ("Jordan Bellerose vit en Jordanie.", {"Jordanie"}),
    ],
)
def test_french_places(text: str, names: set[str]) -> None:
    assert places(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "In the United States, Canada and New Zealand, the debate goes on.",
            {"United States", "Canada", "New Zealand"},
        ),
        ("The U.S. and the UK signed in Seoul.", {"U.S.", "UK", "Seoul"}),
        ("U.S. officials and a UK company signed.", set()),
        ("The plant is based in Larkhaven.", {"Larkhaven"}),
        ("The mayor of Larkhaven agreed.", {"Larkhaven"}),
        ("A judge in Sacramento, California, agreed.", {"Sacramento", "California"}),
        ("Paris Johnson and Austin Reyes met in Paris.", {"Paris"}),
        ("A nice bath, some reading, then tours.", set()),
    ],
)
def test_english_places(text: str, names: set[str]) -> None:
    assert places(text, "en") == names


def test_names_of_a_country_are_one_place() -> None:
    assert len(places("Le Royaume-Uni a signé. La Grande-Bretagne tiendra parole.")) == 1


def test_a_name_across_the_lines_of_a_wrapped_paragraph() -> None:
    text = (
        "La réunion des ministres de la région aura lieu la semaine prochaine à San\n"
        "Francisco, où siège la majorité des entreprises du secteur, a indiqué mardi\n"
        "un porte-parole du groupe de travail."
    )
    (place,) = places(text)
    assert place.split() == ["San", "Francisco"]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Les gares de Bruxelles-Midi et de Liège-Guillemins sont filmées.",
            "fr",
            {"Bruxelles-Midi", "Liège-Guillemins"},
        ),
        ("La réponse viendra d'ici la Saint-Jean, rue du Mistral.", "fr", set()),
        ("Le député de Karvonne a voté contre.", "fr", {"Karvonne"}),
        ("L'usine de Karvonne (Texas) a fermé.", "fr", {"Karvonne", "Texas"}),
        ("A firm in Karvonne cannot pay.", "en", {"Karvonne"}),
        ("The maker is based in Karvonne, Texas, she said.", "en", {"Karvonne", "Texas"}),
        ("Sen. June Castellanos, D-Karvonne, voted no.", "en", {"Karvonne"}),
        ("Dusty Rhodes, a rancher from Karvonne, voted no.", "en", {"Karvonne"}),
        ("She works at the Mombasa Road office.", "en", set()),
    ],
)
def test_towns_that_no_list_has(text: str, language: str, names: set[str]) -> None:
    assert places(text, language) == names
