"""A file is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from app.model.errors import UserFacingError
from app.services.export_file import write_export


def test_what_is_written_is_there_and_nothing_beside_it(tmp_path: Path) -> None:
    write_export(tmp_path / "a.csv", "一\ud800")
    write_export(tmp_path / "b.png", b"\x89")
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "一?"
    assert (tmp_path / "b.png").read_bytes() == b"\x89"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("place", ["nowhere/a.csv", "file/a.csv", "bad\0name.csv"])
def test_a_place_that_takes_no_file_is_said_calmly(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UserFacingError) as caught:
        write_export(tmp_path / place, "x")
    assert caught.value.reference == "export-refused"


def test_a_full_disk_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserFacingError) as caught:
        write_export(file, "new")
    assert caught.value.reference == "export-full"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    assert file.read_text(encoding="utf-8") == "old"
