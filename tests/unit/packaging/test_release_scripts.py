"""What builds where we cannot: the scripts of other systems are whole, and name what there is."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bundle.appimage import RUNTIME_SUM
from bundle.debian import LINUX
from tests.architecture.source_tree import ROOT, expect_none

WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
INSTALLER = (ROOT / "packaging" / "windows" / "mingbian.iss").read_text("utf-8")
GIVEN = frozenset({"Version", "Folder", "Icons", "Name"})  # by bundle/windows.py
SCRIPTS = (ROOT / "packaging" / "macos" / "make_dmg.sh", ROOT / ".ci" / "run")


def sections(script: str) -> dict[str, list[str]]:
    """Return an Inno Setup script's lines by section, comments and conditions left out."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in script.splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line.strip()):
            name = head[1]
        elif name and line.strip() and not line.startswith((";", "#")):
            found.setdefault(name, []).append(line)
    return found


def jobs(workflow: str) -> dict[str, str]:
    """Return the text of each job by its name."""
    parts = re.split(r"^  ([\w-]+):.*$", workflow.partition("\njobs:\n")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_the_installer_asks_for_no_administrator_and_an_old_enough_windows() -> None:
    setup = dict(line.split("=", 1) for line in sections(INSTALLER)["Setup"])
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["DefaultDirName"].startswith("{localappdata}")
    assert setup["MinVersion"] == "10.0.17763"  # Windows 10, 1809
    assert setup["AppId"].startswith("{{")
    assert {"AppName", "AppVersion", "SetupIconFile", "UninstallDisplayIcon"} <= setup.keys()


def test_the_installer_uses_no_value_that_nobody_gives() -> None:
    defined = set(re.findall(r"^#define (\w+)", INSTALLER, re.MULTILINE))
    assert set(re.findall(r"\{#(\w+)\}", INSTALLER)) <= defined | GIVEN


def test_the_installer_touches_this_persons_settings_alone() -> None:
    entries = sections(INSTALLER)["Registry"]
    expect_none(line for line in entries if not line.startswith("Root: HKCU;"))
    assert any('--card ""%1""' in line for line in entries)
    assert any(r"Software\Classes\.mingbian-feed" in line for line in entries)


def test_every_entry_of_the_installer_has_its_parameters() -> None:
    wanted = {"Files": "DestDir", "Icons": "Filename", "Run": "Filename", "Tasks": "Description"}
    expect_none(
        line
        for section, parameter in wanted.items()
        for line in sections(INSTALLER)[section]
        if f"{parameter}: " not in line or line.count('"') % 2
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda each: each.name)
def test_a_shell_script_can_be_read(script: Path) -> None:
    shell = "bash" if "bash" in script.read_text("utf-8").splitlines()[0] else "sh"
    subprocess.run([shell, "-n", str(script)], check=True)
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", str(script)], check=True)


def named_files() -> Iterator[str]:
    yield from re.findall(r"(?:packaging|tests)/[\w/.-]+\.\w+", WORKFLOW)


def test_the_workflow_names_files_that_exist() -> None:
    assert "packaging/build_release.py" in set(named_files())
    expect_none(each for each in named_files() if not (ROOT / each).is_file())


def test_the_workflow_gives_options_that_the_scripts_have() -> None:
    for script in ("build_release", "prove_bundle"):
        text = (ROOT / "packaging" / f"{script}.py").read_text("utf-8")
        for command in re.findall(rf"{script}\.py(.*)", WORKFLOW):
            expect_none(
                each for each in re.findall(r"--[\w-]+", command) if f'"{each}"' not in text
            )


def test_every_system_is_built_tested_and_attached() -> None:
    builders = {name: text for name, text in jobs(WORKFLOW).items() if name != "attach"}
    assert builders.keys() == {"linux", "linux-older-desks", "windows", "macos"}
    expect_none(
        name
        for name, text in builders.items()
        if "build_release.py" not in text or "if-no-files-found: error" not in text
    )
    [needs] = re.findall(r"needs: \[(.*)\]", jobs(WORKFLOW)["attach"])
    assert set(needs.split(", ")) == builders.keys()
    assert "contents: read" in WORKFLOW.partition("\njobs:\n")[0]


def test_the_runtime_of_the_appimage_is_checked_before_it_is_used() -> None:
    assert re.fullmatch(r"[0-9a-f]{64}  runtime-x86_64\n", RUNTIME_SUM.read_text("ascii"))
    checked = WORKFLOW.index(f"sha256sum --check packaging/linux/{RUNTIME_SUM.name}")
    assert checked < WORKFLOW.index("--appimage-runtime runtime-x86_64")


@pytest.mark.parametrize("name", ["mingbian.xml", "org.mingbian.Mingbian.metainfo.xml"])
def test_what_desktops_read_is_whole(name: str) -> None:
    assert ElementTree.parse(LINUX / name).getroot().tag  # noqa: S314 -- our own file


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="not installed")
def test_the_menu_entry_is_valid() -> None:
    entry = str(LINUX / "org.mingbian.Mingbian.desktop")
    subprocess.run(["desktop-file-validate", entry], check=True)


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="not installed")
def test_the_description_for_stores_is_valid(tmp_path: Path) -> None:
    text = (LINUX / "org.mingbian.Mingbian.metainfo.xml").read_text("utf-8")
    file = tmp_path / "org.mingbian.Mingbian.metainfo.xml"
    file.write_text(text.replace("@VERSION@", "1.0").replace("@DATE@", "2026-11-20"), "utf-8")
    subprocess.run(["appstreamcli", "validate", "--no-net", str(file)], check=True)
