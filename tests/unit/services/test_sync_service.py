"""Following a feed, as both faces ask for it."""

from pathlib import Path

import pytest

from app.feed.feed_card import write_card
from app.model.errors import DamagedDataError, UserFacingError
from app.model.sync_report import SyncEnd
from app.services.sync_service import SyncService
from app.sync.watching import SyncWatcher
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk, small_feed_tables


@pytest.fixture
def desk(tmp_path: Path) -> FollowingDesk:
    feed = FeedSimulator(tmp_path / "repository")
    feed.release(small_feed_tables(tmp_path / "tables"))
    return FollowingDesk(feed, tmp_path / "home" / "feed")


@pytest.fixture
def service(desk: FollowingDesk) -> SyncService:
    return SyncService(desk.ground(), desk.standing)


def card_file(desk: FollowingDesk, folder: Path) -> Path:
    file = folder / "a.mingbian-feed"
    file.write_bytes(write_card(desk.simulator.card()))
    return file


def test_without_a_card_nothing_is_followed(service: SyncService, desk: FollowingDesk) -> None:
    assert service.status().name is None
    for act in (
        lambda: service.sync(SyncWatcher()),
        lambda: service.sync_from(desk.simulator.folder, SyncWatcher()),
        lambda: service.make_stick(desk.folder / "stick", SyncWatcher()),
    ):
        with pytest.raises(UserFacingError) as caught:
            act()
        assert caught.value.reference == "feed-none"


def test_a_card_is_offered_with_its_words_before_it_is_trusted(
    service: SyncService, desk: FollowingDesk, tmp_path: Path
) -> None:
    offered = service.offered(card_file(desk, tmp_path))
    assert len(offered.words) == 12
    assert service.status().name is None
    service.add(offered)
    status = service.status()
    assert status.name == offered.card.name
    assert status.words == offered.words
    assert status.state is None


def test_a_stick_is_followed_like_a_server(
    service: SyncService, desk: FollowingDesk, tmp_path: Path
) -> None:
    service.add(service.offered(card_file(desk, tmp_path)))
    assert service.sync_from(desk.simulator.folder, SyncWatcher()).end is SyncEnd.UPDATED
    state = service.status().state
    assert state is not None
    assert state.as_of == FIRST_DAY


def test_another_publishers_card_ends_the_use_of_the_first_ones_list(
    service: SyncService, desk: FollowingDesk, tmp_path: Path
) -> None:
    service.add(service.offered(card_file(desk, tmp_path)))
    service.sync_from(desk.simulator.folder, SyncWatcher())
    service.add(service.offered(card_file(desk, tmp_path)))
    assert desk.as_of == FIRST_DAY
    desk.simulator = FeedSimulator(tmp_path / "other")
    service.add(service.offered(card_file(desk, tmp_path)))
    assert desk.as_of is None


@pytest.mark.parametrize("text", [b"", b"{}", b"\xff", b"[" * 400_000])
def test_what_is_no_card_is_refused(service: SyncService, tmp_path: Path, text: bytes) -> None:
    file = tmp_path / "b.mingbian-feed"
    file.write_bytes(text)
    with pytest.raises(DamagedDataError):
        service.offered(file)
    with pytest.raises(UserFacingError):
        service.offered(tmp_path / "absent")
