"""What a frozen program does before its first word: little, and nothing a stranger asks of it."""

import os
import sys
from pathlib import Path

import pytest

from bundle import before_all, entry
from bundle.pruning import without_hooks
from bundle.shiboken_part import FOR_DEVELOPERS, shiboken_files


@pytest.mark.parametrize(
    "arguments",
    [
        ["mingbian"],
        ["mingbian", "check", "--multiprocessing-fork"],
        ["mingbian", "check", "-c", "print(1)"],
        ["mingbian", "-c", "from multiprocessing.resource_tracker import main;main(3);print(1)"],
        ["mingbian", "from multiprocessing.resource_tracker import main;main(3)"],
    ],
)
def test_a_persons_words_never_make_it_a_helper(arguments: list[str]) -> None:
    entry.work_if_started_for_it(arguments)  # it would not return


def test_what_python_starts_for_itself_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    tracked: list[int] = []
    monkeypatch.setattr("multiprocessing.resource_tracker.main", tracked.append)
    command = "from multiprocessing.resource_tracker import main;main(7)"
    with pytest.raises(SystemExit):
        entry.work_if_started_for_it(["mingbian", "-E", "-c", command])
    assert tracked == [7]


def test_the_hooks_that_load_qt_and_processes_stay_out() -> None:
    names = ("pyi_rth_pyside6", "pyi_rth_pkgutil", "before_all", "pyi_rth_multiprocessing", "entry")
    kept = without_hooks([(name, f"/{name}.py", "PYSOURCE") for name in names])
    assert [each[0] for each in kept] == ["pyi_rth_pkgutil", "before_all", "entry"]


@pytest.mark.parametrize(
    ("platform", "inside"),
    [
        ("linux", "PySide6/Qt/plugins"),
        ("darwin", "PySide6/Qt/plugins"),
        ("win32", "PySide6/plugins"),
    ],
)
def test_qt_takes_its_plugins_from_the_bundle_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, inside: str
) -> None:
    monkeypatch.setenv("QT_PLUGIN_PATH", "/usr/lib/qt6/plugins")
    before_all.find_own_plugins(tmp_path, platform)
    assert os.environ["QT_PLUGIN_PATH"] == str(tmp_path / inside)


def test_no_bus_is_started_where_none_runs_and_a_running_one_is_kept(tmp_path: Path) -> None:
    alone: dict[str, str] = {"XDG_RUNTIME_DIR": str(tmp_path)}
    before_all.start_no_bus(alone)
    assert alone["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"
    named = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/a"}
    before_all.start_no_bus(named)
    assert named["DBUS_SESSION_BUS_ADDRESS"] == "unix:path=/a"
    (tmp_path / "bus").touch()
    beside = {"XDG_RUNTIME_DIR": str(tmp_path)}
    before_all.start_no_bus(beside)
    assert "DBUS_SESSION_BUS_ADDRESS" not in beside


def test_shibokens_own_part_is_compiled_and_without_its_developers_tool(tmp_path: Path) -> None:
    files = shiboken_files(tmp_path)
    places = {Path(folder, Path(file).name).as_posix() for file, folder in files}
    assert "shiboken6/files.dir/shibokensupport/signature/loader.pyc" in places
    assert all(each.endswith(".pyc") for each in places)
    sizes = {Path(file).name: Path(file).stat().st_size for file, _ in files}
    assert sizes[FOR_DEVELOPERS.with_suffix(".pyc").name] < 500
    assert not (Path(sys.modules["shiboken6"].__file__ or "").parent / "files.dir").exists()


def test_two_compilations_are_equal(tmp_path: Path) -> None:
    one, other = shiboken_files(tmp_path / "one"), shiboken_files(tmp_path / "other")
    assert [Path(file).read_bytes() for file, _ in one] == [
        Path(file).read_bytes() for file, _ in other
    ]
