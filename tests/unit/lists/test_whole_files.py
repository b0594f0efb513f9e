import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from app.lists.whole_files import whole_file
from tests.lists import names_in


def write(path: Path, parts: Iterable[bytes]) -> None:
    with whole_file(path) as file:
        for part in parts:
            file.write(part)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    write(tmp_path / "a", [b"ne", b"w"])
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names_in(tmp_path) == ["a"]


def test_parts_keep_their_order_however_many_wait(tmp_path: Path) -> None:
    parts = [bytes((number,)) * 100_000 for number in range(200)]
    write(tmp_path / "a", parts)
    assert (tmp_path / "a").read_bytes() == b"".join(parts)


def test_whoever_writes_may_give_up_and_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write(tmp_path / "a", (bytes(1 // each) for each in (1, 0)))
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]


@pytest.mark.parametrize("parts", [1, 100])
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parts: int
) -> None:
    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "a", [bytes(1 << 20)] * parts)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a"]
