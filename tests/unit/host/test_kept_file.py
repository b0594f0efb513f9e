"""What can be made again is kept if that can be done, and is in nobody's way if not."""

from pathlib import Path

from app.host.kept_file import KeptFile


def test_what_was_put_is_taken_again(tmp_path: Path) -> None:
    file = KeptFile(tmp_path / "not" / "yet" / "there.finder")
    file.put(b"once")
    file.put(b"twice")
    assert KeptFile(tmp_path / "not" / "yet" / "there.finder").take() == b"twice"


def test_where_nothing_was_put_nothing_is_taken(tmp_path: Path) -> None:
    assert KeptFile(tmp_path / "nothing.finder").take() is None


def test_a_place_that_takes_nothing_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder.finder").mkdir()
    for path in (tmp_path / "file" / "a.finder", tmp_path / "folder.finder"):
        KeptFile(path).put(b"once")
        assert KeptFile(path).take() is None
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "folder.finder"]


def test_what_an_ended_program_left_half_is_swept(tmp_path: Path) -> None:
    half, other = tmp_path / "a.finder.4711.new", tmp_path / "b.finder.4711.new"
    half.write_bytes(b"ha")
    other.write_bytes(b"ha")
    KeptFile(tmp_path / "a.finder").put(b"whole")
    assert not half.exists()
    assert other.exists()
