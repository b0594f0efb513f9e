"""P7: bytes of an update (0.5 % come, 0.2 % go), against a full download, and a SQLite changeset.

The changeset needs apsw, which nothing else here does; without it, only the full download is shown.
The floor is the information limit of both halves.

    python -m tests.benchmarks.p7_delta 10000000
"""

import importlib
import math
import shutil
import tempfile
from pathlib import Path
from typing import Any

from app.lists.compression import compress
from tests.benchmarks.list_scene import Scene, entries_asked, limit_bits, report


def changeset(apsw: Any, scene: Scene) -> int:
    """Return the compressed length of what a SQLite session records of the same changes."""
    old = scene.fingerprints()
    gone, come = scene.next_version()
    with tempfile.TemporaryDirectory() as folder:
        database = apsw.Connection(str(shutil.copy(scene.integer_database(), Path(folder, "db"))))
        session = apsw.Session(database, "main")
        session.attach()
        with database:
            database.executemany("delete from t where k=?", ((old[place],) for place in gone))
            database.executemany("insert or ignore into t values(?)", ((each,) for each in come))
        recorded = session.changeset()
        session.close()
        database.close()
    return len(compress(recorded, 19))


def main() -> None:
    """Measure and print."""
    scene = Scene(entries_asked())
    n, (gone, come) = scene.entries, scene.next_version()
    removal_bits = len(gone) * (math.log2(n / len(gone)) + math.log2(math.e))
    floor = (len(come) * limit_bits(len(come)) + removal_bits) / 8
    ours = scene.delta().stat().st_size
    report("P7", ours, scene.wire().stat().st_size, floor, entries=n, peer_is="full download")
    try:
        apsw = importlib.import_module("apsw")
    except ImportError:
        return
    report("P7", ours, changeset(apsw, scene), floor, entries=n, peer_is="changeset")


if __name__ == "__main__":
    main()
