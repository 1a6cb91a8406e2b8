"""Which articles the list shows, and rows that come as they are needed."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from aipolicy_index.model import Counts, ListFilter, Row, Sort
from aipolicy_tui.screens.listing import Listing, filter_words, index_of, next_language


class Counted:
    """A library of many articles that counts what it is asked."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.asked: list[int] = []

    def listing(self, sort: Sort, narrowed: ListFilter) -> array[int]:
        ids = range(self.total) if sort is Sort.DATE else range(self.total - 1, -1, -1)
        return array("q", ids)

    def counts(self) -> Counts:
        return Counts(self.total, self.total, 0)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        self.asked.append(len(ids))
        return [Row(id_, f"Titre {id_}", False, None, None, None, "fr", False, False) for id_ in ids if id_ != 13]


def listing(total: int) -> tuple[Listing, Counted]:
    library: Any = Counted(total)
    return Listing(library), library


def test_a_screen_of_rows_is_asked_for_at_once() -> None:
    shown, library = listing(100_000)
    for index in range(500, 530):
        row = shown.rows.row(shown.ids, index)
        assert row is not None and row.id == index
    assert len(library.asked) == 1
    assert library.asked[0] < 100


def test_walking_through_everything_keeps_little() -> None:
    shown, library = listing(5_000)
    for index in range(5_000):
        shown.rows.row(shown.ids, index)
    assert len(library.asked) < 200
    assert len(shown.rows._rows) < 1_200


def test_an_article_that_is_gone_has_no_row() -> None:
    shown, _ = listing(20)
    assert shown.rows.row(shown.ids, 13) is None


def test_a_changed_article_is_asked_for_again() -> None:
    shown, library = listing(20)
    shown.rows.row(shown.ids, 3)
    shown.changed(3)
    shown.rows.row(shown.ids, 3)
    assert len(library.asked) == 2


def test_the_order_is_kept_until_another_is_asked_for() -> None:
    shown, _ = listing(3)
    shown.sorted_by(Sort.TITLE)
    assert list(shown.ids) == [2, 1, 0]
    assert index_of(shown.ids, 0) == 2
    assert index_of(shown.ids, 99) is None
    assert index_of(shown.ids, None) is None


def test_languages_come_in_turn() -> None:
    narrowed = ListFilter(starred=True)
    turns = []
    for _ in range(3):
        narrowed = next_language(narrowed)
        turns.append(narrowed.language)
    assert turns == ["fr", "en", None]
    assert narrowed.starred


def test_filters_are_told_in_words() -> None:
    assert filter_words(ListFilter(unread=True, starred=True, language="fr", outlet="Nord Actu")) == [
        "unread",
        "starred",
        "in French",
        "Nord Actu",
    ]
