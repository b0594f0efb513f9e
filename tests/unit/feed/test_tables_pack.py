import json
from pathlib import Path

import pytest

from app.feed.repository_layout import TABLE_FOLDERS
from app.feed.tables_pack import lay_out, pack_tables, tables_of, unpack_tables
from app.host.paths import RESOURCES
from app.lists.compression import compress
from app.model.errors import DamagedDataError


def test_our_own_tables_survive_the_journey(tmp_path: Path) -> None:
    tables = tables_of(RESOURCES)
    packed = pack_tables(tables)
    assert set(packed) == set(TABLE_FOLDERS)
    for folder, target in packed.items():
        lay_out(unpack_tables(folder, target).items(), tmp_path)
    assert tables_of(tmp_path) == tables


def test_the_same_tables_give_the_same_bytes() -> None:
    tables = {"register/b.toml": "b = 1\n", "register/a.toml": "a = 1\n"}
    assert pack_tables(tables) == pack_tables(dict(reversed(tables.items())))


def test_a_table_that_belongs_elsewhere_is_not_packed() -> None:
    with pytest.raises(ValueError, match="no feed carries"):
        pack_tables({"setup.toml": ""})


@pytest.mark.parametrize(
    "row",
    [
        {"path": "../../evil.toml", "text": ""},
        {"path": "lists/other_folder.toml", "text": ""},
        {"path": "register/a.toml"},
        {"path": "register/a.toml", "text": 3},
        {"path": 1, "text": ""},
        [1],
        "register/a.toml",
    ],
)
def test_a_hostile_row_is_refused(row: object) -> None:
    with pytest.raises(DamagedDataError):
        unpack_tables("register", compress(json.dumps(row).encode()))


def test_deeply_nested_rows_are_refused() -> None:
    with pytest.raises(DamagedDataError):
        unpack_tables("register", compress(b"[" * 200_000))
