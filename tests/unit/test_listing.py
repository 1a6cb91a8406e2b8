"""The order of the list: long ones are asked for in portions, and nothing of that is to be seen."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest

from aipolicy_index.model import Counts, ListFilter, Sort
from aipolicy_tui.screens.listing import Listing

MANY = 1300


class FakeLibrary:
    """A library of articles whose ids fall with their dates; counts how many ids it was asked for."""

    def __init__(self, total: int = MANY) -> None:
        self.ids = array("q", range(total, 0, -1))
        self.asked = 0

    def counts(self) -> Counts:
        return Counts(len(self.ids), 0, 0)

    def newest(self, start: int, most: int) -> array[int]:
        self.asked += most
        return self.ids[start : start + most]

    def listing(self, sort: Sort, narrowed: ListFilter) -> array[int]:
        return array("q", reversed(self.ids)) if sort is Sort.TITLE else self.ids[:3]

    def rows(self, ids: Sequence[int]) -> list[object]:
        return []


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary()


@pytest.fixture
def listing(library: FakeLibrary) -> Listing:
    return Listing(library)  # type: ignore[arg-type]


def test_a_start_asks_for_no_more_than_what_is_looked_at(library: FakeLibrary, listing: Listing) -> None:
    assert len(listing.ids) == MANY
    assert library.asked == 0
    assert list(listing.ids[:30]) == list(library.ids[:30])
    assert library.asked < MANY


def test_the_portions_are_the_order(library: FakeLibrary, listing: Listing) -> None:
    assert list(listing.ids) == list(library.ids)
    assert [listing.ids[place] for place in (-1, 511, 512)] == [library.ids[place] for place in (-1, 511, 512)]
    assert list(listing.ids[500:530]) == list(library.ids[500:530])
    with pytest.raises(IndexError):
        listing.ids[MANY]


@pytest.mark.parametrize("place", [0, 511, 512, MANY - 1])
def test_an_article_is_found_wherever_it_is(library: FakeLibrary, listing: Listing, place: int) -> None:
    assert listing.ids.index(library.ids[place]) == place
    assert listing.ids[place] == library.ids[place]
    assert listing.ids.index(library.ids[place]) == place
    with pytest.raises(ValueError):
        listing.ids.index(MANY + 1)


def test_what_another_process_took_out_leaves_an_empty_row(library: FakeLibrary, listing: Listing) -> None:
    del library.ids[-2:]
    assert listing.rows.row(listing.ids, MANY - 1) is None
    assert listing.reload()
    assert len(listing.ids) == MANY - 2


def test_a_reload_tells_whether_the_order_changed(library: FakeLibrary, listing: Listing) -> None:
    assert listing.ids[0] == MANY
    assert not listing.reload()
    assert listing.ids[0] == MANY
    library.ids.insert(0, MANY + 1)
    assert listing.reload()


def test_other_orders_and_filters_are_asked_for_whole(library: FakeLibrary, listing: Listing) -> None:
    listing.sorted_by(Sort.TITLE)
    assert list(listing.ids) == list(reversed(library.ids))
    listing.sorted_by(Sort.DATE)
    listing.narrow(ListFilter(unread=True))
    assert list(listing.ids) == list(library.ids[:3])
