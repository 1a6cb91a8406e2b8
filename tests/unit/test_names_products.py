"""Models, products and programmes are found by family and version, by the lexicon, and by what the text calls them."""

from __future__ import annotations

import pytest

from aipolicy_index.facts.names import find
from aipolicy_index.facts.page import Page
from aipolicy_index.model import Article, FactKind


def products(text: str, language: str = "fr") -> set[str]:
    page = Page(Article(text=text, source="essai.txt", language=language))
    return {entity.name for entity in find(page, tagging=False).of(FactKind.PRODUCT)}


@pytest.mark.parametrize(
    "name",
    [
        "GPT-4o", "GPT-4", "GPT-5 mini", "o3-mini", "ChatGPT", "DALL-E 3", "Claude 3.5 Sonnet", "Claude Opus 4.1",
        "Gemini 2.5 Pro", "Gemma 3", "AlphaFold", "Llama 3.1", "Llama 3.1 405B", "Mistral Large 2", "Mixtral 8x7B",
        "Grok 4", "DeepSeek-R1", "DeepSeek V3", "Qwen2.5", "Kimi K2", "Stable Diffusion", "Sora 2",
        "Copilot", "Azure", "Windows 11", "H100", "Ernie 4.5", "Phi-4", "Command R+", "Le Chat",
    ],
)  # fmt: skip
def test_known_families_with_their_versions(name: str) -> None:
    assert products(f"Les chercheurs ont comparé {name} aux autres outils du marché.") == {name}
    assert name in products(f"Researchers tested {name}, among others.", "en")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La société lance un modèle baptisé Corvus.", {"Corvus"}),
        ("Son assistant Mirabelle répond en basque.", {"Mirabelle"}),
        ("Le logiciel de transcription Plumier a servi au procès.", {"Plumier"}),
        ("Corvus, un modèle ouvert, est gratuit.", {"Corvus"}),
        ("L'outil, connu sous le nom de Sextant, trie les dossiers.", {"Sextant"}),
        ("Le modèle Corvus 2 remplace Corvus.", {"Corvus 2"}),
        ("Elle a publié Corvus-7B sous licence libre.", {"Corvus-7B"}),
        ("Les utilisateurs de Corvus se plaignent des hallucinations de Corvus.", {"Corvus"}),
        ("Claude, le robot conversationnel d'Anthropic, s'est trompé.", {"Claude"}),
        ("Une application d'intelligence artificielle a été lancée.", set()),
        ("Le modèle de Microsoft et l'outil de Google s'affrontent.", set()),
        ("Les agents de la Cnil ont saisi les serveurs.", set()),
    ],
)
def test_french_products(text: str, names: set[str]) -> None:
    assert products(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The company launched a chatbot called Thistle.", {"Thistle"}),
        ("Its chatbot Thistle answers in Welsh.", {"Thistle"}),
        ("The company's software, RouteWise, failed.", {"RouteWise"}),
        ("The tool, known as Lantern, flagged claims.", {"Lantern"}),
        ("Thistle, a chatbot, is free.", {"Thistle"}),
        ("The Thistle models cost a fortune.", {"Thistle"}),
        ("OpenAI models and Google software compete.", set()),
        ("Claude Monet painted; Claude, an AI assistant, did not.", {"Claude"}),
    ],
)
def test_english_products(text: str, names: set[str]) -> None:
    assert products(text, "en") == names


def test_a_name_with_one_version_is_one_product_and_with_two_it_is_two() -> None:
    assert products("Corvus 3 est sorti. Le modèle Corvus est gratuit.") == {"Corvus 3"}
    assert products("GPT-4 a été remplacé par GPT-5.") == {"GPT-4", "GPT-5"}


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("L'outil s'appelle Tamaris et trie les dossiers.", "fr", {"Tamaris"}),
        ("Tamaris, développé par une équipe de Lyon, trie les dossiers.", "fr", {"Tamaris"}),
        ("« Tamaris », le robot conversationnel de la mairie, tutoie les gens.", "fr", {"Tamaris"}),
        ("Le supercalculateur Jean Zay sera étendu.", "fr", {"Jean Zay"}),
        ("Ils ont nourri le logiciel ElevenLabs de sa voix.", "fr", {"ElevenLabs"}),
        ("La ville utilise TriageBot depuis mai.", "fr", {"TriageBot"}),
        ("Les modèles comme GPT-4 ou Gemini coûtent cher.", "fr", {"GPT-4", "Gemini"}),
        ("The tool, known internally as Lantern, scores claims.", "en", {"Lantern"}),
        ("Lantern's maker has gone.", "en", {"Lantern"}),
        ("The council scrapped the SafeStreets pilot.", "en", {"SafeStreets"}),
        ("The Egret drone made its first flight.", "en", {"Egret"}),
    ],
)
def test_names_of_products_that_only_the_sentence_tells(text: str, language: str, names: set[str]) -> None:
    assert products(text, language) == names


def test_a_product_keeps_the_name_by_which_the_article_begins() -> None:
    text = "Le logiciel Tamaris trie. Le logiciel Tamaris se trompe. Tamaris 5 mesure le pouls."
    assert products(text) == {"Tamaris"}
