"""The register in a file: the same bytes, the same records."""

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.feed.editors_tables import read_tables
from app.model.register import Register
from app.store.registry_database import (
    build_file,
    open_file,
)
from tests.shipped import shipped_register
from tests.small_tables import PlainCanon, write_tables


@pytest.fixture
def small(tmp_path: Path) -> Register:
    return read_tables(write_tables(tmp_path / "resources"), PlainCanon())


def test_everything_comes_back_from_the_file(tmp_path: Path) -> None:
    shipped = shipped_register()
    build_file(shipped, tmp_path / "registry.sqlite")
    with open_file(tmp_path / "registry.sqlite") as database:
        assert database.register() == shipped


def test_the_same_register_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = [tmp_path / "a.sqlite", tmp_path / "b.sqlite"]
    for path in paths:
        build_file(shipped_register(), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_another_register_gives_other_bytes(tmp_path: Path, small: Register) -> None:
    build_file(small, tmp_path / "a.sqlite")
    build_file(replace(small, apps=()), tmp_path / "b.sqlite")
    assert (tmp_path / "a.sqlite").read_bytes() != (tmp_path / "b.sqlite").read_bytes()


def test_nothing_but_the_finished_file_is_left(tmp_path: Path, small: Register) -> None:
    build_file(small, tmp_path / "cache.sqlite")
    build_file(small, tmp_path / "cache.sqlite")
    assert [each.name for each in tmp_path.glob("cache*")] == ["cache.sqlite"]


def test_a_failed_build_leaves_the_old_file(tmp_path: Path, small: Register) -> None:
    path = tmp_path / "cache.sqlite"
    build_file(small, path)
    before = path.read_bytes()
    with pytest.raises(AttributeError):
        build_file(replace(small, apps=("no app",)), path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.glob("cache*")] == ["cache.sqlite"]


def test_a_file_knows_the_tables_it_was_built_from(tmp_path: Path, small: Register) -> None:
    build_file(small, tmp_path / "cache.sqlite")
    with open_file(tmp_path / "cache.sqlite") as database:
        assert database.is_built_from(small.version)
        assert not database.is_built_from("other tables")


def test_a_foreign_database_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "foreign.sqlite"
    foreign = sqlite3.connect(path)
    foreign.execute("CREATE TABLE meta (name, value)")
    foreign.close()
    with open_file(path) as database:
        assert not database.is_built_from("any")


def test_an_open_file_cannot_be_written(tmp_path: Path, small: Register) -> None:
    path = tmp_path / "cache.sqlite"
    build_file(small, path)
    before = path.read_bytes()
    with open_file(path) as database, pytest.raises(sqlite3.OperationalError):
        database._connection.execute("DELETE FROM number")
    assert path.read_bytes() == before


def test_a_path_may_hold_any_character(tmp_path: Path, small: Register) -> None:
    folder = tmp_path / "名单 #1?%"
    folder.mkdir()
    build_file(small, folder / "cache.sqlite")
    with open_file(folder / "cache.sqlite") as database:
        assert database.register() == small
