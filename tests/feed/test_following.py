"""A desk follows a feed: it gets what is new, keeps what it has, and never stands without."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.feed.tables_pack import tables_of
from app.host.clock import MAINLAND, FixedClock
from app.lists.fingerprint_file import FingerprintFile
from app.model.errors import DamagedDataError, UserFacingError
from app.model.freshness import Freshness, freshness_of
from app.model.sync_report import NoteKind, StateTrouble, SyncEnd, SyncPhase, SyncProgress
from app.sync.edition import Edition, find_edition
from app.sync.feed_state import POINTER
from app.sync.fetcher import Opened
from app.sync.folder_fetcher import FolderFetcher
from app.sync.watching import SyncCancelledError, SyncWatcher
from app.version import RELEASED_ON
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk, prints, small_feed_tables

NEXT_DAY = date(2026, 11, 24)
NUMBERS = [f"+8613{number:09d}" for number in range(3000)]


class CountingFetcher(FolderFetcher):
    """Remembers what was asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.asked: list[str] = []

    def open(self, url: str, start: int = 0, seal: str = "") -> Opened:
        self.asked.append(url)
        return super().open(url, start, seal)


@pytest.fixture
def next_tables(tmp_path: Path) -> Path:
    return small_feed_tables(tmp_path / "next", NEXT_DAY)


def edition_of(desk: FollowingDesk) -> Edition:
    edition = desk.standing().edition
    assert edition is not None
    return edition


def holds(edition: Edition, name: str, version: int, key: str) -> bool:
    with FingerprintFile.open(prints(edition, name, version)) as file:
        return file.holds(key)


def fetched_of_the_list(feed: FeedSimulator, desk: FollowingDesk) -> list[str]:
    """Have the desk update itself, and return the files of the list that it asks for."""
    fetcher = CountingFetcher(feed.folder)
    assert desk.sync(fetcher).end is SyncEnd.UPDATED
    return [url.rpartition("/")[2] for url in fetcher.asked if "/lists/reported/" in url]


def test_a_first_sync_brings_tables_and_lists(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.put_list("reported", NUMBERS)
    feed.put_index(FIRST_DAY)
    feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == FIRST_DAY
    assert holds(edition_of(desk), "reported", 1, NUMBERS[7])
    assert not holds(edition_of(desk), "reported", 1, "+8613999999999")


def test_with_nothing_new_two_files_are_asked_for(feed: FeedSimulator, desk: FollowingDesk) -> None:
    desk.sync()
    fetcher = CountingFetcher(feed.folder)
    assert desk.sync(fetcher).end is SyncEnd.NOTHING_NEW
    assert [url.rpartition("/")[2] for url in fetcher.asked] == ["2.root.json", "timestamp.json"]


def test_changed_tables_of_the_same_day_are_taken(
    feed: FeedSimulator, desk: FollowingDesk, tables: Path
) -> None:
    desk.sync()
    changed = dict(tables_of(tables))
    changed["register/bank.toml"] = changed["register/bank.toml"].replace("样例银行", "样板银行")
    feed.put_tables(changed)
    feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    text = (edition_of(desk).folder / "register" / "bank.toml").read_text("utf-8")
    assert "样板银行" in text


def test_the_same_targets_signed_anew_are_nothing_new(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    desk.sync()
    feed.publish()
    assert desk.sync().end is SyncEnd.NOTHING_NEW
    assert edition_of(desk).state.version == 2
    assert desk.sync().end is SyncEnd.NOTHING_NEW


def test_a_fresher_signature_on_the_same_list_is_remembered(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    desk.sync()
    before = edition_of(desk).state
    feed.publish_timestamp(days=9)
    assert desk.sync().end is SyncEnd.NOTHING_NEW
    after = edition_of(desk).state
    assert after.expires > before.expires
    assert after.edition == before.edition


def test_a_changed_list_comes_as_a_delta(
    feed: FeedSimulator, desk: FollowingDesk, next_tables: Path
) -> None:
    feed.put_list("reported", NUMBERS)
    feed.release(next_tables)
    desk.sync()
    feed.put_list("reported", [*NUMBERS[5:], "+8613999999999"])
    feed.put_index(NEXT_DAY)
    feed.publish()
    wires = fetched_of_the_list(feed, desk)
    assert [each.partition(".")[2] for each in wires] == ["1-2.delta.zst"]
    assert holds(edition_of(desk), "reported", 2, "+8613999999999")
    assert not holds(edition_of(desk), "reported", 2, NUMBERS[0])


@pytest.mark.parametrize(("steps", "wire"), [(7, "1-6.delta.zst"), (4, "6.full.zst")])
def test_a_desk_that_missed_versions_takes_one_step_or_what_is_whole_if_none_is_kept(
    feed: FeedSimulator, desk: FollowingDesk, next_tables: Path, steps: int, wire: str
) -> None:
    feed.put_list("reported", NUMBERS)
    feed.release(next_tables)
    desk.sync()
    for each in range(1, 6):
        feed.put_list("reported", [*NUMBERS[each:], f"+86139999999{each:02d}"], steps=steps)
    feed.put_index(NEXT_DAY)
    feed.publish()
    wires = fetched_of_the_list(feed, desk)
    assert [each.partition(".")[2] for each in wires] == [wire]
    assert holds(edition_of(desk), "reported", 6, "+8613999999905")
    assert not holds(edition_of(desk), "reported", 6, "+8613999999901")


def test_an_unchanged_list_is_neither_fetched_nor_copied(
    feed: FeedSimulator, desk: FollowingDesk, next_tables: Path
) -> None:
    feed.put_list("reported", NUMBERS)
    feed.release(next_tables)
    desk.sync()
    before = prints(edition_of(desk), "reported", 1)
    feed.put_index(NEXT_DAY)
    feed.publish()
    assert fetched_of_the_list(feed, desk) == []
    after = prints(edition_of(desk), "reported", 1)
    assert after != before
    assert before.samefile(after)


def test_the_old_edition_stays_until_the_sync_after_the_next(
    feed: FeedSimulator, desk: FollowingDesk, next_tables: Path
) -> None:
    desk.sync()
    first = edition_of(desk).folder
    feed.release(next_tables, NEXT_DAY)
    desk.sync()
    assert first.is_dir()
    assert edition_of(desk).folder != first
    desk.sync()
    assert not first.exists()


def test_leftovers_of_killed_runs_are_swept(desk: FollowingDesk) -> None:
    desk.sync()
    for leftover in ("editions/20260101-ab.new/register", "editions/20260101-ab"):
        (desk.folder / leftover).mkdir(parents=True)
    (desk.folder / "current.json.77.new").write_bytes(b"{")
    draft = next(desk.folder.glob("metadata-*")) / "tmpx1"
    draft.write_bytes(b"{")
    desk.sync()
    assert len(list((desk.folder / "editions").iterdir())) == 1
    assert not (desk.folder / "current.json.77.new").exists()
    assert not draft.exists()


def test_a_list_that_names_an_official_number_is_noted(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    feed.put_list("reported", [*NUMBERS, "95777"])
    feed.put_index(FIRST_DAY)
    feed.publish()
    notes = desk.sync().notes
    assert [(each.kind, each.what) for each in notes] == [(NoteKind.LIST_NAMES_OFFICIAL, "95777")]
    assert edition_of(desk).state.notes == notes


def test_a_newer_schema_alone_keeps_what_there_is(feed: FeedSimulator, desk: FollowingDesk) -> None:
    desk.sync()
    before = edition_of(desk).state
    del feed.targets.targets["feed-1.json"]
    feed.put_index(NEXT_DAY, schema=2)
    feed.publish(timestamp_days=30)
    outcome = desk.sync()
    assert outcome.end is SyncEnd.UPDATE_PROGRAM
    assert edition_of(desk).state == replace(before, newer_schema=2)


def test_a_newer_schema_beside_ours_is_no_concern(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.put_index(NEXT_DAY, schema=2)
    feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED


def test_without_any_index_nothing_is_taken(feed: FeedSimulator, desk: FollowingDesk) -> None:
    del feed.targets.targets["feed-1.json"]
    feed.publish()
    with pytest.raises(DamagedDataError):
        desk.sync()
    assert desk.as_of is None


def test_a_sync_called_off_leaves_the_old_list_and_goes_on_later(
    feed: FeedSimulator, desk: FollowingDesk, next_tables: Path
) -> None:
    desk.sync()
    feed.put_list("reported", NUMBERS)
    feed.release(next_tables, NEXT_DAY)
    for phase in SyncPhase:
        if phase is SyncPhase.COPYING:
            continue
        with pytest.raises(SyncCancelledError):
            desk.sync(watcher=_cancelling_at(phase))
        assert desk.as_of == FIRST_DAY
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == NEXT_DAY


def _cancelling_at(phase: SyncPhase) -> SyncWatcher:
    def look(progress: SyncProgress) -> None:
        if progress.phase is phase:
            watcher.cancel()

    watcher = SyncWatcher(look)
    return watcher


def test_progress_names_the_bytes(desk: FollowingDesk) -> None:
    seen: list[SyncProgress] = []
    desk.sync(watcher=SyncWatcher(seen.append))
    fetched = [each for each in seen if each.phase is SyncPhase.FETCHING]
    assert fetched[-1].done == fetched[-1].total > 0
    phases = dict.fromkeys(each.phase for each in seen)
    assert next(iter(phases)) is SyncPhase.ASKING
    assert list(phases)[-1] is SyncPhase.TRYING


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, Freshness.FRESH),
        (3, Freshness.FRESH),
        (5, Freshness.AGEING),
        (17, Freshness.AGEING),
        (19, Freshness.STALE),
        (-2, Freshness.STALE),
        (-4000, Freshness.STALE),
        (4000, Freshness.STALE),
    ],
)
def test_freshness_is_what_the_publisher_signed(
    desk: FollowingDesk, days: int, expected: Freshness
) -> None:
    desk.sync()
    today = datetime.now(MAINLAND).date() + timedelta(days=days)
    term = edition_of(desk).term
    assert freshness_of(FIRST_DAY, today, term, released_on=RELEASED_ON) is expected


@pytest.mark.parametrize("behind", [timedelta(days=3), timedelta(days=2000)])
def test_a_clock_behind_the_last_sync_is_refused(desk: FollowingDesk, behind: timedelta) -> None:
    desk.sync()
    desk.clock = FixedClock(datetime.now(UTC) - behind)
    with pytest.raises(UserFacingError) as caught:
        desk.sync()
    assert caught.value.reference == "feed-clock-behind"


@pytest.mark.parametrize("years", [1, 30])
def test_a_clock_years_behind_is_refused_at_a_first_sync_too(
    desk: FollowingDesk, years: int
) -> None:
    """Nothing is known of the feed yet, but of the day on which the program came out."""
    desk.clock = FixedClock(datetime.now(UTC) - timedelta(days=366 * years))
    with pytest.raises(UserFacingError) as caught:
        desk.sync()
    assert caught.value.reference == "feed-clock-behind"
    assert desk.as_of is None


@pytest.mark.parametrize(
    "text",
    ["", "{}", "null", "[]", '{"edition": "../../x"}', "{" * 100_000, "\0", '{"edition": 1}'],
)
def test_a_broken_pointer_is_no_edition_and_can_be_repaired(desk: FollowingDesk, text: str) -> None:
    desk.sync()
    (desk.folder / POINTER).write_text(text)
    assert desk.standing().trouble is StateTrouble.POINTER_BROKEN
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == FIRST_DAY


def test_a_lost_edition_is_noticed_and_fetched_again(desk: FollowingDesk) -> None:
    desk.sync()
    shutil.rmtree(edition_of(desk).folder)
    assert desk.standing().trouble is StateTrouble.EDITION_MISSING
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == FIRST_DAY


def test_built_in_tables_that_are_newer_win(desk: FollowingDesk) -> None:
    desk.sync()
    assert find_edition(desk.folder, FIRST_DAY).edition is not None
    found = find_edition(desk.folder, FIRST_DAY + timedelta(days=1))
    assert found.edition is None
    assert found.trouble is StateTrouble.BUILT_IN_NEWER
