"""`mingbian licences` prints all there is."""

from pathlib import Path

import pytest

from app.assembly import Application
from app.cli.licences_command import run_licences
from app.host.clock import SystemClock
from app.host.paths import RESOURCES, Paths
from app.model.language import Language


def test_a_clone_prints_its_own_and_says_where_the_others_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_licences(Application(Paths(RESOURCES), SystemClock()), Language.ZH) == 0
    said = capsys.readouterr().out
    assert said.index("Mingbian") < said.index("Apache License\n") < said.index("源码目录")


def test_a_bundle_prints_every_text_and_nothing_about_a_clone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "third_party.txt").write_text("Everything.", encoding="utf-8")
    run_licences(Application(Paths(tmp_path), SystemClock()), Language.ZH)
    assert capsys.readouterr().out == "Everything.\n"
