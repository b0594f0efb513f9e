"""Turns a list from the wire into the file that is looked up in; made to run in another process."""

from pathlib import Path

from .buckets import blocks_of, to_buckets
from .fingerprint_file import FingerprintFile, write_blocks
from .list_delta import change
from .list_wire import decode_full
from .progress import Progress, nobody
from .whole_files import whole_file


def install_full(
    wire_file: Path, entries: int, sha256: str, target: Path, tell: Progress = nobody
) -> None:
    """Write the list in `wire_file` to `target`.

    Raises DamagedDataError unless it is the list of that length and digest (see ReportedList),
    OSError if a file cannot be read or written; then `target` is as it was.
    """
    tell(0.0)
    fingerprints = decode_full(wire_file.read_bytes(), entries)
    tell(0.6)
    buckets = to_buckets(fingerprints)
    del fingerprints
    tell(0.8)
    with whole_file(target) as file:
        write_blocks(blocks_of(buckets), entries, sha256, file)
    tell(1.0)


def install_delta(
    base: Path,
    wire_file: Path,
    entries: int,
    sha256: str,
    target: Path,
    tell: Progress = nobody,
) -> None:
    """Write the list that the delta in `wire_file` makes of the one in `base` to `target`.

    Raises as `install_full`; a delta for another base is one cause. `base` may be `target`.
    """
    tell(0.0)
    with whole_file(target) as file, FingerprintFile.open(base) as old:
        blocks = change(old.buckets(), wire_file.read_bytes(), entries)
        write_blocks(blocks, entries, sha256, file, tell)
