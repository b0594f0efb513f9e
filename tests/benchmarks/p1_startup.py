"""P1: from the start of the process to the first picture of the input box.

usage: p1_startup.py [rounds] [--cold] [NATIVE]

--cold drops the page cache and needs root. NATIVE is the program made of bare_window.cpp; the floor
is a bare interpreter without it.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.window_rounds import native_program, run_rounds


def main() -> None:
    """Print one line of JSON; times are medians in milliseconds."""
    rounds = next((int(each) for each in sys.argv[1:] if each.isdigit()), 11)
    cold = "--cold" in sys.argv
    ours, peer, floor = run_rounds(rounds, cold=cold, native=native_program(sys.argv[1:]))
    line = {
        "id": "P1-cold" if cold else "P1",
        "ours": round(ours.typical(), 1),
        "peer": round(peer.typical(), 1),
        "floor": round(floor.typical(), 1),
        "ours_over_peer": round(ours.typical() / peer.typical(), 3),
        "ours_over_floor": round(ours.typical() / floor.typical(), 2),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
