import errno
import os
import sys
from pathlib import Path

import pytest

from app.host.at_once import write_at_once


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    for text in ("一\n", "二\n"):
        write_at_once(tmp_path / "a", text.encode())
        assert (tmp_path / "a").read_bytes() == text.encode()
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    write_at_once(tmp_path / "a", b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_at_once(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_name_no_file_can_have_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="null"):
        write_at_once(tmp_path / "a\0b", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")
def test_a_private_file_is_never_there_for_others(tmp_path: Path) -> None:
    write_at_once(tmp_path / "a", b"", 0o600)
    assert (tmp_path / "a").stat().st_mode & 0o077 == 0
