"""What the list shows of an article or of a hit."""


import pytest

from aipolicy_index.model import Hit, Provenance, Row, Snippet, Span
from aipolicy_tui.terminal.charset import ASCII_GLYPHS, Glyphs
from aipolicy_tui.widgets.listing_rows import row_line, row_shape

ROW = Row(
    7, "OpenAI décroche 200 millions au Pentagone", False, "Le Monde du code", "2025-06-17", None, "fr", False, True
)
GLYPHS = Glyphs()


def text(line: int, width: int, row: Row = ROW, hit: Hit | None = None, *, searching: bool = False) -> str:
    shape = row_shape(width, 40, searching)
    return "".join(part.text for part in row_line(row, hit, shape, line, width, GLYPHS))


def test_a_row_tells_unread_star_date_outlet_and_title() -> None:
    assert text(0, 40) == "●★ 17 Jun 25   Le Monde du code"
    assert text(1, 40) == "   OpenAI décroche 200 millions au…"


@pytest.mark.parametrize("width", range(22, 60))
def test_a_title_and_an_outlet_end_at_a_word_where_they_do_not_fit(width: int) -> None:
    row = ROW._replace(display_title="Mónica Arrieta-Sanz : « On ne régule pas une rumeur »")
    for line, whole in ((0, "Le Monde du code"), (1, row.display_title)):
        shown = "".join(part.text for part in row_line(row, None, row_shape(40, 40, False), line, width, GLYPHS))
        if shown.endswith("…"):
            kept = shown.removesuffix("…").split("   ")[-1]
            after = whole.partition(kept)[2]
            assert not kept[-1].isalnum() or not after[:1].isalnum() or " " not in kept
            assert not kept.endswith(("«", ":", " "))


def test_what_is_read_has_no_sign() -> None:
    assert text(0, 40, ROW._replace(read=True, starred=False)).startswith("   17 Jun")


def test_a_day_that_only_the_file_tells_is_doubted() -> None:
    assert "17 Jun 25 ?" in text(0, 40, ROW._replace(published_from=Provenance.FILE_TIME))
    assert "no date" in text(0, 40, ROW._replace(published=None))


@pytest.mark.parametrize("width", range(8, 60))
def test_no_line_is_wider_than_its_place(width: int) -> None:
    snippet = Snippet("Un contrat de 200 millions de dollars avec le Pentagone", (Span(14, 37),), 0)
    hit = Hit(7, 1.0, snippet)
    for height in (6, 12, 40):
        for searching in (False, True):
            shape = row_shape(width, height, searching)
            for line in range(shape.lines):
                parts = row_line(ROW, hit, shape, line, width, GLYPHS)
                assert sum(len(part.text) for part in parts) <= max(width, 16)


def test_a_small_screen_shows_the_title_alone() -> None:
    shape = row_shape(40, 10, False)
    assert (shape.lines, shape.with_date) == (1, False)
    parts = row_line(ROW, None, shape, 0, 39, ASCII_GLYPHS)
    assert "".join(part.text for part in parts).startswith("*+ OpenAI")


def test_a_hit_shows_its_passage_with_the_match_in_view() -> None:
    snippet = Snippet("Le ministère a signé, après des mois de débats, un contrat avec Nordik", (Span(51, 58),), 900)
    shape = row_shape(40, 40, True)
    parts = row_line(ROW, Hit(7, 1.0, snippet), shape, shape.lines - 1, 30, GLYPHS)
    assert [part.text for part in parts if "match" in part.style] == ["contrat"]
    assert sum(len(part.text) for part in parts) <= 30


def test_the_words_found_side_by_side_are_both_in_view() -> None:
    snippet = Snippet("tient en deux étages : la reconnaissance faciale est exclue", (Span(26, 40), Span(41, 48)), 900)
    shape = row_shape(30, 20, searching=True)
    parts = row_line(ROW, Hit(7, 1.0, snippet), shape, shape.lines - 1, 28, GLYPHS)
    assert [part.text for part in parts if "match" in part.style] == ["reconnaissance", "faciale"]
