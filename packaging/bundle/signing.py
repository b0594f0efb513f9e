"""Signs the list of checksums with minisign, and checks such a signature."""

import subprocess
from pathlib import Path

from bundle.archives import wrong_sums
from bundle.project import BuildError, version


def sign(sums: Path, secret_key: Path) -> Path:
    """Sign SHA256SUMS with the key at that path, which lies outside the repository.

    minisign asks for the key's password on the terminal, if it has one. Raises BuildError.
    """
    comment = f"mingbian {version()}"
    command = ["minisign", "-S", "-s", str(secret_key), "-m", str(sums), "-t", comment]
    _run(command, "minisign could not sign; is the key's password right?")
    return sums.with_name(f"{sums.name}.minisig")


def verify(sums: Path, public_key: Path) -> None:
    """Check the signature beside `sums`, then every file it names. Raises BuildError."""
    command = ["minisign", "-V", "-p", str(public_key), "-m", str(sums)]
    _run(command, f"the signature of {sums.name} does not fit this key: use none of the files")
    if wrong := wrong_sums(sums):
        raise BuildError(f"missing or changed: {', '.join(wrong)}")


def _run(command: list[str], trouble: str) -> None:
    try:
        done = subprocess.run(command, check=False, stdout=2)
    except OSError as error:
        raise BuildError("minisign is needed (package minisign)") from error
    if done.returncode:
        raise BuildError(trouble)
