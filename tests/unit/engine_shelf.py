"""Four articles to search, as the engine asks its callers for them."""

from __future__ import annotations

from collections.abc import Collection

from aipolicy_index.engine.document import Document
from aipolicy_index.model import Article, Span, Zone, ZoneKind

TEXTS = {
    1: "La Cnil inflige une amende de 5 millions d’euros à Meta\n\nLa Commission nationale a sanctionné le groupe.",
    2: "L’IA générative à l’Assemblée\n\nLes députés ont débattu de l’IA générative et de la sécurité des données.",
    3: "Google échappe à une amende\n\nLe régulateur irlandais renonce. La Cnil regrette cette décision.",
    4: "OpenAI présente GPT-4o\n\nGPT-4o coûte 1,5 % de plus. Le règlement 2024/1689 s’applique aux États-Unis.",
}


class Shelf:
    """Articles made of a title line and a body."""

    def __init__(self, texts: dict[int, str], published: str = "2025-06-1{id}", language: str = "fr") -> None:
        self.articles = {
            id: Article(
                text=text,
                source=f"/articles/{id}.txt",
                title=text.partition("\n")[0],
                outlet="Le Monde" if id % 2 else "Libération",
                published=published.format(id=id),
                language=language,
                zones=(Zone(Span(0, text.index("\n")), ZoneKind.TITLE),),
            )
            for id, text in texts.items()
        }

    def documents(self) -> list[Document]:
        return [Document.of(id, article) for id, article in self.articles.items()]

    def text(self, id: int) -> str:
        return self.articles[id].text

    def article(self, id: int) -> Article:
        return self.articles[id]

    def ids_in_state(self, state: str) -> Collection[int]:
        return {"unread": [1, 2], "starred": [2], "read": [3, 4]}[state]
