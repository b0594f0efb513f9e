"""P2: resident memory when the input box has been painted.

usage: p2_memory.py [rounds] [NATIVE]     (NATIVE as in p1_startup.py)
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.window_rounds import native_program, run_rounds


def main() -> None:
    """Print one line of JSON; memory is the median in MB."""
    rounds = next((int(each) for each in sys.argv[1:] if each.isdigit()), 5)
    ours, peer, floor = run_rounds(rounds, cold=False, native=native_program(sys.argv[1:]))
    megabytes = 1024
    line = {
        "id": "P2",
        "ours": round(ours.typical_memory() / megabytes, 1),
        "peer": round(peer.typical_memory() / megabytes, 1),
        "floor": round(floor.typical_memory() / megabytes, 1),
        "ours_over_peer": round(ours.typical_memory() / peer.typical_memory(), 3),
        "ours_over_floor": round(ours.typical_memory() / floor.typical_memory(), 2),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
