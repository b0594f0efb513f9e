"""Attacks on what is signed: bytes changed on the way, and editions two editors should not sign."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.feed.repository_layout import tables_target
from app.feed.tables_pack import tables_of
from app.lists.compression import compress
from app.model.sync_report import SyncEnd
from app.sync.apart import run_apart
from app.sync.watching import SyncWatcher
from tests.feed.test_attacks import HARMS, refused
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk, prints

NUMBERS = [f"+8613{number:09d}" for number in range(3000)]


def with_list(feed: FeedSimulator, keys: list[str]) -> None:
    feed.put_list("reported", keys)
    feed.put_index(FIRST_DAY)
    feed.publish()


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("name", ["feed-1.json", "tables/1/register.jsonl.zst"])
def test_truncated_or_flipped_tables(
    feed: FeedSimulator, desk: FollowingDesk, name: str, harm: Callable[[bytes], bytes]
) -> None:
    place = feed.place(name)
    place.write_bytes(harm(place.read_bytes()))
    refused(desk, "damaged-data", "feed-too-large")


@pytest.mark.parametrize("harm", HARMS)
def test_a_truncated_or_flipped_list(
    feed: FeedSimulator, desk: FollowingDesk, harm: Callable[[bytes], bytes]
) -> None:
    with_list(feed, NUMBERS)
    place = feed.place("lists/reported/1.full.zst")
    place.write_bytes(harm(place.read_bytes()))
    refused(desk, "damaged-data", "feed-too-large")


@pytest.mark.parametrize("harm", HARMS)
def test_a_truncated_or_flipped_delta(
    feed: FeedSimulator, desk: FollowingDesk, harm: Callable[[bytes], bytes]
) -> None:
    with_list(feed, NUMBERS)
    desk.sync()
    with_list(feed, NUMBERS[9:])
    place = feed.place("lists/reported/1-2.delta.zst")
    place.write_bytes(harm(place.read_bytes()))
    refused(desk, "damaged-data", "feed-too-large")


@pytest.mark.parametrize(
    "signed_nonsense", [b"", b"nonsense", compress(b"x" * 100), compress(b"\0" * 50_000_000)]
)
def test_a_signed_delta_that_leads_elsewhere_means_the_whole_list_is_fetched(
    feed: FeedSimulator, desk: FollowingDesk, signed_nonsense: bytes
) -> None:
    with_list(feed, NUMBERS)
    desk.sync()
    feed.put_list("reported", NUMBERS[9:])
    feed.put("lists/reported/1-2.delta.zst", signed_nonsense)
    feed.put_index(FIRST_DAY)
    feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    edition = desk.standing().edition
    assert edition is not None
    assert prints(edition, "reported", 2).is_file()


def test_a_delta_for_another_base_means_the_whole_list_is_fetched(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    with_list(feed, NUMBERS)
    desk.sync()
    edition = desk.standing().edition
    assert edition is not None
    with_list(feed, NUMBERS[1:])
    file = prints(edition, "reported", 1)
    changed = bytearray(file.read_bytes())
    changed[-1] ^= 1
    file.write_bytes(changed)
    assert desk.sync().end is SyncEnd.UPDATED


@pytest.mark.parametrize(
    "signed_nonsense", [b"", b"nonsense", compress(b"x" * 100), compress(b"\0" * 50_000_000)]
)
def test_a_signed_list_that_is_none_is_refused(
    feed: FeedSimulator, desk: FollowingDesk, signed_nonsense: bytes
) -> None:
    feed.put_list("reported", NUMBERS)
    feed.put("lists/reported/1.full.zst", signed_nonsense)
    feed.put_index(FIRST_DAY)
    feed.publish()
    refused(desk, "damaged-data")


def test_an_index_that_names_what_nobody_signed(feed: FeedSimulator, desk: FollowingDesk) -> None:
    del feed.targets.targets["tables/1/patterns.jsonl.zst"]
    feed.publish()
    refused(desk, "damaged-data")


@pytest.mark.parametrize(
    "path",
    [
        "../../evil.toml",
        "register/../../evil.toml",
        "/register/evil.toml",
        "register\\..\\evil.toml",
        "register/evil.py",
        "i18n/zh/window.toml",
        "C:/register/evil.toml",
    ],
)
def test_a_table_that_would_lie_elsewhere(
    feed: FeedSimulator, desk: FollowingDesk, path: str, tmp_path: Path
) -> None:
    row = json.dumps({"path": path, "text": "x = 1"})
    feed.put(tables_target("register"), compress(row.encode()))
    feed.publish()
    refused(desk, "damaged-data")
    assert not list(tmp_path.rglob("evil*"))


def test_tables_that_unfold_without_end(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.put(tables_target("register"), compress(b"\n" * 100_000_000))
    feed.publish()
    refused(desk, "damaged-data")


BROKEN_TABLES = (
    ("patterns/acts.toml", 'zh = ["转账给我"]', "zh = 3"),
    ("patterns/acts.toml", 'kind = "act"', 'kind = "spell"'),
    ("patterns/acts.toml", 'id = "act.transfer"', 'id = "act.x"'),
    ("patterns/acts.toml", "[[slot]]", "[[slot"),
    ("patterns/acts.toml", "[[slot]]", "x = " + "[" * 5000),
    ("register/bank.toml", 'number = "95777"', 'number = "9 5 7 7 7"'),
    ("register/bank.toml", 'sources = ["NOTICE"', 'sources = ["NOBODY"'),
    ("register/release.toml", "2026-11-22", '"soon"'),
    ("advice/danger.toml", "rank", "rang"),
    ("i18n/zh/advice.toml", "马上挂断电话", "打{number}"),
)


@pytest.mark.parametrize(("path", "old", "new"), BROKEN_TABLES)
def test_a_table_that_breaks_a_rule(
    feed: FeedSimulator, desk: FollowingDesk, tables: Path, path: str, old: str, new: str
) -> None:
    desk.sync()
    changed = dict(tables_of(tables))
    assert old in changed[path]
    changed[path] = changed[path].replace(old, new)
    feed.put_tables(changed)
    feed.put_index(FIRST_DAY)
    feed.publish()
    refused(desk, "feed-refused")


def _hang(report: Callable[..., None]) -> None:
    del report
    while True:
        pass


def test_tables_that_would_hang_the_reader_are_given_up() -> None:
    with pytest.raises(Exception, match="come to an end"):
        run_apart(_hang, SyncWatcher(), longest_silence=1.5)
