"""What publishes feeds stays with those who publish."""

import fnmatch
import tomllib
from collections.abc import Sequence

from tests.architecture.source_tree import (
    ROOT,
    Module,
    app_modules,
    expect_none,
    imported_names,
    module,
)

PUBLISHING = "app.publishing"
MAY_IMPORT_IT = frozenset({"app.cli.publish_steps", "app.cli.publish_words"})
DOOR = "app.cli.publish_command"  # looks whether it is there before it goes in


def leaks(modules: Sequence[Module]) -> list[str]:
    """Return the imports without which a copy that does not publish would not start."""
    behind = {*MAY_IMPORT_IT, DOOR}
    return [
        f"{each.name} may not import {name}"
        for each in modules
        for name in imported_names(each)
        if (
            (name.startswith(PUBLISHING) and not each.name.startswith(PUBLISHING))
            and each.name not in MAY_IMPORT_IT
        )
        or (name.startswith(tuple(MAY_IMPORT_IT)) and each.name not in behind)
    ]


def test_the_rest_of_the_program_does_without_it() -> None:
    expect_none(leaks(app_modules()))


def test_a_leak_is_found() -> None:
    assert leaks([module("app.cli.main", "from ..publishing.publisher import Publisher")]) != []
    assert leaks([module("app.cli.main", "from .publish_steps import run_step")]) != []


def test_it_is_not_packed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    patterns = project["tool"]["setuptools"]["packages"]["find"]["exclude"]
    packages = {each.name.rpartition(".")[0] for each in app_modules()}
    left_out = {p for p in packages if any(fnmatch.fnmatch(p, each) for each in patterns)}
    assert left_out == {p for p in packages if p.startswith(PUBLISHING)} != set()
