"""Our program up to its first picture, or for a while beyond it: "ours" of P1 and P2."""

import sys
import time
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import app.desktop.main as window
from app.__main__ import main as program


def main() -> None:
    """Take the folder for a person's files as the only argument, and start as people do."""
    window.run = partial(window.run, after_first_paint=_report)
    program(["--home", sys.argv[1]])


def _report(_window: object) -> None:
    now = time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    from tests.benchmarks.bare_window import report  # noqa: PLC0415 -- the measure, after what is measured

    report(now)


if __name__ == "__main__":
    main()
