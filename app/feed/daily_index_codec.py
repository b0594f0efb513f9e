"""The index that the daily role signs: lists that warn, and nothing else it could say."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import PurePosixPath

from msgspec.structs import replace

from ..model.errors import DamagedDataError
from ..model.feed_index import FeedIndex, ReportedList
from .feed_index_codec import index_bytes, list_row, read_list
from .repository_layout import DAILY_INDEX_LIMIT, DAILY_ROLE, SCHEMA

MOST_LISTS = 16
MOST_ENTRIES = 2_000_000  # of all its lists together


def write_daily_index(lists: Sequence[ReportedList]) -> bytes:
    """Return the index as UTF-8 JSON with sorted keys."""
    return index_bytes({"schema": SCHEMA, "lists": [list_row(each) for each in lists]})


def read_daily_index(data: bytes) -> tuple[ReportedList, ...]:
    """Read what `write_daily_index` wrote.

    Raises DamagedDataError for anything else, and for what the role may not say: that a list is
    reviewed, that it lies outside of the role's folder, or more lists and entries than it may have.
    """
    try:
        return _lists(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedDataError("damaged-data", cause=f"daily index: {error}") from error


class OverlongListError(DamagedDataError):
    """A daily list lasts longer than the editors allow. `values`: cause, name, day, latest."""

    def __init__(self, listed: ReportedList, latest: date) -> None:
        name, day, last = listed.name, listed.expires.isoformat(), latest.isoformat()
        cause = f"daily index: {name} lasts until {day}, which is after {last}"
        super().__init__("daily-list-too-long", cause=cause, name=name, day=day, latest=last)


def with_daily(index: FeedIndex, lists: Sequence[ReportedList], today: date) -> FeedIndex:
    """Return the editors' index with the daily lists behind theirs, to be taken up today.

    Raises DamagedDataError if a daily list bears the name of one of theirs, in whose place it would
    stand, or if it tells people anything but what they said of it: its reason and its address for
    complaints would be somebody else's words on every verdict. OverlongListError if one would be
    asked longer than they allow.
    """
    allowed = {each.told: each for each in index.daily}
    for each in lists:
        terms = allowed.get(each.terms)
        if terms is None:
            cause = f"daily index: {each.name} is not what the editors said of it"
            raise DamagedDataError("damaged-data", cause=cause)
        if each.expires > terms.latest(today):
            raise OverlongListError(each, terms.latest(today))
    if shared := {each.name for each in index.lists} & {each.name for each in lists}:
        raise DamagedDataError("damaged-data", cause=f"daily index: {min(shared)} is the editors'")
    return replace(index, lists=(*index.lists, *lists))


def _lists(data: bytes) -> tuple[ReportedList, ...]:
    if len(data) > DAILY_INDEX_LIMIT:
        raise ValueError("too long")
    row = json.loads(data.decode("utf-8"))
    if row.keys() != {"schema", "lists"} or row["schema"] != SCHEMA:
        raise ValueError("another form")
    if not isinstance(row["lists"], list):
        raise TypeError("lists are a list")
    lists = tuple(map(read_list, row["lists"]))
    _check(lists)
    return lists


def _check(lists: Sequence[ReportedList]) -> None:
    if len(lists) > MOST_LISTS or len({each.name for each in lists}) != len(lists):
        raise ValueError("too many lists, or two of one name")
    if sum(each.entries for each in lists) > MOST_ENTRIES:
        raise ValueError("too many entries")
    for each in lists:
        if each.reviewed:
            raise ValueError(f"{each.name} is called reviewed")
        for target in (each.full_target, *(step.target for step in each.deltas)):
            if PurePosixPath(target).parts[:-1] != (DAILY_ROLE, each.name):
                raise ValueError(f"{target} is out of place")
