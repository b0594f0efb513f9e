"""The digest that stands for all tables."""

from pathlib import Path

import pytest

from app.feed.tables_digest import tables_digest
from tests.small_tables import write, write_tables


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "resources")


def test_the_digest_is_the_same_for_the_same_tables(resources: Path, tmp_path: Path) -> None:
    other = write_tables(tmp_path / "elsewhere")
    assert tables_digest(resources) == tables_digest(other)


@pytest.mark.parametrize("table", ["register/bank", "lists/shorteners", "patterns/acts"])
def test_the_digest_sees_every_byte(resources: Path, table: str) -> None:
    before = tables_digest(resources)
    path = resources / f"{table}.toml"
    write(path, path.read_text(encoding="utf-8") + "#")
    assert tables_digest(resources) != before


def test_the_digest_sees_a_new_name(resources: Path) -> None:
    before = tables_digest(resources)
    acts = resources / "patterns" / "acts.toml"
    acts.rename(acts.with_name("deeds.toml"))
    assert tables_digest(resources) != before


def test_what_is_no_table_does_not_matter(resources: Path) -> None:
    before = tables_digest(resources)
    write(resources / "register" / "README.md", "how to")
    assert tables_digest(resources) == before
