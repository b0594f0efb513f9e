"""Whom the editors let sign the lists that change every day, as TUF says it."""

from collections.abc import Sequence

from securesystemslib.signer import Key
from tuf.api.metadata import DelegatedRole, Delegations, Metadata, Root, Targets

from ..feed.repository_layout import DAILY_PATHS, DAILY_ROLE
from ..model.errors import UserFacingError


def delegations_of(keys: Sequence[Key], threshold: int, root: Root) -> Delegations | None:
    """Return what the editors sign about the daily role; None if nobody has it.

    The role is terminating and sees nothing but its own folder. Raises UserFacingError for a key
    that is somebody's already: who signs daily would be an editor, or be online.
    """
    if not keys:
        return None
    by_id = {key.keyid: key for key in keys}
    if len(by_id) != len(keys) or by_id.keys() & root.keys.keys():
        raise UserFacingError("keys-repeat")
    role = DelegatedRole(
        DAILY_ROLE, list(by_id), threshold, terminating=True, paths=list(DAILY_PATHS)
    )
    return Delegations(by_id, {DAILY_ROLE: role})


def daily_keyids(targets: Metadata[Targets] | None) -> Sequence[str]:
    """Return the ids of the keys to which these targets give the daily role."""
    role = daily_role(targets.signed) if targets else None
    return role.keyids if role else ()


def daily_role(targets: Targets) -> DelegatedRole | None:
    """Return the daily role that these targets name."""
    roles = targets.delegations.roles if targets.delegations else None
    return (roles or {}).get(DAILY_ROLE)
