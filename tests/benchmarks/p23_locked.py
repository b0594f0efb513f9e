"""P23: the locked history against a plain one: opening with the raw key, and looking up.

usage: p23_locked.py [entries]

Ours is the encrypted file, floor the same file unencrypted through the same code; the peer is an
encrypted file opened with a passphrase, as SQLCipher does by itself. Figures are milliseconds, the
median of several rounds.
"""

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlcipher3 import dbapi2 as sqlcipher

from app.host.clock import MAINLAND
from app.model.history_entry import HistoryEntry
from app.model.verdict import VerdictLevel
from app.store.locked_connection import KEY_BYTES
from app.store.user_database import open_user_database

_ROUNDS = 15
_KEY = bytes(range(KEY_BYTES))
_NOW = datetime(2026, 11, 20, 9, 30, tzinfo=MAINLAND)


def main() -> None:
    """Print two lines of JSON: looking up, then opening."""
    entries = next((int(each) for each in sys.argv[1:]), 2000)
    with tempfile.TemporaryDirectory() as folder:
        plain, locked = Path(folder, "plain.sqlite"), Path(folder, "locked.sqlite")
        _fill(plain, None, entries)
        _fill(locked, _KEY, entries)
        floor, ours = _lookups(plain, None), _lookups(locked, _KEY)
        print(json.dumps({"id": "P23 lookup", **_figures(ours, floor, floor)}))
        floor, ours = _openings(plain, None), _openings(locked, _KEY)
        peer = _median(lambda: _derive(Path(folder, "peer.sqlite")))
        line = {"id": "P23 open", **_figures(ours, peer, floor)}
        print(json.dumps({**line, "added_ms": round(ours - floor, 2)}))


def _figures(ours: float, peer: float, floor: float) -> dict[str, float]:
    return {
        "ours": round(ours, 3),
        "peer": round(peer, 3),
        "floor": round(floor, 3),
        "ours_over_peer": round(ours / peer, 3),
        "ours_over_floor": round(ours / floor, 3),
    }


def _fill(file: Path, key: bytes | None, entries: int) -> None:
    database = open_user_database(file, key)
    database._database.execute("PRAGMA synchronous = OFF")
    for place in range(entries):
        text = f"第{place}条：快递丢了，打138****{place % 10000:04}，要您共享屏幕。" * 4
        database.add(HistoryEntry(_NOW, VerdictLevel.DANGER, None, "106", text, f"K{place}"))
    database.close()


def _lookups(file: Path, key: bytes | None) -> float:
    database = open_user_database(file, key)
    database.find("1234")
    taken = _median(lambda: database.find("1234"))
    database.close()
    return taken


def _openings(file: Path, key: bytes | None) -> float:
    return _median(lambda: open_user_database(file, key).close())


def _derive(file: Path) -> None:
    connection = sqlcipher.connect(str(file))
    connection.execute("PRAGMA key = 'correct horse battery'")
    connection.execute("create table if not exists t (x)")
    connection.close()


def _median(job: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        job()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    main()
