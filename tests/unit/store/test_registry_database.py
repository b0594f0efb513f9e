"""The register in a file: the same bytes, the same records, names found."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.feed.editors_tables import read_tables
from app.model.language import LocalizedText
from app.model.records import Organization, Sector
from app.model.register import Register
from app.store.registry_database import (
    build_file,
    build_in_memory,
    folded_name,
    open_file,
)
from tests.shipped import shipped_register
from tests.small_tables import PlainCanon, write_tables


@pytest.fixture
def small(tmp_path: Path) -> Register:
    return read_tables(write_tables(tmp_path / "resources"), PlainCanon())


def named(organization_id: str, zh: str, *aliases: str) -> Organization:
    names = LocalizedText(zh, organization_id)
    return Organization(organization_id, Sector.BANK, names, aliases, (), (), False, False)


Search = Callable[..., tuple[str, ...]]


@pytest.fixture
def search(small: Register) -> Search:
    def found(query: str, *organizations: Organization, limit: int = 9) -> tuple[str, ...]:
        with build_in_memory(replace(small, organizations=organizations)) as database:
            return database.search(query, limit)

    return found


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
        build_file(replace(small, apps=("no app",)), path)  # type: ignore[arg-type]
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


def test_the_exact_name_comes_first_then_its_beginnings(search: Search) -> None:
    banks = (
        named("branch", "南方工商银行"),
        named("life", "工商银行人寿"),
        named("icbc", "工商银行"),
        named("other", "邮政银行"),
    )
    assert search("工商银行", *banks) == ("icbc", "life", "branch")
    assert search("工商银行", *banks, limit=2) == ("icbc", "life")


@pytest.mark.parametrize("query", ["工行", "ICBC", "icbc", "ＩＣＢＣ", " 工行 ", "工", "中国工商"])
def test_an_organisation_is_found_by_every_name(search: Search, query: str) -> None:
    icbc = named("icbc", "中国工商银行", "工行", "ICBC")
    assert search(query, named("other", "邮政"), icbc) == ("icbc",)


@pytest.mark.parametrize(
    "query", ["", "  ", "%", "_", '"', "\\", "%%%", '"""', "AND", "a OR b", "*"]
)
def test_signs_of_the_query_language_are_just_characters(search: Search, query: str) -> None:
    assert search(query, named("icbc", "中国工商银行")) == ()


@pytest.mark.parametrize("query", ["%", "0%", '%"银', "行_a", "_a"])
def test_a_name_with_signs_is_found(search: Search, query: str) -> None:
    assert search(query, named("odd", '50%"银行_a')) == ("odd",)


def test_an_organisation_is_found_once(search: Search) -> None:
    assert search("中国银", named("boc", "中国银行", "中国银行总行")) == ("boc",)


def test_names_are_compared_without_case_and_width() -> None:
    assert folded_name(" ＩＣＢＣ Bank ") == folded_name("icbc bank")
