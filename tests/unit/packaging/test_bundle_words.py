"""What the packages say of the program: versions, lists, licences, properties."""

import json
import plistlib
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

from app.cli.arguments import argument_parser
from app.version import RELEASED_ON, VERSION
from bundle import debian, macos, project, windows_version
from bundle.contents import PYPI, SYSTEM, Component
from bundle.licences import third_party_text, without_text
from bundle.locked_environment import LOCKS, TOOLS, only
from bundle.sbom import bill_of_materials, to_text
from tests.architecture.source_tree import ROOT


def component(name: str, kind: str = PYPI, text: Path | None = None) -> Component:
    return Component(kind, name, "1.0", "MIT", (text,) if text else ())


def test_the_scripts_read_the_programs_own_version() -> None:
    assert (project.version(), project.released_on()) == (VERSION, RELEASED_ON)


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0rc1", (2, 0, 1, 0))],
)
def test_windows_counts_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert windows_version.four_numbers(version) == numbers


def test_the_property_list_can_be_written_and_knows_feed_cards() -> None:
    plist = plistlib.loads(plistlib.dumps(macos.info_plist("1.2")))
    assert plist["CFBundleShortVersionString"] == "1.2"
    [kind] = plist["CFBundleDocumentTypes"]
    [declared] = plist["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]


def test_every_system_hands_an_opened_card_to_the_program() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(debian.LINUX / f"{project.IDENTIFIER}.desktop", encoding="utf-8")
    kind = entry["Desktop Entry"]["MimeType"].removesuffix(";")
    assert f'<mime-type type="{kind}">' in (debian.LINUX / "mingbian.xml").read_text("utf-8")
    program, *arguments = entry["Desktop Entry"]["Exec"].split()
    assert (program, arguments) == ("mingbian", ["--card", "%f"])
    for opened in (["--card", "a card"], ["--card"]):  # with a file, and from the menu
        assert argument_parser().parse_args(opened).command is None
    installer = (ROOT / "packaging" / "windows" / "mingbian.iss").read_text("utf-8")
    assert 'mingbian.exe"" --card ""%1"""' in installer


def test_every_text_stands_in_the_notices_and_a_missing_one_is_named(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_text("Permission is hereby granted", encoding="utf-8")
    parts = [component("with", text=text), component("without"), component("shipped")]
    (tmp_path / "shipped.txt").write_text("Its own terms", encoding="utf-8")
    said = third_party_text(parts, tmp_path)
    assert "Permission is hereby granted" in said
    assert "Its own terms" in said
    assert "You may replace them by your own build" in said
    assert without_text(parts, tmp_path) == ["without"]


def test_qt_comes_with_the_terms_it_is_lent_under() -> None:
    qt = [component("pyside6-essentials"), component("shiboken6")]
    said = third_party_text(qt, ROOT / "packaging" / "licences")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in said
    assert "TERMS AND CONDITIONS" in said


def test_the_bill_of_materials_is_the_same_each_time_and_names_every_part() -> None:
    parts = [component("tuf"), component("libx11-6", SYSTEM)]
    bill = json.loads(to_text(bill_of_materials(parts)))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert [each["purl"] for each in bill["components"]] == [
        "pkg:pypi/tuf@1.0",
        "pkg:deb/debian/libx11-6@1.0",
    ]
    assert to_text(bill_of_materials(parts)) == to_text(bill_of_materials(parts))


def test_debian_is_told_what_is_needed() -> None:
    control = debian.control_text("amd64", 1000, ["libc6 (>= 2.34)", "libx11-6"])
    assert "Depends: libc6 (>= 2.34), libx11-6\n" in control
    assert f"Version: {VERSION}\n" in control
    lines = control.splitlines()
    description = next(i for i, line in enumerate(lines) if line.startswith("Description:"))
    assert all(line.startswith(" ") for line in lines[description + 1 :])


def test_a_release_environment_gets_the_freezer_and_no_test_tools() -> None:
    tools = only(TOOLS, (LOCKS / "requirements-dev.txt").read_text("utf-8"))
    assert "pyinstaller==" in tools
    assert "pytest" not in tools


def test_the_metadata_speaks_of_the_declared_licence() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["license"]
    metainfo = (debian.LINUX / f"{project.IDENTIFIER}.metainfo.xml").read_text("utf-8")
    assert f"<project_license>{declared}</project_license>" in metainfo


@pytest.mark.parametrize(
    ("glibc", "name"),
    [("2.28", "linux-glibc2.28"), ("2.34", "linux"), ("2.41", "linux"), ("", "linux")],
)
def test_what_is_built_for_older_desks_says_so_in_its_name(glibc: str, name: str) -> None:
    assert project._linux_name(glibc) == name


def test_the_workflow_builds_for_every_system_and_signs_nothing() -> None:
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
    for system in ("ubuntu-", "almalinux:8", "windows-", "macos-"):
        assert system in text
    assert text.count("packaging/build_release.py") == 4
    assert "minisign" not in text
