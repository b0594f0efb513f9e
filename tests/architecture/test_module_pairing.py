"""Every module with logic in the core has the test file its place asks for."""

import ast
from collections.abc import Sequence
from pathlib import PurePosixPath

from tests.architecture.source_tree import ROOT, Module, app_modules, expect_none, module

CORE = frozenset(
    {"model", "reading", "checking", "feed", "store", "presentation", "services"},
)
VOCABULARY = frozenset(  # functions without a decision of their own
    {"app.model.errors", "app.model.language", "app.checking.checks.check"}
)


def has_logic(each: Module) -> bool:
    """Tell whether the module defines a function that does something."""
    functions = (n for n in ast.walk(each.tree) if isinstance(n, ast.FunctionDef))
    return any(not _is_stub(function) for function in functions)


def _is_stub(function: ast.FunctionDef) -> bool:
    return all(
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for node in function.body
    )


def place_of_tests(each: Module) -> PurePosixPath:
    """Return where the module's tests belong."""
    *folders, name = each.name.split(".")[1:]
    return PurePosixPath("tests", "unit", *folders, f"test_{name}.py")


def unpaired(modules: Sequence[Module]) -> list[str]:
    """Return the modules of the core whose test file is missing."""
    return [
        f"{each.name} needs {place_of_tests(each)}"
        for each in modules
        if each.room in CORE and each.name not in VOCABULARY and has_logic(each)
        if not (ROOT / place_of_tests(each)).is_file()
    ]


def test_every_module_with_logic_has_its_tests() -> None:
    expect_none(unpaired(app_modules()))


def test_a_module_without_tests_is_found() -> None:
    source = "def double(number):\n    return 2 * number\n"
    assert unpaired([module("app.reading.nowhere_to_be_found", source)]) != []


def test_words_without_logic_need_no_tests() -> None:
    source = (
        "class A:\n    name: str\n\n    def ask(self) -> str:\n        '''Say it.'''\n        ...\n"
    )
    assert unpaired([module("app.reading.nowhere_to_be_found", source)]) == []


def test_a_check_pairs_inside_its_own_folder() -> None:
    check = module("app.checking.checks.link_shape", "")
    assert str(place_of_tests(check)) == "tests/unit/checking/checks/test_link_shape.py"


def test_exempt_modules_exist() -> None:
    assert {each.name for each in app_modules()} >= VOCABULARY
