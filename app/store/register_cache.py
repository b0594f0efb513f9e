"""Gives the register of the editors' tables, built once and then kept in a cache file."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from ..feed.canon import Canon
from ..feed.tables_digest import tables_digest
from ..model.errors import RegisterUnavailableError
from ..model.register import Register
from .registry_database import RegistryDatabase, build_file, open_file

CACHE_NAME = "registry.sqlite"

_NOT_OURS = (sqlite3.Error, OSError, TypeError, ValueError, LookupError)


def load_register(resources: Path, cache_folder: Path, canon: Canon) -> Register:
    """Return the register of the tables in `resources`.

    A cache file that fits the tables is read; one that is missing, older, damaged or somebody
    else's is built anew; where none can be written the tables are read every time. Raises
    InvalidTableError for a table that breaks a rule, RegisterUnavailableError where there are none.
    """
    digest = _digest(resources)
    cached = _cached_register(cache_folder / CACHE_NAME, digest)
    if cached is not None:
        return cached
    return _read_and_keep(resources, cache_folder, canon)


def open_built_register(tables: Path) -> Register:
    """Return the register that was built into the folder of the tables when they were installed.

    Raises RegisterUnavailableError if file and tables do not fit together any more.
    """
    register = _cached_register(tables / CACHE_NAME, _digest(tables))
    if register is None:
        raise RegisterUnavailableError("register-unavailable", cause="changed since installed")
    return register


def _digest(resources: Path) -> str:
    try:
        return tables_digest(resources)
    except OSError as error:
        raise RegisterUnavailableError("register-unavailable", cause=str(error)) from error


def _cached_register(path: Path, digest: str) -> Register | None:
    database = _open_fitting(path, digest)
    if database is None:
        return None
    with database, suppress(*_NOT_OURS):
        return database.register()
    return None


def _open_fitting(path: Path, digest: str) -> RegistryDatabase | None:
    try:
        database = open_file(path)
    except sqlite3.Error:
        return None
    with suppress(*_NOT_OURS):
        if database.is_built_from(digest):
            return database
    database.close()
    return None


def _read_and_keep(resources: Path, cache_folder: Path, canon: Canon) -> Register:
    """Read the tables; write the cache if this computer lets us."""
    from ..feed.editors_tables import read_tables  # noqa: PLC0415 - a fitting cache needs none of it

    register = read_tables(resources, canon)
    with suppress(OSError, sqlite3.Error):  # full disk, no rights, or the old file still in use
        cache_folder.mkdir(parents=True, exist_ok=True)
        build_file(register, cache_folder / CACHE_NAME)
    return register
