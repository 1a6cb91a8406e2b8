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

    def place_by_date(self, id_: int) -> int | None:
        return self.ids.index(id_) if id_ in self.ids else None

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


def test_a_reload_costs_no_more_where_all_of_a_long_list_has_been_seen() -> None:
    library = FakeLibrary(100_000)
    listing = Listing(library)  # type: ignore[arg-type]
    assert list(listing.ids) == list(library.ids)
    library.asked = 0
    assert not listing.reload()
    assert library.asked < 10_000


def test_other_orders_and_filters_are_asked_for_whole(library: FakeLibrary, listing: Listing) -> None:
    listing.sorted_by(Sort.TITLE)
    assert list(listing.ids) == list(reversed(library.ids))
    listing.sorted_by(Sort.DATE)
    listing.narrow(ListFilter(unread=True))
    assert list(listing.ids) == list(library.ids[:3])


class Narrowed(FakeLibrary):
    """A library in which some articles pass a filter."""

    passing: Sequence[int] = (9, 7, 5, 3)

    def listing(self, sort: Sort, narrowed: ListFilter) -> array[int]:
        return array("q", self.passing if narrowed.unread else self.ids)

    def rows(self, ids: Sequence[int]) -> list[object]:
        return [id_ for id_ in ids if id_ in self.ids]


@pytest.fixture
def unread() -> tuple[Narrowed, Listing]:
    library = Narrowed(10)
    return library, Listing(library, narrowed=ListFilter(unread=True))  # type: ignore[arg-type]


@pytest.mark.parametrize(("keep", "kept"), [(9, 0), (7, 1), (5, 2), (3, 3)])
def test_the_article_that_the_reader_is_at_stays_in_its_place(
    unread: tuple[Narrowed, Listing], keep: int, kept: int
) -> None:
    library, listing = unread
    library.passing = [id_ for id_ in library.passing if id_ != keep]
    assert not listing.reload(keep=keep)
    assert list(listing.ids) == [9, 7, 5, 3] and listing.ids[kept] == keep
    assert listing.reload()
    assert list(listing.ids) == list(library.passing)


def test_an_article_that_is_gone_does_not_stay(unread: tuple[Narrowed, Listing]) -> None:
    library, listing = unread
    library.passing = (9, 5, 3)
    library.ids = array("q", (10, 9, 8, 6, 5, 4, 3, 2, 1))
    listing.reload(keep=7)
    assert list(listing.ids) == [9, 5, 3]


@pytest.mark.parametrize(("at", "nearest"), [(7, 7), (8, 7), (10, 9), (4, 3), (2, 3), (99, None), (None, None)])
def test_a_filter_leaves_the_reader_beside_where_he_was(
    unread: tuple[Narrowed, Listing], at: int | None, nearest: int | None
) -> None:
    _, listing = unread
    assert listing.nearest(at, ListFilter()) == nearest
