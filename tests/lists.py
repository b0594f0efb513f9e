"""Lists of fingerprints for tests, the same in every run."""

from __future__ import annotations

import random
from array import array
from pathlib import Path

from app.lists.fingerprint_file import write_file
from app.lists.fingerprints import SPACE, fingerprint


def some_fingerprints(entries: int, seed: int = 1) -> array[int]:
    """Return so many, ascending."""
    return array("Q", sorted(random.Random(seed).sample(range(SPACE), entries)))  # noqa: S311


def a_later_version(old: array[int], gone: int, come: int) -> array[int]:
    """Return `old` without `gone` of its entries and with `come` new ones."""
    kept = set(old) - set(random.Random(2).sample(list(old), gone))  # noqa: S311
    return array("Q", sorted(kept | set(some_fingerprints(come, seed=3))))


def a_list_file(path: Path, *keys: str) -> Path:
    """Write the list of these keys and return its path."""
    write_file(sorted({fingerprint(each) for each in keys}), path)
    return path


def names_in(folder: Path) -> list[str]:
    """Return what lies in the folder."""
    return sorted(each.name for each in folder.iterdir())
