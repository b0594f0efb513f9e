"""Opens a SQLite file that is encrypted as a whole, with SQLCipher."""

import sqlite3
from pathlib import Path
from typing import cast

from sqlcipher3 import dbapi2 as sqlcipher

KEY_BYTES = 32
LOCKED_ERRORS: tuple[type[Exception], ...] = (sqlcipher.Error,)


def connect_locked(file: Path, key: bytes, patience: float) -> sqlite3.Connection:
    """Open `file` with a raw key, which costs no derivation; a wrong key shows at the first query.

    `patience` is in seconds. The connection has the interface of the standard library's.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a raw key has 32 bytes")
    connection = sqlcipher.connect(str(file), timeout=patience)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return cast("sqlite3.Connection", connection)
