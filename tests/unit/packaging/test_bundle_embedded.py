"""Nothing is handed on without somebody saying whose it is and under which terms."""

import json
import sys
from importlib import metadata
from pathlib import Path

import pytest

from bundle.contents import PYPI, Component, rpm_component, without_owner
from bundle.embedded import (
    APACHE,
    Embedded,
    known_libraries,
    parts_of,
    told,
    unknown_insides,
    without_terms,
)
from bundle.licences import third_party_text
from bundle.sbom import bill_of_materials, to_text
from tests.architecture.source_tree import ROOT, expect_none

PART = Embedded("outer", "inner", "1.2", "MIT", "Copyright (c) somebody")


class Installed(metadata.Distribution):
    """A library in a folder, as pip leaves it."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name_told = name
        (folder / f"{name}-1.dist-info").mkdir(parents=True)

    def read_text(self, filename: str) -> str | None:
        if filename == "METADATA":
            return f"Metadata-Version: 2.1\nName: {self.name_told}\nVersion: 1\n"
        if filename == "RECORD":
            return "".join(
                f"{each.relative_to(self.folder).as_posix()},,\n"
                for each in self.folder.rglob("*.*")
                if each.is_file()
            )
        return None

    def locate_file(self, path: object) -> Path:
        return self.folder / str(path)


def test_every_part_in_the_table_has_terms_and_a_holder() -> None:
    parts = [part for each in known_libraries().values() for part in each.parts]
    assert len(parts) > 30
    assert without_terms(parts) == []
    expect_none(each.name for each in parts if not each.holder)


def test_the_librarys_own_bill_comes_before_the_table(tmp_path: Path) -> None:
    library = Installed(tmp_path, "outer")
    bill = {"components": [{"name": "crate", "version": "3", "licenses": [{"expression": "MIT"}]}]}
    sboms = tmp_path / "outer-1.dist-info" / "sboms"
    sboms.mkdir()
    (sboms / "a.json").write_text(json.dumps(bill), encoding="utf-8")
    assert parts_of(library, {}) == [Embedded("outer", "crate", "3", "MIT")]
    assert unknown_insides([library], {}) == []


def test_a_compiled_library_of_which_nobody_says_what_is_inside_is_named(tmp_path: Path) -> None:
    library = Installed(tmp_path, "Un_known")
    assert unknown_insides([library], {}) == []
    (tmp_path / "fast.so").write_bytes(b"")
    assert unknown_insides([library], {}) == ["un-known"]


def test_terms_without_a_text_are_named() -> None:
    assert without_terms([PART, Embedded("outer", "odd", "", "Odd-1.0")]) == ["odd (Odd-1.0)"]


def test_people_read_who_holds_what_is_inside_and_each_text_once() -> None:
    said = told([PART, PART, Embedded("outer", "third", "", "MIT OR Apache-2.0")])
    assert "outer: inner 1.2   (MIT)" in said
    assert "Copyright (c) somebody" in said
    assert said.count("Permission is hereby granted") == 1
    assert APACHE.read_text("utf-8").strip() in said
    assert "outer: inner" in third_party_text([], ROOT, [PART])


def test_the_bill_names_what_is_inside_beneath_its_library() -> None:
    outer = Component(PYPI, "outer", "1", "MIT", ())
    bill = json.loads(to_text(bill_of_materials([outer], [PART])))
    [inner] = bill["components"][0]["components"]
    assert (inner["name"], inner["purl"]) == ("inner", "pkg:generic/inner@1.2")


@pytest.mark.skipif(sys.platform != "linux", reason="asks a Linux's packages")
def test_a_file_that_came_from_nowhere_is_named(tmp_path: Path) -> None:
    stray = tmp_path / "stray.so"
    stray.write_bytes(b"")
    assert without_owner([stray], build=tmp_path) == []
    assert without_owner([stray, Path(json.__file__), Path(pytest.__file__), APACHE]) == [stray]


def test_a_package_of_almalinux_is_told_with_its_texts(tmp_path: Path) -> None:
    (tmp_path / "zlib").mkdir()
    (tmp_path / "zlib" / "README").write_text("terms", encoding="utf-8")
    part = rpm_component("zlib|1.2.11-25.el8|zlib and Boost", tmp_path)
    assert (part.name, part.version, part.licence) == ("zlib", "1.2.11-25.el8", "zlib and Boost")
    assert part.texts == (tmp_path / "zlib" / "README",)
