"""Sticks: what is carried by hand gets the very same checks, and nothing on it can do harm."""

import os
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest

from app.feed.feed_card import write_card
from app.model.errors import UserFacingError
from app.model.sync_report import SyncEnd
from app.services.sync_service import SyncService
from app.sync.feed_folder import keep_card
from app.sync.feed_names import STICK
from app.sync.fetcher import Opened
from app.sync.folder_fetcher import FolderFetcher
from app.sync.stick import CARD_ON_STICK, make_stick, stick_fetcher
from app.sync.watching import SyncCancelledError, SyncWatcher
from app.sync.zip_fetcher import ZipFetcher
from tests.feed.test_attacks import refused
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk


def zipped(feed: FeedSimulator, file: Path, prefix: str = "") -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(feed.folder.rglob("*")):
            if path.is_file():
                archive.write(path, prefix + path.relative_to(feed.folder).as_posix())
    return file


@pytest.mark.parametrize("prefix", ["", "stick/", "新建文件夹/mingbian/"])
def test_a_zip_is_followed_like_a_folder(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path, prefix: str
) -> None:
    file = zipped(feed, tmp_path / "feed.zip", prefix)
    assert desk.sync(ZipFetcher(file)).end is SyncEnd.UPDATED
    assert desk.sync(ZipFetcher(file)).end is SyncEnd.NOTHING_NEW


def test_what_a_mac_puts_into_a_zip_is_passed_over(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path
) -> None:
    file = zipped(feed, tmp_path / "feed.zip")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("__MACOSX/metadata/._timestamp.json", b"x")
        archive.writestr(".DS_Store", b"x")
    assert desk.sync(ZipFetcher(file)).end is SyncEnd.UPDATED


@pytest.mark.parametrize(
    "name",
    [
        "../evil.txt",
        "metadata/../../evil.txt",
        "/etc/evil.txt",
        "C:\\evil.txt",
        "a\\..\\evil.txt",
        "a//evil.txt",
        "./evil.txt",
    ],
)
def test_path_traversal_in_a_zip(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path, name: str
) -> None:
    file = zipped(feed, tmp_path / "feed.zip")
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, b"evil")
    with pytest.raises(UserFacingError) as caught:
        desk.sync(ZipFetcher(file))
    assert caught.value.reference == "feed-bad-zip"
    assert not list(tmp_path.rglob("evil*"))


def test_a_link_in_a_zip(feed: FeedSimulator, tmp_path: Path) -> None:
    file = zipped(feed, tmp_path / "feed.zip")
    link = zipfile.ZipInfo("targets/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(UserFacingError, match="feed-bad-zip"):
        ZipFetcher(file)


def test_one_name_twice_in_a_zip(feed: FeedSimulator, tmp_path: Path) -> None:
    file = zipped(feed, tmp_path / "feed.zip")
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("metadata/timestamp.json", b"{}")
    with pytest.raises(UserFacingError, match="feed-bad-zip"):
        ZipFetcher(file)


@pytest.mark.parametrize("name", ["metadata/timestamp.json", "metadata/1.targets.json"])
def test_a_zip_bomb(desk: FollowingDesk, feed: FeedSimulator, tmp_path: Path, name: str) -> None:
    """Two hundred megabytes of blanks in one entry are read no further than they may be long."""
    (feed.folder / name).write_bytes(b" " * 200_000_000)
    file = zipped(feed, tmp_path / "feed.zip")
    assert file.stat().st_size < 1_000_000
    with pytest.raises(UserFacingError) as caught:
        desk.sync(ZipFetcher(file))
    assert caught.value.reference == "feed-too-large"


def test_a_zip_bomb_that_lies_about_its_length(
    desk: FollowingDesk, feed: FeedSimulator, tmp_path: Path
) -> None:
    place = feed.place("tables/1/register.jsonl.zst")
    length = place.stat().st_size
    place.write_bytes(b"\0" * 50_000_000)
    file = zipped(feed, tmp_path / "feed.zip")
    data = file.read_bytes().replace(struct.pack("<L", 50_000_000), struct.pack("<L", length))
    file.write_bytes(data)
    with pytest.raises(UserFacingError) as caught:
        desk.sync(ZipFetcher(file))
    assert caught.value.reference in ("feed-bad-zip", "damaged-data", "feed-too-large")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_unfolds_without_bound(
    feed: FeedSimulator, tmp_path: Path, method: int
) -> None:
    file = zipped(feed, tmp_path / "feed.zip")
    with zipfile.ZipFile(file, "a", method) as archive:
        archive.writestr("targets/x", b" " * 10_000_000)
    with pytest.raises(UserFacingError, match="feed-bad-zip"):
        ZipFetcher(file)


def test_a_zip_of_countless_entries(feed: FeedSimulator, tmp_path: Path) -> None:
    file = zipped(feed, tmp_path / "feed.zip")
    with zipfile.ZipFile(file, "a") as archive:
        for number in range(5001):
            archive.writestr(f"targets/{number}", b"")
    with pytest.raises(UserFacingError, match="feed-bad-zip"):
        ZipFetcher(file)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\xff" * 40, b"\0" * 100_000])
def test_what_is_no_zip(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "feed.zip"
    file.write_bytes(data)
    with pytest.raises(UserFacingError, match="feed-bad-zip"):
        stick_fetcher(file)


def test_a_cut_zip(feed: FeedSimulator, tmp_path: Path) -> None:
    file = zipped(feed, tmp_path / "feed.zip")
    file.write_bytes(file.read_bytes()[:-30])
    with pytest.raises(UserFacingError, match="feed-bad-zip"):
        stick_fetcher(file)


def test_a_folder_or_a_zip_without_a_list(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with zipfile.ZipFile(tmp_path / "empty.zip", "w") as archive:
        archive.writestr("readme.txt", b"x")
    for place in (tmp_path / "folder", tmp_path / "empty.zip"):
        with pytest.raises(UserFacingError, match="feed-not-here"):
            stick_fetcher(place)
    with pytest.raises(UserFacingError, match="feed-unreadable"):
        stick_fetcher(tmp_path / "absent")


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
@pytest.mark.parametrize("name", ["metadata/1.targets.json", "targets"])
def test_a_link_on_a_stick_is_not_followed(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path, name: str
) -> None:
    place = feed.folder / name
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    refused(desk, "feed-not-there")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_on_a_stick_holds_nobody(feed: FeedSimulator, desk: FollowingDesk) -> None:
    place = feed.metadata / "1.snapshot.json"
    place.unlink()
    os.mkfifo(place)
    refused(desk, "feed-not-there")


@pytest.mark.parametrize(
    "url",
    ["stick:/../x", "stick:/metadata/../x", "stick:/metadata/%2e%2e/x", "stick://etc", "/etc"],
)
def test_an_address_that_leads_out_of_a_stick(feed: FeedSimulator, url: str) -> None:
    fetcher = stick_fetcher(feed.folder)
    with pytest.raises(Exception, match="not in this folder"):
        fetcher.open(url)


def following(desk: FollowingDesk) -> SyncService:
    keep_card(desk.folder, write_card(desk.simulator.card()))
    return SyncService(desk.ground(), desk.standing)


def test_a_stick_serves_the_next_stall(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path
) -> None:
    for _ in range(3):
        feed.rotate("root")
    feed.put_list("reported", [f"+8613{number:09d}" for number in range(500)])
    feed.put_index(FIRST_DAY)
    feed.publish()
    desk.sync()
    size = following(desk).make_stick(tmp_path / "stick", SyncWatcher())
    assert size > 0
    next_stall = FollowingDesk(feed, tmp_path / "next")
    outcome = next_stall.sync(stick_fetcher(tmp_path / "stick"), STICK)
    assert outcome.end is SyncEnd.UPDATED
    assert next_stall.as_of == FIRST_DAY
    assert (tmp_path / "stick" / CARD_ON_STICK).read_bytes() == write_card(feed.card())
    following(next_stall).make_stick(tmp_path / "third", SyncWatcher())
    assert (tmp_path / "third" / "metadata" / "4.root.json").is_file()


def test_a_stick_made_anew_keeps_no_old_targets(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path
) -> None:
    desk.sync()
    service = following(desk)
    service.make_stick(tmp_path / "stick", SyncWatcher())
    before = set((tmp_path / "stick" / "targets").rglob("*"))
    (tmp_path / "stick" / "targets" / "holiday.jpg").write_bytes(b"mine")
    feed.put_index(FIRST_DAY.replace(day=24))
    feed.publish()
    desk.sync()
    service.make_stick(tmp_path / "stick", SyncWatcher())
    after = set((tmp_path / "stick" / "targets").rglob("*"))
    assert len(after) == len(before) + 1
    assert (tmp_path / "stick" / "targets" / "holiday.jpg").read_bytes() == b"mine"


class AsServer(FolderFetcher):
    """Serves the folder under the card's address."""

    def open(self, url: str, start: int = 0, seal: str = "") -> Opened:
        return super().open(url.replace("https://feed.example/", STICK), start, seal)


def test_a_list_that_came_as_a_delta_is_fetched_whole_for_a_stick(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path
) -> None:
    numbers = [f"+8613{number:09d}" for number in range(500)]
    for some in (numbers, numbers[3:]):
        feed.put_list("reported", some)
        feed.put_index(FIRST_DAY)
        feed.publish()
        desk.sync()
    server = AsServer(feed.folder)
    make_stick(desk.ground(), feed.card(), server, tmp_path / "stick", SyncWatcher())
    assert list((tmp_path / "stick" / "targets" / "lists").rglob("*.2.full.zst"))


def test_an_expired_list_makes_no_stick(
    feed: FeedSimulator, desk: FollowingDesk, tmp_path: Path
) -> None:
    feed.publish_timestamp(days=1 / 86_400 * 3)
    desk.sync()
    service = following(desk)
    time.sleep(3)
    with pytest.raises(UserFacingError, match="feed-expired"):
        service.make_stick(tmp_path / "stick", SyncWatcher())


def test_making_a_stick_can_be_called_off(desk: FollowingDesk, tmp_path: Path) -> None:
    desk.sync()
    watcher = SyncWatcher()
    watcher.cancel()
    with pytest.raises(SyncCancelledError):
        following(desk).make_stick(tmp_path / "stick", watcher)


def test_without_a_sync_there_is_nothing_to_carry(desk: FollowingDesk, tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="feed-never-synced"):
        following(desk).make_stick(tmp_path / "stick", SyncWatcher())
