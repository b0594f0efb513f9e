"""Walks through the running program as a screen reader does, and prints what there was as JSON.

    screen_reader_walk.py PYTHON ROOT HOME LANGUAGE NAMES

NAMES is JSON: what the buttons are called in that language.

Started by the system's own Python, which has the bindings of AT-SPI, inside a session bus and an X
server of its own. Everything goes over the bus: nothing of the program is imported.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found,import-untyped,unused-ignore] # the system's alone

gi.require_version("Atspi", "2.0")
from gi.repository import (  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: E402
    Atspi,
    Gio,
    GLib,
)

SCAM = "我是市公安局的，您涉嫌洗钱，不要告诉家人，马上把钱转入安全账户。"
PATIENCE = 60  # seconds; the register's database is built at the first start
Node = Any  # an Atspi.Accessible


class Walk:
    """Finds things by role and name, does their actions, and notes what is said meanwhile."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.touched: list[str] = []
        self._turn = GLib.MainContext.default()
        self._ear = Atspi.EventListener.new(self._hear)
        for event in ("object:announcement", "object:state-changed:focused"):
            self._ear.register(event)

    def _hear(self, event: Any) -> None:
        if event.type == "object:announcement":
            self.said.append(str(event.any_data))
        elif event.detail1:
            self.touched.append(f"{event.source.get_role_name()}: {event.source.get_name()}")

    def wait(self, reached: Callable[[], Any]) -> Any:
        """Return the first true answer of `reached`; exit if none comes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            while self._turn.iteration(False):
                pass
            if answer := reached():
                return answer
            time.sleep(0.05)
        sys.exit(f"nothing came of {reached}; said: {self.said}; touched: {self.touched}")

    def settle(self) -> None:
        """Let everything arrive that is on its way."""
        end = time.monotonic() + 1
        self.wait(lambda: time.monotonic() > end)


def below(node: Node) -> Iterator[Node]:
    """Yield a node and all below it that are shown."""
    if node is None:
        return
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from below(child)


def has(node: Node, state: str) -> bool:
    """Tell whether a node has a state, by AT-SPI's name of it."""
    return bool(node.get_state_set().contains(getattr(Atspi.StateType, state)))


def told(node: Node) -> dict[str, Any]:
    """Return what a screen reader can know of a node."""
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "focused": has(node, "FOCUSED"),
        "focusable": has(node, "FOCUSABLE"),
        "actions": [
            Atspi.Action.get_action_name(node, place) for place in range(node.get_n_actions())
        ]
        if "Action" in node.get_interfaces()
        else [],
    }


def journey(
    walk: Walk, application: Node, names: dict[str, str]
) -> Iterator[tuple[str, list[Any]]]:
    """Go from the welcome to a verdict and to what is to be done, and tell what is there."""

    def find(role: str, name: str) -> Node:
        def found() -> Node:
            every = (each for each in below(application) if each.get_role_name() == role)
            return next((each for each in every if each.get_name() == name), None)

        return walk.wait(found)

    def press(role: str, name: str) -> None:
        walk.said.clear()
        walk.touched.clear()
        Atspi.Action.do_action(find(role, name), 0)
        walk.settle()

    def here(name: str) -> tuple[str, list[Any]]:
        there = [told(each) for each in below(application)]
        return name, [there, list(walk.said), list(walk.touched)]

    walk.settle()
    yield here("welcome")
    press("push button", names["begin"])
    yield here("paste")
    press("push button", names["check"])
    yield here("nothing")
    box = next(each for each in below(application) if has(each, "MULTI_LINE"))
    Atspi.EditableText.set_text_contents(box, SCAM)
    walk.wait(lambda: Atspi.Text.get_text(box, 0, -1) == SCAM)
    press("push button", names["check"])
    walk.wait(lambda: walk.said)
    yield here("verdict")
    press("push button", names["happened"])
    yield here("doors")
    press("check box", names["money"])
    yield here("steps")


def main() -> None:
    """Start the program, walk, end it."""
    python, root, home, language, names = sys.argv[1:]
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    wanted = GLib.Variant(
        "(ssv)", ("org.a11y.Status", "ScreenReaderEnabled", GLib.Variant("b", True))
    )
    session.call_sync(
        "org.a11y.Bus",
        "/org/a11y/bus",
        "org.freedesktop.DBus.Properties",
        "Set",
        wanted,
        None,
        0,
        5000,
        None,
    )
    Atspi.init()
    walk = Walk()
    program = subprocess.Popen(
        [python, "-P", "-m", "app", "--home", home, "--lang", language],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": root},
        cwd=Path(home),
    )
    try:
        desktop = Atspi.get_desktop(0)

        def arrived() -> Node:
            every = (desktop.get_child_at_index(each) for each in range(desktop.get_child_count()))
            return next((each for each in every if each and each.get_name() == "mingbian"), None)

        application = walk.wait(arrived)
        application.set_cache_mask(Atspi.Cache.NONE)  # what was hidden a moment ago may be shown
        found = dict(journey(walk, application, json.loads(names)))
    finally:
        program.terminate()
        program.wait()
    sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
