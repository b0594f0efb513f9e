"""The lists of reported indicators, hosts and programs as the editors write them."""

from datetime import date
from pathlib import Path

import pytest

from app.feed.list_tables import ListTables, read_lists
from app.feed.record_rules import RecordRules
from app.model.errors import InvalidTableError
from app.model.records import AppRole, HostRole
from tests.small_tables import PlainCanon, change, write, write_tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "resources") / "lists"


def read(folder: Path) -> ListTables:
    return read_lists(folder, RecordRules(PlainCanon(), date(2026, 11, 22)))


def test_each_list_gives_its_role(folder: Path) -> None:
    lists = read(folder)
    assert [(each.host, each.role) for each in lists.known_hosts] == [
        ("s.example", HostRole.SHORTENER)
    ]
    assert [(each.name, each.role) for each in lists.apps] == [("某会议", AppRole.MEETING)]


def test_numbers_and_domains_are_reported_alike(folder: Path) -> None:
    reported = read(folder).reported
    assert [each.key for each in reported] == ["106955577", "examp1e-bank.cn"]
    assert all(each.reviewed and each.imitates == "example-bank" for each in reported)


def test_a_rule_about_shapes_is_no_indicator(folder: Path) -> None:
    with (folder / "lookalike_numbers.toml").open("a", encoding="utf-8") as file:
        file.write('rules = [ { key = "+864000000000" } ]\n')
    assert "+864000000000" not in {each.key for each in read(folder).reported}


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("lookalike_numbers", '"106955577"', '"106 955577"'),
        ("fake_domains", 'match = "registrable"', 'match = "prefix"'),
        ("fake_domains", 'sources = ["LIST"]', "sources = []"),
        ("shorteners", "subdomains = false, ", ""),
        ("meeting_apps", 'role = "meeting"', 'role = "party"'),
        ("meeting_apps", "[list]", "[lists]"),
    ],
)
def test_a_broken_row_is_refused_by_name(folder: Path, table: str, old: str, new: str) -> None:
    change(folder / f"{table}.toml", old, new)
    with pytest.raises(InvalidTableError) as caught:
        read(folder)
    assert caught.value.values["table"] == f"{table}.toml"


def test_a_list_nobody_reads_is_refused(folder: Path) -> None:
    write(folder / "shortners.toml", "")
    with pytest.raises(InvalidTableError):
        read(folder)
