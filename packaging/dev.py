"""Set up and start Mingbian from a clone, with nothing but Python on the machine.

    dev.py run [arguments of mingbian]      the window; `run check TEXT` and so on: the terminal
    dev.py test [--long] [those of pytest]  linters, type checker and tests
    dev.py setup                            only install what the two need

Python's libraries go into `.venv` inside the clone. System packages are installed if that needs no
password, else the line to type is printed; MINGBIAN_LEAVE_SYSTEM=1 only prints it.
"""

import sys

if not (3, 11) <= sys.version_info < (3, 15):
    sys.exit("需要 Python 3.11 到 3.14。 / Python 3.11 to 3.14 is needed.")

import hashlib
import os
import platform
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "lock"
WINDOWS = sys.platform == "win32"
LINUX = sys.platform == "linux"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
VENV_PACKAGE = f"python3.{sys.version_info.minor}-venv"
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
# `-P`: a folder named app where the person stands must not hide ours.
START = (str(PYTHON), "-P", "-m", "app")
TERMINAL_COMMANDS = frozenset({"check", "lookup"})
QT_NEEDS_GLIBC = (2, 34)

# What Qt opens on Linux, with the package of Debian and Ubuntu, and of Arch.
# Fedora and openSUSE find a package by the very name of what it provides.
QT_LIBRARIES = (
    ("libGL.so.1", "libgl1", "libglvnd"),
    ("libEGL.so.1", "libegl1", "libglvnd"),
    ("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    ("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
)
CHINESE_FONT = ("font(:lang=zh-cn)", "fonts-noto-cjk", "noto-fonts-cjk")
XVFB = ("/usr/bin/Xvfb", "xvfb", "xorg-server-xvfb")
# The tests freeze the program as well; PyInstaller takes these from the system.
OBJDUMP = ("/usr/bin/objdump", "binutils", "binutils")
LIBPYTHON = f"libpython3.{sys.version_info.minor}.so.1.0"
SHARED_PYTHON = (f"/usr/lib64/{LIBPYTHON}", f"libpython3.{sys.version_info.minor}", "python")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
FONT_NAMES = ("*CJK*", "*cjk*", "wqy*", "DroidSansFallback*", "SourceHan*", "simsun*", "msyh*")
FIND_MISSING = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


class SetupError(Exception):
    """Ordinary trouble. The message says what failed and what to do next."""


@dataclass(frozen=True, slots=True)
class Manager:
    """A system package manager; `column` is where its names stand in a row of QT_LIBRARIES."""

    install: tuple[str, ...]
    refresh: tuple[str, ...]
    column: int


APT = Manager(("apt-get", "install", "-y", "--no-install-recommends"), ("apt-get", "update"), 1)
MANAGERS = (
    APT,
    Manager(("dnf", "install", "-y"), ("dnf", "makecache"), 0),
    Manager(("zypper", "--non-interactive", "install"), ("zypper", "refresh"), 0),
    Manager(("pacman", "-S", "--needed", "--noconfirm"), ("pacman", "-Sy"), 2),
)
# A file stays with one worker: what it makes once (a feed, a bundle) is made once.
SIDE_BY_SIDE = ("-n", "auto", "--dist", "loadfile")


def say(zh: str, en: str) -> None:
    """Tell the person what happens, in both languages, where piped output does not go."""
    print(f"· {zh} / {en}", file=sys.stderr, flush=True)


def succeeds(command: Sequence[str], env: Mapping[str, str] | None = None) -> bool:
    """Run a command whose output the person may see; its own standard output joins the messages."""
    try:
        done = subprocess.run(command, check=False, env=env, stdin=subprocess.DEVNULL, stdout=2)
    except OSError:
        return False
    return done.returncode == 0


def output_of(command: Sequence[str]) -> str:
    """Return what a quiet command prints, "" if it cannot run."""
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout


# --- the system's packages ---------------------------------------------------------------------


def manager_here() -> Manager | None:
    """Return the first known package manager of this system."""
    return next((each for each in MANAGERS if shutil.which(each.install[0])), None)


def administrator() -> tuple[str, ...] | None:
    """Return what to put before a command to run it as administrator; None if we may not."""
    if os.environ.get("MINGBIAN_LEAVE_SYSTEM"):
        return None
    if os.geteuid() == 0:
        return ()
    allowed = (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode
    )
    return ("sudo", "-n") if allowed else None


def install_packages(manager: Manager, packages: Sequence[str]) -> bool:
    """Install system packages if we may; else, or on failure, print the line to type."""
    line = f"sudo {' '.join(manager.refresh)} && sudo {shlex.join((*manager.install, *packages))}"
    prefix = administrator()
    if prefix is None:
        say(f"系统缺少组件，请在终端输入： {line}", "please type that line to add what is missing")
        return False
    say(f"安装系统组件 {' '.join(packages)}", "installing system packages")
    quiet = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive")
    install = (*quiet, *manager.install)
    if succeeds((*install, *packages)):
        return True
    if succeeds((*quiet, *manager.refresh)):
        # One by one, so that a name this release does not know holds up no other.
        missing = [name for name in packages if not succeeds((*install, name))]
        if not missing:
            return True
    say(f"没装成，检查网络后请输入： {line}", "that failed; check the network, then type that line")
    return False


def has_chinese_font() -> bool:
    """Tell whether a font with Chinese characters is installed."""
    if shutil.which("fc-list"):
        return bool(output_of(["fc-list", ":lang=zh", "family"]).strip())
    folders = (Path(each).expanduser() for each in FONT_FOLDERS)
    return any(True for folder in folders for name in FONT_NAMES for _ in folder.rglob(name))


def missing_parts(*, testing: bool) -> list[tuple[str, str, str]]:
    """Return the rows of what Qt (and the tests) need and this Linux lacks."""
    sonames = [row[0] for row in QT_LIBRARIES]
    absent = output_of([str(PYTHON), "-c", FIND_MISSING, *sonames, LIBPYTHON]).split()
    parts = [row for row in QT_LIBRARIES if row[0] in absent]
    if not has_chinese_font():
        parts.append(CHINESE_FONT)
    if testing:
        programs = (("Xvfb", XVFB), ("objdump", OBJDUMP))
        parts += [row for program, row in programs if not shutil.which(program)]
        parts += [SHARED_PYTHON] if LIBPYTHON in absent else []
    return parts


def package_names(manager: Manager, parts: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return the manager's names for the parts, each once."""
    suffix = "()(64bit)" if manager.column == 0 else ""
    named = (row[manager.column] + (suffix if row in QT_LIBRARIES else "") for row in parts)
    return list(dict.fromkeys(named))


def check_system(*, testing: bool) -> None:
    """Find what Qt lacks on this Linux and install it; remember when nothing is missing."""
    stamp = stamp_of("system-test" if testing else "system-run")
    key = f"{own_digest()} {platform.platform()}"
    if not LINUX or is_stamped(stamp, key):
        return
    say("检查窗口所需的系统组件和中文字体", "looking for Qt's system libraries and a Chinese font")
    parts = missing_parts(testing=testing)
    manager = manager_here()
    if parts and manager is None:
        say(f"请安装： {' '.join(row[0] for row in parts)}", "please install these")
    elif parts and manager and install_packages(manager, package_names(manager, parts)):
        parts = missing_parts(testing=testing)
    if not parts:
        stamp.write_text(key, encoding="utf-8")


# --- the environment ---------------------------------------------------------------------------


def own_digest() -> str:
    """Return the SHA-256 of this very script."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def stamp_of(step: str) -> Path:
    """Return the file that remembers a finished step; it goes away with `.venv`."""
    return VENV / f"{step}.stamp"


def is_stamped(stamp: Path, key: str) -> bool:
    """Tell whether a former run finished this step with the same key."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == key


def is_old_desk() -> bool:
    """Tell whether current Qt is too new for this Linux."""
    name, version = platform.libc_ver()
    return LINUX and name == "glibc" and tuple(map(int, version.split(".")[:2])) < QT_NEEDS_GLIBC


def lock_files(*, testing: bool) -> list[Path]:
    """Return the locks to install on this system."""
    run = "requirements-run-glibc228.txt" if is_old_desk() else "requirements-run.txt"
    return [LOCKS / run, *([LOCKS / "requirements-dev.txt"] if testing else [])]


def environment_key(locks: Sequence[Path]) -> str:
    """Return a key that changes with the locks, the Python, this script or the clone's place."""
    digest = hashlib.sha256(own_digest().encode())
    for lock in locks:
        digest.update(lock.read_bytes())
    return f"{digest.hexdigest()} {sys.version} {ROOT}"


def base_python() -> str:
    """Return the Python that may rebuild `.venv`, also when started from inside it."""
    return sys._base_executable if Path(sys.prefix) == VENV else sys.executable  # type: ignore[attr-defined] # noqa: SLF001


def add_venv_module() -> bool:
    """Install the part of Python that Debian packs apart; tell whether that worked."""
    return bool(shutil.which("apt-get")) and install_packages(APT, [VENV_PACKAGE])


def make_environment() -> None:
    """Make an empty `.venv`; SetupError if that cannot be."""
    say("建立 .venv", "making .venv")
    python, options = base_python(), []
    if not (can_import(python, "ensurepip, venv") or add_venv_module()):
        if not can_import(python, "pip, venv"):
            raise SetupError(
                f"这个 Python 缺少 venv，请先安装（例如 {VENV_PACKAGE}），再运行一次。"
                f" / This Python lacks venv: install it ({VENV_PACKAGE}, say) and start again."
            )
        options = ["--without-pip"]
    if not succeeds([python, "-m", "venv", "--clear", *options, str(VENV)]):
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(
            f"无法建立 {VENV}：请看上面的原因，关掉正在运行的明辨，再试一次。"
            " / .venv could not be made: see above, close a running Mingbian, try again."
        )


def can_import(python: str, modules: str) -> bool:
    """Tell whether that Python has these modules."""
    return output_of([python, "-c", f"import {modules}; print('yes')"]) != ""


def pip_command() -> list[str]:
    """Return the start of a pip command that installs into `.venv`."""
    if can_import(str(PYTHON), "pip"):
        return [str(PYTHON), "-m", "pip"]
    return [base_python(), "-m", "pip", "--python", str(PYTHON)]


def install_locked(locks: Sequence[Path]) -> None:
    """Install exactly what the locks name; SetupError if that cannot be."""
    say("安装程序库（有进度显示，约几分钟）", "installing the locked libraries")
    files = [part for lock in locks for part in ("-r", str(lock))]
    options = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--no-input"]
    quiet = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_USER": "0",
        "PIP_ROOT_USER_ACTION": "ignore",
    }
    if not succeeds([*pip_command(), "install", *options, *files], env={**os.environ, **quiet}):
        raise SetupError(
            "程序库没装成。请检查网络后再运行一次；在镜像后面请设置 PIP_INDEX_URL。"
            " / The libraries could not be installed. Check the network and start again;"
            " behind a mirror set PIP_INDEX_URL."
        )


def put_clone_on_path() -> None:
    """Make `import app` and the command `mingbian` work from this clone."""
    site = output_of(
        [str(PYTHON), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    ).strip()
    # Code instead of a bare path: ASCII for every locale, whatever the clone's folder is called.
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"
    Path(site, "mingbian.pth").write_text(line, encoding="ascii")
    if WINDOWS:
        command = '@"%~dp0python.exe" -P -m app %*\r\n'
        (SCRIPTS / "mingbian.cmd").write_text(command, encoding="ascii")
        return
    command = '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -P -m app "$@"\n'
    script = SCRIPTS / "mingbian"
    script.write_text(command, encoding="ascii")
    script.chmod(0o755)


def prepare(*, testing: bool) -> None:
    """Bring `.venv` to what the locks say; nothing to do when its stamp tells so."""
    stamps = {"run": environment_key(lock_files(testing=False))}
    if testing:
        stamps["test"] = environment_key(lock_files(testing=True))
    if PYTHON.exists() and all(is_stamped(stamp_of(name), key) for name, key in stamps.items()):
        return
    this_python = f"{sys.version} {ROOT}"
    if not (PYTHON.exists() and is_stamped(stamp_of("python"), this_python)):
        make_environment()
    install_locked(lock_files(testing=testing))
    put_clone_on_path()
    for name, key in {"python": this_python, **stamps}.items():
        stamp_of(name).write_text(key, encoding="utf-8")


# --- the commands ------------------------------------------------------------------------------


def wants_window(arguments: Sequence[str]) -> bool:
    """Tell whether the program will open a window; on Linux that takes a display."""
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    has_display = any(os.environ.get(name) for name in names)
    return has_display and not TERMINAL_COMMANDS.intersection(arguments)


def start(command: Sequence[str]) -> int:
    """Become the command; on Windows, where that is not possible, wait for it."""
    if not WINDOWS:
        os.execv(command[0], [*command])  # noqa: S606
    return subprocess.call(command)


def run(arguments: Sequence[str]) -> int:
    """Start the program; where no window can be opened it checks in the terminal instead."""
    prepare(testing=False)
    if wants_window(arguments):
        check_system(testing=False)
    return start([*START, *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run the linters, the type checker and the tests; pytest's closing line is printed last."""
    prepare(testing=True)
    check_system(testing=True)
    os.chdir(ROOT)
    os.environ.update(QT_QPA_PLATFORM="offscreen", PYTHONUTF8="1")
    failed = [name for name, command in checks() if not succeeds(announced(name, command))]
    if failed:
        say(f"没有通过： {'、'.join(failed)}", "these did not pass; see above")
    options = [each for each in arguments if each != "--long"]
    if "--long" in arguments:
        options += ["-m", "long or not long"]
        os.environ.setdefault("HYPOTHESIS_PROFILE", "thorough")
    tests = subprocess.call([str(PYTHON), "-m", "pytest", "--cov", *SIDE_BY_SIDE, *options])
    return tests or (1 if failed else 0)


def checks() -> Iterable[tuple[str, list[str]]]:
    """Yield the checks that run before the tests, each with its command."""
    python = str(PYTHON)
    yield "ruff check", [python, "-m", "ruff", "check", "."]
    yield "ruff format", [python, "-m", "ruff", "format", "--check", "."]
    yield "mypy --strict", [python, "-m", "mypy"]


def announced(name: str, command: list[str]) -> list[str]:
    """Return the command after telling its name."""
    say(f"检查 {name}", "checking")
    return command


def setup(_arguments: Sequence[str]) -> int:
    """Only install what `run` and `test` need."""
    prepare(testing=True)
    check_system(testing=True)
    return 0


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    commands = {"run": run, "test": test, "setup": setup}
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 2
    try:
        return commands[arguments[0]](arguments[1:])
    except SetupError as trouble:
        print(trouble, file=sys.stderr)
    except OSError as trouble:
        print(f"没做成 / failed: {trouble}", file=sys.stderr)
    except KeyboardInterrupt:
        print("已停止 / stopped", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
