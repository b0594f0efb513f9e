"""The files of one edition: their bytes by name, or a reference to what is public already."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field
from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import TargetFile, Targets

from ..model.errors import DamagedDataError
from ..sync.repository_client import place_of
from .workspace import Workspace, write_at_once


class Edition(Struct, frozen=True):
    """Gathers targets. Names that a former edition had with the same content keep their file."""

    files: dict[str, TargetFile] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)

    def add(self, name: str, data: bytes) -> TargetFile:
        """Add a file with new bytes."""
        target = TargetFile.from_data(name, data, ["sha256"])
        self.files[name] = target
        self.contents[name] = data
        return target

    def keep(self, target: TargetFile) -> None:
        """Add a file of the edition before, which is public under its hash."""
        self.files[target.path] = target


def former_targets(targets: Targets | None) -> Mapping[str, TargetFile]:
    """Return what an edition names, nothing if there was none."""
    return targets.targets if targets else {}


def write_files(edition: Edition, workspace: Workspace) -> int:
    """Write what is not public yet below `staged`, under its hash; return the bytes written."""
    written = 0
    for name, data in edition.contents.items():
        place = place_of(edition.files[name])
        if not (workspace.targets / place).is_file():
            write_at_once(workspace.staged_targets / place, data)
            written += len(data)
    return written


def read_target(target: TargetFile, *folders: Path) -> bytes:
    """Return a target's bytes from the first folder that has it, verified.

    Raises OSError if none has it, DamagedDataError for another content.
    """
    place = place_of(target)
    folder = next((each for each in folders if (each / place).is_file()), folders[-1])
    data = (folder / place).read_bytes()
    try:
        target.verify_length_and_hashes(data)
    except LengthOrHashMismatchError as error:
        raise DamagedDataError("damaged-data", cause=target.path) from error
    return data


def check_files(workspace: Workspace, targets: Targets) -> None:
    """Compare every file that targets name with what is public or staged; DamagedDataError."""
    for name, target in targets.targets.items():
        try:
            read_target(target, *workspace.target_folders)
        except FileNotFoundError as error:
            raise DamagedDataError("damaged-data", cause=f"{name} is missing") from error
