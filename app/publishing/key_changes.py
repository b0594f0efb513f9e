"""Which keys a new root takes away and which it brings, for those who are asked to sign it."""

from collections.abc import Iterator

from tuf.api.metadata import Root

from .changes import Change, ChangeKind, Topic

_SHOWN = 16  # hexadecimal digits of a key's id


def key_changes(old: Root | None, new: Root) -> Iterator[Change]:
    """Yield one change for each key that comes or goes; without `old` all of them come."""
    for role in new.roles:
        before = set(old.roles[role].keyids) if old else set()
        after = set(new.roles[role].keyids)
        for keyid in sorted(before - after):
            yield Change(ChangeKind.REMOVED, Topic.KEY, f"{role} {keyid[:_SHOWN]}")
        for keyid in sorted(after - before):
            yield Change(ChangeKind.ADDED, Topic.KEY, f"{role} {keyid[:_SHOWN]}")
