"""Whether there is a display."""

import os
import subprocess
from pathlib import Path
from shutil import which

import pytest

from app.cli.display import can_load, has_display, needed_plugin


def test_no_variable_is_no_display() -> None:
    assert not has_display({}, "linux")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(platform: str) -> None:
    assert has_display({}, platform)


def test_a_chosen_platform_plugin_is_believed() -> None:
    assert has_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")


@pytest.mark.parametrize("display", [":4711", "unix:4711.0", "127.0.0.1:4711", "nonsense"])
def test_a_display_nobody_serves_is_none(display: str) -> None:
    assert not has_display({"DISPLAY": display}, "linux")


def test_a_stale_socket_is_no_display(tmp_path: Path) -> None:
    assert not has_display({"DISPLAY": f"unix:{tmp_path}/gone"}, "linux")


@pytest.mark.skipif(which("Xvfb") is None, reason="needs a virtual X server")
def test_a_running_x_server_is_a_display() -> None:
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as told:
            display = f":{told.readline().strip()}"
        assert has_display({"DISPLAY": display}, "linux")
        server.terminate()


def test_wayland_needs_its_socket(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_display(environment, "linux")
    (tmp_path / "wayland-0").touch()
    assert has_display(environment, "linux")


def test_a_library_that_lacks_its_own_cannot_be_loaded(tmp_path: Path) -> None:
    library = tmp_path / "libbroken.so"
    library.write_bytes(b"no library at all")
    assert not can_load(library)


def test_what_is_not_there_is_left_to_qt(tmp_path: Path) -> None:
    assert can_load(None)
    assert can_load(tmp_path / "libnothing.so")


def test_only_x11_needs_a_plugin_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    wayland = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert needed_plugin(wayland, "linux") is None
    assert needed_plugin({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None
    assert needed_plugin({"DISPLAY": ":0"}, "darwin") is None
    plugin = needed_plugin({"DISPLAY": ":0"}, "linux")
    assert plugin is not None
    assert plugin.name == "libqxcb.so"
