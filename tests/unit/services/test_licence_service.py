"""A bundle tells everything, a clone what it can."""

import tomllib
from pathlib import Path

import pytest

from app.host.paths import RESOURCES, Paths
from app.services.licence_service import OWN_LICENCE, LicenceService
from tests.architecture.source_tree import ROOT

COLLECTED = """\
Software of others

  a-lib  2    see its text
  one    1    MIT

{ruler}
a-lib 2   (see its text)
{ruler}

Text of a-lib.

{ruler}
one 1   (MIT)
{ruler}

Text of one.
{ruler}
Compiled inside those libraries

  one: other
""".format(ruler="=" * 78)


def a_bundle(folder: Path) -> LicenceService:
    licences = folder / "resources" / "licences"
    licences.mkdir(parents=True)
    for name, text in (("NOTICE", "N"), ("LICENSE", "L"), ("third_party.txt", COLLECTED)):
        (licences / name).write_text(text, encoding="utf-8")
    return LicenceService(Paths(folder / "resources"))


def test_a_bundle_tells_from_what_was_collected(tmp_path: Path) -> None:
    service = a_bundle(tmp_path)
    one, unnamed = service.components()  # what names its licence comes first
    assert service.is_collected
    assert service.own_texts() == ("N", "L")
    assert service.collected_text() == COLLECTED
    assert (service.text_of(one), service.text_of(unnamed)) == ("Text of one.", "Text of a-lib.")
    assert "one: other" in service.inside_text()


def test_a_clone_tells_from_what_is_installed() -> None:
    service = LicenceService(Paths(RESOURCES))
    found = {each.name: each for each in service.components()}
    assert not service.is_collected
    assert service.collected_text() == service.inside_text() == ""
    assert "Apache License" in service.own_texts()[1]
    assert "LGPL" in found["pyside6-essentials"].licence
    assert "LESSER GENERAL PUBLIC LICENSE" in service.text_of(found["pyside6-essentials"])
    assert [name for name, each in found.items() if not service.text_of(each)] == []


@pytest.mark.parametrize("project", ["", "not toml [", "[project]\ndependencies = 7\n"])
def test_a_folder_that_is_neither_names_nobody(tmp_path: Path, project: str) -> None:
    if project:
        (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    service = LicenceService(Paths(tmp_path / "resources"))
    assert service.components() == ()
    assert service.own_texts() == ()


def test_our_own_licence_is_the_one_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["license"] == OWN_LICENCE
