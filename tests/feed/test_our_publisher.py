"""What our own publisher signs, our own client follows."""

from datetime import timedelta
from pathlib import Path

from app.feed.feed_card import EXTENSION, write_card
from app.host.clock import SystemClock
from app.model.sync_report import SyncEnd
from app.publishing.publisher import KeyChange
from app.services.sync_service import SyncService
from app.sync.edition import Standing, find_edition
from app.sync.sync_ground import SyncGround
from app.sync.watching import SyncWatcher
from tests.feed_simulator import FIRST_DAY, accept
from tests.publishing_feed import begin_feed
from tests.shipped import RESOURCES


def test_a_release_a_rotation_and_a_quiet_day_are_followed(tmp_path: Path) -> None:
    publisher = begin_feed(tmp_path / "publisher")
    publisher.release()
    public = next(publisher.folder.rglob("timestamp.json")).parents[1]
    card = tmp_path / f"a{EXTENSION}"
    card.write_bytes(write_card(publisher.publisher.card()))
    home = tmp_path / "home"

    def standing() -> Standing:
        return find_edition(home, FIRST_DAY - timedelta(days=999))

    service = SyncService(SyncGround(home, RESOURCES, accept, SystemClock()), standing)
    service.add(service.offered(card))
    assert service.sync_from(public, SyncWatcher()).end is SyncEnd.UPDATED
    assert service.sync_from(public, SyncWatcher()).end is SyncEnd.NOTHING_NEW
    publisher.publisher.rotate(
        [KeyChange("root", publisher.public("rolf"), publisher.make_key("ruth"))]
    )
    publisher.sign("rita", "rosa")
    publisher.refresh()
    assert service.sync_from(public, SyncWatcher()).end is SyncEnd.NOTHING_NEW
    service.make_stick(tmp_path / "stick", SyncWatcher())
    assert (tmp_path / "stick" / "metadata" / "2.root.json").is_file()
