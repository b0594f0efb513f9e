"""Lets go of public files that no client asks for any more."""

import re

from tuf.api.metadata import Targets

from ..feed.repository_layout import DAILY_ROLE
from ..sync.repository_client import place_of
from .metadata_store import MetadataStore
from .workspace import Workspace

_VERSIONED = re.compile(r"(\d+)\.(targets|snapshot|daily)\.json\Z")


def prune(workspace: Workspace, keep: int) -> int:
    """Keep the newest `keep` editions with all they name, and every root; return files removed.

    A client that slept longer needs no old edition, but every root between its own and the newest.
    Raises OSError.
    """
    store = MetadataStore(workspace)
    kept: set[str] = set()
    removed = 0
    for role in ("snapshot", Targets.type, DAILY_ROLE):
        numbers = sorted(_numbers(workspace, role))
        for number in numbers[:-keep]:
            (workspace.metadata / f"{number}.{role}.json").unlink()
            removed += 1
    for role, read in ((Targets.type, store.targets_of), (DAILY_ROLE, store.daily_of)):
        for number in _numbers(workspace, role):
            if content := read(number):
                kept.update(map(place_of, content.signed.targets.values()))
    for file in sorted(workspace.targets.rglob("*")):
        if file.is_file() and file.relative_to(workspace.targets).as_posix() not in kept:
            file.unlink()
            removed += 1
    return removed


def _numbers(workspace: Workspace, role: str) -> list[int]:
    found = (_VERSIONED.match(each.name) for each in workspace.metadata.iterdir())
    return [int(each[1]) for each in found if each and each[2] == role]
