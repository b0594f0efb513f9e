"""Starts windows in turn and gathers what they print."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
DROP_CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass
class Runner:
    """One program, started again and again; times in milliseconds, memory in kB."""

    name: str
    command: list[str]
    milliseconds: list[float] = field(default_factory=list)
    resident: list[int] = field(default_factory=list)

    def start(self) -> None:
        """Run once and keep what it reports."""
        environment = dict(os.environ, LANG="C.UTF-8")
        # An installed program has its modules compiled: the first round, which no figure counts,
        # leaves them so, and no later round writes any.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        if self.milliseconds:
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment["T0"] = str(time.clock_gettime_ns(time.CLOCK_MONOTONIC))
        done = subprocess.run(
            self.command, env=environment, capture_output=True, text=True, timeout=120, check=True
        )
        _, milliseconds, resident = done.stdout.split()[:3]
        self.milliseconds.append(float(milliseconds))
        self.resident.append(int(resident))

    def typical(self) -> float:
        """Return the median time without the first round."""
        return median(self.milliseconds[1:])

    def typical_memory(self) -> float:
        """Return the median memory without the first round."""
        return median(self.resident[1:])


FLOOR = (
    "import os,time;print('RESULT',"
    "(time.clock_gettime_ns(time.CLOCK_MONOTONIC)-int(os.environ['T0']))/1e6,"
    "[x.split()[1] for x in open('/proc/self/status') if x.startswith('VmRSS')][0])"
)


def run_rounds(rounds: int, *, cold: bool, native: str = "") -> tuple[Runner, Runner, Runner]:
    """Return ours, the peer and the floor, started in turn.

    The floor is the program `native`, made of bare_window.cpp, or else a bare interpreter.
    """
    with tempfile.TemporaryDirectory() as home:
        ours = Runner("ours", [sys.executable, str(HERE / "our_window.py"), home])
        peer = Runner("peer", [sys.executable, str(HERE / "bare_window.py")])
        floor = Runner("floor", [native] if native else [sys.executable, "-c", FLOOR])
        run_in_turn((ours, peer, floor), rounds, cold=cold)
    return ours, peer, floor


def native_program(arguments: Sequence[str]) -> str:
    """Return the argument that names a program, "" if there is none."""
    return next((each for each in arguments if not each.isdigit() and each[0] != "-"), "")


def run_in_turn(runners: tuple[Runner, ...], rounds: int, *, cold: bool) -> None:
    """Start each runner `rounds` times and once more before, one after the other."""
    for _ in range(rounds + 1):
        for each in runners:
            if cold:
                os.sync()
                DROP_CACHES.write_text("3", encoding="ascii")
            each.start()
