"""Organisations as the editors write them."""

from datetime import date
from pathlib import Path

import pytest

from app.feed.organization_tables import OrganizationTables, read_organizations
from app.feed.record_rules import RecordRules
from app.model.errors import InvalidTableError
from app.model.records import Answer, DirectionBasis, NeverKind, Sector, Standing
from tests.small_tables import PlainCanon, change, write, write_tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "resources") / "register"


def read(folder: Path) -> OrganizationTables:
    return read_organizations(folder, RecordRules(PlainCanon(), date(2026, 11, 22)))


def test_a_file_gives_its_sector_to_its_organisations(folder: Path) -> None:
    (bank,) = read(folder).organizations
    assert (bank.id, bank.sector, bank.names.zh) == ("example-bank", Sector.BANK, "样例银行")
    assert (bank.aliases, bank.apps, bank.closed_numbers) == (("样行",), ("样例掌上行",), False)


def test_a_number_is_read_with_everything_said_of_it(folder: Path) -> None:
    (number,) = read(folder).numbers
    assert (number.organization_id, number.key, number.since) == (
        "example-bank",
        "95777",
        "2025-03",
    )
    assert (number.takes_calls, number.calls_out, number.sends_sms) == (
        True,
        Answer.UNKNOWN,
        Answer.YES,
    )
    assert (number.standing, number.direction_basis) == (
        Standing.DOCUMENTED,
        DirectionBasis.DOCUMENTED,
    )
    assert [each.title for each in number.sources] == ["某银行公告", "一份公开名单"]


def test_a_domain_and_a_statement_belong_to_the_organisation_above_them(folder: Path) -> None:
    tables = read(folder)
    assert tables.domains[0].organization_id == "example-bank"
    assert tables.domains[0].standing is Standing.COMMUNITY_LIST
    assert tables.never_statements[0].organization_id == "example-bank"
    assert tables.never_statements[0].kind is NeverKind.ACT


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ('number = "95777"', 'number = "957 77"', "example-bank 957 77"),
        ('kind = "two_way"', 'kind = "tow_way"', "example-bank 95777"),
        ('calls_out = "unknown", ', "", "example-bank 95777"),
        ('sources = ["NOTICE", "LIST"]', 'sources = ["NOTE"]', "example-bank 95777"),
        ('since = "2025-03"', 'sicne = "2025-03"', "example-bank 95777"),
        ('registrable = "example-bank.cn"', 'registrable = "bank.cn"', "example-bank www."),
        ('kind = "act"', 'kind = "channel"', "example-bank.transfer"),
        ('id = "example-bank"\nzh', 'id = "Example"\nzh', "Example"),
    ],
)
def test_a_broken_row_is_refused_by_name(folder: Path, old: str, new: str, row: str) -> None:
    change(folder / "bank.toml", old, new)
    with pytest.raises(InvalidTableError) as caught:
        read(folder)
    assert caught.value.values["table"] == "bank.toml"
    assert caught.value.values["row"].startswith(row)


def test_every_sector_has_its_file(folder: Path) -> None:
    (folder / "rail.toml").unlink()
    with pytest.raises(InvalidTableError):
        read(folder)


def test_a_file_of_no_sector_is_refused(folder: Path) -> None:
    write(folder / "banks.toml", "")
    with pytest.raises(InvalidTableError):
        read(folder)


def test_a_table_nobody_reads_is_refused(folder: Path) -> None:
    change(folder / "bank.toml", "[[organization]]", "[[organisation]]")
    with pytest.raises(InvalidTableError):
        read(folder)
