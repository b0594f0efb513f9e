"""The real program on a real accessibility bus, walked through as a screen reader does."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WALK = Path(__file__).parent / "screen_reader_walk.py"
SYSTEM_PYTHON = "/usr/bin/python3"
ASK_FOR_ATSPI = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
BUS_SERVICE = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
PATIENCE = 240  # seconds
NAMES = {
    "zh": {
        "begin": "开始",
        "check": "检查",
        "money": "钱已转出",
        "happened": "我已转了钱 给了密码",
    },
    "en": {
        "begin": "Start",
        "check": "Check",
        "money": "Money sent",
        "happened": "I paid, or gave code",
    },
}
HEADLINE = {"zh": "别转钱！很可能是诈骗", "en": "Stop. This looks like a scam."}
NOTHING_YET = {"zh": "请先粘贴", "en": "Please paste"}

pytestmark = pytest.mark.long


def missing() -> str:
    """Return what this computer lacks for the walk, "" if it is all there."""
    lacking = [each for each in ("Xvfb", "dbus-run-session") if not shutil.which(each)]
    if not BUS_SERVICE.exists():
        lacking.append("at-spi2-core")
    if subprocess.run([SYSTEM_PYTHON, "-c", ASK_FOR_ATSPI], check=False, stderr=-3).returncode:
        lacking.append("python3-gi and gir1.2-atspi-2.0")
    return ", ".join(lacking)


@contextmanager
def a_display() -> Iterator[str]:
    """Yield the name of an X server of our own."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp", "-screen", "0"]
    with subprocess.Popen(
        [*command, "1366x768x24"], pass_fds=[writing], stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        with os.fdopen(reading, encoding="ascii") as told:
            yield f":{told.readline().strip()}"
        server.terminate()


class Place:
    """What a screen reader found on one screen, and what it said on its way there."""

    def __init__(self, there: list[dict[str, Any]], said: list[str], touched: list[str]) -> None:
        self.there, self.said, self.touched = there, said, touched

    def the(self, role: str, name: str) -> dict[str, Any]:
        return next(each for each in self.there if (each["role"], each["name"]) == (role, name))

    def focused(self) -> dict[str, Any]:
        """Return what has the keyboard: the innermost that can have it."""
        return [each for each in self.there if each["focused"] and each["focusable"]][-1]


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def walked(language: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Place]:
    """Walk once through the program in one language."""
    if lacking := missing():
        pytest.skip(f"a screen reader's bus needs {lacking}")
    home = tmp_path_factory.mktemp("home")
    names = json.dumps(NAMES[language])
    program = [sys.executable, str(ROOT), str(home), language, names]
    with a_display() as display:
        done = subprocess.run(
            ["dbus-run-session", "--", SYSTEM_PYTHON, "-W", "ignore", str(WALK), *program],
            env={**os.environ, "DISPLAY": display},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return {name: Place(*rest) for name, rest in json.loads(done.stdout.splitlines()[-1]).items()}


def test_the_window_is_a_frame_with_the_programs_name(walked: dict[str, Place]) -> None:
    frames = [each["name"] for each in walked["welcome"].there if each["role"] == "frame"]
    assert frames in (["明辨"], ["Mingbian"])


def test_the_keyboard_begins_where_one_begins(walked: dict[str, Place], language: str) -> None:
    focused = walked["welcome"].focused()
    assert (focused["role"], focused["name"]) == ("push button", NAMES[language]["begin"])
    assert "Press" in focused["actions"]


def test_the_box_has_the_keyboard_and_says_what_it_takes(walked: dict[str, Place]) -> None:
    focused = walked["paste"].focused()
    assert focused["role"] == "text"
    assert focused["name"]
    assert focused["description"]


def test_an_empty_box_is_answered_aloud(walked: dict[str, Place], language: str) -> None:
    assert NOTHING_YET[language] in walked["nothing"].said[-1]


def test_the_answer_is_said_with_its_number_after_the_keyboard_came_to_it(
    walked: dict[str, Place], language: str
) -> None:
    verdict = walked["verdict"]
    assert len(verdict.touched) == 1
    (words,) = verdict.said
    assert words.startswith(HEADLINE[language])
    assert "1 1 0" in words


def test_headline_instruction_and_number_can_be_read(
    walked: dict[str, Place], language: str
) -> None:
    verdict = walked["verdict"]
    labels = [each["name"] for each in verdict.there if each["role"] == "label"]
    assert any(each.startswith(HEADLINE[language]) for each in labels)
    assert "1 1 0" in labels
    heard = verdict.focused()["description"]
    instruction = heard.split("1 1 0")[0].strip().rpartition(" " if language == "zh" else ". ")[2]
    assert instruction.rstrip("。.") in labels


def test_a_door_opens_at_its_first_action_and_says_its_steps(
    walked: dict[str, Place], language: str
) -> None:
    assert walked["doors"].focused()["name"] == NAMES[language]["money"]
    steps = walked["steps"]
    assert "110" in steps.said[-1]
    assert any(each["name"] == "1 1 0" for each in steps.there)


def test_whatever_can_have_the_keyboard_has_a_name_and_a_role(walked: dict[str, Place]) -> None:
    for name, place in walked.items():
        silent = [each for each in place.there if each["focusable"] and not each["name"]]
        assert silent == [], name
        buttons = [each for each in place.there if "button" in each["role"]]
        assert all(each["actions"] for each in buttons), name


def test_nothing_touches_the_keyboard_on_the_way(walked: dict[str, Place]) -> None:
    ways = {name: place.touched for name, place in walked.items() if name != "welcome"}
    assert {name: len(touched) for name, touched in ways.items()} == {
        "paste": 1,
        "nothing": 0,
        "verdict": 1,
        "doors": 1,
        "steps": 0,
    }
