"""What goes into the bundle, and what must not."""

from pathlib import Path

import pytest

from app.cli.selftest_parts import PARTS
from bundle.parts import data_files, hidden_imports, is_left_out
from bundle.pruning import LINK, is_kept, kept
from tests.architecture.source_tree import ROOT, app_modules, expect_none


def test_every_module_of_the_program_goes_in_but_the_publishers() -> None:
    modules = {each.name.removesuffix(".__init__") for each in app_modules()}
    wanted = {each for each in modules if each.split(".")[1:2] != ["publishing"]}
    assert wanted <= set(hidden_imports(ROOT))
    expect_none(each for each in hidden_imports(ROOT) if "publishing" in each)


def test_every_part_the_selftest_asks_for_goes_in() -> None:
    assert {each.module for each in PARTS if not each.why_absent} <= set(hidden_imports(ROOT))


@pytest.mark.parametrize(
    "library",
    ["tuf", "cryptography", "requests", "truststore", "keyring", "sqlcipher3", "python_calamine"],
)
def test_a_declared_library_goes_in_before_anything_imports_it(library: str) -> None:
    assert library in hidden_imports(ROOT)


@pytest.mark.parametrize(
    "module",
    [
        *("app.publishing", "app.publishing.signer", "pip", "pip._internal", "numpy.linalg"),
        *("phonenumbers.geodata", "phonenumbers.carrierdata.data0", "PySide6.QtNetwork", "tkinter"),
    ],
)
def test_what_people_do_not_need_stays_out(module: str) -> None:
    assert is_left_out(module)


@pytest.mark.parametrize("module", ["app.public", "phonenumbers", "PySide6.QtWidgets", "pipes"])
def test_a_name_that_only_begins_alike_goes_in(module: str) -> None:
    assert not is_left_out(module)


def test_the_tables_go_in_and_the_readers_pictures_do_not(tmp_path: Path) -> None:
    folders = {folder for _, folder in data_files(ROOT, tmp_path)}
    assert {"resources/register", "resources/i18n/zh", "resources/licences"} <= folders
    assert "resources/pictures" not in folders


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/translations/qtbase_en.qm",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platforms/libqwayland-generic.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "resources/register/bank.toml",
        "keyring-25.7.0.dist-info/entry_points.txt",
        "libglib-2.0.so.0",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/plugins/printsupport/windowsprintersupport.dll",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
    ],
)
def test_what_a_window_opens_stays(place: str) -> None:
    assert is_kept(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/platforms/libqminimal.so",
        "PySide6/Qt/plugins/platforms/libqwayland-egl.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/imageformats/libqtiff.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6\\Qt6Network.dll",
        "libQt6EglFsKmsSupport.so.6",
        "PySide6/Qt/lib/libQt6WaylandEglClientHwIntegration.so.6",
        "libcups.so.2",
        "opencc/libopencc.a",
        "keyring-25.7.0.dist-info/RECORD",
    ],
)
def test_what_no_window_opens_goes(place: str) -> None:
    assert not is_kept(place)


def test_a_stick_gets_no_links_and_every_build_the_same_order() -> None:
    entries = [("b.so", "/b.so", "BINARY"), ("a.so", "x/a.so", LINK), ("a", "/a", "DATA")]
    assert [each[0] for each in kept(entries)] == ["a", "b.so"]
