"""Who may sign for what: the first root of a feed, and the next ones when keys change."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from msgspec import Struct
from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, Targets

from ..model.errors import UserFacingError
from .metadata_store import MetadataStore, in_days


class Share(Struct, frozen=True):
    """How many keys a role has at least, and how many of them must sign."""

    fewest_keys: int
    threshold: int


SHARES: Mapping[str, Share] = MappingProxyType(
    {
        "root": Share(3, 2),
        "targets": Share(2, 2),  # the two-person rule: one editor alone publishes nothing
        "snapshot": Share(1, 1),
        "timestamp": Share(1, 1),
    }
)


def first_root(keys: Mapping[str, Sequence[Key]], now: datetime, days: int) -> Metadata[Root]:
    """Return version 1 of the root, unsigned.

    Raises UserFacingError for too few keys, or for one key in two places: who holds two of them
    would be two people.
    """
    every = [key.keyid for role in SHARES for key in keys.get(role, ())]
    if len(set(every)) != len(every):
        raise UserFacingError("keys-repeat")
    root = Root(expires=in_days(now, days), consistent_snapshot=True)
    for role, share in SHARES.items():
        held = keys.get(role, ())
        if len(held) < share.fewest_keys:
            raise UserFacingError("keys-missing", role=role, least=str(share.fewest_keys))
        for key in held:
            root.add_key(key, role)
        root.roles[role].threshold = share.threshold
    return Metadata(root)


class Replacement(Struct, frozen=True):
    """A key that goes and the one that comes in its place, in one role."""

    role: str
    old: Key
    new: Key


def next_root(
    current: Root,
    replaced: Sequence[Replacement],
    now: datetime,
    days: int,
    daily: Collection[str] = (),
) -> Metadata[Root]:
    """Return the next version of the root, unsigned; without replacements it is only renewed.

    The old root's keys and the new root's keys must both sign it. Raises UserFacingError for a key
    that is not there, or a new one that has a role already; `daily` are the ids of those that sign
    the daily lists, which no root names.
    """
    root = Root.from_dict(current.to_dict())
    root.version += 1
    root.expires = in_days(now, days)
    for each in replaced:
        if each.new.keyid in root.keys:
            raise UserFacingError("keys-repeat")
        if each.new.keyid in daily:
            raise UserFacingError("key-signs-daily", role=each.role)
        if each.old.keyid not in root.roles[each.role].keyids:
            raise UserFacingError("key-not-in-role", role=each.role)
        root.revoke_key(each.old.keyid, each.role)
        root.add_key(each.new, each.role)
    return Metadata(root)


def stage_rotation(store: MetadataStore, root: Metadata[Root], now: datetime, days: int) -> bool:
    """Put the next root where signatures are gathered; tell whether the editors must sign too.

    Raises UserFacingError while another rotation waits: two could not both be the next version.
    They must where their keys changed: what they signed before is void under the new root, so the
    same targets are staged again under a new version.
    """
    if store.staged_root() is not None:
        raise UserFacingError("rotation-waiting")
    released = store.targets()
    waiting = store.staged_targets()
    store.stage(root)
    signed = waiting or released
    if signed is None or _holds(root.signed, signed):
        return False
    again = Targets.from_dict(signed.signed.to_dict())
    again.version = (released.signed.version if released else 0) + 1
    again.expires = in_days(now, days)
    store.stage(Metadata(again))
    return True


def _holds(root: Root, targets: Metadata[Targets]) -> bool:
    """Tell whether the signatures that are there still count in full."""
    return root.get_verification_result(
        Targets.type, targets.signed_bytes, targets.signatures
    ).verified
