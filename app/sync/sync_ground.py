"""What every sync stands on."""

from pathlib import Path
from typing import Protocol

from msgspec import Struct

from ..host.clock import Clock


class Trial(Protocol):
    """Asks a new edition questions whose answers are known; it is pickled, so no closure."""

    def __call__(self, edition: Path) -> None:
        """Raise UserFacingError "feed-refused" for an edition that answers wrongly."""
        ...


class SyncGround(Struct, frozen=True):
    """What every sync stands on. `resources` are the program's own tables."""

    feed_folder: Path
    resources: Path
    trial: Trial
    clock: Clock
