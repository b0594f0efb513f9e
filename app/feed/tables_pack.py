"""Packs editors' tables into targets of a feed, and lays them out again."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..lists.compression import compress, decompress
from ..model.errors import DamagedDataError
from .repository_layout import TABLE_FOLDERS, TABLES_LIMIT, folder_of_table

Tables = Mapping[str, str]  # a table's text by its path, relative to the resources


def tables_of(resources: Path) -> Tables:
    """Read every table that a feed carries; raises OSError or UnicodeDecodeError."""
    paths = sorted(each.relative_to(resources).as_posix() for each in resources.rglob("*.toml"))
    return {
        path: (resources / path).read_text(encoding="utf-8")
        for path in paths
        if folder_of_table(path)
    }


def pack_tables(tables: Tables) -> dict[str, bytes]:
    """Return one target's bytes for each folder of TABLE_FOLDERS: JSON lines, compressed.

    The same tables give the same bytes. Raises ValueError for a table no feed may carry.
    """
    lines: dict[str, list[str]] = {folder: [] for folder in TABLE_FOLDERS}
    for path in sorted(tables):
        folder = folder_of_table(path)
        if folder is None:
            raise ValueError(f"no feed carries {path}")
        row = {"path": path, "text": tables[path]}
        lines[folder].append(json.dumps(row, ensure_ascii=False) + "\n")
    return {folder: compress("".join(each).encode(), 19) for folder, each in lines.items()}


def unpack_tables(folder: str, target: bytes) -> Tables:
    """Return the tables in a folder's target; DamagedDataError for anything unexpected in it."""
    text = decompress(target, TABLES_LIMIT)
    try:
        rows = [json.loads(line) for line in text.decode("utf-8").splitlines()]
        return dict(_row(folder, row) for row in rows)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DamagedDataError("damaged-data", cause=f"{folder}: {error}") from error


def _row(folder: str, row: Mapping[str, object]) -> tuple[str, str]:
    path, text = row["path"], row["text"]
    if not (isinstance(path, str) and isinstance(text, str)):
        raise TypeError("a row holds a path and a text")
    if folder_of_table(path) != folder:
        raise ValueError(f"no table of this folder: {path[:80]!r}")
    return path, text


def lay_out(tables: Iterable[tuple[str, str]], folder: Path) -> None:
    """Write the tables under `folder`, each at its path; raises OSError.

    The paths must come from `unpack_tables` or `tables_of`, which let none out of the folder.
    """
    for path, text in tables:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
