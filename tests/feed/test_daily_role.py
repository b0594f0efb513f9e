"""Whoever signs the daily lists can warn of numbers, and can do nothing else to anybody."""

import dataclasses
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.feed.repository_layout import DAILY_INDEX, index_target, tables_target
from app.host.clock import MAINLAND, FixedClock
from app.model.errors import UserFacingError
from app.model.feed_index import MOST_DAILY_DAYS, ListDelta, ListKind
from app.model.language import LocalizedText
from app.model.source_note import SourceClass
from app.model.sync_report import NoteKind, SyncEnd
from app.services.sync_service import SyncService
from app.sync.edition import index_of, open_whole_lists
from app.sync.feed_names import STICK
from app.sync.folder_fetcher import FolderFetcher
from app.sync.repository_client import RepositoryClient
from app.sync.stick import make_stick
from app.sync.sync_ground import SyncGround
from app.sync.watching import SyncWatcher
from tests.daily_role import DailyRole
from tests.feed.test_attacks import refused
from tests.feed.test_sticks import AsServer
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk, in_days, signers

NEXT_DAY = date(2026, 11, 23)
NUMBERS = [f"+8613{number:09d}" for number in range(2000)]


@pytest.fixture
def role(feed: FeedSimulator) -> DailyRole:
    """A daily role that the editors gave to one key, with a list of its own."""
    role = DailyRole(feed)
    role.delegate()
    feed.put_list("reported", ["+8613100000000"])
    feed.put_index(FIRST_DAY)
    role.put_list("fresh", NUMBERS)
    role.sign()
    feed.publish()
    return role


def holding(desk: FollowingDesk, key: str) -> list[str]:
    """Return the lists of the edition in use that hold a number."""
    edition = desk.standing().edition
    assert edition is not None
    return [each.about.name for each in open_whole_lists(edition.folder) if each.holds(key)]


def notes(desk: FollowingDesk) -> set[NoteKind]:
    state = desk.standing().state
    assert state is not None
    return {each.kind for each in state.notes}


def late(desk: FollowingDesk) -> bool:
    """Tell whether the person reads that daily lists are late."""
    return SyncService(desk.ground(), desk.standing).status().daily_is_late


def test_a_daily_list_comes_and_changes_without_any_editor(
    role: DailyRole, desk: FollowingDesk
) -> None:
    assert desk.sync().end is SyncEnd.UPDATED
    assert holding(desk, NUMBERS[0]) == ["fresh"]
    assert desk.sync().end is SyncEnd.NOTHING_NEW
    role.put_list("fresh", [*NUMBERS[1:], "+8613999999999"])
    role.publish()
    outcome = desk.sync()
    assert outcome.end is SyncEnd.UPDATED
    assert outcome.fetched < 3_000  # its index and one step
    assert holding(desk, NUMBERS[0]) == []
    assert holding(desk, "+8613999999999") == ["fresh"]
    assert holding(desk, "+8613100000000") == ["reported"]
    assert desk.sync().end is SyncEnd.NOTHING_NEW


def test_the_editors_change_tables_while_the_daily_list_stays(
    role: DailyRole, desk: FollowingDesk
) -> None:
    desk.sync()
    role.feed.put_index(NEXT_DAY)
    role.feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == NEXT_DAY
    assert holding(desk, NUMBERS[0]) == ["fresh"]


def test_a_role_that_has_signed_nothing_yet_holds_up_nobody(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    DailyRole(feed).delegate()
    feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.sync().end is SyncEnd.NOTHING_NEW


@pytest.mark.parametrize(
    "name", [tables_target("register"), tables_target("patterns"), index_target(1)]
)
def test_the_daily_key_signs_what_is_the_editors(
    role: DailyRole, desk: FollowingDesk, name: str
) -> None:
    """Their word comes first, and its own of such a name is never asked."""
    role.put(name, b"{}")
    role.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == FIRST_DAY
    assert notes(desk) == set()


@pytest.mark.parametrize("name", [index_target(2), "lists/other/1.full.zst", "tables/1/new"])
def test_the_daily_key_signs_what_nobody_else_did(
    role: DailyRole, tmp_path: Path, name: str
) -> None:
    """Outside of its folder it has no say, not even where the editors say nothing."""
    role.put(name, b"{}")
    role.publish()
    client = RepositoryClient(
        tmp_path, role.feed.card().root.encode(), FolderFetcher(role.feed.folder), STICK
    )
    client.refresh()
    assert client.target(name) is None
    assert client.target(DAILY_INDEX) is not None


def test_editors_who_forget_a_table_do_not_get_it_from_the_daily_key(
    role: DailyRole, desk: FollowingDesk
) -> None:
    data = role.feed.place(tables_target("register")).read_bytes()
    del role.feed.targets.targets[tables_target("register")]
    role.put(tables_target("register"), data)
    role.sign()
    role.feed.publish()
    refused(desk, "damaged-data")


def _reviewed(role: DailyRole) -> None:
    role.lists["fresh"] = replace(role.lists["fresh"], reviewed=True)


def _editors_name(role: DailyRole) -> None:
    role.put_list("reported", NUMBERS)


def _editors_file(role: DailyRole) -> None:
    theirs = role.feed.lists["reported"]
    role.lists["fresh"] = replace(role.lists["fresh"], full_target=theirs.full_target)


def _editors_step(role: DailyRole) -> None:
    step = ListDelta(1, 2, "lists/reported/1-2.delta.zst")
    role.lists["fresh"] = replace(role.lists["fresh"], deltas=(step,))


def _outside(role: DailyRole) -> None:
    listed = role.lists["fresh"]
    role.lists["fresh"] = replace(listed, full_target="daily/fresh/../../tables/1/register")


def _endless(role: DailyRole) -> None:
    role.lists["fresh"] = replace(role.lists["fresh"], entries=150_000_000)


def _other_words(role: DailyRole) -> None:
    said = LocalizedText(zh="请拨打13800000000解除。", en="Call 13800000000 to be cleared.")
    role.lists["fresh"] = replace(role.lists["fresh"], reason=said)


def _other_appeal(role: DailyRole) -> None:
    role.lists["fresh"] = replace(role.lists["fresh"], appeal="https://evil.example/")


def _other_source(role: DailyRole) -> None:
    source = role.lists["fresh"].source
    police = replace(source, title="公安部", source_class=SourceClass.AUTHORITY)
    role.lists["fresh"] = replace(role.lists["fresh"], source=police)


def _other_kind(role: DailyRole) -> None:
    role.lists["fresh"] = replace(role.lists["fresh"], kind=ListKind.DOMAINS)


def _unknown_list(role: DailyRole) -> None:
    role.put_list("nobody-asked", NUMBERS[:9])


def _swarm(role: DailyRole) -> None:
    for number in range(40):
        role.put_list(f"swarm-{number}", NUMBERS[:1])


def _another_list(role: DailyRole) -> None:
    role.lists["fresh"] = replace(role.lists["fresh"], sha256="0" * 64)


def _no_list(role: DailyRole) -> None:
    role.put_list("fresh", NUMBERS[1:])
    del role.targets.targets[role.lists["fresh"].full_target]
    role.lists["fresh"] = replace(role.lists["fresh"], full_target="daily/fresh/9.full.zst")


def _too_long_a_list(role: DailyRole) -> None:
    role.put_list("fresh", NUMBERS[1:])
    role.put(role.lists["fresh"].full_target, bytes(150_000))


OVERREACHES = (
    _reviewed,
    _editors_name,
    _editors_file,
    _editors_step,
    _outside,
    _endless,
    _other_words,
    _other_appeal,
    _other_source,
    _other_kind,
    _unknown_list,
    _swarm,
    _another_list,
    _no_list,
    _too_long_a_list,
)


@pytest.mark.parametrize("overreach", OVERREACHES, ids=lambda each: each.__name__.strip("_"))
def test_a_daily_key_that_oversteps_is_left_out_and_holds_up_no_editor(
    role: DailyRole, desk: FollowingDesk, overreach: Callable[[DailyRole], None]
) -> None:
    desk.sync()
    overreach(role)
    role.sign()
    role.feed.put_index(NEXT_DAY)
    role.feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == NEXT_DAY
    assert notes(desk) == {NoteKind.DAILY_REFUSED}
    assert holding(desk, NUMBERS[0]) == []
    assert holding(desk, "+8613100000000") == ["reported"]
    assert desk.sync().end is SyncEnd.NOTHING_NEW


@pytest.mark.parametrize(("days", "too_long"), [(30, False), (33, True), (4_000, True)])
def test_a_daily_list_that_would_be_asked_longer_than_the_editors_allow(
    role: DailyRole, desk: FollowingDesk, days: int, *, too_long: bool
) -> None:
    """Who stole the key cannot have people warned of somebody for years."""
    expires = desk.clock.today() + timedelta(days=days)
    role.lists["fresh"] = replace(role.lists["fresh"], expires=expires)
    role.sign()
    role.feed.put_index(NEXT_DAY)
    role.feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == NEXT_DAY
    assert notes(desk) == ({NoteKind.DAILY_TOO_LONG} if too_long else set())
    assert holding(desk, NUMBERS[0]) == ([] if too_long else ["fresh"])
    assert holding(desk, "+8613100000000") == ["reported"]


def test_no_editor_allows_a_daily_list_for_years(role: DailyRole, desk: FollowingDesk) -> None:
    role.feed.daily = tuple(replace(each, lasts_days=4_000) for each in role.feed.daily)
    expires = desk.clock.today() + timedelta(days=MOST_DAILY_DAYS + 2)
    role.lists["fresh"] = replace(role.lists["fresh"], expires=expires)
    role.sign()
    role.feed.put_index(NEXT_DAY)
    role.feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert notes(desk) == {NoteKind.DAILY_TOO_LONG}
    role.lists["fresh"] = replace(role.lists["fresh"], expires=expires - timedelta(days=1))
    role.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert notes(desk) == set()


def golden_without_daily(edition: Path) -> None:
    """Misjudge a golden message where a daily list is asked."""
    if any(each.name == "fresh" for each in index_of(edition).lists):
        raise UserFacingError("feed-refused", cause="a mother who works late")


class TryingDesk(FollowingDesk):
    """A computer on which a daily list spoils a golden message."""

    def ground(self) -> SyncGround:
        return replace(super().ground(), trial=golden_without_daily)


def test_a_daily_list_that_spoils_a_golden_message_holds_up_no_editor(role: DailyRole) -> None:
    desk = TryingDesk(role.feed, role.feed.folder.parent / "home" / "feed")
    assert desk.sync().end is SyncEnd.UPDATED
    assert notes(desk) == {NoteKind.DAILY_REFUSED}
    assert holding(desk, "+8613100000000") == ["reported"]
    assert holding(desk, NUMBERS[0]) == []


@pytest.mark.parametrize("field", ["tables", "program", "as_of"])
def test_a_daily_index_that_speaks_of_more_than_lists(
    role: DailyRole, desk: FollowingDesk, field: str
) -> None:
    role.sign()
    place = role.targets.targets[DAILY_INDEX].get_prefixed_paths()[0]
    row = json.loads((role.feed.targets_folder / place).read_text())
    role.put(DAILY_INDEX, json.dumps({**row, field: []}).encode())
    role.targets.version += 1
    role.write()
    role.publish_snapshot()
    assert desk.sync().end is SyncEnd.UPDATED
    assert notes(desk) == {NoteKind.DAILY_REFUSED}


def test_a_daily_list_that_names_an_official_number_says_so_and_marks_nobody(
    role: DailyRole, desk: FollowingDesk
) -> None:
    role.put_list("fresh", [*NUMBERS, "95777"])
    role.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert notes(desk) == {NoteKind.LIST_NAMES_OFFICIAL}


def test_too_few_signatures_of_those_who_sign_daily(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    role = DailyRole(feed, signers(2))
    role.delegate(threshold=2)
    role.put_list("fresh", NUMBERS)
    role.sign()
    feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    role.keys = role.keys[:1]
    role.publish()
    refused(desk, "feed-bad-signature")
    assert holding(desk, NUMBERS[0]) == ["fresh"]


def test_one_daily_signer_who_signs_twice_is_one(feed: FeedSimulator, desk: FollowingDesk) -> None:
    role = DailyRole(feed, signers(2))
    role.delegate(threshold=2)
    role.keys = role.keys[:1] * 2
    role.put_list("fresh", NUMBERS)
    role.sign()
    feed.publish()
    refused(desk, "feed-bad-signature", "damaged-data")


def test_a_revoked_daily_key(role: DailyRole, desk: FollowingDesk) -> None:
    desk.sync()
    stolen = role.keys
    role.keys = signers(1)
    role.delegate()
    role.sign()
    role.feed.publish()
    assert desk.sync().end is SyncEnd.NOTHING_NEW  # the same lists by another key
    role.keys = stolen
    role.put_list("fresh", NUMBERS[:3])
    role.publish()
    refused(desk, "feed-bad-signature")
    assert holding(desk, NUMBERS[9]) == ["fresh"]


def test_a_key_nobody_named(role: DailyRole, desk: FollowingDesk) -> None:
    desk.sync()
    role.keys = signers(1)
    role.publish()
    refused(desk, "feed-bad-signature")


def test_an_editor_does_not_sign_for_the_daily_role(role: DailyRole, desk: FollowingDesk) -> None:
    desk.sync()
    role.keys = role.feed.keys["targets"]
    role.publish()
    refused(desk, "feed-bad-signature")


def test_the_daily_key_does_not_sign_for_the_editors(role: DailyRole, desk: FollowingDesk) -> None:
    desk.sync()
    role.feed.keys["targets"] = [*role.keys, role.feed.keys["targets"][0]]
    role.feed.put_index(NEXT_DAY)
    role.feed.publish()
    refused(desk, "feed-bad-signature")
    assert desk.as_of == FIRST_DAY


def test_a_role_that_was_taken_away_is_heard_no_more(role: DailyRole, desk: FollowingDesk) -> None:
    desk.sync()
    role.feed.targets.delegations = None
    role.feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert holding(desk, NUMBERS[0]) == []
    role.put_list("fresh", NUMBERS[:3])
    role.publish()
    assert desk.sync().end is not SyncEnd.UPDATE_PROGRAM
    assert holding(desk, NUMBERS[0]) == []


def test_rollback_of_the_daily_metadata(role: DailyRole, desk: FollowingDesk) -> None:
    role.publish()
    desk.sync()
    role.targets.version -= 1
    role.write()
    role.publish_snapshot()
    refused(desk, "feed-rolled-back")


def test_a_snapshot_that_forgets_the_daily_role(role: DailyRole, desk: FollowingDesk) -> None:
    desk.sync()
    del role.feed.snapshot.meta["daily.json"]
    role.publish_snapshot()
    refused(desk, "feed-bad-signature")
    assert holding(desk, NUMBERS[0]) == ["fresh"]


def test_mix_and_match_of_daily_metadata(role: DailyRole, desk: FollowingDesk) -> None:
    old = (role.feed.metadata / "1.daily.json").read_bytes()
    role.put_list("fresh", NUMBERS[:3])
    role.publish()
    (role.feed.metadata / "2.daily.json").write_bytes(old)
    refused(desk, "damaged-data", "feed-rolled-back", "feed-too-large")


def test_a_truncated_daily_index(role: DailyRole, desk: FollowingDesk) -> None:
    """Bytes lost on the way are no word of the role: the sync fails and is tried again."""
    desk.sync()
    role.put_list("fresh", NUMBERS[:3])
    role.publish()
    place = role.feed.targets_folder / role.targets.targets[DAILY_INDEX].get_prefixed_paths()[0]
    whole = place.read_bytes()
    place.write_bytes(whole[:-1])
    refused(desk, "damaged-data")
    assert holding(desk, NUMBERS[9]) == ["fresh"]
    place.write_bytes(whole)
    assert desk.sync().end is SyncEnd.UPDATED


def test_daily_metadata_that_have_expired_go_without_and_hold_up_no_editor(
    role: DailyRole, desk: FollowingDesk
) -> None:
    role.targets.expires = in_days(-1)
    role.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == FIRST_DAY
    assert holding(desk, NUMBERS[0]) == []
    assert notes(desk) == {NoteKind.DAILY_EXPIRED}
    assert late(desk)
    role.feed.put_index(NEXT_DAY)
    role.feed.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert desk.as_of == NEXT_DAY
    assert late(desk)
    role.targets.expires = in_days(7)
    role.publish()
    assert desk.sync().end is SyncEnd.UPDATED
    assert holding(desk, NUMBERS[0]) == ["fresh"]
    assert notes(desk) == set()
    assert not late(desk)


def test_daily_lists_that_nobody_signs_any_more_are_told_of_though_all_else_is_fresh(
    role: DailyRole, desk: FollowingDesk
) -> None:
    role.targets.expires = in_days(1)
    role.publish()
    desk.sync()
    assert not late(desk)
    tomorrow = dataclasses.replace(
        desk, clock=FixedClock(datetime.now(MAINLAND) + timedelta(days=1.5))
    )
    assert late(tomorrow)
    outcome = tomorrow.sync()
    assert outcome.end is SyncEnd.NOTHING_NEW
    assert [each.kind for each in outcome.notes] == [NoteKind.DAILY_EXPIRED]
    assert late(tomorrow)
    assert holding(desk, NUMBERS[0]) == ["fresh"]  # a list that is late still warns
    role.targets.expires = in_days(7)
    role.publish()
    outcome = tomorrow.sync()
    assert (outcome.end, outcome.notes) == (SyncEnd.NOTHING_NEW, ())  # the same lists, signed anew
    assert not late(tomorrow)


def test_who_never_signed_a_daily_list_is_not_late(
    feed: FeedSimulator, desk: FollowingDesk
) -> None:
    DailyRole(feed).delegate()
    feed.publish()
    desk.sync()
    assert not late(desk)


def test_a_daily_role_that_was_taken_away_is_late_no_more(
    role: DailyRole, desk: FollowingDesk
) -> None:
    role.targets.expires = in_days(-1)
    role.publish()
    desk.sync()
    assert late(desk)
    role.feed.targets.delegations = None
    role.feed.daily = ()
    role.feed.put_index(NEXT_DAY)
    role.feed.publish()
    desk.sync()
    assert notes(desk) == set()
    assert not late(desk)


def test_a_stick_carries_the_daily_lists_on(
    role: DailyRole, desk: FollowingDesk, tmp_path: Path
) -> None:
    desk.sync()
    role.put_list("fresh", NUMBERS[3:])  # a step, so that the whole list has to be fetched
    role.publish()
    desk.sync()
    stick = tmp_path / "stick"
    server = AsServer(role.feed.folder)
    make_stick(desk.ground(), role.feed.card(), server, stick, SyncWatcher())
    next_desk = FollowingDesk(role.feed, tmp_path / "next" / "feed")
    assert next_desk.sync(FolderFetcher(stick)).end is SyncEnd.UPDATED
    assert holding(next_desk, NUMBERS[5]) == ["fresh"]


def test_a_list_of_sites_may_change_daily_too(role: DailyRole, desk: FollowingDesk) -> None:
    listed = role.put_list("sites", ["evil.example"])
    role.lists["sites"] = replace(listed, kind=ListKind.DOMAINS)
    role.publish()
    desk.sync()
    edition = desk.standing().edition
    assert edition is not None
    kinds = {each.name: each.kind for each in index_of(edition.folder).lists}
    assert kinds["sites"] is ListKind.DOMAINS
