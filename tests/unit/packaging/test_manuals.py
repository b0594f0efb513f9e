"""The manuals say the same in both languages, promise nothing, and refuse to be cut off."""

import re
import tomllib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.host.paths import RESOURCES
from make_manuals import LOOKS
from manuals.printing import DoesNotFitError, Look, pages_of, print_pages
from tests.architecture import words
from tests.architecture.source_tree import ROOT

MANUALS = RESOURCES / "manuals"
NAMES = ("desk", "elders", "stall")
QUOTATIONS = tomllib.loads((ROOT / "tests/architecture/quotations.toml").read_text("utf-8"))


def manual(name: str, language: str) -> str:
    return (MANUALS / f"{name}.{language}.md").read_text("utf-8")


def test_every_manual_is_in_both_languages() -> None:
    files = {each.name for each in MANUALS.glob("*.*.md")}
    assert files == {f"{name}.{language}.md" for name in NAMES for language in words.LANGUAGES}


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_show_the_same_pictures_on_the_same_pages(name: str) -> None:
    zh, en = (
        [re.findall(r"!\[\w+\]\(([\w-]+)\)", page) for page in pages_of(manual(name, each))]
        for each in ("zh", "en")
    )
    assert zh == en
    assert any(zh)


def test_elderly_people_get_four_pages() -> None:
    assert len(pages_of(manual("elders", "zh"))) == 4


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_manual_promises_that_anything_is_safe(name: str, language: str) -> None:
    said = {f"{name}.{n}": line for n, line in enumerate(manual(name, language).splitlines())}
    assert words.promises(said, language, QUOTATIONS[language]) == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_manual_names_whom_to_call(language: str) -> None:
    for name in NAMES:
        assert {"96110", "110"} <= set(re.findall(r"\d+", manual(name, language)))


def test_a_page_that_is_longer_than_the_paper_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot
    look = Look(points=24, least=22, picture=0.5)
    assert print_pages(["# One", "Two"], {}, look, tmp_path / "short.pdf") == 24
    assert (tmp_path / "short.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(DoesNotFitError, match="page 2"):
        print_pages(["One", "many\n\n" * 100], {}, look, tmp_path / "long.pdf")


def test_a_fuller_page_gets_smaller_letters_before_it_is_refused(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert qtbot
    look = Look(points=24, least=12, picture=0.5)
    points = print_pages(["One", "many\n\n" * 22], {}, look, tmp_path / "fuller.pdf")
    assert 12 < points < 24


def test_elderly_people_never_get_small_print() -> None:
    assert LOOKS["elders"].least >= 20
