"""`mingbian check --file`."""

from pathlib import Path

import pytest

from app.assembly import Application
from app.cli.arguments import argument_parser
from app.cli.batch_command import run_batch
from app.cli.exit_status import ExitStatus
from app.cli.main import main
from app.model.language import Language

CONTENT = "编号,内容\n1,95152\n2,我是公安局的，不要告诉家人，把钱转入安全账户\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "in.csv"
    file.write_text(CONTENT, encoding="utf-8")
    return file


def ran(application: Application, *arguments: str) -> int:
    parsed = argument_parser().parse_args(["check", *arguments])
    return run_batch(application, parsed, Language.ZH)


def test_every_row_gets_its_answer(
    application: Application, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = table.with_name("out.csv")
    assert ran(application, "--file", str(table), "--out", str(out)) == ExitStatus.ANSWERED
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 3
    assert lines[1].startswith('"1","')
    assert "像诈骗" in lines[2]
    assert "像诈骗  1" in capsys.readouterr().out


def test_a_column_can_be_named(
    application: Application, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = table.with_name("out.csv")
    asked = ("--file", str(table), "--out", str(out), "--column")
    assert ran(application, *asked, "编号") == ExitStatus.ANSWERED
    assert '"1"' in out.read_text(encoding="utf-8-sig").splitlines()[1]
    assert ran(application, *asked, "没有的") == ExitStatus.USAGE
    assert "内容" in capsys.readouterr().err


def test_without_a_place_for_the_answers_nothing_is_checked(
    application: Application, table: Path
) -> None:
    assert ran(application, "--file", str(table)) == ExitStatus.USAGE


def test_a_broken_file_ends_calmly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--home", str(tmp_path), "check", "--file", str(tmp_path / "no.csv")]
    assert main([*arguments, "--out", str(tmp_path / "out.csv"), "--lang", "zh"]) == 1
    assert "读不出来" in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()
