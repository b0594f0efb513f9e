"""Which keys a new root takes away and which it brings, for those who are asked to sign it."""

from collections.abc import Iterator

from tuf.api.metadata import Root, Targets

from ..feed.repository_layout import DAILY_ROLE
from .changes import Change, ChangeKind, Topic
from .delegating import daily_role

_SHOWN = 16  # hexadecimal digits of a key's id


def key_changes(old: Root | None, new: Root) -> Iterator[Change]:
    """Yield one change for each key that comes or goes; without `old` all of them come."""
    for role in new.roles:
        before = set(old.roles[role].keyids) if old else set()
        yield from _between(role, before, set(new.roles[role].keyids))


def daily_key_changes(old: Targets | None, new: Targets) -> Iterator[Change]:
    """Yield what changes about who may sign daily: that is what the editors sign with the rest."""
    was, now = daily_role(old) if old else None, daily_role(new)
    yield from _between(
        DAILY_ROLE, set(was.keyids) if was else set(), set(now.keyids) if now else set()
    )
    if was and now and was.threshold != now.threshold:
        yield Change(ChangeKind.CHANGED, Topic.KEY, f"{DAILY_ROLE} {was.threshold}→{now.threshold}")


def _between(role: str, before: set[str], after: set[str]) -> Iterator[Change]:
    for keyid in sorted(before - after):
        yield Change(ChangeKind.REMOVED, Topic.KEY, f"{role} {keyid[:_SHOWN]}")
    for keyid in sorted(after - before):
        yield Change(ChangeKind.ADDED, Topic.KEY, f"{role} {keyid[:_SHOWN]}")
