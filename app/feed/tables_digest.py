"""One digest that stands for all editors' tables."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

_FOLDERS = ("lists", "patterns", "register")


def tables_digest(resources: Path) -> str:
    """Return the SHA-256 over the tables' names, lengths and bytes, in hexadecimal digits."""
    digest = hashlib.sha256()
    for path in _tables(resources):
        content = path.read_bytes()
        name = path.relative_to(resources).as_posix()
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _tables(resources: Path) -> Iterator[Path]:
    for folder in _FOLDERS:
        yield from sorted((resources / folder).rglob("*.toml"))
