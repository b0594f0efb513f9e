"""A bundle asks the system for little, and no binary in it looks into the building machine."""

import shutil
import sys
from pathlib import Path

import pytest

from bundle.elf import run_paths
from bundle.glibc import newest_asked, of_this_system, versions_in
from bundle.linking import OF_THE_SYSTEM, asked_of_system, binaries
from bundle.pruning import without_strays
from bundle.run_paths import ORIGIN, clear_run_paths

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these are binaries of Linux")


@pytest.mark.parametrize(
    "name", ["libc.so.6", "libGL.so.1", "ld-linux-x86-64.so.2", "libwayland-client.so.0"]
)
def test_every_desktop_has_these(name: str) -> None:
    assert OF_THE_SYSTEM.fullmatch(name)


@pytest.mark.parametrize("name", ["libQt6Core.so.6", "libpng16.so.16", "libcrypto.so.3", "libx.so"])
def test_the_bundle_has_to_bring_these(name: str) -> None:
    assert not OF_THE_SYSTEM.fullmatch(name)


def test_a_library_that_is_missing_is_named_with_who_asks(tmp_path: Path) -> None:
    library = next(Path(sys.prefix).rglob("libQt6Widgets.so.6"))
    shutil.copy(library, tmp_path)
    (tmp_path / "words.txt").write_text("no binary", encoding="utf-8")
    assert [each.name for each in binaries(tmp_path)] == ["libQt6Widgets.so.6"]
    assert asked_of_system(tmp_path)["libQt6Gui.so.6"] == "libQt6Widgets.so.6"


def test_the_search_path_of_a_library_is_found() -> None:
    library = next(Path(sys.prefix).rglob("libQt6Widgets.so.6"))
    [path] = run_paths(library.read_bytes())
    assert path.text == ORIGIN
    assert library.read_bytes()[path.place :].startswith(ORIGIN)


def test_a_search_path_of_the_building_machine_is_cleared(tmp_path: Path) -> None:
    library = next(Path(sys.prefix).rglob("libQt6Widgets.so.6"))
    [path] = run_paths(library.read_bytes())
    data = bytearray(library.read_bytes())
    data[path.place : path.place + len(path.text)] = b"/a/lib0"
    (tmp_path / "library.so").write_bytes(data)
    assert clear_run_paths(tmp_path) == 1
    assert [each.text for each in run_paths((tmp_path / "library.so").read_bytes())] == [ORIGIN]
    assert clear_run_paths(tmp_path) == 0


def test_a_library_that_only_something_dropped_asked_for_goes_too() -> None:
    widgets = next(Path(sys.prefix).rglob("libQt6Widgets.so.6"))
    entries = [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", str(widgets), "BINARY"),
        ("libstdc++.so.6", "/usr/lib/libstdc++.so.6", "BINARY"),
        ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY"),
    ]
    system = Path("/usr/lib/x86_64-linux-gnu/libstdc++.so.6")
    entries[1] = ("libstdc++.so.6", str(system if system.is_file() else widgets), "BINARY")
    kept = [each[0] for each in without_strays(entries)]
    assert kept == ["PySide6/Qt/lib/libQt6Widgets.so.6", "libstdc++.so.6"]


def test_what_is_no_binary_has_no_search_path() -> None:
    assert list(run_paths(b"#!/bin/sh\n" * 10)) == []


def test_the_newest_symbol_tells_which_glibc_is_needed(tmp_path: Path) -> None:
    symbols = "0 DF *UND* 0 (GLIBC_2.9) a\n0 DF *UND* 0 (GLIBC_2.34) b\n0 (GLIBC_PRIVATE) c\n"
    assert max(versions_in(symbols)) == (2, 34)
    newest, asker = newest_asked([Path(sys.executable).resolve()])
    assert (2, 2) < newest <= of_this_system()
    assert asker == Path(sys.executable).resolve().name
    (tmp_path / "words").write_bytes(b"no binary")
    assert newest_asked([tmp_path / "words"]) == ((0,), "")
