"""Our program up to its first picture, or for a while beyond it: "ours" of P1 and P2."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.assembly import build_application
from app.desktop.main import run


def main() -> None:
    """Take the folder for a person's files as the only argument."""
    from tests.benchmarks.bare_window import report  # noqa: PLC0415 -- the measure, after what is measured

    run(build_application(Path(sys.argv[1])), after_first_paint=lambda _window: report())


if __name__ == "__main__":
    main()
