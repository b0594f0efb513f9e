"""Attacks on the signatures: a real client is fed what a swindler would feed it."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from securesystemslib.signer import CryptoSigner
from tuf.ngclient._internal import trusted_metadata_set

from app.model.errors import UserFacingError
from app.sync.fetcher import Opened
from app.sync.folder_fetcher import FolderFetcher
from app.sync.repository_client import LIMITS
from tests.feed_simulator import FIRST_DAY, FeedSimulator, FollowingDesk, small_feed_tables

NEXT_DAY = date(2026, 11, 24)


@pytest.fixture
def later(tmp_path: Path) -> Path:
    return small_feed_tables(tmp_path / "later", NEXT_DAY)


def refused(desk: FollowingDesk, *references: str) -> None:
    """Sync, which must fail with one of the references and leave what was there."""
    before = desk.as_of
    with pytest.raises(UserFacingError) as caught:
        desk.sync()
    assert caught.value.reference in references
    assert desk.as_of == before


def test_rollback_of_the_timestamp(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.publish_timestamp()
    desk.sync()
    feed.timestamp.version -= 2
    feed.publish_timestamp()
    refused(desk, "feed-rolled-back")


def test_rollback_of_the_snapshot(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.publish()
    desk.sync()
    feed.snapshot.version -= 2
    feed.publish_snapshot()
    feed.publish_timestamp()
    refused(desk, "feed-rolled-back")


def test_rollback_of_the_targets(feed: FeedSimulator, desk: FollowingDesk, later: Path) -> None:
    feed.publish()
    feed.release(later, NEXT_DAY)
    desk.sync()
    feed.put_index(FIRST_DAY)
    feed.targets.version -= 2
    feed.publish_snapshot()
    feed.publish_timestamp()
    refused(desk, "feed-rolled-back")
    assert desk.as_of == NEXT_DAY


def test_a_whole_old_repository(
    feed: FeedSimulator, desk: FollowingDesk, later: Path, tmp_path: Path
) -> None:
    shutil.copytree(feed.folder, tmp_path / "old")
    feed.release(later, NEXT_DAY)
    desk.sync()
    with pytest.raises(UserFacingError) as caught:
        desk.sync(FolderFetcher(tmp_path / "old"))
    assert caught.value.reference == "feed-rolled-back"
    assert desk.as_of == NEXT_DAY


def test_freeze(feed: FeedSimulator, desk: FollowingDesk) -> None:
    desk.sync()
    feed.publish_timestamp(days=-1)
    refused(desk, "feed-expired")


def test_freeze_of_a_first_sync(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.publish_timestamp(days=-0.01)
    refused(desk, "feed-expired")


@pytest.mark.parametrize("role", ["root", "snapshot", "targets"])
def test_an_expired_role(feed: FeedSimulator, desk: FollowingDesk, role: str) -> None:
    past = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
    if role == "root":
        feed.root.expires = past
        feed.rotate("timestamp")
    else:
        getattr(feed, role).expires = past
    feed.publish()
    refused(desk, "feed-expired")


def test_mix_and_match_of_targets(feed: FeedSimulator, desk: FollowingDesk, later: Path) -> None:
    old = (feed.metadata / "1.targets.json").read_bytes()
    feed.release(later, NEXT_DAY)
    (feed.metadata / "2.targets.json").write_bytes(old)
    refused(desk, "damaged-data", "feed-rolled-back", "feed-too-large")


def test_mix_and_match_of_snapshots(feed: FeedSimulator, desk: FollowingDesk, later: Path) -> None:
    old = (feed.metadata / "1.snapshot.json").read_bytes()
    feed.release(later, NEXT_DAY)
    (feed.metadata / "2.snapshot.json").write_bytes(old)
    refused(desk, "damaged-data", "feed-rolled-back", "feed-too-large")


@pytest.mark.parametrize("role", ["targets", "snapshot", "timestamp"])
def test_a_wrong_key(feed: FeedSimulator, desk: FollowingDesk, role: str) -> None:
    desk.sync()
    feed.keys[role] = [CryptoSigner.generate_ed25519() for _ in feed.keys[role]]
    feed.publish()
    refused(desk, "feed-bad-signature")


def test_another_publishers_repository(desk: FollowingDesk, tables: Path, tmp_path: Path) -> None:
    desk.sync()
    other = FeedSimulator(tmp_path / "other")
    other.release(tables)
    other.publish()
    with pytest.raises(UserFacingError) as caught:
        desk.sync(FolderFetcher(other.folder))
    assert caught.value.reference == "feed-bad-signature"
    assert desk.as_of == FIRST_DAY


def test_too_few_signatures_of_the_editors(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.keys["targets"] = feed.keys["targets"][:1]
    feed.publish()
    refused(desk, "feed-bad-signature")


def test_one_editor_signing_twice(feed: FeedSimulator, desk: FollowingDesk) -> None:
    feed.keys["targets"] = feed.keys["targets"][:1] * 2
    feed.publish()
    name = f"{feed.targets.version}.targets.json"
    text = json.loads((feed.metadata / name).read_bytes())
    text["signatures"] = text["signatures"] * 2
    (feed.metadata / name).write_text(json.dumps(text))
    refused(desk, "feed-bad-signature", "damaged-data", "feed-too-large")


def test_too_few_signatures_of_a_new_root(feed: FeedSimulator, desk: FollowingDesk) -> None:
    desk.sync()
    stolen = feed.keys["root"][:1]
    feed.root.version += 1
    feed.write("2.root.json", feed.root, stolen)
    feed.publish()
    refused(desk, "feed-bad-signature")


def test_a_root_that_skips_a_version(feed: FeedSimulator, desk: FollowingDesk) -> None:
    desk.sync()
    feed.root.version += 2
    feed.write("2.root.json", feed.root, feed.keys["root"])
    feed.publish()
    refused(desk, "feed-rolled-back")


@pytest.mark.parametrize("role", ["targets", "snapshot", "timestamp"])
def test_a_revoked_key(feed: FeedSimulator, desk: FollowingDesk, role: str) -> None:
    desk.sync()
    old = feed.keys[role]
    feed.rotate(role)
    feed.publish()
    desk.sync()
    feed.keys[role] = old
    feed.publish()
    refused(desk, "feed-bad-signature")


def test_keys_rotated_over_several_roots(
    feed: FeedSimulator, desk: FollowingDesk, later: Path
) -> None:
    desk.sync()
    for role in ("root", "timestamp", "targets", "root", "snapshot", "root"):
        feed.rotate(role)
    feed.release(later, NEXT_DAY)
    desk.sync()
    assert desk.as_of == NEXT_DAY
    feed.rotate("root")
    feed.publish_timestamp()
    desk.sync()
    assert feed.root.version == 8


def test_a_desk_that_slept_through_every_rotation(feed: FeedSimulator, desk: FollowingDesk) -> None:
    for _ in range(4):
        feed.rotate("root")
        feed.rotate("targets")
    feed.publish()
    desk.sync()
    assert desk.as_of == FIRST_DAY


class EndlessFetcher(FolderFetcher):
    """One file never ends."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(folder)
        self.name = name
        self.sent = 0

    def open(self, url: str, start: int = 0, seal: str = "") -> Opened:  # noqa: ARG002
        return Opened(self._forever()) if url.endswith(self.name) else super().open(url)

    def _forever(self) -> Iterator[bytes]:
        while True:
            self.sent += 4096
            yield b" " * 4096


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("timestamp.json", LIMITS.timestamp_max_length),
        ("2.root.json", LIMITS.root_max_length),
        ("1.snapshot.json", LIMITS.snapshot_max_length),
        ("1.targets.json", LIMITS.targets_max_length),
        ("feed-1.json", 100_000),
        ("register.jsonl.zst", 100_000),
    ],
)
def test_endless_data(feed: FeedSimulator, desk: FollowingDesk, name: str, most: int) -> None:
    fetcher = EndlessFetcher(feed.folder, name)
    with pytest.raises(UserFacingError) as caught:
        desk.sync(fetcher)
    assert caught.value.reference == "feed-too-large"
    assert 0 < fetcher.sent <= most + 2 * 4096
    assert desk.as_of is None


@pytest.mark.parametrize("role", ["root", "timestamp", "snapshot", "targets"])
def test_oversized_metadata(feed: FeedSimulator, desk: FollowingDesk, role: str) -> None:
    """Signed by the right keys, and still too long to be taken."""
    feed.publish()
    signed = getattr(feed, role)
    signed.unrecognized_fields["padding"] = "x" * (LIMITS.targets_max_length + 1)
    if role == "root":
        feed.rotate("timestamp")
    feed.publish()
    if role in ("snapshot", "targets"):
        above = feed.timestamp.snapshot_meta if role == "snapshot" else None
        if above is not None:
            above.length = None
        else:
            feed.snapshot.meta["targets.json"].length = None
            feed.write_snapshot()
        feed.publish_timestamp()
    refused(desk, "feed-too-large")


def _flip(data: bytes, place: float) -> bytes:
    changed = bytearray(data)
    changed[int(len(data) * place)] ^= 1
    return bytes(changed)


def flip_near_the_start(data: bytes) -> bytes:
    return _flip(data, 0.1)


HARMS: tuple[Callable[[bytes], bytes], ...] = (
    lambda data: data[:-1],
    lambda data: data[: len(data) // 2],
    lambda _: b"",
    flip_near_the_start,
    lambda data: _flip(data, 0.9),
    lambda _: b"null",
    lambda _: b"[" * 9000,
)


@pytest.mark.parametrize("name", ["timestamp.json", "1.snapshot.json", "1.targets.json"])
@pytest.mark.parametrize("harm", HARMS)
def test_truncated_or_flipped_metadata(
    feed: FeedSimulator, desk: FollowingDesk, name: str, harm: Callable[[bytes], bytes]
) -> None:
    file = feed.metadata / name
    file.write_bytes(harm(file.read_bytes()))
    refused(desk, "damaged-data", "feed-bad-signature", "feed-too-large")


# A flip in one signature of four, where two are needed, rightly does no harm.
@pytest.mark.parametrize("harm", [harm for harm in HARMS if harm is not flip_near_the_start])
def test_a_truncated_or_flipped_root(
    feed: FeedSimulator, desk: FollowingDesk, harm: Callable[[bytes], bytes]
) -> None:
    desk.sync()
    feed.rotate("root")
    file = feed.metadata / "2.root.json"
    file.write_bytes(harm(file.read_bytes()))
    refused(desk, "feed-bad-signature")


@pytest.mark.parametrize("years", [1, 30])
def test_a_clock_years_ahead(
    desk: FollowingDesk, monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    desk.sync()

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:  # noqa: ARG003
            return datetime.now(UTC) + timedelta(days=365 * years)

    monkeypatch.setattr(
        trusted_metadata_set, "datetime", SimpleNamespace(datetime=Ahead, timezone=timezone)
    )
    refused(desk, "feed-expired")
