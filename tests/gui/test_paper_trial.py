"""The self-test makes a slip and says what there is to print with."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo
from pytestqt.qtbot import QtBot

from app.desktop.paper_trial import PLUGINS, is_whole_pdf, printing_remark, try_paper

from .conftest import DeskApplication
from .desk import FakeChecker


def test_a_slip_comes_out_in_both_languages_and_printing_is_spoken_of(
    qtbot: QtBot, tmp_path: Path, checker: FakeChecker
) -> None:
    assert qtbot
    remarks = list(try_paper(DeskApplication(tmp_path, checker)))
    assert [line for works, line in remarks if not works] == []
    lines = [line for _, line in remarks]
    assert lines[:2] == ["slip as PDF (zh)", "slip as PDF (en)"]
    assert lines[2].startswith("printing: ")


def test_a_program_without_the_printing_plugin_fails(tmp_path: Path) -> None:
    works, line = printing_remark(tmp_path, 0)
    assert not works
    assert PLUGINS in line


def test_a_computer_without_printing_is_no_fault_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "libcupsprintersupport.so").write_bytes(b"asks for a library that is not there")
    works, line = printing_remark(tmp_path, 0)
    assert works
    assert "this computer has none" in line
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), PLUGINS)
    assert printing_remark(plugins, 2) == (True, "printing: 2 printers")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n%%EOF\n", b"%PDF-1.4 /Font", b"/Font %%EOF"])
def test_half_a_pdf_is_noticed(data: bytes) -> None:
    assert not is_whole_pdf(data)
