"""All tables together."""

from datetime import date
from pathlib import Path

import pytest

from app.feed.editors_tables import read_release, read_tables
from app.feed.tables_digest import tables_digest
from app.model.errors import InvalidTableError
from tests.small_tables import PlainCanon, change, write, write_tables


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "resources")


def test_the_register_holds_every_table(resources: Path) -> None:
    register = read_tables(resources, PlainCanon())
    assert register.as_of == date(2026, 11, 22)
    assert register.version == tables_digest(resources)
    assert len(register.organizations) == len(register.numbers) == len(register.domains) == 1
    assert len(register.never_statements) == len(register.slots) == len(register.apps) == 1
    assert (len(register.reported), len(register.known_hosts)) == (2, 1)


def test_a_negative_row_that_is_official_is_refused(resources: Path) -> None:
    change(resources / "lists" / "lookalike_numbers.toml", '"106955577"', '"95777"')
    with pytest.raises(InvalidTableError) as caught:
        read_tables(resources, PlainCanon())
    assert caught.value.values["row"] == "95777"


def test_a_statement_about_an_unknown_act_is_refused(resources: Path) -> None:
    change(resources / "register" / "bank.toml", '"act.transfer"', '"act.transfr"')
    with pytest.raises(InvalidTableError):
        read_tables(resources, PlainCanon())


@pytest.mark.parametrize("text", ["", 'as_of = "2026-11-22"', "as_of = 2026-11-22T10:00:00"])
def test_the_release_needs_a_date(tmp_path: Path, text: str) -> None:
    write(tmp_path / "release.toml", text)
    with pytest.raises(InvalidTableError):
        read_release(tmp_path / "release.toml")
