from pathlib import Path

import pytest

from app.cli.main import main


def run(home: Path, *words: str) -> int:
    return main(["--home", str(home), "--lang", "zh", *words])


def test_a_key_is_set_aside_shown_and_taken_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "allow", "139", "0000", "0000") == 0
    assert "139-0000-0000" in capsys.readouterr().out
    assert run(tmp_path, "allow", "--show") == 0
    assert capsys.readouterr().out == "139-0000-0000\n"
    assert run(tmp_path, "allow", "13900000000", "--remove") == 0
    assert run(tmp_path, "allow", "13900000000", "--remove") == 3
    assert run(tmp_path, "allow") == 2


def test_what_is_no_key_gets_a_calm_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "allow", "你好") == 1
    assert "号码或网址" in capsys.readouterr().err


def test_there_is_nothing_to_appeal_against_where_no_list_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "appeal", "13900000000") == 3
    assert "没有记录" in capsys.readouterr().out
