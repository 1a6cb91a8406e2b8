"""Saved web pages and PDF files become the articles in them."""

import re
import zlib
from pathlib import Path

import pytest

from aipolicy_index.errors import UnreadableFile
from aipolicy_index.language.segmentation import paragraphs
from aipolicy_index.model import Article, Link, Provenance, ZoneKind
from aipolicy_index.reading import read_article
from aipolicy_index.reading.layout import reflow

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="{charset}">
<title>Bruxelles enquête sur Orion | Le Fleuve</title>
<meta property="og:title" content="Bruxelles enquête sur Orion"><meta property="og:site_name" content="Le Fleuve">
<meta name="author" content="Jeanne Duval"><meta property="article:published_time" content="2026-03-12T08:00:00+01:00">
</head><body><nav><a href="/">Accueil</a> <a href="/tech">Tech</a></nav><main><article>
<h1>Bruxelles enquête sur Orion</h1>
<p>La Commission a ouvert <a href="https://example.org/enquete">une enquête</a> jeudi contre la société, soupçonnée
d’avoir vendu à des administrations un assistant capable de noter les demandeurs d’asile.</p>
<h2>Un dossier sur cinq</h2>
<p>L’affaire a éclaté en novembre, quand une ONG a publié un rapport fondé sur près de 1 200 documents internes de
l’entreprise irlandaise, qui dément toute irrégularité.</p>
<ul><li>seuil : 5 millions</li><li>tarif : 0,40 €</li></ul>
<p>Bruxelles a donné à la société jusqu’au 15 avril pour répondre et pourrait ordonner le retrait de l’outil.</p>
</article></main><footer><p>© Le Fleuve</p></footer></body></html>"""


def marked(article: Article, kind: ZoneKind) -> list[str]:
    return [article.text[span.start : span.end] for span in article.zone_spans(kind)]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_a_web_page_becomes_its_article(tmp_path: Path, charset: str) -> None:
    encoding = "cp1252" if charset == "iso-8859-1" else charset
    article = read_article(tmp_path / "a.html", PAGE.format(charset=charset).encode(encoding))
    assert (article.title, article.outlet, article.author) == (
        "Bruxelles enquête sur Orion",
        "Le Fleuve",
        "Jeanne Duval",
    )
    assert article.published == "2026-03-12"
    assert article.provenance["published"] is Provenance.METADATA
    assert article.links == (Link("https://example.org/enquete", "une enquête"),)
    assert marked(article, ZoneKind.TITLE) == ["Bruxelles enquête sur Orion"]
    assert marked(article, ZoneKind.HEADING) == ["Un dossier sur cinq"]
    lines = [article.text[span.start : span.end] for span in paragraphs(article.text)]
    assert lines[1].startswith("La Commission a ouvert une enquête jeudi") and len(lines) == 7
    assert "Accueil" not in article.text


def test_a_page_without_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_article(tmp_path / "a.html", b"<html><head><title></title></head><body><nav></nav></body></html>")
    assert raised.value.values["reason"] == "reason.no_text"


def pdf(*pages: list[str], title: str = "", encrypted: bool = False, compressed: bool = True) -> bytes:
    """A PDF file with a line of Helvetica for each line given."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b""]
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = []
    for lines in pages:
        drawn = b"BT /F1 11 Tf 14 TL 50 780 Td " + b" ".join(shown(line) for line in lines) + b" ET"
        body, name = (zlib.compress(drawn), b"/Filter /FlateDecode ") if compressed else (drawn, b"")
        objects.append(b"<< %s/Length %d >>\nstream\n%s\nendstream" % (name, len(body), body))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R" % len(objects)
        objects.append(page + b" /Resources << /Font << /F1 3 0 R >> >> >>")
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) /CreationDate (D:20250514080000Z) >>" % title.encode("cp1252"))
    secret = b"(" + b"x" * 32 + b")"
    objects.append(b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (secret, secret))
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    lock = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects) if encrypted else b""
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size %d /Root 1 0 R /Info %d 0 R%s >>" % (len(objects) + 1, len(objects) - 1, lock)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, trailer, len(out),
    )  # fmt: skip


def shown(line: str) -> bytes:
    return b"(" + re.sub(rb"([()\\])", rb"\\\1", line.encode("cp1252")) + b") Tj T*"


FIRST = [
    "Le Fleuve - mercredi 14 mai 2025",
    "Bruxelles enquête sur Orion",
    "",
    "La Commission européenne a ouvert mardi une enquête contre la société Orion, soup-",
    "çonnée d’avoir vendu à des administrations un assistant d’intelligence artificielle. Le porte-",
    "parole de la société, joint par téléphone, dément toute irrégularité et promet de répondre",
    "avant la fin du mois.",
    "- 1 -",
]
SECOND = [
    "Le Fleuve - mercredi 14 mai 2025",
    "Les syndicats, eux, attendent la suite de l’enquête, qui durera un an.",
    "- 2 -",
]


def test_a_pdf_becomes_its_paragraphs(tmp_path: Path) -> None:
    article = read_article(tmp_path / "a.pdf", pdf(FIRST, SECOND, title="Microsoft Word - x"))
    lines = [article.text[span.start : span.end] for span in paragraphs(article.text)]
    assert lines[0] == article.title == "Bruxelles enquête sur Orion"
    assert lines[1].startswith("La Commission européenne") and "soupçonnée d’avoir" in lines[1]
    assert "Le porte-parole de la société" in lines[1] and lines[1].endswith("avant la fin du mois.")
    assert lines[2].startswith("Les syndicats")


def test_what_every_page_repeats_stands_once_at_the_end_as_furniture(tmp_path: Path) -> None:
    article = read_article(tmp_path / "a.pdf", pdf(FIRST, SECOND))
    assert article.text.count("Le Fleuve - mercredi") == 1
    (zone,) = marked(article, ZoneKind.FURNITURE)
    assert zone.startswith("Le Fleuve - mercredi") and article.text.endswith(zone)


def test_the_title_property_is_believed_only_where_the_text_has_it(tmp_path: Path) -> None:
    believed = read_article(tmp_path / "a.pdf", pdf(FIRST, title="Bruxelles enquête sur Orion"))
    assert believed.provenance["title"] is Provenance.METADATA
    assert (
        read_article(tmp_path / "a.pdf", pdf(FIRST, title="Microsoft Word - x")).provenance["title"] is Provenance.TEXT
    )


def test_the_day_of_making_is_as_weak_as_a_files_time(tmp_path: Path) -> None:
    article = read_article(tmp_path / "a.pdf", pdf(SECOND[1:2] * 2))
    assert (article.published, article.anchor) == ("2025-05-14", None)
    assert article.provenance["published"] is Provenance.FILE_TIME


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (pdf(FIRST, encrypted=True), "reason.pdf_encrypted"),
        (pdf([]), "reason.pdf_no_text"),
        (b"%PDF-1.4\n%%EOF", "reason.pdf_damaged"),
    ],
    ids=["locked", "scanned", "broken"],
)
def test_a_pdf_that_gives_no_text_says_why(tmp_path: Path, raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_article(tmp_path / "a.pdf", raw)
    assert raised.value.values["reason"] == reason


def test_words_cut_at_line_ends_are_joined_and_compounds_keep_their_hyphen() -> None:
    page = [
        "Le gouvernement veut encadrer les algorithmes utilisés par les administra-",
        "tions. Le vice-",
        "président a dit à la presse que celui-",
        "ci serait prêt à Saint-",
        "Denis avant la fin de l’année prochaine, comme promis par la majorité.",
    ]
    text, _ = reflow([page])
    assert "les administrations. Le vice-président a dit" in text
    assert "que celui-ci serait prêt à Saint-Denis avant" in text


def test_a_number_that_ends_a_page_is_no_page_number_unless_pages_count_so() -> None:
    first = ["Le montant de l’amende infligée à la société par la commission de contrôle s’élève à", "100.", "1"]
    text, zones = reflow([first, ["La société fera appel de cette décision devant le tribunal, dit-elle.", "2"]])
    assert "s’élève à 100." in text
    assert text[zones[0].span.start : zones[0].span.end] == "1\n2"
