"""Past checks, for a person who asked for them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.host.clock import MAINLAND, FixedClock
from app.model.advice import Advice
from app.model.errors import UserFacingError
from app.model.freshness import Freshness
from app.model.reading import Omission, Reading
from app.model.report import CheckReport
from app.model.submission import Submission
from app.model.verdict import Verdict, VerdictLevel
from app.services.history_service import HistoryService, Keeping
from tests.unit.store.test_key_chest import PASSPHRASE, FakeStore

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=MAINLAND)
TEXT = "我叫张小红，打13812345678，验证码482913"


def a_report(text: str = TEXT, sender: str | None = "13987654321") -> CheckReport:
    reading = Reading(Submission(text, sender), text, (), None, text, (), (), (), False, Omission())
    verdict = Verdict(VerdictLevel.DANGER, None, (), Freshness.FRESH)
    return CheckReport(reading, (), verdict, Advice(()), date(2026, 11, 1), "0")


class Shelf:
    """A folder, a key store, and services over both, as after a restart."""

    def __init__(self, folder: Path, store: FakeStore | None) -> None:
        self.folder = folder
        self.store = store
        self.services: list[HistoryService] = []

    def service(self, moment: datetime = NOW) -> HistoryService:
        made = HistoryService(self.folder, FixedClock(moment), lambda: self.store)
        self.services.append(made)
        return made

    def restarted(self) -> HistoryService:
        self.close()
        return self.service()

    def close(self) -> None:
        for each in self.services:
            each.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path / "data", None)
    yield made
    made.close()


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} if folder.exists() else set()


def refusal(call: object) -> str:
    assert callable(call)
    with pytest.raises(UserFacingError) as caught:
        call()
    return caught.value.reference


def test_nothing_is_made_before_something_is_kept(shelf: Shelf) -> None:
    service = shelf.service()
    assert service.find() == ()
    service.forget_all()
    service.forget_old(30)
    assert not shelf.folder.exists()


def test_what_names_a_person_is_covered_unless_asked_otherwise(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report(), Keeping(30))
    service.add(a_report(), Keeping(30, whole=True))
    whole, covered = service.find()
    assert (whole.text, whole.sender) == (TEXT, "13987654321")
    assert (covered.text, covered.sender) == (
        "我叫张**，打138****5678，验证码******",
        "139****4321",
    )


def test_lone_surrogates_and_endless_texts_can_be_kept(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report("\ud800" + "长" * 1_000_000), Keeping(30))
    assert service.find()[0].text.startswith("?长")
    assert len(service.find()[0].text) <= 20_000


def test_entries_go_when_their_time_is_over(shelf: Shelf) -> None:
    shelf.service(NOW - timedelta(days=8)).add(a_report("old"), Keeping(30))
    shelf.close()
    service = shelf.service()
    service.add(a_report("new"), Keeping(7))
    assert [each.text for each in service.find()] == ["new"]
    service.forget_old(7)
    assert len(service.find()) == 1


def test_everything_can_be_deleted(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report("云七雀九"), Keeping(30))
    service.forget_all()
    assert service.find() == ()
    assert all("云七雀九".encode() not in each.read_bytes() for each in shelf.folder.iterdir())


def test_a_broken_file_is_put_aside_and_a_new_history_begins(shelf: Shelf) -> None:
    shelf.folder.mkdir()
    (shelf.folder / "user.sqlite").write_bytes(b"nonsense" * 1000)
    service = shelf.service()
    assert refusal(lambda: service.add(a_report(), Keeping(30))) == "history-broken"
    service.put_aside()
    service.add(a_report(), Keeping(30))
    assert len(service.find()) == 1
    assert (shelf.folder / "user.sqlite.broken").read_bytes() == b"nonsense" * 1000


def test_a_locked_history_needs_the_passphrase_after_a_restart(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report("云七雀九"), Keeping(30))
    assert service.lock(PASSPHRASE) is False
    assert service.find()[0].text == "云七雀九"
    later = shelf.restarted()
    assert later.is_locked
    assert refusal(later.find) == "history-locked"
    assert refusal(lambda: later.add(a_report(), Keeping(30))) == "history-locked"
    assert refusal(lambda: later.unlock("wrong one here")) == "history-wrong-passphrase"
    later.unlock(PASSPHRASE)
    later.add(a_report("二"), Keeping(30))
    assert [each.text for each in later.find()] == ["二", "云七雀九"]
    later.close()
    assert not any("云七雀九".encode() in each.read_bytes() for each in shelf.folder.iterdir())
    assert "user.sqlite" not in names(shelf.folder)


def test_the_computers_key_store_opens_it_by_itself(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "data", FakeStore())
    service = shelf.service()
    service.add(a_report("一"), Keeping(30))
    assert service.lock(PASSPHRASE) is True
    assert [each.text for each in shelf.restarted().find()] == ["一"]
    shelf.close()


def test_the_passphrase_opens_it_where_the_key_store_was_lost(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "data", FakeStore())
    shelf.service().lock(PASSPHRASE)
    shelf.store = None
    later = shelf.restarted()
    assert refusal(later.find) == "history-locked"
    later.unlock(PASSPHRASE)
    assert later.find() == ()
    shelf.close()


def test_the_lock_can_be_taken_off(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report("一"), Keeping(30))
    service.lock(PASSPHRASE)
    assert refusal(lambda: service.lock(PASSPHRASE)) == "history-locked-already"
    service.take_lock_off()
    later = shelf.restarted()
    assert not later.is_locked
    assert [each.text for each in later.find()] == ["一"]
    assert not any("locked" in each or "key" in each for each in names(shelf.folder))


def test_a_refused_passphrase_leaves_everything_as_it_was(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report("一"), Keeping(30))
    assert refusal(lambda: service.lock("short")) == "history-short-passphrase"
    assert not service.is_locked
    assert [each.text for each in service.find()] == ["一"]
    assert not any("locked" in each for each in names(shelf.folder))


def test_a_lock_that_was_interrupted_leaves_the_open_history_in_use(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report("一"), Keeping(30))
    (shelf.folder / "user.locked.sqlite").write_bytes(b"half")
    assert [each.text for each in shelf.restarted().find()] == ["一"]
    assert "user.locked.sqlite" not in names(shelf.folder)


def test_a_plain_file_left_behind_a_lock_is_wiped(shelf: Shelf) -> None:
    service = shelf.service()
    service.add(a_report("一"), Keeping(30))
    service.close()
    plain = (shelf.folder / "user.sqlite").read_bytes()
    service.lock(PASSPHRASE)
    service.close()
    (shelf.folder / "user.sqlite").write_bytes(plain)
    later = shelf.restarted()
    later.unlock(PASSPHRASE)
    assert [each.text for each in later.find()] == ["一"]
