"""What readers may rely on: no hidden state, opening sentences, short files, no machine's paths."""

import ast
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.architecture.source_tree import (
    ROOT,
    Module,
    app_modules,
    called_name,
    expect_none,
    module,
)

LONGEST_FILE = 300
LONGEST_OF = {  # a single file on purpose: it must run before anything is installed
    "packaging/dev.py": 450,
}
MUTABLE_CALLS = frozenset(
    {
        *("list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"),
        *("ChainMap", "SimpleNamespace", "WeakKeyDictionary", "WeakValueDictionary", "ContextVar"),
    }
)
MUTABLE_DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
CHANGING_METHODS = frozenset({"update", "setdefault", "pop", "popitem", "clear", "__setitem__"})
NOT_OURS = re.compile(
    r"\.git|\.venv|\.?build|dist|__pycache__|\.hypothesis|\..*_cache|.*\.egg-info|failed|\.coverage"
)
# Written so that this very line does not match itself.
MACHINE_PATH = re.compile(r"(?<![\w.:/*-])/(?:work|farm|tmp|root|home|Users|opt)/|[CD]:\\Users\\")
INDEX_HOST = re.compile(r"\bpyp[i]\.\w+|python[h]osted|npm[j]s\.org|deb\.debia[n]|--find-link[s]")


def hidden_state(modules: Sequence[Module]) -> list[str]:
    """Return where a module or a class body holds something that can change.

    A filled table in capitals that its module only reads is a constant.
    """
    found = []
    for each in modules:
        bodies = [n.body for n in ast.walk(each.tree) if isinstance(n, ast.Module | ast.ClassDef)]
        changed = set(_changed_names(each.tree))
        nodes = [node for body in bodies for node in body if _makes_mutable(node, changed)]
        nodes += [node for node in ast.walk(each.tree) if isinstance(node, ast.Global)]
        found += [f"{each.name}:{node.lineno}" for node in nodes]
    return found


def _makes_mutable(node: ast.stmt, changed: set[str]) -> bool:
    if not isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        return False
    value = node.value
    if isinstance(value, ast.Call):
        return called_name(value) in MUTABLE_CALLS
    if isinstance(value, ast.DictComp) or (isinstance(value, ast.Dict) and value.keys):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        return bool(names & changed) or not all(map(str.isupper, names))
    return isinstance(value, MUTABLE_DISPLAYS)


def _changed_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                yield name
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)):
                if method in CHANGING_METHODS:
                    yield name
            case ast.AugAssign(target=ast.Name(id=name)):
                yield name


def without_opening_sentence(modules: Sequence[Module]) -> list[str]:
    """Return the modules that do not say in one sentence what they are for."""
    return [each.name for each in modules if each.source and not _opens_well(each)]


def _opens_well(each: Module) -> bool:
    opening = (ast.get_docstring(each.tree) or "").partition("\n\n")[0]
    return len(opening.split()) > 1 and opening.endswith((".", ":", "?"))


def prints(modules: Sequence[Module]) -> list[str]:
    """Return the places outside the command line that write to the terminal."""
    return [
        f"{each.name}:{node.lineno}"
        for each in modules
        if each.room != "cli"
        for node in ast.walk(each.tree)
        if isinstance(node, ast.Name) and node.id == "print"
    ]


def too_long(files: Sequence[tuple[str, str]]) -> list[str]:
    """Return the source files that want splitting."""
    return [
        name
        for name, text in files
        if name.startswith(("app/", "packaging/")) and name.endswith(".py")
        if text.count("\n") > LONGEST_OF.get(name, LONGEST_FILE)
    ]


def names_of_machines(files: Sequence[tuple[str, str]]) -> list[str]:
    """Return the lines that name a machine's path or the host of a package index."""
    return [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in files
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATH.search(line) or INDEX_HOST.search(line)
    ]


def forbidden_files(names: Sequence[str]) -> list[str]:
    """Return the files that must not exist: they hide a library, or record index hosts."""
    return [
        name
        for name in names
        if name.endswith("uv.lock") or name in ("packaging/__init__.py", "app.py", "packaging.py")
    ]


def project_files() -> Iterator[Path]:
    """Yield every file of the project, those that git ignores left out."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not NOT_OURS.fullmatch(name)]
        yield from (Path(folder, name) for name in names if not NOT_OURS.fullmatch(name))


def project_texts() -> list[tuple[str, str]]:
    """Return every text file with its path inside the project."""
    return [
        (path.relative_to(ROOT).as_posix(), data.decode("utf-8"))
        for path in project_files()
        if b"\0" not in (data := path.read_bytes())
    ]


@pytest.mark.parametrize("guard", [hidden_state, without_opening_sentence, prints])
def test_no_module_has(guard: object) -> None:
    assert callable(guard)
    expect_none(guard(app_modules()))


def test_files_are_short() -> None:
    expect_none(too_long(project_texts()))


def test_no_file_names_a_machine_or_an_index() -> None:
    expect_none(names_of_machines(project_texts()))


def test_no_file_is_in_the_way() -> None:
    assert forbidden_files([path.relative_to(ROOT).as_posix() for path in project_files()]) == []


@pytest.mark.parametrize(
    "source",
    [
        "CACHE = {}",
        "CACHE: dict[str, int] = {}",
        "SEEN = set()",
        "TABLE = {'a': 1}\n\ndef f(key):\n    TABLE[key] = 2",
        "TABLE = {'a': 1}\n\ndef f(key):\n    return TABLE.setdefault(key, 2)",
        "table = {'a': 1}",
        "NAMES = [each for each in 'ab']",
        "A = B = collections.defaultdict(list)",
        "class Check:\n    seen: list[str] = []",
        "def f():\n    global seen\n    seen = 1",
    ],
)
def test_hidden_state_is_found(source: str) -> None:
    assert hidden_state([module("app.reading.links", source)]) != []


@pytest.mark.parametrize(
    "source",
    [
        "NAMES = ('a', 'b')",
        "NAMES = frozenset({'a'})",
        "TABLE = MappingProxyType({'a': 1})",
        "RANK = {each: rank for rank, each in enumerate(Standing)}",
        "_TABLE: Mapping[str, int] = {'a': 1}\n\ndef f(key):\n    return _TABLE[key]",
        "PATTERN = re.compile('a')",
        "def f():\n    seen = []",
        "class A:\n    names: tuple[str, ...] = ()",
    ],
)
def test_constants_are_no_hidden_state(source: str) -> None:
    assert hidden_state([module("app.reading.links", source)]) == []


@pytest.mark.parametrize("source", ["import os", "'''Links'''", "'''Reads a link\n\nmore.'''"])
def test_a_missing_opening_sentence_is_found(source: str) -> None:
    assert without_opening_sentence([module("app.reading.links", source)]) != []


def test_a_print_is_found_outside_the_command_line_only() -> None:
    assert prints([module("app.reading.links", "def f():\n    print(1)")]) != []
    assert prints([module("app.cli.main", "print(1)")]) == []


def test_a_long_file_is_found() -> None:
    assert too_long([("app/reading/links.py", "\n" * (LONGEST_FILE + 1))]) != []
    assert too_long([("app/reading/links.py", "\n" * LONGEST_FILE)]) == []


@pytest.mark.parametrize(
    "pieces",
    [
        ("see /", "tmp/notes"),
        ("DATA = '/", "work/data'"),
        ("C:", "\\Users\\me"),
        ("https://pyp", "i.org/simple"),
        ("--find-", "links wheels"),
        ("https://files.python", "hosted.org/a"),
    ],
)
def test_a_machine_or_an_index_is_found(pieces: tuple[str, str]) -> None:
    assert names_of_machines([("README.md", "".join(pieces))]) != []


@pytest.mark.parametrize(
    "line", ["https://a.cn/home/index", "~/.fonts", "/usr/share/fonts", "a/opt/b"]
)
def test_an_ordinary_path_passes(line: str) -> None:
    assert names_of_machines([("README.md", line)]) == []


@pytest.mark.parametrize("name", ["uv.lock", "packaging/__init__.py", "app.py"])
def test_a_file_in_the_way_is_found(name: str) -> None:
    assert forbidden_files([name]) == [name]
