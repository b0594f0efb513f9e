"""How the targets of a feed are named, for publisher and client alike."""

import re
from pathlib import PurePosixPath

SCHEMA = 1
TOP_ROLES = ("root", "targets", "snapshot", "timestamp")  # of The Update Framework
METADATA_FOLDER = "metadata"  # below a feed's address, and in the folder that is uploaded
TARGETS_FOLDER = "targets"
LISTS = "lists"  # the folder of the editors' lists; those of the daily role lie under its name
INDEX_TARGET = f"feed-{SCHEMA}.json"
INDEX_LIMIT = 4_000_000  # bytes
TABLES_LIMIT = 64_000_000  # bytes of one folder of tables, unfolded
DAILY_ROLE = "daily"  # delegated by the editors, for lists that change every day
DAILY_PATHS = ("daily/*", "daily/*/*")  # a star stops at a slash
DAILY_INDEX = f"daily/index-{SCHEMA}.json"
DAILY_INDEX_LIMIT = 200_000  # bytes
TABLE_FOLDERS = ("advice", "lists", "patterns", "register", "words")
_LIST_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,60}\Z")
_TABLE_WORDS = ("advice.toml", "category.toml")


def index_target(schema: int) -> str:
    """Return the name of the index for clients that read `schema`."""
    return f"feed-{schema}.json"


def tables_target(folder: str) -> str:
    """Return the name of a folder's tables."""
    return f"tables/{SCHEMA}/{folder}.jsonl.zst"


def is_list_name(name: str) -> bool:
    """Tell whether a list may be called so: its name is a folder's name too."""
    return _LIST_NAME.match(name) is not None


def full_target(name: str, version: int, folder: str = LISTS) -> str:
    """Return the name of a whole list."""
    return f"{folder}/{name}/{version}.full.zst"


def delta_target(name: str, from_version: int, to_version: int, folder: str = LISTS) -> str:
    """Return the name of the way from one version of a list to another."""
    return f"{folder}/{name}/{from_version}-{to_version}.delta.zst"


def folder_of_table(path: str) -> str | None:
    """Return the folder of TABLE_FOLDERS that carries a table, None if no feed may carry it.

    `path` is relative to the resources, with slashes. Words are those that advice and categories
    need; all other words belong to the program.
    """
    pure = PurePosixPath(path)
    if pure.suffix != ".toml" or pure.as_posix() != path or ".." in pure.parts:
        return None
    if pure.is_absolute() or "\\" in path or ":" in path:
        return None
    match pure.parts:
        case ("i18n", "zh" | "en", name) if name in _TABLE_WORDS:
            return "words"
        case (folder, _, *_) if folder in TABLE_FOLDERS and folder != "words":
            return folder
    return None
