"""P25: memory of the engine with 30,000 phrases, against a Python set of ten million numbers.

Each stands in a process of its own and reports what it holds beyond an empty interpreter. The list
of ten million entries does not exist yet, so ours is measured without one; the floor is an empty
interpreter. Linux only (/proc).
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORT = "import re\nprint(re.search(r'VmRSS:\\s+(\\d+)', open('/proc/self/status').read())[1])\n"
OURS = (
    "from tests.benchmarks.p3_check import a_scene, our_engine\n"
    "scene = a_scene(30_000)\n"
    "engine = our_engine(scene)\n"
    "engine(scene.messages[0])\n"
)
PEER = "numbers = {13_000_000_000 + 7 * each for each in range(10_000_000)}\n"


def megabytes(code: str) -> float:
    """Return the resident memory of a process that has run `code`."""
    prefix = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
    done = subprocess.run(
        [sys.executable, "-c", prefix + code + REPORT],
        check=True,
        capture_output=True,
        text=True,
    )
    return int(done.stdout.split()[-1]) / 1024


def main() -> int:
    """Measure and print."""
    floor = megabytes("")
    ours, peer = megabytes(OURS), megabytes(PEER)
    result = {
        "id": "P25",
        "ours": round(ours, 1),
        "peer": round(peer, 1),
        "floor": round(floor, 1),
        "ours_over_peer": round(ours / peer, 3),
        "ours_over_floor": round(ours / floor, 2),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
