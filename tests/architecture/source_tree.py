"""The program's modules as syntax trees, for the tests that guard the house."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"


@dataclass(frozen=True, slots=True)
class Module:
    """One file. `name` is dotted ("app.reading.links"); a package's name ends with `.__init__`."""

    name: str
    source: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.split(".")[1]

    @property
    def package(self) -> tuple[str, ...]:
        return tuple(self.name.split(".")[:-1])


def module(name: str, source: str) -> Module:
    """Return a module made of the given source."""
    return Module(name, source, ast.parse(source))


def app_modules() -> list[Module]:
    """Return every module of the program, in order of names."""
    return [
        module(".".join(path.relative_to(ROOT).with_suffix("").parts), path.read_text("utf-8"))
        for path in sorted(APP.rglob("*.py"))
    ]


def imported_names(of: Module) -> Iterator[str]:
    """Yield every imported dotted name, lazy, type-checking and `import_module` ones included."""
    for node in ast.walk(of.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = of.package[: len(of.package) - node.level + 1] if node.level else ()
            start = (*base, *filter(None, [node.module]))
            yield from (".".join((*start, alias.name)) for alias in node.names)
        elif isinstance(node, ast.Call) and called_name(node) in ("import_module", "__import__"):
            yield from filter(None, map(text_of, node.args[:1]))


def called_name(call: ast.Call) -> str:
    """Return the last part of the name that is called, "" if it has none."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def text_of(node: ast.expr | None) -> str:
    """Return a literal string's value, "" for anything else."""
    match node:
        case ast.Constant(value=str(text)):
            return text
    return ""


def expect_none(offences: Iterable[str]) -> None:
    """Fail with every offence on a line of its own."""
    if found := "\n".join(offences):
        pytest.fail(found, pytrace=False)
