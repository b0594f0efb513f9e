"""Lists go out whole and in steps, and stand in the index as they are."""

from pathlib import Path

import pytest

from app.feed.feed_index_codec import read_index
from app.feed.repository_layout import INDEX_TARGET
from app.lists.buckets import sorted_digest
from app.lists.list_delta import apply_delta
from app.lists.list_wire import decode_full
from app.model.errors import UserFacingError
from app.model.feed_index import ReportedList
from app.publishing.feed_config import FeedConfig, write_config
from app.publishing.importers.kinds import ImportKind
from app.publishing.importing import Source
from app.publishing.rehearsal_client import Follower
from tests.list_abouts import ABOUT, evil_hosts
from tests.publishing_feed import NAME, URL, Desk, begin_feed

KEEP = 3


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = begin_feed(tmp_path)
    config = FeedConfig(
        NAME, URL, tables="tables", golden="golden.toml", lists=("bad-sites",), keep_versions=KEEP
    )
    (desk.folder / "feed.toml").write_bytes(write_config(config))
    (tmp_path / "about.toml").write_text(ABOUT, encoding="utf-8")
    return desk


def take(desk: Desk, *hosts: str) -> None:
    file = desk.keys / "source.txt"
    file.write_text("\n".join(hosts), encoding="utf-8")
    about = desk.folder.parent / "about.toml"
    source = Source(ImportKind.PLAIN, file, about, desk.now.date())
    desk.publisher.take_in(source, lambda *_: None, may_shrink=True)


def listed(follower: Follower) -> ReportedList:
    (found,) = read_index(follower.target(INDEX_TARGET)).lists
    return found


def test_a_list_goes_out_whole_with_all_that_people_are_told(desk: Desk, tmp_path: Path) -> None:
    take(desk, *evil_hosts(0, 500))
    desk.release()
    follower = desk.client(tmp_path / "home")
    found = listed(follower)
    assert (found.name, found.version, found.entries, found.deltas) == ("bad-sites", 1, 500, ())
    assert (found.reason.en, found.licence, found.appeal) == (
        "Reported.",
        "CC0-1.0",
        "https://list.example/appeal",
    )
    assert found.source.date == desk.now.date().isoformat()
    assert sorted_digest(decode_full(follower.target(found.full_target), 500)) == found.sha256


def test_one_step_leads_from_every_version_that_is_kept_to_the_newest(
    desk: Desk, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    states = {}
    for version in range(1, 6):
        take(desk, *evil_hosts(version, 2000 + 3 * version))
        desk.release()
        follower = desk.client(home)
        found = listed(follower)
        states[version] = decode_full(follower.target(found.full_target), found.entries)
    assert [(each.from_version, each.to_version) for each in found.deltas] == [
        (2, 5),
        (3, 5),
        (4, 5),
    ]
    for step in found.deltas:
        held = states[step.from_version]
        after = apply_delta(held, follower.target(step.target), found.entries)
        assert sorted_digest(after) == found.sha256
    assert desk.publisher.rehearse().steps == KEEP


def test_a_version_that_never_went_out_is_skipped(desk: Desk, tmp_path: Path) -> None:
    take(desk, *evil_hosts(0, 1000))
    desk.release()
    take(desk, *evil_hosts(1, 1001))
    take(desk, *evil_hosts(2, 1002))
    desk.release()
    found = listed(desk.client(tmp_path / "home"))
    assert [(each.from_version, each.to_version) for each in found.deltas] == [(1, 3)]
    assert desk.publisher.rehearse().steps == 1


def test_steps_that_weigh_more_than_the_list_are_left_out(desk: Desk, tmp_path: Path) -> None:
    take(desk, *evil_hosts(0, 1000))
    desk.release()
    take(desk, *evil_hosts(5000, 6000))
    desk.release()
    assert listed(desk.client(tmp_path / "home")).deltas == ()


def test_an_unchanged_list_keeps_its_steps_and_its_files(desk: Desk, tmp_path: Path) -> None:
    take(desk, *evil_hosts(0, 1000))
    desk.release()
    take(desk, *evil_hosts(1, 1001))
    desk.release()
    table = desk.folder / "tables" / "register" / "bank.toml"
    table.write_text(table.read_text("utf-8") + "# looked at\n", "utf-8")
    assert desk.publisher.build() is not None
    assert not (desk.folder / "staged" / "targets" / "lists").exists()
    desk.sign("emma", "egon")
    desk.refresh()
    found = listed(desk.client(tmp_path / "home"))
    assert [(each.from_version, each.to_version) for each in found.deltas] == [(1, 2)]


def test_a_build_that_is_called_off_leaves_nothing_and_can_be_run_again(desk: Desk) -> None:
    take(desk, *evil_hosts(0, 1000))
    desk.release()
    take(desk, *evil_hosts(1, 1001))

    def call_off(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.publisher.build(call_off)
    assert not (desk.folder / "staged" / "targets").exists()
    with pytest.raises(UserFacingError, match="nothing-to-sign"):
        desk.sign("emma")
    desk.release()


def test_the_diff_says_how_long_a_list_becomes(desk: Desk) -> None:
    take(desk, *evil_hosts(0, 1000))
    desk.release()
    take(desk, *evil_hosts(0, 1200))
    desk.publisher.build()
    changes = desk.publisher.changes()
    assert changes.records == ()
    (change,) = changes.lists
    assert (change.before, change.after, change.version) == (1000, 1200, 2)


def test_a_list_that_is_named_but_not_there_stops_the_build(desk: Desk) -> None:
    assert [each.kind.value for each in desk.publisher.check()] == ["list_missing"]
    with pytest.raises(UserFacingError, match="check-failed"):
        desk.publisher.build()
