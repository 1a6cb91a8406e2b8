"""Text and Markdown files of any encoding become the words that their authors wrote."""

from pathlib import Path

import pytest

from aipolicy_index.language.segmentation import paragraphs
from aipolicy_index.model import Article, Link, Provenance, ZoneKind
from aipolicy_index.reading import read_article

FRENCH = "L’été dernier, « l’œuvre » a coûté 200 € à l’État – c’est tout…\nLa commissaire n’a pas réagi à la décision."


def read(tmp_path: Path, raw: bytes | str, name: str = "a.txt") -> Article:
    return read_article(tmp_path / name, raw if isinstance(raw, bytes) else raw.encode())


@pytest.mark.parametrize(
    "raw",
    [
        FRENCH.encode(),
        FRENCH.encode("utf-8-sig"),
        FRENCH.encode("utf-16"),
        FRENCH.encode("utf-16-le"),
        FRENCH.encode("utf-16-be"),
        b"\xfe\xff" + FRENCH.encode("utf-16-be"),
        FRENCH.encode("cp1252"),
        FRENCH.encode("cp1252").decode("latin-1").encode(),
        FRENCH.encode().decode("cp1252", errors="replace").replace("\ufffd", "\x9d").encode(),
        FRENCH.replace("\n", "\r\n").encode("cp1252"),
        FRENCH.split("\n")[0].encode() + b"\n" + FRENCH.split("\n")[1].encode("cp1252"),
    ],
    ids=["utf-8", "mark", "utf-16", "le", "be", "be-mark", "cp1252", "as-latin-1", "twice", "crlf", "mixed"],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, raw: bytes) -> None:
    assert read(tmp_path, raw).text == FRENCH


def test_a_latin_letter_before_a_guillemet_is_no_wrong_encoding(tmp_path: Path) -> None:
    text = "Il va jusqu’à\u00a0» la fin. Ã© est un signe d’erreur, écrit-il."
    assert read(tmp_path, text).text == text


def test_offsets_index_the_cleaned_text(tmp_path: Path) -> None:
    article = read(
        tmp_path, "\ufeff\r\n\x1b[1mUn titre sans point\x1b[0m\r\n\r\nLe ministre a signé la loi hier. Il part."
    )
    assert article.text.startswith("Un titre")
    assert all(0 <= zone.span.start < zone.span.end <= len(article.text) for zone in article.zones)
    assert article.zones == tuple(sorted(article.zones))


YAML = """---
title: "L'IA : une \\"affaire\\" d'État"
subtitle: >
  Ce que dit la loi
author:
  - Jeanne Duval
  - Luc Petit
outlet: Le Fleuve # quotidien
date: 2025-05-14T08:00:00+02:00
lang: fr
tags: [ia, 'loi', "état"]
source: https://example.org/a
---

Le texte commence ici.
"""


def test_a_yaml_front_matter_states_the_masthead(tmp_path: Path) -> None:
    article = read(tmp_path, YAML.replace(" # quotidien", ""), "a.md")
    assert article.title == "L'IA : une \"affaire\" d'État"
    assert article.standfirst == "Ce que dit la loi"
    assert article.author == "Jeanne Duval, Luc Petit"
    assert article.outlet == "Le Fleuve"
    assert article.published == "2025-05-14"
    assert article.links == (Link("https://example.org/a"),)
    assert article.provenance["title"] is Provenance.FRONT_MATTER
    assert article.text == "Le texte commence ici."


def test_a_toml_front_matter_does_too(tmp_path: Path) -> None:
    text = '+++\ntitle = "Une loi"\nauthors = ["A. B.", "C. D."]\ndate = 2025-05-14\nlanguage = "en"\n+++\nLe texte.\n'
    article = read(tmp_path, text, "a.md")
    assert (article.title, article.author, article.published) == ("Une loi", "A. B., C. D.", "2025-05-14")
    assert article.language == "en"


def test_a_text_file_may_have_a_front_matter(tmp_path: Path) -> None:
    article = read(tmp_path, "---\ntitre: Une loi\ndate: 14 mai 2025\n---\nLe texte commence ici.")
    assert (article.title, article.published) == ("Une loi", "2025-05-14")


def test_a_rule_above_a_text_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\nUn texte entre deux traits, qui n’est pas une liste de champs.\n---\nLa suite du texte."
    assert read(tmp_path, text).text == text


MARKDOWN = """# Le titre de l'article

Un **mot fort**, un _mot penché_, `du code` et [un lien](https://example.org/x "bulle").
Les 2 * 3 étoiles et le nom_de_variable restent.

## Un intertitre ##

> Une citation de la loi.

![Une image](image.png)

- un point \\*exact\\*
- voir <https://example.org/y> et [la note][1]

<!-- caché
sur deux lignes -->
Titre souligné
--------------
La fin du texte.

[1]: https://example.org/z
"""


def test_markdown_becomes_its_words(tmp_path: Path) -> None:
    article = read(tmp_path, MARKDOWN, "a.md")
    lines = [article.text[span.start : span.end] for span in paragraphs(article.text)]
    assert lines == [
        "Le titre de l'article",
        "Un mot fort, un mot penché, du code et un lien.",
        "Les 2 * 3 étoiles et le nom_de_variable restent.",
        "Un intertitre",
        "Une citation de la loi.",
        "Une image",
        "- un point *exact*",
        "- voir https://example.org/y et la note",
        "Titre souligné",
        "La fin du texte.",
    ]
    assert [link.url for link in article.links] == [
        "https://example.org/x",
        "https://example.org/y",
        "https://example.org/z",
    ]


def test_markdown_headings_are_title_and_headings(tmp_path: Path) -> None:
    article = read(tmp_path, MARKDOWN, "a.md")
    marked = {article.text[zone.span.start : zone.span.end]: zone.kind for zone in article.zones}
    assert article.title == "Le titre de l'article"
    assert marked["Le titre de l'article"] is ZoneKind.TITLE
    assert marked["Un intertitre"] is marked["Titre souligné"] is ZoneKind.HEADING


def test_a_stated_title_is_marked_where_the_text_repeats_it(tmp_path: Path) -> None:
    article = read(tmp_path, "---\ntitle: Une loi sur l'IA\n---\n# Une loi sur l’IA\n\nLe texte commence ici.", "a.md")
    assert [article.text[span.start : span.end] for span in article.zone_spans(ZoneKind.TITLE)] == ["Une loi sur l’IA"]
    assert article.title == "Une loi sur l'IA"
