"""P9: a million rows into a table with text keys: batches through json_each, against other ways.

The subject is this file's own `in_batches`: the register has a few thousand rows, and the product
keeps millions in files of fingerprints, so nothing in it needs the fast way yet. Peers: raw
executemany; sqlite-utils as it comes. The floor is SQLite's own `.import` of a CSV file.

    python -m tests.benchmarks.p9_import 1000000
"""

import json
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.benchmarks.list_scene import Scene, entries_asked, report, seconds

ROUNDS, FEW_ROUNDS = 7, 3
BATCH = 20_000
TABLE = "create table t(k text primary key, cat int, src int) without rowid"


def fresh(path: Path) -> sqlite3.Connection:
    """Return an empty database with the table, in a transaction."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(TABLE)
    database.execute("begin")
    return database


def in_batches(path: Path, keys: list[str]) -> None:
    """Let SQLite unpack twenty thousand rows at a time."""
    with closing(fresh(path)) as database:
        for start in range(0, len(keys), BATCH):
            rows = json.dumps(keys[start : start + BATCH])
            database.execute("insert into t select value, 1, 2 from json_each(?)", (rows,))
        database.execute("commit")


def row_by_row(path: Path, keys: list[str]) -> None:
    """Insert with executemany."""
    with closing(fresh(path)) as database:
        database.executemany("insert into t values (?, ?, ?)", ((key, 1, 2) for key in keys))
        database.execute("commit")


def by_sqlite_utils(path: Path, keys: list[str]) -> None:
    """Insert with sqlite-utils' defaults."""
    import sqlite_utils  # noqa: PLC0415

    path.unlink(missing_ok=True)
    database = sqlite_utils.Database(path)
    rows = ({"k": key, "cat": 1, "src": 2} for key in keys)
    database.table("t").insert_all(rows, pk="k")
    database.close()


def by_import(path: Path, table: Path) -> None:
    """Have the command-line tool import a table."""
    path.unlink(missing_ok=True)
    script = f"{TABLE};\n.mode csv\n.import {table} t\n"
    subprocess.run(["sqlite3", path], input=script, text=True, check=True)


def main() -> None:
    """Measure and print."""
    keys = Scene(entries_asked()).keys()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = folder / "rows.csv"
        table.write_text("".join(f"{key},1,2\n" for key in keys))
        path = folder / "db"
        works: tuple[Callable[[], None], ...] = (
            lambda: in_batches(path, keys),
            lambda: row_by_row(path, keys),
            lambda: by_import(path, table),
            lambda: by_sqlite_utils(path, keys),
        )
        times: list[list[float]] = [[] for _ in works]
        for turn in range(ROUNDS):
            for place, work in enumerate(works if turn < FEW_ROUNDS else works[:3]):
                times[place].append(seconds(work))
    ours, raw, floor, utils = (sorted(each)[len(each) // 2] for each in times)
    report("P9", ours, raw, floor, peer_is="executemany", entries=len(keys))
    report("P9", ours, utils, floor, peer_is="sqlite-utils insert_all", entries=len(keys))


if __name__ == "__main__":
    main()
