from pathlib import Path

import pytest

from app.host.allow_list import AllowList


def test_what_is_added_is_held_and_found_again(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "allowed.txt"
    one = AllowList(file)
    assert "+8613900000000" not in one
    one.add("+8613900000000")
    one.add("bad.example")
    assert "+8613900000000" in one
    assert AllowList(file).keys == ("+8613900000000", "bad.example")


def test_what_is_removed_is_gone(tmp_path: Path) -> None:
    one = AllowList(tmp_path / "allowed.txt")
    one.add("bad.example")
    assert one.remove("bad.example")
    assert not one.remove("bad.example")
    assert "bad.example" not in one
    assert AllowList(tmp_path / "allowed.txt").keys == ()


def test_two_programs_do_not_undo_each_other(tmp_path: Path) -> None:
    one, two = (AllowList(tmp_path / "allowed.txt") for _ in range(2))
    assert one.keys == two.keys == ()
    one.add("a.example")
    two.add("b.example")
    assert AllowList(tmp_path / "allowed.txt").keys == ("a.example", "b.example")


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\n# no\n\n", b"x" * 5000 + b"\n", b"\0\0"])
def test_a_spoilt_file_frees_no_real_key(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "allowed.txt"
    file.write_bytes(data + b"\n bad.example \n")
    one = AllowList(file)
    assert "bad.example" in one
    assert "" not in one
    assert "x" * 5000 not in one


def test_a_folder_in_its_place_is_an_empty_list(tmp_path: Path) -> None:
    assert AllowList(tmp_path).keys == ()
    with pytest.raises((IsADirectoryError, PermissionError)):
        AllowList(tmp_path).add("bad.example")
