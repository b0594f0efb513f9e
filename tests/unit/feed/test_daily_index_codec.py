"""What the daily role's index can say, and what it cannot."""

import json
from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.feed.daily_index_codec import (
    MOST_ENTRIES,
    MOST_LISTS,
    OverlongListError,
    read_daily_index,
    with_daily,
    write_daily_index,
)
from app.feed.repository_layout import (
    DAILY_INDEX_LIMIT,
    DAILY_ROLE,
    SCHEMA,
    delta_target,
    full_target,
)
from app.model.errors import DamagedDataError
from app.model.feed_index import FeedIndex, ListDelta, ReportedList
from tests.feed_simulator import FIRST_DAY
from tests.lists import a_reported_list, the_daily_terms


def a_daily_list(name: str = "fresh", entries: int = 5) -> ReportedList:
    step = ListDelta(2, 3, delta_target(name, 2, 3, DAILY_ROLE))
    return replace(
        a_reported_list(name, entries=entries),
        full_target=full_target(name, 3, DAILY_ROLE),
        deltas=(step,),
    )


def test_it_is_read_as_it_was_written() -> None:
    lists = (a_daily_list(), a_daily_list("others"))
    assert read_daily_index(write_daily_index(lists)) == lists
    assert read_daily_index(write_daily_index(())) == ()


@pytest.mark.parametrize(
    "lists",
    [
        [replace(a_daily_list(), reviewed=True)],
        [replace(a_daily_list(), full_target="lists/fresh/3.full.zst")],
        [replace(a_daily_list(), full_target="daily/3.full.zst")],
        [replace(a_daily_list(), full_target="daily/other/3.full.zst")],
        [replace(a_daily_list(), full_target="daily/fresh/../../feed-1.json")],
        [replace(a_daily_list(), full_target="/daily/fresh/3.full.zst")],
        [replace(a_daily_list(), deltas=(ListDelta(2, 3, "lists/fresh/2-3.delta.zst"),))],
        [a_daily_list(), a_daily_list()],
        [a_daily_list(entries=MOST_ENTRIES + 1)],
        [a_daily_list("a", MOST_ENTRIES), a_daily_list("b", 1)],
        [a_daily_list(f"list-{number}") for number in range(MOST_LISTS + 1)],
    ],
)
def test_what_oversteps_is_refused(lists: list[ReportedList]) -> None:
    with pytest.raises(DamagedDataError):
        read_daily_index(write_daily_index(lists))


@pytest.mark.parametrize(
    "change",
    [
        {"schema": SCHEMA + 1},
        {"tables": []},
        {"program": {}},
        {"as_of": "2026-11-22"},
        {"lists": {}},
        {"lists": [{}]},
        {"lists": None},
    ],
)
def test_anything_beside_lists_is_refused(change: dict[str, object]) -> None:
    row = json.loads(write_daily_index([a_daily_list()]))
    with pytest.raises(DamagedDataError):
        read_daily_index(json.dumps({**row, **change}).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b" " * (DAILY_INDEX_LIMIT + 1)])
def test_nonsense_is_refused(data: bytes) -> None:
    with pytest.raises(DamagedDataError):
        read_daily_index(data)


def editors_index(*known: ReportedList) -> FeedIndex:
    theirs = a_reported_list("theirs", reviewed=True)
    terms = tuple(map(the_daily_terms, known))
    return FeedIndex(SCHEMA, FIRST_DAY, ("tables",), (theirs,), daily=terms)


def test_a_daily_list_tells_people_what_the_editors_said_of_it_and_no_more() -> None:
    listed = a_daily_list()
    source = replace(listed.source, date="2026-11-25")  # the day may change
    other_day = replace(listed, version=9, entries=7, source=source)
    with_daily(editors_index(listed), [other_day], FIRST_DAY)
    for other in (
        replace(listed, appeal="https://evil.example/"),
        replace(listed, licence="mine"),
        replace(listed, since=FIRST_DAY),
        replace(listed, source=replace(listed.source, title="公安部")),
        a_daily_list("another"),
    ):
        with pytest.raises(DamagedDataError):
            with_daily(editors_index(listed), [other], FIRST_DAY)


@pytest.mark.parametrize(("allowed", "asked", "refused"), [(30, 31, False), (30, 32, True)])
def test_a_daily_list_lasts_no_longer_than_the_editors_allow(
    allowed: int, asked: int, *, refused: bool
) -> None:
    """A day more is for time zones."""
    listed = replace(a_daily_list(), expires=FIRST_DAY + timedelta(days=asked))
    editors = replace(editors_index(), daily=(the_daily_terms(listed, allowed),))
    if not refused:
        assert with_daily(editors, [listed], FIRST_DAY).lists[-1] == listed
        return
    with pytest.raises(OverlongListError) as caught:
        with_daily(editors, [listed], FIRST_DAY)
    assert caught.value.values["name"] == "fresh"


def test_daily_lists_stand_behind_the_editors_and_never_in_their_place() -> None:
    editors = editors_index(a_daily_list(), a_daily_list("theirs"))
    both = with_daily(editors, [a_daily_list()], FIRST_DAY)
    assert [each.name for each in both.lists] == ["theirs", "fresh"]
    assert replace(both, lists=editors.lists) == editors
    with pytest.raises(DamagedDataError):
        with_daily(editors, [a_daily_list("theirs")], FIRST_DAY)
