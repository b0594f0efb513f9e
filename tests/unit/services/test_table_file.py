"""Tables and lists from files."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.host import brought_file
from app.model.errors import UserFacingError
from app.services import table_file
from app.services.table_file import Table, read_table

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def workbook(file: Path, rows: list[list[str | int]]) -> Path:
    """Write the smallest workbook that spreadsheets open."""
    cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="一" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


def _cell(value: str | int) -> str:
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t>{value}</t></is></c>'


def written(folder: Path, name: str, content: str | bytes, encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
    return file


def refusal(file: Path) -> str:
    with pytest.raises(UserFacingError) as caught:
        read_table(file)
    return caught.value.reference


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_csv_of_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    content = '号码,内容\r\n95152,"您好,\n客服"\r\n,\r\n13800000000,转账\r\n'
    table = read_table(written(tmp_path, "a.csv", content, encoding))
    assert table.titles == ("号码", "内容")
    assert table.rows == (("95152", "您好,\n客服"), ("13800000000", "转账"))


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_found_out(tmp_path: Path, delimiter: str) -> None:
    table = read_table(written(tmp_path, "a.csv", f"a{delimiter}b\n1{delimiter}95152\n"))
    assert table.rows == (("1", "95152"),)


def test_a_text_file_has_one_entry_a_line_commas_and_all(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "a.txt", "您好,请转账\n\n95152\n"))
    assert table == Table(("A",), (("您好,请转账",), ("95152",)))


def test_a_workbook_is_read_with_numbers_as_they_are_dialled(tmp_path: Path) -> None:
    rows: list[list[str | int]] = [["号码", "备注"], [13800138000, "x"], [95152, "y"]]
    table = read_table(workbook(tmp_path / "a.xlsx", rows))
    assert table.titles == ("号码", "备注")
    assert table.column(0) == ("13800138000", "95152")


def test_rows_of_unequal_width_become_equal(tmp_path: Path) -> None:
    table = read_table(written(tmp_path, "a.csv", "1234,a\n5678\n9999,b,c\n"))
    assert {len(row) for row in table.rows} == {3}
    assert table.titles == ("A", "B", "C")


def test_the_column_with_what_people_send_is_proposed(tmp_path: Path) -> None:
    content = "name,id,内容\n张,1,请把钱转到 6222 的账户。\n李,2,https://a.example\n"
    assert read_table(written(tmp_path, "a.csv", content)).likeliest_column() == 2


def test_a_first_row_of_content_is_no_head(tmp_path: Path) -> None:
    assert len(read_table(written(tmp_path, "a.csv", "95152\n95588\n")).rows) == 2


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 and no archive", b"\xd0\xcf\x11\xe0 nor this", b"\x89PNG\0\0\0", b"\x81\xff\xff"],
)
def test_a_broken_or_foreign_file_is_named_calmly(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path, "a.xlsx", content)) == "batch-unreadable"


def test_a_file_that_is_not_there_is_named_calmly(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing.csv") == "batch-unreadable"
    assert refusal(tmp_path) == "batch-unreadable"
    assert refusal(Path("a\0b.csv")) == "batch-unreadable"


@pytest.mark.parametrize("content", ["", "\n\n", " ,  \n"])
def test_an_empty_file_is_named_calmly(tmp_path: Path, content: str) -> None:
    assert refusal(written(tmp_path, "a.csv", content)) == "batch-empty"


def test_too_many_rows_and_bytes_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, "a.txt", "95152\n" * 12)
    monkeypatch.setattr(table_file, "MOST_ROWS", 10)
    assert refusal(file) == "batch-too-large"
    monkeypatch.setattr(brought_file, "LARGEST", 20)
    assert refusal(file) == "batch-too-large"


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.txt", "a.xlsx"]))
def test_any_bytes_give_a_table_or_a_calm_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    file = written(tmp_path_factory.mktemp("any"), name, content)
    with suppress(UserFacingError):
        table = read_table(file)
        assert {len(row) for row in table.rows} == {len(table.titles)}
