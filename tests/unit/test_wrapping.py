"""Lines of a given width, each of which knows which stretch of the text it shows."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from aipolicy_index.model import Span, Zone, ZoneKind
from aipolicy_tui.widgets.breaking import Ruler, wrapped
from aipolicy_tui.widgets.wrapping import Layout, Role, lay_out, shown, zones_within_lines
from aipolicy_tui.wording.blocks import was_hard_wrapped

CELLS = Ruler(cell_len)
PROSE = (
    "Le ministère a annoncé mardi que l’entreprise recevrait jusqu’à 200 millions de dollars. "
    "« Nous n’avons rien décidé », a répondu sa porte-parole : la loi l’interdit encore."
)


def lines_of(text: str, width: int, **options: object) -> list[str]:
    return [shown(text, line)[0] for line in lay_out(text, (), width, **options)]  # type: ignore[arg-type]


def test_no_line_is_wider_than_the_pane_and_no_word_is_lost() -> None:
    lines = lines_of(PROSE, 30)
    assert max(map(len, lines)) <= 30
    assert " ".join(lines) == PROSE


def test_paragraphs_stay_apart() -> None:
    assert lines_of("Un.\nDeux.\n\n\nTrois.", 40) == ["Un.", "", "Deux.", "", "Trois."]


def test_items_of_a_list_stay_together_and_hang() -> None:
    text = "Trois mesures :\n- une première mesure\n- une autre"
    lines = lay_out(text, (), 16)
    assert [shown(text, line)[0] for line in lines] == [
        "Trois mesures :",
        "",
        "- une première",
        "mesure",
        "- une autre",
    ]
    assert [line.indent for line in lines] == [0, 0, 0, 2, 0]


@pytest.mark.parametrize("width", range(16, 60))
def test_french_punctuation_never_begins_a_line_nor_ends_with_an_opening_mark(width: int) -> None:
    for line in lines_of(PROSE, width):
        assert line[0] not in ":;!?»"
        assert not line.endswith("«")


def test_every_character_shown_knows_its_place_in_the_text() -> None:
    text = "Deux  espaces,\tune tabulation\net la suite."
    for line in lay_out(text, (), 12):
        characters, offsets = shown(text, line)
        assert len(characters) == len(offsets)
        for character, offset in zip(characters, offsets, strict=True):
            assert text[offset] == character or (character == " " and text[offset].isspace())


@given(st.text(st.sampled_from("aé «»:-漢 \n\t"), max_size=120), st.integers(1, 20))
def test_any_text_keeps_all_its_characters_in_order(text: str, width: int) -> None:
    kept = "".join(
        text[line.start : line.end] for line in lay_out(text, (), width, ruler=CELLS) if line.end > line.start
    )
    assert "".join(kept.split()) == "".join(text.split())


def test_a_word_wider_than_the_pane_is_broken_behind_a_sign_or_else_where_the_line_is_full() -> None:
    assert lines_of("https://example.org/abcdef", 10) == ["https://", "example.", "org/abcdef"]
    assert lines_of("Justice-internet-banque-technologies", 29) == ["Justice-internet-banque-", "technologies"]
    assert lines_of("a-bcdefghijklmnopq", 10) == ["a-bcdefghi", "jklmnopq"]


def test_an_amount_and_its_unit_stay_together() -> None:
    assert lines_of("la DGA notifie 310 M€ pour", 18) == ["la DGA notifie", "310 M€ pour"]
    assert lines_of("la DGA \u4e00notifie 310 M€ pour", 20) == ["la DGA \u4e00notifie", "310 M€ pour"]


def test_wide_characters_count_two_cells() -> None:
    for line in lines_of("漢字かな漢字かな", 7, ruler=CELLS):
        assert cell_len(line) <= 7


def test_a_source_broken_at_a_fixed_column_is_flowed_again() -> None:
    source = textwrap.fill(PROSE * 4, 50) + "\n\n" + textwrap.fill(PROSE * 3, 50)
    assert was_hard_wrapped(source)
    wide = lines_of(source, 90)
    assert wide.count("") == 1
    assert len(wide[0]) > 70


def test_short_paragraphs_on_lines_of_their_own_are_not_joined() -> None:
    source = "\n".join(["Une phrase courte.", PROSE, "Encore.", PROSE, "Fin.", PROSE])
    assert not was_hard_wrapped(source)


def test_zones_give_lines_their_look_and_skipped_ones_are_left_out() -> None:
    text = "Le titre\nLe corps du texte.\n## Une partie\nLire aussi : autre chose"
    zones = (
        Zone(Span(0, 8), ZoneKind.TITLE),
        Zone(Span(28, 41), ZoneKind.HEADING),
        Zone(Span(42, len(text)), ZoneKind.FURNITURE),
    )
    lines = lay_out(text, zones, 60, skipped=frozenset({ZoneKind.TITLE}))
    assert [(line.role, shown(text, line)[0]) for line in lines if line.role is not Role.BLANK] == [
        (Role.BODY, "Le corps du texte."),
        (Role.HEADING, "Une partie"),
        (Role.FURNITURE, "Lire aussi : autre chose"),
    ]


def test_what_stood_around_the_article_takes_no_blank_lines_of_its_own() -> None:
    text = "Accueil > Tech\nAbonnés\nPar Ana Roux\nLe texte.\nLa suite.\nPartager"
    places = [Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n")]
    kinds = (ZoneKind.FURNITURE, ZoneKind.FURNITURE, ZoneKind.BYLINE, None, None, ZoneKind.FURNITURE)
    zones = tuple(Zone(place, kind) for place, kind in zip(places, kinds, strict=True) if kind)
    lines = [text[line.start : line.end] for line in lay_out(text, zones, 60)]
    assert lines == ["Accueil > Tech", "Abonnés", "Par Ana Roux", "", "Le texte.", "", "La suite.", "", "Partager"]


def test_a_dateline_does_not_part_its_paragraph() -> None:
    text = "Un titre\n23 novembre 2017. — Le président a parlé."
    zone = Zone(Span(9, 29), ZoneKind.PUBLICATION)
    lines = lay_out(text, [zone], 60)
    assert [shown(text, line)[0] for line in lines] == ["Un titre", "", "23 novembre 2017. — Le président a parlé."]
    assert zones_within_lines(text, [zone]) == [(Role.CREDIT, zone.span)]


def test_the_line_of_a_place_survives_another_width() -> None:
    place = PROSE.index("porte-parole")
    for width in (20, 40, 80):
        layout = Layout(PROSE, width, tuple(lay_out(PROSE, (), width)))
        line = layout.lines[layout.line_of(place)]
        assert line.start <= place < line.end
        assert layout.offset_of(layout.line_of(place)) == line.start


def test_lines_after_the_first_may_be_narrower() -> None:
    spans = list(wrapped("un deux trois quatre", 0, 20, 10, hang=4))
    assert [span.end - span.start <= 6 for span in spans[1:]] == [True] * (len(spans) - 1)
