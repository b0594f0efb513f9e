"""What people are told of a list is complete, or there is no list."""

from datetime import date
from pathlib import Path

import pytest

from app.model.errors import InvalidTableError
from app.model.feed_index import ListKind
from app.model.source_note import SourceClass
from app.publishing.list_about import read_about
from tests.list_abouts import ABOUT


def read(tmp_path: Path, text: str) -> object:
    file = tmp_path / "about.toml"
    file.write_text(text, encoding="utf-8")
    return read_about(file)


def test_a_description_says_all_that_people_are_told(tmp_path: Path) -> None:
    file = tmp_path / "about.toml"
    file.write_text(ABOUT, encoding="utf-8")
    about = read_about(file)
    told = about.told
    assert (told.name, told.kind, about.reviewed) == ("bad-sites", ListKind.DOMAINS, False)
    assert about.source(date(2026, 11, 20)).date == "2026-11-20"
    assert about.source(date(2026, 11, 20)).source_class is SourceClass.AUTHORITY
    assert (told.licence, about.lasts_days, about.oldest_days) == ("CC0-1.0", 30, 0)


@pytest.mark.parametrize(
    "line", ["name", "kind", "reason", "source", "licence", "since", "lasts_days", "appeal"]
)
def test_nothing_of_it_may_be_missing(tmp_path: Path, line: str) -> None:
    kept = [each for each in ABOUT.splitlines() if not each.startswith((f"{line} ", f"{line}."))]
    assert len(kept) < len(ABOUT.splitlines())
    with pytest.raises(InvalidTableError):
        read(tmp_path, "\n".join(kept))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"bad-sites"', '"../up"'),
        ('"domains"', '"names"'),
        ("reviewed = false", 'reviewed = "no"'),
        ("2026-01-01", '"2026-01-01"'),
        ("2026-01-01", "2026-01-01T00:00:00"),
        ("lasts_days = 30", "lasts_days = 0"),
        ("lasts_days = 30", "lasts_days = -1"),
        ('class = "authority"', 'class = "none"'),
        ('"https://list.example/"', '"javascript:1"'),
        ('reason.en = "Reported."', 'reason.en = ""'),
        ('"CC0-1.0"', '" "'),
        ("lasts_days = 30", 'lasts_days = 30\nencoding = "no-such-code"'),
        ("lasts_days = 30", "lasts_days = 30\nlast_days = 3"),
        ("lasts_days = 30", 'lasts_days = 30\ncountry_code = "886"'),
    ],
)
def test_a_slip_is_named(tmp_path: Path, old: str, new: str) -> None:
    assert old in ABOUT
    with pytest.raises(InvalidTableError):
        read(tmp_path, ABOUT.replace(old, new))
