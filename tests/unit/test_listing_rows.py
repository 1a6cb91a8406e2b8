"""What the list shows of an article or of a hit."""

import pytest

from aipolicy_index.model import Hit, Provenance, Row, Snippet, Span
from aipolicy_tui.messages import choose
from aipolicy_tui.terminal.charset import ASCII_GLYPHS, Glyphs
from aipolicy_tui.widgets.listing_rows import row_line, row_shape

ROW = Row(
    7, "OpenAI décroche 200 millions au Pentagone", False, "Le Monde du code", "2025-06-17", None, "fr", False, True
)
GLYPHS = Glyphs()


def text(
    line: int, width: int, row: Row = ROW, hit: Hit | None = None, *, searching: bool = False, height: int = 40
) -> str:
    shape = row_shape(width, height, searching)
    return "".join(part.text for part in row_line(row, hit, shape, line, width, GLYPHS))


def test_a_row_tells_unread_star_date_outlet_and_title() -> None:
    assert text(0, 40) == "●★ 17 Jun 25  Le Monde du code"
    assert text(1, 40) == "   OpenAI décroche 200 millions au"
    assert text(2, 40) == "   Pentagone"
    assert text(1, 40, height=24) == "   OpenAI décroche 200 millions au…"


def test_a_title_has_two_lines_where_the_screen_is_high_and_one_while_searching() -> None:
    long = ROW._replace(display_title="Microsoft ferme la reconnaissance faciale d’Azure OpenAI à la police américaine")
    assert text(1, 33, long) == "   Microsoft ferme la"
    assert text(2, 33, long) == "   reconnaissance faciale…"
    assert text(2, 34, long) == "   reconnaissance faciale d’Azure…"
    assert [row_shape(33, height, searching=False).lines for height in (40, 30, 29, 14, 13)] == [3, 3, 2, 2, 1]
    assert [row_shape(33, 22, searching=False, count=count).lines for count in (7, 8)] == [3, 2]
    assert [row_shape(33, 37, searching=True, count=count).lines for count in (9, 10)] == [4, 3]
    assert text(1, 33, long, searching=True) == "   Microsoft ferme la…"


def test_a_line_is_cut_before_a_colon_rather_than_a_word_earlier() -> None:
    row = ROW._replace(display_title="Intelligence artificielle\u00a0: la justice oblige la banque Hennequin")
    assert text(1, 29, row, height=24) == "   Intelligence artificielle…"
    assert text(1, 33, row) == "   Intelligence artificielle : la"


def test_days_stand_in_a_column_whose_width_fits_the_language() -> None:
    rows = [ROW, ROW._replace(published_from=Provenance.FILE_TIME), ROW._replace(published="2025-04-05")]
    for language in ("fr", "en"):
        choose(language)
        lines = [text(0, 40, row) for row in rows]
        assert len({line.index("Le Monde") for line in lines}) == 1
        assert lines[1].index("?") < lines[1].index("Le Monde")
    choose("fr")
    assert "17 juin 25\u00a0? " in text(0, 40, rows[1])


@pytest.mark.parametrize(
    ("outlet", "columns", "shown"),
    [
        ("The Northern Echo", 12, "Northern…"),
        ("The Northern Echo", 13, "Northern Echo"),
        ("The Northern Advertiser", 15, "The Northern…"),
        ("The Northern Echo", 17, "The Northern Echo"),
        ("Le Fil numérique", 13, "Fil numérique"),
        ("L’Indépendant", 12, "Indépendant"),
        ("Longwave Gazette", 12, "Longwave…"),
    ],
)
def test_an_outlet_that_is_too_long_is_told_by_more_than_its_article(outlet: str, columns: int, shown: str) -> None:
    beside = len(text(0, 60, ROW._replace(outlet="")))
    line = text(0, beside + columns, ROW._replace(outlet=outlet))
    assert line[beside:] == shown


def test_a_tag_is_whole_beside_a_short_outlet() -> None:
    row = ROW._replace(outlet="AFP", tags=("cloud",))
    assert text(0, 28, row).endswith("AFP #cloud")
    assert text(0, 28, row._replace(outlet="Le Monde du code")).endswith("Monde… #cloud")


@pytest.mark.parametrize("width", range(22, 60))
def test_a_title_and_an_outlet_end_at_a_word_where_they_do_not_fit(width: int) -> None:
    row = ROW._replace(display_title="Mónica Arrieta-Sanz : « On ne régule pas une rumeur »")
    for line, whole in ((0, "Le Monde du code"), (1, row.display_title)):
        shown = "".join(part.text for part in row_line(row, None, row_shape(40, 24, False), line, width, GLYPHS))
        if shown.endswith("…"):
            kept = shown.removesuffix("…").split("   ")[-1]
            after = whole.partition(kept)[2]
            assert not kept[-1].isalnum() or not after[:1].isalnum() or " " not in kept
            assert not kept.endswith(("«", ":", " "))


def test_what_is_read_has_no_sign() -> None:
    assert text(0, 40, ROW._replace(read=True, starred=False)).startswith("   17 Jun")


def test_a_day_that_only_the_file_tells_is_doubted() -> None:
    assert "17 Jun 25?" in text(0, 40, ROW._replace(published_from=Provenance.FILE_TIME))
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
