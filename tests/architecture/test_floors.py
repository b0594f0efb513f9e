"""The house stands: imports go down, nothing goes in a circle, each outside thing has one door."""

import graphlib
from collections.abc import Callable, Sequence

import pytest

from tests.architecture.source_tree import Module, app_modules, expect_none, imported_names, module

FLOORS = (  # ground floor first; rooms on one floor do not see each other
    ("model", "host", "version"),
    ("reading", "parts", "presentation", "lists"),
    ("checking", "feed"),
    ("store",),
    ("sync",),
    ("services", "publishing"),
    ("grounding",),
    ("assembly",),
    ("cli", "desktop"),
    ("__main__",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

READERS = frozenset({"reading", "checking"})
NETWORK = frozenset({"sync"})
SIGNERS = frozenset({"sync", "publishing"})
NOBODY: frozenset[str] = frozenset()
DOORS = {
    "PySide6": frozenset({"desktop"}),
    "PySide6.QtNetwork": NOBODY,
    "PySide6.QtWebEngineWidgets": NOBODY,
    "shiboken6": frozenset({"desktop"}),
    "sqlite3": frozenset({"store"}),
    "sqlite_utils": frozenset({"store"}),
    **dict.fromkeys(("sqlcipher3", "keyring"), frozenset({"store"})),
    "mmap": frozenset({"lists"}),
    "python_calamine": frozenset({"services"}),
    **dict.fromkeys(
        ("requests", "urllib3", "urllib.request", "socket", "http", "ssl", "truststore", "ftplib"),
        NETWORK,
    ),
    **dict.fromkeys(("tuf", "securesystemslib", "cryptography"), SIGNERS),
    **dict.fromkeys(("backports", "compression"), frozenset({"lists"})),
    **dict.fromkeys(("smtplib", "telnetlib", "xmlrpc", "socketserver", "webbrowser"), NOBODY),
    **dict.fromkeys(("phonenumbers", "can_ada", "publicsuffixlist", "daachorse"), READERS),
    **dict.fromkeys(("rapidfuzz", "re2"), NOBODY),
    "dataclasses": NOBODY,  # a Struct is made sooner, and so is its class
}


def imports_that_climb(modules: Sequence[Module]) -> list[str]:
    """Return the imports that go up, or to a room beside."""
    return [
        f"{each.name} may not import {name}"
        for each in modules
        for name in imported_names(each)
        if name.startswith("app.") and not _is_below(name.split(".")[1], each.room)
    ]


def _is_below(other: str, room: str) -> bool:
    return other == room or FLOOR_OF[other] < FLOOR_OF[room]


def rooms_without_a_floor(modules: Sequence[Module]) -> list[str]:
    """Return the rooms nobody has given a place."""
    rooms = {each.room for each in modules} - {"__init__"}
    return sorted(rooms - FLOOR_OF.keys())


def circles(modules: Sequence[Module]) -> list[str]:
    """Return the first circle of modules that import each other, if there is one."""
    known = {each.name for each in modules}
    graph = {
        each.name: {
            target
            for name in imported_names(each)
            if (target := _module_of(name, known)) and target != each.name
        }
        for each in modules
    }
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        return [" <- ".join(error.args[1])]
    return []


def _module_of(name: str, known: set[str]) -> str | None:
    while name not in known:
        name, _, rest = name.rpartition(".")
        if not rest:
            return None
    return name


def wrong_doors(modules: Sequence[Module]) -> list[str]:
    """Return the imports of an outside thing in a room that is not its door."""
    return [
        f"{each.name} may not import {name}"
        for each in modules
        for name in imported_names(each)
        if (rooms := _rooms_for(name)) is not None and each.room not in rooms
    ]


def _rooms_for(name: str) -> frozenset[str] | None:
    while name:
        if name in DOORS:
            return DOORS[name]
        name = name.rpartition(".")[0]
    return None


def doors_with_something_in_them(modules: Sequence[Module]) -> list[str]:
    """Return the packages whose `__init__.py` is not empty: how import circles begin."""
    return [each.name for each in modules if each.name.endswith("__init__") and each.source]


GUARDS = (
    imports_that_climb,
    rooms_without_a_floor,
    circles,
    wrong_doors,
    doors_with_something_in_them,
)
Guard = Callable[[Sequence[Module]], list[str]]


@pytest.mark.parametrize("guard", GUARDS)
def test_the_house_has_no(guard: Guard) -> None:
    expect_none(guard(app_modules()))


def test_the_guards_have_something_to_guard() -> None:
    assert len(app_modules()) > 30


OFFENCES = (
    (imports_that_climb, "app.reading.links", "from ..checking import engine"),
    (imports_that_climb, "app.reading.links", "from ..presentation import catalog"),
    (imports_that_climb, "app.model.finding", "import app.host.paths"),
    (imports_that_climb, "app.version", "from .model import verdict"),
    (imports_that_climb, "app.checking.checks.one", "from ...store import register_cache"),
    (imports_that_climb, "app.store.cache", "def f():\n    from ..services import check_service"),
    (
        imports_that_climb,
        "app.feed.a",
        "if TYPE_CHECKING:\n    from ..checking.engine import Engine",
    ),
    (imports_that_climb, "app.host.a", "importlib.import_module('app.cli.main')"),
    (imports_that_climb, "app.cli.main", "from app.desktop.main import main"),
    (rooms_without_a_floor, "app.helpers.text", ""),
    (wrong_doors, "app.cli.main", "import PySide6.QtWidgets"),
    (wrong_doors, "app.services.a", "def f():\n    from PySide6 import QtCore"),
    (wrong_doors, "app.desktop.main", "from PySide6.QtNetwork import QNetworkAccessManager"),
    (wrong_doors, "app.desktop.main", "from PySide6 import QtNetwork"),
    (wrong_doors, "app.services.a", "import sqlite3"),
    (wrong_doors, "app.feed.a", "from sqlite_utils import Database"),
    (wrong_doors, "app.store.a", "import urllib.request"),
    (wrong_doors, "app.store.a", "from urllib import request"),
    (wrong_doors, "app.services.a", "from http.client import HTTPConnection"),
    (wrong_doors, "app.reading.links", "import socket"),
    (wrong_doors, "app.reading.links", "import requests"),
    (wrong_doors, "app.desktop.main", "import webbrowser"),
    (wrong_doors, "app.feed.canon", "import phonenumbers"),
    (wrong_doors, "app.store.a", "from daachorse import CharwiseDoubleArrayAhoCorasick"),
    (wrong_doors, "app.model.finding", "from dataclasses import dataclass"),
    (doors_with_something_in_them, "app.model.__init__", "from .finding import Finding\n"),
)


@pytest.mark.parametrize(("guard", "name", "source"), OFFENCES)
def test_an_offence_is_found(guard: Guard, name: str, source: str) -> None:
    assert guard([module(name, source)]) != []


INNOCENT = (
    ("app.checking.engine", "from ..reading.reader import Reader\nfrom .judging import judge"),
    ("app.reading.links", "import can_ada\nfrom urllib.parse import quote\nimport idna"),
    ("app.store.cache", "import sqlite3\nfrom ..feed.editors_tables import read_tables"),
    ("app.desktop.main", "from PySide6.QtWidgets import QWidget\nfrom ..version import VERSION"),
    ("app.model.__init__", ""),
)


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize(("name", "source"), INNOCENT)
def test_an_honest_import_passes(guard: Guard, name: str, source: str) -> None:
    assert guard([module(name, source)]) == []


def test_a_circle_is_found_even_when_it_is_lazy() -> None:
    one = module("app.model.one", "from .two import Two")
    two = module("app.model.two", "def f():\n    from . import one")
    assert circles([one, two]) != []
    assert circles([one, module("app.model.two", "")]) == []
