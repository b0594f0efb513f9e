"""Gathers signatures, one person at a time."""

from msgspec import Struct
from securesystemslib.signer import Signer
from tuf.api.metadata import Metadata, Root, Targets

from ..feed.repository_layout import DAILY_ROLE
from ..model.errors import UserFacingError
from .delegating import daily_role
from .metadata_store import MetadataStore
from .target_files import check_files
from .workspace import Workspace


class Standing(Struct, frozen=True):
    """How far the signatures of one staged piece of metadata are."""

    role: str
    version: int
    signed: int
    missing: int

    @property
    def is_complete(self) -> bool:
        """Tell whether as many people signed as must."""
        return self.missing == 0


class Desk:
    """Where staged root and targets wait for the people who must sign them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._store = MetadataStore(workspace)

    def standings(self) -> tuple[Standing, ...]:
        """Return how far everything is that is staged."""
        root, targets = self._store.staged_root(), self._store.staged_targets()
        found = [self._root_standing(root)] if root else []
        if targets and (governing := self._governing()):
            found.append(targets_standing(governing, targets))
        daily, editors = self._store.staged_daily(), self._editors_word()
        if daily and editors:
            found.append(daily_standing(editors, daily))
        return tuple(found)

    def sign(self, signer: Signer) -> tuple[Standing, ...]:
        """Add the signer's signature to all that it may sign; return how far that is then.

        Before targets are signed, the files they name are compared with them: what an editor has
        looked at is what is signed. Raises UserFacingError if the key may sign none of it.
        """
        root, targets = self._store.staged_root(), self._store.staged_targets()
        daily = self._store.staged_daily()
        if not (root or targets or daily):
            raise UserFacingError("nothing-to-sign")
        mine: list[Standing] = []
        if root and signer.public_key.keyid in self._root_keyids(root.signed):
            root.sign(signer, append=True)
            self._store.stage(root)
            mine.append(self._root_standing(root))
        governing = self._governing()
        if targets and governing and _may_sign(governing, signer):
            check_files(self._workspace, targets.signed)
            targets.sign(signer, append=True)
            self._store.stage(targets)
            mine.append(targets_standing(governing, targets))
        if daily and (editors := self._editors_word()) and _may_sign_daily(editors, signer):
            check_files(self._workspace, daily.signed)
            daily.sign(signer, append=True)
            self._store.stage(daily, DAILY_ROLE)
            mine.append(daily_standing(editors, daily))
        if not mine:
            raise UserFacingError("key-not-entitled")
        return tuple(mine)

    def drop_root(self) -> None:
        """Take back a root that is not public yet; raises OSError."""
        self._store.unstage(Root.type)

    def complete_root(self) -> Metadata[Root] | None:
        """Return the staged root if enough old and new keys signed it."""
        root = self._store.staged_root()
        return root if root and self._root_standing(root).is_complete else None

    def _governing(self) -> Root | None:
        """Return the root that says who the editors are: the coming one, once it is staged."""
        root = self._store.staged_root() or self._store.root()
        return root.signed if root else None

    def _editors_word(self) -> Targets | None:
        """Return the targets that say who signs daily: the coming ones, once they are staged."""
        targets = self._store.staged_targets() or self._store.targets()
        return targets.signed if targets and daily_role(targets.signed) else None

    def _previous(self) -> Root | None:
        released = self._store.root()
        return released.signed if released else None

    def _root_keyids(self, root: Root) -> set[str]:
        previous = self._previous()
        return {
            *root.roles[Root.type].keyids,
            *(previous.roles[Root.type].keyids if previous else ()),
        }

    def _root_standing(self, root: Metadata[Root]) -> Standing:
        result = root.signed.get_root_verification_result(
            self._previous(), root.signed_bytes, root.signatures
        )
        parts = (result.first, result.second)
        missing = max(each.missing for each in parts)
        return Standing(Root.type, root.signed.version, len(result.signed), missing)


def targets_standing(root: Root, targets: Metadata[Targets]) -> Standing:
    """Return how far targets are under a root."""
    result = root.get_verification_result(Targets.type, targets.signed_bytes, targets.signatures)
    return Standing(
        Targets.type, targets.signed.version, len(result.signed), max(0, result.missing)
    )


def daily_standing(editors: Targets, daily: Metadata[Targets]) -> Standing:
    """Return how far the daily role's metadata are under the editors' targets."""
    result = editors.get_verification_result(DAILY_ROLE, daily.signed_bytes, daily.signatures)
    return Standing(DAILY_ROLE, daily.signed.version, len(result.signed), max(0, result.missing))


def _may_sign_daily(editors: Targets, signer: Signer) -> bool:
    role = daily_role(editors)
    return role is not None and signer.public_key.keyid in role.keyids


def _may_sign(root: Root, signer: Signer) -> bool:
    return signer.public_key.keyid in root.roles[Targets.type].keyids
