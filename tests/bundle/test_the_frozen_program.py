"""The program as people get it: frozen here, in its quick form, and started without Python."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.feed.feed_card import write_card
from app.host.paths import PORTABLE_MARK
from bundle.elf import run_paths
from bundle.glibc import newest_asked, of_this_system
from bundle.linking import binaries
from bundle.run_paths import ORIGIN
from tests.architecture.source_tree import ROOT, expect_none
from tests.feed.test_edition_in_use import NEXT_DAY, next_tables
from tests.feed_simulator import FeedSimulator

BUILD = ROOT / "build" / "release"
SCAM = "我是市公安局的，您涉嫌洗钱，案件保密，不要告诉家人，马上把钱转入安全账户。"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def built() -> "subprocess.CompletedProcess[str]":
    """Build and self-test once; the self-test's lines are its output."""
    script = str(ROOT / "packaging" / "build_release.py")
    done = subprocess.run(
        [sys.executable, script, "--quick"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    return done


@pytest.fixture(scope="module")
def program(built: "subprocess.CompletedProcess[str]") -> Path:
    assert built
    name = "mingbian-terminal.exe" if sys.platform == "win32" else "mingbian"
    return BUILD / "dist" / "mingbian" / name


@pytest.fixture
def run(program: Path, tmp_path: Path) -> Run:
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    everything = {**kept, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "zh_CN"}

    def start(*arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [str(program), *arguments],
            env=everything,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return start


@pytest.fixture
def stick(program: Path) -> Iterator[Path]:
    """The program's folder with the mark of a portable one."""
    folder = program.parent
    (folder / PORTABLE_MARK).write_bytes(b"")
    yield folder
    (folder / PORTABLE_MARK).unlink()
    shutil.rmtree(folder / "data", ignore_errors=True)


def test_it_tests_itself_from_inside(built: "subprocess.CompletedProcess[str]") -> None:
    lines = built.stdout.splitlines()
    assert "ok   runs from a bundle" in lines
    assert "ok   screen VerdictScreen" in lines
    assert {"ok   slip as PDF (zh)", "ok   slip as PDF (en)"} <= set(lines)
    assert any(line.startswith("ok   printing: ") for line in lines)
    expect_none(line for line in lines if line.startswith("FAIL"))


def test_nothing_came_along_that_nobody_needs(program: Path) -> None:
    frozen = (BUILD / "work" / "mingbian" / "PYZ-00.toc").read_text(encoding="utf-8")
    unwanted = ("app.publishing", "pip", "numpy", "tkinter", "phonenumbers.geodata", "pytest")
    expect_none(each for each in unwanted if f"('{each}'" in frozen or f"('{each}." in frozen)
    files = [each.relative_to(program.parent).as_posix() for each in program.parent.rglob("*")]
    expect_none(
        each
        for each in files
        if any(
            part in each
            for part in (
                "QtNetwork",
                "Qt6Quick",
                "qtbase_de",
                "libqgtk3",
                "numpy",
                "gnutls",
                "krb5",
            )
        )
    )
    assert any(each.endswith("qtbase_zh_CN.qm") for each in files)


def test_a_stick_can_hold_every_file(program: Path) -> None:
    expect_none(str(each) for each in program.parent.rglob("*") if each.is_symlink())


@pytest.mark.skipif(sys.platform != "linux", reason="reads binaries of Linux")
def test_no_binary_looks_into_the_building_machine(program: Path) -> None:
    expect_none(
        f"{file.name}: {path.text!r}"
        for file in binaries(program.parent)
        for path in run_paths(file.read_bytes())
        if not path.text.startswith(ORIGIN)
    )


@pytest.mark.skipif(sys.platform != "linux", reason="reads binaries of Linux")
def test_it_runs_on_every_system_as_new_as_this_one(program: Path) -> None:
    newest, asker = newest_asked(binaries(program.parent))
    assert (2, 17) <= newest <= of_this_system(), asker


def test_it_judges_as_the_clone_does(run: Run) -> None:
    assert run("check", SCAM).returncode == 20
    official = run("check", "95152")
    assert official.returncode == 0
    assert official.stdout.startswith("【名单里有这个号码】")


def test_the_terminal_never_loads_qt(program: Path, tmp_path: Path) -> None:
    asked = [str(program), "--home", str(tmp_path), "check", "95152"]
    if sys.platform != "linux":
        pytest.skip("reads what Linux's loader tells")
    told = subprocess.run(
        asked, env={"LD_DEBUG": "files"}, capture_output=True, timeout=60, check=False
    )
    assert told.returncode == 0
    assert b"libpython" in told.stderr
    assert b"libQt6Core" not in told.stderr


def test_a_list_is_installed_by_a_process_of_its_own(run: Run, tmp_path: Path) -> None:
    feed = FeedSimulator(tmp_path / "repository")
    feed.put_list("reported", ["+8613912345678"])
    feed.release(next_tables(tmp_path / "tables"), NEXT_DAY)
    card = tmp_path / "a.mingbian-feed"
    card.write_bytes(write_card(feed.card("http://127.0.0.1:9/")))
    home = ("--home", str(tmp_path / "home"))
    assert run(*home, "sync", "--add", str(card), "--yes").returncode == 0
    followed = run(*home, "sync", "--from", str(feed.folder))
    assert (followed.returncode, followed.stderr.count("Traceback")) == (0, 0), followed.stderr
    assert run(*home, "check", "13912345678").returncode == 10


def test_it_says_calmly_that_this_copy_does_not_publish(run: Run) -> None:
    refused = run("publish", "check", "anywhere")
    assert refused.returncode == 1
    assert "[no-publisher]" in refused.stderr
    assert len(refused.stderr.splitlines()) == 1


def test_an_opened_card_reaches_the_frozen_program(run: Run, tmp_path: Path) -> None:
    (tmp_path / "broken.mingbian-feed").write_bytes(b"{}")
    refused = run("sync", "--add", str(tmp_path / "broken.mingbian-feed"))
    assert refused.returncode == 1
    assert "[feed-card-broken]" in refused.stderr


def test_it_shows_the_terms_of_everything_inside(run: Run) -> None:
    said = run("licences").stdout
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in said
    assert "You may replace them by your own build" in said
    assert "No text came with it" not in said


def test_a_portable_one_leaves_everything_on_the_stick(
    run: Run, stick: Path, tmp_path: Path
) -> None:
    assert run("check", "95152").returncode == 0
    assert (stick / "data" / "cache").is_dir()
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_cannot_be_written_still_answers(
    run: Run, stick: Path, tmp_path: Path
) -> None:
    (stick / "data").write_bytes(b"")  # where a folder should be: as good as a lock, also for root
    try:
        assert run("check", SCAM).returncode == 20
        assert "nothing will be kept" in run("selftest").stdout
        assert list(tmp_path.iterdir()) == []
    finally:
        (stick / "data").unlink()


def test_the_window_opens_and_stays(program: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "MINGBIAN_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([str(program)], env=environment, stderr=subprocess.DEVNULL) as window:
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                window.wait(4)
        finally:
            window.kill()
    assert (tmp_path / "cache" / "registry.sqlite").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's own places")
def test_a_portable_window_leaves_nothing_in_the_home_even_without_a_bus(
    program: Path, stick: Path, tmp_path: Path
) -> None:
    home, run_time = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    run_time.mkdir(mode=0o700)
    environment = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(run_time),
        "PATH": os.environ["PATH"],
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": "zh_CN.UTF-8",
    }
    with subprocess.Popen([str(program)], env=environment, stderr=subprocess.DEVNULL) as window:
        try:
            with pytest.raises(subprocess.TimeoutExpired):
                window.wait(5)
        finally:
            window.kill()
    assert (stick / "data" / "cache" / "registry.sqlite").exists()
    assert not [each for each in home.rglob("*") if "fontconfig" not in each.parts]
    assert list(run_time.iterdir()) == []
