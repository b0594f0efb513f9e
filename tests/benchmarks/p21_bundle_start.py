"""P21: from the start of the frozen program to the first picture, beside the same from `.venv`.

usage: p21_bundle_start.py [rounds] [--cold]

A second line, P1-bundle, compares it with a bare window that was frozen as well.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bundles import bare_bundle, measured_bundle
from tests.benchmarks.window_rounds import FLOOR, HERE, Runner, run_in_turn


def line_of(name: str, ours: Runner, peer: Runner, floor: Runner) -> str:
    """Return one line of JSON; times are medians in milliseconds."""
    return json.dumps(
        {
            "id": name,
            "ours": round(ours.typical(), 1),
            "peer": round(peer.typical(), 1),
            "floor": round(floor.typical(), 1),
            "ours_over_peer": round(ours.typical() / peer.typical(), 3),
            "ours_over_floor": round(ours.typical() / floor.typical(), 2),
            "memory_mb": round(ours.typical_memory() / 1024, 1),
        }
    )


def main() -> None:
    """Freeze both, then start all of them in turn."""
    rounds = next((int(each) for each in sys.argv[1:] if each.isdigit()), 11)
    cold = "--cold" in sys.argv
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        ours = Runner("ours", [str(measured_bundle(folder / "a") / "mingbian"), str(folder / "h1")])
        bare = Runner("bare", [str(bare_bundle(folder / "b") / "bare_window")])
        script = Runner("venv", [sys.executable, str(HERE / "our_window.py"), str(folder / "h2")])
        floor = Runner("floor", [sys.executable, "-c", FLOOR])
        run_in_turn((ours, bare, script, floor), rounds, cold=cold)
    ending = "-cold" if cold else ""
    print(line_of(f"P21{ending}", ours, script, floor))
    print(line_of(f"P1-bundle{ending}", ours, bare, floor))


if __name__ == "__main__":
    main()
