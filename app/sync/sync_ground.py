"""What every sync stands on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..host.clock import Clock


class Trial(Protocol):
    """Asks a new edition questions whose answers are known; it is pickled, so no closure."""

    def __call__(self, edition: Path) -> None:
        """Raise UserFacingError "feed-refused" for an edition that answers wrongly."""
        ...


@dataclass(frozen=True, slots=True)
class SyncGround:
    """What every sync stands on. `resources` are the program's own tables."""

    feed_folder: Path
    resources: Path
    trial: Trial
    clock: Clock
