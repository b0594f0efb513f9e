"""Files that people bring are read in whatever a Chinese computer wrote."""

from pathlib import Path

import pytest

from app.host import brought_file
from app.host.brought_file import decoded, read_brought


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_any_usual_encoding_is_text(encoding: str) -> None:
    assert decoded("反诈：别转账".encode(encoding)) == "反诈：别转账"


@pytest.mark.parametrize("content", [b"MZ\0\0", b"\x89PNG\r\n\x1a\n\0", b"\xff\xff\xff\xff"])
def test_what_is_no_writing_is_no_text(content: bytes) -> None:
    assert decoded(content) is None


def test_an_empty_file_is_an_empty_text() -> None:
    assert decoded(b"") == ""


@pytest.mark.parametrize(("size", "is_read"), [(20, True), (21, False)])
def test_no_more_is_read_than_may_be(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, size: int, is_read: bool
) -> None:
    monkeypatch.setattr(brought_file, "LARGEST", 20)
    (tmp_path / "a.txt").write_bytes(b"a" * size)
    assert (read_brought(tmp_path / "a.txt") is not None) is is_read


def test_a_file_that_is_not_there_is_the_caller_s_to_tell(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"a\.txt"):
        read_brought(tmp_path / "a.txt")
