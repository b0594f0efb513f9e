"""A clone tells what its installed libraries declare."""

from email.message import Message
from pathlib import Path

import pytest

from app.model.component import Component
from app.services.installed_licences import InstalledLicences, canonical, declared_licence
from tests.architecture.source_tree import ROOT


def names(*requirements: str) -> list[str]:
    return [each.name for each in InstalledLicences(requirements, ROOT).components()]


def test_what_a_library_asks_for_is_named_too() -> None:
    assert {"requests", "urllib3", "certifi"} <= set(names("requests>=2"))


def test_what_is_not_installed_or_belongs_to_an_extra_is_left_out() -> None:
    assert names("surely-nobody-has-this>=1; sys_platform == 'nowhere'") == []
    assert names('requests; extra == "net"', "", "!") == []


def test_a_text_comes_from_the_library_or_from_what_is_shipped(tmp_path: Path) -> None:
    (tmp_path / "tomli-more.txt").write_text("Shipped.", encoding="utf-8")
    licences = InstalledLicences(("tomli",), tmp_path)
    text = licences.text_of(licences.components()[0])
    assert "Permission is hereby granted" in text
    assert text.endswith("Shipped.")
    assert licences.text_of(Component("surely-nobody-has-this", "1", "MIT")) == ""


@pytest.mark.parametrize(
    ("headers", "licence"),
    [
        ((("License-Expression", "MIT"), ("License", "all of it")), "MIT"),
        ((("Classifier", "License :: OSI Approved :: MIT License"),), "MIT License"),
        ((("License", "BSD\nwith all its text"),), "BSD"),
        ((("License", ""),), ""),
        ((), ""),
    ],
)
def test_the_shortest_name_a_library_declares_is_taken(
    headers: tuple[tuple[str, str], ...], licence: str
) -> None:
    said = Message()
    for name, value in headers:
        said[name] = value
    assert declared_licence(said) == licence  # type: ignore[arg-type] # what metadata reads it as


def test_a_library_has_one_name_however_it_is_written() -> None:
    assert canonical("PySide6_Essentials") == canonical("pyside6-essentials")
