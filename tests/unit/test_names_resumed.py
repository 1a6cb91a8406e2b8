"""A list, the next sentence or the words that open a sentence tell what an unknown name is, in both languages."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def named(text: str, language: str, kind: FactKind) -> set[str]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return {entity.name for entity in find(page, tagging=False).of(kind)}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Les professeurs corrigent avec Copibel. Le logiciel leur fait gagner du temps.", "fr", {"Copibel"}),
        ("Clerks draft letters with Pennabel. The tool is free.", "en", {"Pennabel"}),
        ("Les outils tels que Copibel ou Redacta inquiètent.", "fr", {"Copibel", "Redacta"}),
        ("Chatbots such as Wrenna and Sparra were popular.", "en", {"Wrenna", "Sparra"}),
        ("Trois chatbots, Copibel, Finetta et Redacta, ont été testés.", "fr", {"Copibel", "Finetta", "Redacta"}),
        ("Two apps, Pinwella and Bubblo, were removed.", "en", {"Pinwella", "Bubblo"}),
        ("La société derrière Copibel a levé des fonds.", "fr", {"Copibel"}),
        ("The company behind Wrenna raised $10m.", "en", {"Wrenna"}),
        ("Elle a publié son modèle, nommé Cassiopella.", "fr", {"Cassiopella"}),
        ("La mairie a remplacé ses conseillers par un chatbot, Copibel.", "fr", {"Copibel"}),
        ("La ville s'est équipée de Radiola.", "fr", {"Radiola"}),
        ("Le modèle ouvert Sequoia-8B tourne sur un téléphone.", "fr", {"Sequoia-8B"}),
        ("Quillon's Tamarin 3 model scored highest.", "en", {"Tamarin 3"}),
        ("Le moteur de recherche Trouvetou résume la presse.", "fr", {"Trouvetou"}),
        ("Baptisé Sextantel, l'outil trie les dossiers.", "fr", {"Sextantel"}),
        ("Surnommé Le Sage, il était respecté de tous.", "fr", set()),
        ("Dubbed The Fox, he ran the lab.", "en", set()),
        ("Elle suit un Master 2 et regarde la Ligue 1.", "fr", set()),
        ("The trial enters Phase 3 in May.", "en", set()),
        ("L'affaire Cahuzac a marqué les esprits.", "fr", set()),
        ("Elle vit à Sarzelle. L'application lui a envoyé une alerte.", "fr", set()),
        ("She lives in Tavistone. The app sent her a warning.", "en", set()),
        ("Avec Hugo, son fils, il proteste. Le logiciel coûtait trop cher.", "fr", set()),
        ("Des pays comme Malte et Chypre refusent.", "fr", set()),
        ("Cities such as Leeds and Hull refuse.", "en", set()),
    ],
)
def test_products_that_the_words_around_them_tell(text: str, language: str, names: set[str]) -> None:
    assert named(text, language, FactKind.PRODUCT) == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Des concurrents comme Verbatia et Noteo ont renoncé.", "fr", {"Verbatia", "Noteo"}),
        ("Rival firms such as Nocturna and Ballasta have signed.", "en", {"Nocturna", "Ballasta"}),
        ("Start-up Vellichor raised $40m.", "en", {"Vellichor"}),
        ("Owlworka said it had retrained the model.", "en", {"Owlworka"}),
        ("Hanbita unveiled its headset.", "en", {"Hanbita"}),
        ("Visagia a remporté le marché des stades.", "fr", {"Visagia"}),
        ("La nantaise Voltalex a signé.", "fr", {"Voltalex"}),
        ("The model from Quillon refuses fewer requests.", "en", {"Quillon"}),
        ("Firm says its model is safe.", "en", set()),
        ("Le prix Turing a été remis à deux chercheurs.", "fr", set()),
    ],
)
def test_organisations_that_the_words_around_them_tell(text: str, language: str, names: set[str]) -> None:
    assert named(text, language, FactKind.ORGANISATION) == names


def test_a_plural_behind_the_comma_is_no_apposition_to_one_name() -> None:
    assert named("Grâce à Transcriba, les greffiers gagnent du temps.", "fr", FactKind.PERSON) == set()
    assert named("Le collège a désinstallé Surveilla, jugé trop intrusif.", "fr", FactKind.PERSON) == set()
