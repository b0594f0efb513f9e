"""Rebuild a release from its commit and compare it, file by file, with what is offered.

    verify_release.py COMMIT_OR_TAG DOWNLOAD.tar.xz [--public-key KEY] [--sums SHA256SUMS]

Exit status 0: every file is the same. Needs git, the network for the locked libraries, and the same
kind of system with the same Python as the release was built on. With a public key the signature of
the checksums is verified first.
"""

import argparse
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundle.archives import differences
from bundle.project import ROOT, BuildError
from bundle.signing import verify


def rebuild(commit: str, folder: Path) -> Path:
    """Build the commit in a clone of its own; return the folder with its downloads."""
    clone, out = folder / "clone", folder / "out"
    _run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)])
    _run(["git", "-C", str(clone), "checkout", "--quiet", "--detach", commit])
    script = str(clone / "packaging" / "build_release.py")
    _run([sys.executable, script, "--folder-only", "--out", str(out)])
    return out


def unpack(archive: Path, folder: Path) -> Path:
    """Return the folder an archive holds."""
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder


def compare(commit: str, archive: Path) -> list[str]:
    """Return the places at which the archive differs from what the commit makes."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        [ours] = rebuild(commit, folder).glob("*.tar.xz")
        return differences(unpack(archive, folder / "offered"), unpack(ours, folder / "rebuilt"))


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode:
        raise BuildError(f"failed: {' '.join(command)}")


def main() -> int:
    """Read the command line and compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("commit")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--public-key", type=Path)
    parser.add_argument("--sums", type=Path)
    arguments = parser.parse_args()
    try:
        if arguments.public_key and arguments.sums:
            verify(arguments.sums, arguments.public_key)
        different = compare(arguments.commit, arguments.archive)
    except BuildError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    for place in different:
        print(f"differs: {place}")
    print(f"{len(different)} differing files")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
