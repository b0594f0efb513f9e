"""Versions of a list are kept whole."""

from array import array
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.lists.buckets import sorted_digest
from app.model.errors import DamagedDataError, InvalidTableError
from app.publishing.fingerprint_heap import FingerprintHeap
from app.publishing.list_store import ListStore, ListVersion
from tests.list_abouts import ABOUT

DAY = date(2026, 11, 20)


def add(store: ListStore, *values: int, day: date = DAY, keep: int = 3) -> tuple[ListVersion, bool]:
    return store.add(ABOUT.encode(), array("Q", values), day, lasts=30, keep=keep)


def test_a_version_is_read_as_it_was_kept(tmp_path: Path) -> None:
    store = ListStore(tmp_path / "bad-sites")
    version, is_new = add(store, 3, 5, 9)
    assert is_new
    assert version == ListVersion(1, 3, sorted_digest([3, 5, 9]), DAY, DAY + timedelta(days=30))
    assert store.versions() == (version,)
    assert list(store.fingerprints(version)) == [3, 5, 9]
    assert store.about().told.name == "bad-sites"


def test_the_same_entries_a_day_later_only_last_longer(tmp_path: Path) -> None:
    store = ListStore(tmp_path / "bad-sites")
    add(store, 3, 5)
    version, is_new = add(store, 3, 5, day=DAY + timedelta(days=1))
    assert (version.number, is_new, len(store.versions())) == (1, False, 1)
    assert store.versions()[0].expires == DAY + timedelta(days=31)


def test_the_oldest_versions_go(tmp_path: Path) -> None:
    store = ListStore(tmp_path / "bad-sites")
    for value in range(5):
        add(store, value)
    assert [each.number for each in store.versions()] == [3, 4, 5]
    assert len(list((tmp_path / "bad-sites").glob("*.full.zst"))) == 3


def test_a_version_that_changed_on_the_disk_is_noticed(tmp_path: Path) -> None:
    store = ListStore(tmp_path / "bad-sites")
    first, _ = add(store, 3, 5)
    second, _ = add(store, 3, 6)
    (tmp_path / "bad-sites" / "1.full.zst").write_bytes(store.full(second))
    with pytest.raises(DamagedDataError):
        store.fingerprints(first)


def test_a_broken_table_of_versions_is_named(tmp_path: Path) -> None:
    (tmp_path / "versions.toml").write_text("[[version]]\nnumber = 1\n", encoding="utf-8")
    with pytest.raises(InvalidTableError):
        ListStore(tmp_path).versions()


def test_fingerprints_come_back_ascending_and_each_once() -> None:
    heap = FingerprintHeap()
    for number in (*range(2000), *range(500)):
        heap.add(f"{number}.example")
    found = list(heap.ascending())
    assert found == sorted(set(found))
    assert len(found) == 2000
