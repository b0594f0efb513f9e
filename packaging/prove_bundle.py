"""Prove that a package works where nothing is installed: a Debian with a display and fonts alone.

    prove_bundle.py DEB_OR_TAR_XZ [--root FOLDER] [--stick FOLDER] [--starts N]
                                                                       needs root and debootstrap

Makes (or takes) a minimal root without Python or development files, installs a virtual display and
a Chinese font, and the package; runs its self-test; has it refuse to publish, and follow the feed
of a stick (one that `sync --make-stick` made); opens the window N times cold and N times warm; and
fails at the first thing that does not work. Prints one line of JSON with what was measured.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundle.project import BuildError

SUITE = "bookworm"
DISPLAY = ":88"
DISPLAY_AND_FONTS = ("xvfb", "fonts-wqy-microhei")
# For the folder without a package: what the .deb would ask for by itself.
FOLDER_NEEDS = ("libgl1", "libegl1", "libxcb1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3")
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
SCAM = "我是市公安局的，您涉嫌洗钱，案件保密，马上把钱转入安全账户。"
Question = tuple[int, str, tuple[str, ...]]  # the status and words it must give, and to what
PATIENCE = 60  # seconds for a window to be there
STAYS = 1.0  # seconds a window must live to count as opened
QUIET = {
    "DEBIAN_FRONTEND": "noninteractive",
    "LC_ALL": "C.UTF-8",
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
}


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that programs in it take for the whole computer."""

    folder: Path

    def run(self, *command: str, **more: str) -> "subprocess.CompletedProcess[str]":
        """Run a command inside; its output comes back, and its errors can be seen."""
        return subprocess.run(
            ["chroot", str(self.folder), *command],
            check=False,
            text=True,
            stdout=subprocess.PIPE,
            env={**QUIET, **more},
        )

    def must(self, *command: str, **more: str) -> str:
        """Run a command that has to succeed. Raises BuildError."""
        done = self.run(*command, **more)
        if done.returncode:
            raise BuildError(f"in the clean root: {' '.join(command)}\n{done.stdout}")
        return done.stdout


def mirror() -> str:
    """Return where this Debian gets its packages; "" leaves it to debootstrap."""
    asked = [
        "apt-get",
        "indextargets",
        "--format",
        "$(REPO_URI) $(RELEASE)",
        "Created-By: Packages",
    ]
    done = subprocess.run(asked, check=False, capture_output=True, text=True)
    lines = (line.split() for line in done.stdout.splitlines())
    return next((address for address, release in lines if release == SUITE), "")


def make_root(folder: Path) -> Root:
    """Make a minimal Debian with a display and a font, unless it is there. Raises BuildError."""
    root = Root(folder)
    if not (folder / "usr" / "bin" / "Xvfb").exists():
        command = [
            "debootstrap",
            "--variant=minbase",
            SUITE,
            str(folder),
            *filter(None, [mirror()]),
        ]
        if subprocess.run(command, check=False, stdout=2).returncode:
            raise BuildError("debootstrap failed")
        root.must("apt-get", "install", "-y", "-qq", "--no-install-recommends", *DISPLAY_AND_FONTS)
    for name in ("python3", "gcc", "pip3"):
        if any((folder / "usr" / "bin").glob(f"{name}*")):
            raise BuildError(f"the root is not clean: it holds {name}")
    return root


def install(root: Root, package: Path) -> str:
    """Bring the package in; return the program's path inside. Raises BuildError."""
    shutil.copy(package, root.folder / "srv")
    inside = f"/srv/{package.name}"
    root.must("apt-get", "update", "-qq")
    options = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    if package.suffix == ".deb":
        root.must(*options, "--reinstall", inside)  # a kept root may have the same version
        return "/usr/bin/mingbian"
    root.must(*options, *FOLDER_NEEDS, "xz-utils")
    root.must("tar", "-C", "/srv", "-xf", inside)
    found = sorted((root.folder / "srv").glob("mingbian-*/mingbian"))
    return f"/{found[-1].relative_to(root.folder)}"


def ask(root: Root, program: str, stick: Path | None) -> list[str]:
    """Have it answer what a bundle is asked; return what was seen. Raises BuildError."""
    asked: list[Question] = [
        (1, "[no-publisher]", ("publish", "check", "/srv/feed")),
        (3, "sync --add", ("sync",)),
        (20, "安全账户", ("check", SCAM)),
    ]
    if stick is not None:
        shutil.copytree(stick, root.folder / "srv" / "stick", dirs_exist_ok=True)
        asked += [
            (0, "添加好了", ("sync", "--add", "/srv/stick/mingbian.mingbian-feed", "--yes")),
            (0, "换上新名单了", ("sync", "--from", "/srv/stick")),
            (0, "名单日期", ("sync", "--status")),
            (20, "安全账户", ("check", SCAM)),
        ]
    shutil.rmtree(root.folder / "root" / ".local" / "share" / "mingbian", ignore_errors=True)
    for status, words, arguments in asked:
        everything = ("sh", "-c", 'exec "$0" "$@" 2>&1', program)  # errors belong to the answer
        done = root.run(*everything, *arguments, HOME="/root", LANG="zh_CN.UTF-8", LC_ALL="")
        if done.returncode != status or words not in done.stdout:
            raise BuildError(f"{arguments[0]}: {done.returncode}, not {status}\n{done.stdout}")
    return [" ".join(arguments[:2]) for _, _, arguments in asked]


@contextmanager
def display(root: Root) -> Iterator[None]:
    """Keep /proc and a virtual display inside the root for as long as the block lasts."""
    subprocess.run(["mount", "-t", "proc", "proc", str(root.folder / "proc")], check=True)
    server = subprocess.Popen(
        [
            "chroot",
            str(root.folder),
            "Xvfb",
            DISPLAY,
            "-screen",
            "0",
            "1366x768x24",
            "-nolisten",
            "tcp",
        ],
        env=QUIET,
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(2)
        yield
    finally:
        server.terminate()
        server.wait()
        subprocess.run(["umount", str(root.folder / "proc")], check=True)


def opens(root: Root, program: str, *, cold: bool) -> tuple[bool, float]:
    """Open the window; tell whether it lives on, and its memory in MB."""
    if cold:
        subprocess.run(["sync"], check=True)
        DROP_CACHES.write_text("3", encoding="ascii")
    with tempfile.TemporaryFile() as said:
        window = subprocess.Popen(
            ["chroot", str(root.folder), program],
            env={**QUIET, "DISPLAY": DISPLAY, "HOME": "/root", "LANG": "zh_CN.UTF-8"},
            stderr=said,
            stdin=subprocess.DEVNULL,
        )
        try:
            memory = _wait_for_window(root, window)
            time.sleep(STAYS)
            alive = memory > 0 and window.poll() is None
            memory = resident(window.pid) if alive else 0.0
        finally:
            window.terminate()
            window.wait()
        if not alive:
            said.seek(0)
            print(said.read().decode("utf-8", "replace"), file=sys.stderr)
    return alive, memory


def _wait_for_window(root: Root, window: "subprocess.Popen[bytes]") -> float:
    """Wait until the register is read: then the window has painted and answers."""
    database = root.folder / "root" / ".cache" / "mingbian" / "registry.sqlite"
    data = sorted((root.folder / "srv").glob("mingbian-*/data/cache/registry.sqlite"))
    deadline = time.monotonic() + PATIENCE
    while window.poll() is None and time.monotonic() < deadline:
        if (database.exists() or data) and resident(window.pid) > 40:
            return resident(window.pid)
        data = sorted((root.folder / "srv").glob("mingbian-*/data/cache/registry.sqlite"))
        time.sleep(0.05)
    return 0.0


def resident(process: int) -> float:
    """Return a process's memory in MB; 0 if it is gone."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    lines = (line.split() for line in status.splitlines())
    return next((int(each[1]) / 1024 for each in lines if each[0] == "VmRSS:"), 0.0)


def prove(root: Root, package: Path, stick: Path | None, starts: int) -> dict[str, object]:
    """Install, test and open; return what was measured. Raises BuildError."""
    program = install(root, package)
    folder = (root.folder / program.lstrip("/")).resolve()
    if program == "/usr/bin/mingbian":
        folder = root.folder / "usr" / "lib" / "mingbian" / "mingbian"
    size = sum(each.stat().st_size for each in folder.parent.rglob("*") if each.is_file())
    with display(root):
        print(root.must(program, "selftest", HOME="/root"), file=sys.stderr)
        answered = ask(root, program, stick)
        failures, memory = {}, []
        for name, cold in (("cold", True), ("warm", False)):
            tried = [opens(root, program, cold=cold) for _ in range(starts)]
            failures[name] = sum(1 for alive, _ in tried if not alive)
            memory += [each for alive, each in tried if alive]
    return {
        "package": package.name,
        "package_mb": round(package.stat().st_size / 1e6, 1),
        "installed_mb": round(size / 1e6, 1),
        "answered": len(answered),
        "starts_each": starts,
        "failures": failures,
        "memory_mb": round(max(memory, default=0.0), 1),
    }


def main() -> int:
    """Read the command line and prove."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("package", type=Path)
    parser.add_argument("--root", type=Path, help="a root to make once and keep")
    parser.add_argument("--stick", type=Path, help="a stick whose feed the program is to follow")
    parser.add_argument("--starts", type=int, default=50)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        try:
            root = make_root(arguments.root or Path(made))
            measured = prove(root, arguments.package, arguments.stick, arguments.starts)
        except BuildError as trouble:
            print(trouble, file=sys.stderr)
            return 1
    print(json.dumps(measured))
    return 1 if any(measured["failures"].values()) else 0  # type: ignore[attr-defined] # a table of counts


if __name__ == "__main__":
    sys.exit(main())
