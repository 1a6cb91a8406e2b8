"""Stretches that stand out: matches, the words of a fact."""

from hypothesis import given
from hypothesis import strategies as st

from aipolicy_index.model import Span
from aipolicy_tui.widgets.marks import Layer, Matches, marked_line, marked_text
from aipolicy_tui.widgets.wrapping import Layout, lay_out

TEXT = "Le ministère a signé un contrat de 200 millions de dollars avec Nordik."


def styles(width: int, *layers: Layer) -> list[tuple[str, str]]:
    layout = Layout(TEXT, width, tuple(lay_out(TEXT, (), width)))
    return [
        (part.text, part.style) for number in range(len(layout.lines)) for part in marked_line(layout, number, layers)
    ]


def test_a_mark_is_drawn_on_every_line_that_it_covers() -> None:
    start = TEXT.index("200")
    fact = Span(start, start + len("200 millions de dollars"))
    marked = [text for text, style in styles(44, Layer("fact", (fact,))) if "fact" in style]
    assert " ".join(marked) == "200 millions de dollars"
    assert len(marked) == 2


def test_the_later_layer_is_on_top() -> None:
    matches = Matches((Span(0, 2), Span(3, 12)), 1)
    drawn = dict(styles(90, *matches.layers()))
    assert drawn["Le"] == "body match"
    assert drawn["ministère"] == "body match_current"


@given(st.lists(st.tuples(st.integers(0, 70), st.integers(1, 9)), max_size=12), st.integers(5, 90))
def test_marks_never_change_the_words(spans: list[tuple[int, int]], width: int) -> None:
    ordered = sorted(Span(start, start + length) for start, length in spans)
    apart = [span for n, span in enumerate(ordered) if all(not span.overlaps(before) for before in ordered[:n])]
    plain = [text for text, _ in styles(width)]
    marked = [text for text, _ in styles(width, Layer("match", tuple(apart)))]
    assert "".join(marked) == "".join(plain)


def test_marks_in_a_snippet_may_reach_beyond_its_end() -> None:
    parts = marked_text("une amende", [Span(4, 99)], "dim", "match")
    assert [(part.text, part.style) for part in parts] == [("une ", "dim"), ("amende", "dim match")]


def test_matches_are_walked_in_order_and_end() -> None:
    matches = Matches((Span(0, 1), Span(5, 6), Span(9, 10)))
    second = matches.moved(1)
    assert second is not None and second.span == Span(5, 6)
    assert matches.moved(-1) is None
    assert matches.nearest(6).span == Span(9, 10)
    assert matches.nearest(50).span == Span(9, 10)
    assert Matches().span is None and Matches().moved(1) is None and Matches().nearest(3).layers() == ()
