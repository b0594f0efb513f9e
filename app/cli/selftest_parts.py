"""What the self-test says of the installation around the program: places, trust, libraries."""

import json
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module, metadata
from pathlib import Path

from msgspec import Struct

from ..host.keeping import can_keep
from ..host.paths import Paths, frozen_program

Remark = tuple[bool, str]


class Part(Struct, frozen=True):
    """A library by its module. `why_absent` excuses its absence; "" means it must be there."""

    name: str
    module: str
    why_absent: str = ""


_IS_LINUX_ON_ARM = sys.platform == "linux" and platform.machine() == "aarch64"
PARTS = (
    Part("records", "msgspec"),
    Part("phrases", "daachorse", "not built for Linux on Arm" if _IS_LINUX_ON_ARM else ""),
    Part("links", "can_ada"),
    Part("public suffixes", "publicsuffixlist"),
    Part("numbers from outside", "phonenumbers"),
    Part("feed: signatures", "tuf.ngclient"),
    Part("feed: keys", "cryptography.hazmat.primitives.asymmetric.ed25519"),
    Part("feed: fetching", "requests"),
    Part("feed: the system's certificates", "truststore"),
    Part("case book: encryption", "sqlcipher3.dbapi2"),
    Part("case book: key ring", "keyring"),
    Part("tables: workbooks", "python_calamine"),
    Part("tables: people's own lists", "sqlite_utils"),
    Part("reading pictures", "rapidocr", "300 MB by itself; not in this release"),
    Part("reading aloud", "PySide6.QtTextToSpeech", "needs the larger Qt; not in this release"),
)


def parts_remarks(
    parts: tuple[Part, ...] = PARTS, load: Callable[[str], object] = import_module
) -> Iterator[Remark]:
    """Import every part; an optional one that is absent is said so, with the reason."""
    for each in parts:
        try:
            load(each.module)
        except Exception as trouble:  # noqa: BLE001 -- a broken library may raise anything
            absent = isinstance(trouble, ImportError) and bool(each.why_absent)
            said = each.why_absent if absent else f"{type(trouble).__name__}: {trouble}"
            yield absent, f"part {each.name}: absent ({said})"
        else:
            yield True, f"part {each.name}: {each.module} {_version(each.module)}".rstrip()


def _version(module: str) -> str:
    top = module.partition(".")[0]
    try:
        return metadata.version(top.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return ""


def place_remarks(paths: Paths) -> Iterator[Remark]:
    """Say from where the program runs and where a person's files go."""
    program = frozen_program()
    yield True, f"runs from {'a bundle' if program else 'a clone'}"
    if paths.home is None:
        yield True, "files: this person's own folders"
        return
    kept = can_keep(paths.home)
    how = "on the stick beside the program" if paths.portable else "in the folder that was named"
    locked = "" if kept else "; it is write-protected, so nothing will be kept"
    yield True, f"files: {how}{locked}"


def trust_remarks(paths: Paths, today: date) -> Iterator[Remark]:
    """Say whose signature this copy trusts: the roots of the feeds a person added."""
    roots = sorted(paths.feed_folder.rglob("root.json"))
    if not roots:
        yield True, "trust root: no feed added; the list that came with the program is used"
    for each in roots:
        yield root_remark(each, today)


def root_remark(file: Path, today: date) -> Remark:
    """Look at a root of The Update Framework: whether it can be read and is still valid."""
    try:
        signed = json.loads(file.read_text(encoding="utf-8"))["signed"]
        expires = date.fromisoformat(str(signed["expires"])[:10])
        is_root = signed["_type"] == "root"
    except (OSError, ValueError, LookupError, TypeError):
        return False, f"trust root {file.parent.name}: cannot be read"
    version = signed.get("version")
    return is_root and today <= expires, f"trust root {file.parent.name}: {version}, to {expires}"
