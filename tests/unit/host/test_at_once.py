from pathlib import Path

import pytest

from app.host.at_once import write_at_once


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    for text in ("一\n", "二\n"):
        write_at_once(tmp_path / "a", text)
        assert (tmp_path / "a").read_bytes() == text.encode()
    assert [each.name for each in tmp_path.iterdir()] == ["a"]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    write_at_once(tmp_path / "a", "old")
    with pytest.raises(UnicodeEncodeError):
        write_at_once(tmp_path / "a", "\ud800")
    assert (tmp_path / "a").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
