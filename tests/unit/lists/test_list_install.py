import os
from array import array
from pathlib import Path

import pytest

from app.lists.buckets import sorted_digest
from app.lists.fingerprint_file import FingerprintFile, write_file
from app.lists.list_delta import encode_delta
from app.lists.list_install import install_delta, install_full
from app.lists.list_wire import encode_full
from app.model.errors import DamagedDataError
from tests.lists import a_later_version, names_in, some_fingerprints

OLD = some_fingerprints(3000)
NEW = a_later_version(OLD, 30, 70)
WRONG = "0" * 64


def what_is_in(path: Path) -> "array[int]":
    with FingerprintFile.open(path) as file:
        return file.fingerprints()


def wire(folder: Path, data: bytes) -> Path:
    path = folder / "wire"
    path.write_bytes(data)
    return path


def test_a_whole_list_is_installed_and_tells_how_far_it_is(tmp_path: Path) -> None:
    shares: list[float] = []
    file = wire(tmp_path, encode_full(OLD))
    install_full(file, len(OLD), sorted_digest(OLD), tmp_path / "list", shares.append)
    assert what_is_in(tmp_path / "list") == OLD
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


def test_a_delta_is_installed_beside_its_base_or_over_it(tmp_path: Path) -> None:
    write_file(OLD, tmp_path / "list")
    file = wire(tmp_path, encode_delta(OLD, NEW))
    install_delta(tmp_path / "list", file, len(NEW), sorted_digest(NEW), tmp_path / "next")
    assert what_is_in(tmp_path / "list") == OLD
    install_delta(tmp_path / "list", file, len(NEW), sorted_digest(NEW), tmp_path / "list")
    assert what_is_in(tmp_path / "list") == what_is_in(tmp_path / "next") == NEW


def test_a_list_of_another_digest_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    write_file(OLD, tmp_path / "list")
    with pytest.raises(DamagedDataError):
        install_full(wire(tmp_path, encode_full(NEW)), len(NEW), WRONG, tmp_path / "list")
    assert what_is_in(tmp_path / "list") == OLD
    assert names_in(tmp_path) == ["list", "wire"]


def test_a_delta_for_another_base_of_the_same_length_is_refused(tmp_path: Path) -> None:
    write_file(some_fingerprints(len(OLD), seed=9), tmp_path / "list")
    file = wire(tmp_path, encode_delta(OLD, NEW))
    with pytest.raises(DamagedDataError):
        install_delta(tmp_path / "list", file, len(NEW), sorted_digest(NEW), tmp_path / "next")
    assert not (tmp_path / "next").exists()


def test_a_full_disk_leaves_the_list_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    write_file(OLD, tmp_path / "list")
    file = wire(tmp_path, encode_full(NEW))
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space"):
        install_full(file, len(NEW), sorted_digest(NEW), tmp_path / "list")
    assert what_is_in(tmp_path / "list") == OLD
    assert names_in(tmp_path) == ["list", "wire"]


def test_a_delta_that_adds_what_is_there_is_refused_and_the_base_can_be_asked_on(
    tmp_path: Path,
) -> None:
    write_file([7], tmp_path / "list")
    file = wire(tmp_path, encode_delta([8], [7, 8]))
    with pytest.raises(DamagedDataError):
        install_delta(tmp_path / "list", file, 2, sorted_digest([7, 8]), tmp_path / "list")
    assert list(what_is_in(tmp_path / "list")) == [7]
