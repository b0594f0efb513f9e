"""Equal folders give equal downloads, and a changed one is noticed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bundle.archives import differences, write_sums, write_tar_xz, write_zip, wrong_sums

NOON = 1_763_640_000


def a_folder(place: Path, *, seconds: int, text: str = "words") -> Path:
    (place / "inside").mkdir(parents=True)
    (place / "inside" / "b.txt").write_text(text, encoding="utf-8")
    (place / "a").write_bytes(b"\x7fELF")
    (place / "a").chmod(0o700)
    for each in (place / "a", place / "inside" / "b.txt"):
        os.utime(each, (seconds, seconds))
    return place


@pytest.mark.parametrize("write", [write_tar_xz, write_zip])
def test_neither_time_nor_owner_shows_in_a_download(
    tmp_path: Path, write: Callable[[Path, str, Path, int], None]
) -> None:
    one = a_folder(tmp_path / "one", seconds=1_000_000_000)
    other = a_folder(tmp_path / "other", seconds=1_500_000_000)
    write(one, "mingbian", tmp_path / "1", NOON)
    write(other, "mingbian", tmp_path / "2", NOON)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_a_difference_is_found_by_its_place(tmp_path: Path) -> None:
    one = a_folder(tmp_path / "one", seconds=NOON)
    other = a_folder(tmp_path / "other", seconds=NOON, text="other words")
    (other / "more").write_bytes(b"")
    assert differences(one, one) == []
    assert differences(one, other) == ["inside/b.txt", "more"]


def test_a_changed_or_missing_file_does_not_fit_its_sum(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for each in files:
        each.write_bytes(each.name.encode())
    sums = tmp_path / "SHA256SUMS"
    write_sums(files, sums)
    assert wrong_sums(sums) == []
    files[0].write_bytes(b"changed")
    files[2].unlink()
    assert wrong_sums(sums) == ["a", "c"]
