"""Where a publisher's files lie, and how they are written."""

from pathlib import Path

from msgspec import Struct

from ..feed.repository_layout import METADATA_FOLDER, TARGETS_FOLDER
from ..host import at_once
from ..model.errors import UserFacingError


class Workspace(Struct, frozen=True):
    """A feed's folder. Only `public` is ever uploaded; private keys need not lie in it at all."""

    folder: Path

    @property
    def config_file(self) -> Path:
        """What the feed is called, where it lies and what goes into it."""
        return self.folder / "feed.toml"

    @property
    def keys(self) -> Path:
        """Public parts of all keys there ever were, each named by its role and its id."""
        return self.folder / "keys"

    @property
    def lists(self) -> Path:
        """One folder for each list that was imported."""
        return self.folder / "lists"

    @property
    def staged(self) -> Path:
        """Metadata that gathers signatures, and the new files it names."""
        return self.folder / "staged"

    @property
    def staged_targets(self) -> Path:
        """The new files that staged metadata name, each under its hash."""
        return self.staged / TARGETS_FOLDER

    @property
    def public(self) -> Path:
        """The static files that a web server or a stick carries."""
        return self.folder / "public"

    @property
    def metadata(self) -> Path:
        """The signed metadata."""
        return self.public / METADATA_FOLDER

    @property
    def targets(self) -> Path:
        """The signed files, each under its hash."""
        return self.public / TARGETS_FOLDER

    @property
    def target_folders(self) -> tuple[Path, Path]:
        """Where to look for a file that public or staged metadata name."""
        return self.targets, self.staged_targets

    @property
    def follower(self) -> Path:
        """The home of a client that followed every rehearsal so far."""
        return self.folder / "rehearsed"


def open_workspace(folder: Path) -> Workspace:
    """Return the workspace; UserFacingError if `init` has not been there."""
    workspace = Workspace(folder)
    if not workspace.config_file.is_file():
        raise UserFacingError("no-feed-folder", folder=folder.name)
    return workspace


def write_at_once(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write in one step, into a folder that is made if there is none; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    at_once.write_at_once(path, data, mode)
