"""A feed with one edition, and a desk that may follow it."""

from pathlib import Path

import pytest

from tests.feed_simulator import FeedSimulator, FollowingDesk, small_feed_tables


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small bank's tables, which tests only read."""
    return small_feed_tables(tmp_path_factory.mktemp("tables"))


@pytest.fixture
def feed(tmp_path: Path, tables: Path) -> FeedSimulator:
    simulator = FeedSimulator(tmp_path / "repository")
    simulator.release(tables)
    return simulator


@pytest.fixture
def desk(tmp_path: Path, feed: FeedSimulator) -> FollowingDesk:
    return FollowingDesk(feed, tmp_path / "home" / "feed")
