"""The set-up script: what it would install, and when it has nothing to do."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from bundle.project import QT_NEEDS_GLIBC

SCRIPT = Path(__file__).parents[3] / "packaging" / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    """The script as a module of its own, never the library `packaging`."""
    spec = importlib.util.spec_from_file_location("dev_under_test", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def manager(dev: ModuleType, program: str) -> object:
    return next(each for each in dev.MANAGERS if each.install[0] == program)


def test_debian_names_each_package_once(dev: ModuleType) -> None:
    names = dev.package_names(manager(dev, "apt-get"), [*dev.QT_LIBRARIES, dev.CHINESE_FONT])
    assert {"libgl1", "libxcb-cursor0", "fonts-noto-cjk"} <= set(names)
    assert len(names) == len(set(names))


def test_arch_gives_two_libraries_of_one_package_once(dev: ModuleType) -> None:
    names = dev.package_names(manager(dev, "pacman"), dev.QT_LIBRARIES)
    assert names.count("libglvnd") == 1


def test_fedora_is_asked_for_the_library_itself(dev: ModuleType) -> None:
    parts = [dev.QT_LIBRARIES[0], dev.CHINESE_FONT, dev.XVFB]
    names = dev.package_names(manager(dev, "dnf"), parts)
    assert names == ["libGL.so.1()(64bit)", "font(:lang=zh-cn)", "/usr/bin/Xvfb"]


def test_a_stamp_holds_for_its_own_key_only(dev: ModuleType, tmp_path: Path) -> None:
    stamp = tmp_path / "run.stamp"
    assert not dev.is_stamped(stamp, "key")
    stamp.write_text("key", encoding="utf-8")
    assert dev.is_stamped(stamp, "key")
    assert not dev.is_stamped(stamp, "another key")


def test_the_key_changes_with_a_lock(dev: ModuleType, tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("a==1", encoding="utf-8")
    before = dev.environment_key([lock])
    assert dev.environment_key([lock]) == before
    lock.write_text("a==2", encoding="utf-8")
    assert dev.environment_key([lock]) != before


@pytest.mark.parametrize("testing", [True, False])
def test_the_locks_it_installs_exist(dev: ModuleType, testing: bool) -> None:
    locks = dev.lock_files(testing=testing)
    assert len(locks) == (2 if testing else 1)
    assert all(lock.is_file() for lock in locks)


@pytest.mark.parametrize(("glibc", "lock"), [("2.28", "run-glibc228"), ("2.36", "run")])
def test_an_older_desk_gets_the_older_qt(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, glibc: str, lock: str
) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev.platform, "libc_ver", lambda: ("glibc", glibc))
    assert dev.lock_files(testing=False)[0].name == f"requirements-{lock}.txt"


@pytest.mark.parametrize(
    ("environment", "arguments", "wanted"),
    [
        ({"DISPLAY": ":0"}, [], True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ["--lang", "en"], True),
        ({}, [], False),
        ({"DISPLAY": ":0"}, ["check", "95588"], False),
    ],
)
def test_window_libraries_are_wanted_where_a_window_can_open(
    dev: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    arguments: list[str],
    wanted: bool,
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert dev.wants_window(arguments) is wanted


def test_system_packages_are_left_alone_when_asked(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINGBIAN_LEAVE_SYSTEM", "1")
    assert not dev.install_packages(manager(dev, "apt-get"), ["libgl1"])
    assert "sudo apt-get install -y --no-install-recommends libgl1" in capfd.readouterr().err


def test_trouble_is_told_without_a_traceback(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*, testing: bool) -> None:
        raise dev.SetupError(f"no network {testing}")

    monkeypatch.setattr(dev, "prepare", fail)
    assert dev.main(["run"]) == 1
    assert capfd.readouterr().err == "no network False\n"


def test_without_a_command_it_explains_itself() -> None:
    command = [sys.executable, str(SCRIPT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert "dev.py run" in done.stdout


def test_the_build_and_the_start_draw_the_line_of_qt_at_the_same_glibc(dev: ModuleType) -> None:
    assert dev.QT_NEEDS_GLIBC == QT_NEEDS_GLIBC
