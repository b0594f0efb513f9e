"""Turns a list from the wire into the file that is looked up in; made to run in another process."""

from collections.abc import Callable
from pathlib import Path

from ..model.errors import DamagedDataError
from .buckets import Buckets, digest_of, to_buckets
from .fingerprint_file import FingerprintFile, write_buckets
from .list_delta import change
from .list_wire import decode_full

Progress = Callable[[float], None]  # the share that is done, 0 to 1


def install_full(
    wire_file: Path, entries: int, sha256: str, target: Path, progress: Progress | None = None
) -> None:
    """Write the list in `wire_file` to `target`.

    Raises DamagedDataError unless it is the list of that length and digest (see ReportedList),
    OSError if a file cannot be read or written; then `target` is as it was.
    """
    tell = progress or _tell_nobody
    tell(0.0)
    fingerprints = decode_full(wire_file.read_bytes(), entries)
    tell(0.5)
    buckets = to_buckets(fingerprints)
    del fingerprints
    _install(buckets, sha256, target, tell)


def install_delta(
    base: Path,
    wire_file: Path,
    entries: int,
    sha256: str,
    target: Path,
    progress: Progress | None = None,
) -> None:
    """Write the list that the delta in `wire_file` makes of the one in `base` to `target`.

    Raises as `install_full`; a delta for another base is one cause. `base` may be `target`.
    """
    tell = progress or _tell_nobody
    tell(0.0)
    with FingerprintFile.open(base) as file:
        buckets = change(file.buckets(), wire_file.read_bytes(), entries)
    _install(buckets, sha256, target, tell)


def _install(buckets: Buckets, sha256: str, target: Path, tell: Progress) -> None:
    tell(0.7)
    if digest_of(buckets) != sha256:
        raise DamagedDataError("damaged-data", cause="a list of another digest")
    tell(0.8)
    write_buckets(buckets, sha256, target)
    tell(1.0)


def _tell_nobody(_: float) -> None:
    pass
