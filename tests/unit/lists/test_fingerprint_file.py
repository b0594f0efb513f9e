from collections.abc import Sequence
from pathlib import Path

import pytest

from app.lists.buckets import sorted_digest
from app.lists.fingerprint_file import FingerprintFile, write_file
from app.lists.fingerprints import SPACE
from app.model.errors import DamagedDataError
from tests.lists import a_list_file, names_in, some_fingerprints

STARTS_AT = 64
SUFFIXES_AT = STARTS_AT + 4 * 65_537


def test_a_file_holds_its_keys_and_no_other(tmp_path: Path) -> None:
    with FingerprintFile.open(a_list_file(tmp_path / "a", "+8613800138000", "bad.example")) as file:
        assert file.holds("+8613800138000")
        assert file.holds("bad.example")
        assert not file.holds("13800138000")
        assert not file.holds("")


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    values = some_fingerprints(5000)
    write_file(values, tmp_path / "a")
    with FingerprintFile.open(tmp_path / "a") as file:
        assert (file.entries, file.sha256) == (5000, sorted_digest(values))
        assert file.fingerprints() == values
        assert all(map(file.holds_fingerprint, values))


@pytest.mark.parametrize("values", [[], [0], [SPACE - 1], [0, SPACE - 1], [65535, 1 << 32]])
def test_the_outermost_fingerprints_are_held(tmp_path: Path, values: list[int]) -> None:
    write_file(values, tmp_path / "a")
    with FingerprintFile.open(tmp_path / "a") as file:
        assert list(file.fingerprints()) == values
        assert all(map(file.holds_fingerprint, values))
        assert not file.holds_fingerprint(1 << 40)


@pytest.mark.parametrize(
    "values", [range(0, 6000, 2), range(SPACE - 6000, SPACE, 2), [*range(0, 400, 2), 0xFFFF_FFFE]]
)
def test_a_bucket_that_is_crowded_at_one_end_holds_its_own_and_no_other(
    tmp_path: Path, values: Sequence[int]
) -> None:
    write_file(list(values), tmp_path / "a")
    with FingerprintFile.open(tmp_path / "a") as file:
        assert all(map(file.holds_fingerprint, values))
        assert not any(file.holds_fingerprint(value + 1) for value in values)


@pytest.mark.parametrize("values", [[2, 1], [1, 1], [SPACE], [-1]])
def test_a_list_out_of_order_is_not_written(tmp_path: Path, values: list[int]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        write_file(values, tmp_path / "a")
    assert names_in(tmp_path) == []


def test_an_entry_takes_four_bytes(tmp_path: Path) -> None:
    write_file(some_fingerprints(1000), tmp_path / "a")
    assert (tmp_path / "a").stat().st_size == SUFFIXES_AT + 4 * 1000


@pytest.mark.parametrize("length", [0, 1, 63, 64, SUFFIXES_AT - 1, SUFFIXES_AT, SUFFIXES_AT + 11])
def test_a_file_cut_short_is_refused(tmp_path: Path, length: int) -> None:
    whole = a_list_file(tmp_path / "a", "one", "two", "three").read_bytes()
    (tmp_path / "a").write_bytes(whole[:length])
    with pytest.raises(DamagedDataError):
        FingerprintFile.open(tmp_path / "a")


@pytest.mark.parametrize("place", [0, 7, 8, 12, STARTS_AT, STARTS_AT + 400, SUFFIXES_AT - 1])
def test_a_file_with_a_spoilt_head_is_refused(tmp_path: Path, place: int) -> None:
    spoilt = bytearray(a_list_file(tmp_path / "a", "one", "two", "three").read_bytes())
    spoilt[place] ^= 0x40
    (tmp_path / "a").write_bytes(spoilt)
    with pytest.raises(DamagedDataError):
        FingerprintFile.open(tmp_path / "a")


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FingerprintFile.open(tmp_path / "a")
