"""Attacks on what the daily role signed, on its way: a real client takes none of it for granted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.feed.repository_layout import DAILY_INDEX
from app.model.errors import UserFacingError
from app.sync.repository_client import LIMITS
from tests.daily_role import DailyRole
from tests.feed.test_attacks import HARMS, EndlessFetcher, refused
from tests.feed.test_daily_role import NUMBERS, holding
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk


@pytest.fixture
def role(feed: FeedSimulator, desk: FollowingDesk) -> DailyRole:
    """A daily role whose first list the desk has, and whose next one is public."""
    role = DailyRole(feed)
    role.delegate()
    role.put_list("fresh", NUMBERS)
    role.sign()
    feed.publish()
    desk.sync()
    role.put_list("fresh", NUMBERS[3:])
    role.publish()
    return role


def old_list_is_used(desk: FollowingDesk) -> bool:
    return holding(desk, NUMBERS[0]) == ["fresh"]


@pytest.mark.parametrize("harm", HARMS)
def test_truncated_or_flipped_daily_metadata(
    role: DailyRole, desk: FollowingDesk, harm: Callable[[bytes], bytes]
) -> None:
    file = role.feed.metadata / "2.daily.json"
    file.write_bytes(harm(file.read_bytes()))
    refused(desk, "damaged-data", "feed-bad-signature", "feed-too-large")
    assert old_list_is_used(desk)


@pytest.mark.parametrize("target", ["index", "step"])
@pytest.mark.parametrize("harm", HARMS)
def test_a_truncated_or_flipped_target_of_the_daily_role(
    role: DailyRole, desk: FollowingDesk, harm: Callable[[bytes], bytes], target: str
) -> None:
    name = DAILY_INDEX if target == "index" else role.lists["fresh"].deltas[0].target
    place = role.targets.targets[name].get_prefixed_paths()[0]
    file = role.feed.targets_folder / place
    file.write_bytes(harm(file.read_bytes()))
    refused(desk, "damaged-data", "feed-too-large")
    assert old_list_is_used(desk)


@pytest.mark.parametrize("name", ["2.daily.json", "index-1.json", "full.zst", "delta.zst"])
def test_endless_data_from_the_daily_role(
    role: DailyRole, desk: FollowingDesk, tmp_path: Path, name: str
) -> None:
    fetcher = EndlessFetcher(role.feed.folder, name)
    first = FollowingDesk(role.feed, tmp_path / "first" / "feed")
    tried = desk if name == "delta.zst" else first
    before = tried.as_of
    with pytest.raises(UserFacingError) as caught:
        tried.sync(fetcher)
    assert caught.value.reference == "feed-too-large"
    assert 0 < fetcher.sent <= LIMITS.targets_max_length + 2 * 4096
    assert tried.as_of == before


def test_oversized_daily_metadata(role: DailyRole, desk: FollowingDesk) -> None:
    """Signed by the right key, and still too long to be taken."""
    role.targets.unrecognized_fields["padding"] = "x" * (LIMITS.targets_max_length + 1)
    role.sign()
    role.feed.snapshot.meta["daily.json"].length = None
    role.publish_snapshot()
    refused(desk, "feed-too-large")
    assert desk.as_of == FIRST_DAY
    assert old_list_is_used(desk)
