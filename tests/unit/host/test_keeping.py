"""Whether anything can be kept."""

from pathlib import Path

from app.host.keeping import can_keep


def test_a_folder_that_can_be_made_keeps_files_and_is_left_empty(tmp_path: Path) -> None:
    folder = tmp_path / "stick" / "data"
    assert can_keep(folder)
    assert list(folder.iterdir()) == []


def test_a_place_where_no_folder_can_be_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert not can_keep(tmp_path / "file" / "data")
