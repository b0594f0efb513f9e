"""The encrypted file."""

from pathlib import Path

import pytest

from app.store.locked_connection import LOCKED_ERRORS, connect_locked


def test_only_the_same_key_opens_it_again(tmp_path: Path) -> None:
    file = tmp_path / "a.sqlite"
    key = bytes(range(32))
    connection = connect_locked(file, key, 1)
    connection.execute("create table t (x)")
    connection.close()
    assert not file.read_bytes().startswith(b"SQLite format 3")
    again = connect_locked(file, key, 1)
    assert again.execute("select count(*) from t").fetchone() == (0,)
    again.close()
    other = connect_locked(file, bytes(32), 1)
    with pytest.raises(LOCKED_ERRORS):
        other.execute("select count(*) from t")
    other.close()


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_of_another_length_is_a_mistake_of_ours(tmp_path: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32"):
        connect_locked(tmp_path / "a.sqlite", bytes(length), 1)
