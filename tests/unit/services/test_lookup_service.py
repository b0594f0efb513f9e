"""Finding organisations by name."""

import pytest

from app.host.paths import RESOURCES
from app.reading.folding import Folder, read_folding_tables
from app.services.lookup_service import LookupService
from tests.report_cases import AS_OF, KNOWLEDGE

SERVICE = LookupService(
    KNOWLEDGE, Folder(read_folding_tables(RESOURCES / "folding" / "characters.tsv"))
)


def found(name: str) -> list[str]:
    return [each.organization.id for each in SERVICE.find(name)]


@pytest.mark.parametrize("name", ["抖音", " 抖 音 ", "Douyin", "DOUYIN", "douyin"])
def test_an_organisation_is_found_by_any_name(name: str) -> None:
    assert found(name) == ["douyin"]


def test_a_listed_number_finds_its_owner() -> None:
    assert found("95152") == ["douyin"]
    assert found("９５１５２") == ["douyin"]
    assert found("951522") == []


def test_a_part_of_a_name_is_enough() -> None:
    assert found("银行") == ["icbc"]


def test_an_exact_name_comes_first() -> None:
    assert found("12321举报中心")[0] == "12321-center"
    assert found("举报中心") == ["12321-center", "cac-report"]


@pytest.mark.parametrize("name", ["", "  ", "火星银行总部"])
def test_nobody_is_found(name: str) -> None:
    assert found(name) == []


def test_an_entry_holds_the_rows_with_their_sources() -> None:
    (entry,) = SERVICE.find("抖音")
    assert [each.key for each in entry.numbers] == ["95152"]
    assert [each.host for each in entry.domains] == ["douyin.com"]
    assert all(each.sources for each in entry.numbers)
    assert SERVICE.as_of == AS_OF
