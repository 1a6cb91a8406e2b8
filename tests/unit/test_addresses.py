"""The web addresses that an article has."""

import pytest

from aipolicy_index.model import Article, Link
from aipolicy_tui.wording.addresses import addresses


def urls(text: str, *links: Link) -> list[str]:
    return [link.url for link in addresses(Article(text, "a.txt", links=links))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voir https://www.cnil.fr/fr/ia.", ["https://www.cnil.fr/fr/ia"]),
        ("(le texte : https://eur-lex.europa.eu/?uri=OJ:L_2024/1689)", ["https://eur-lex.europa.eu/?uri=OJ:L_2024/1689"]),
        ("https://fr.wikipedia.org/wiki/Llama_(IA) et www.lefil.example/a ;", [
            "https://fr.wikipedia.org/wiki/Llama_(IA)", "https://www.lefil.example/a"]),
        ("« https://a.example/b » puis https://a.example/b", ["https://a.example/b"]),
        ("Le site cnil.fr, le www. et http:// n'en sont pas.", []),
    ],
)  # fmt: skip
def test_an_address_spelled_out_in_the_text_is_one_of_the_article(text: str, expected: list[str]) -> None:
    assert urls(text) == expected


def test_the_links_of_the_page_come_first_and_no_address_twice() -> None:
    own = Link("https://www.cnil.fr/", "la CNIL")
    assert urls("https://a.example, https://www.cnil.fr", own) == ["https://www.cnil.fr/", "https://a.example"]
