"""P25: memory of the engine with 30,000 phrases and a list of ten million, against a Python set.

Each stands in a process of its own; the floor is an empty interpreter. Ours has been asked twenty
thousand times, so that its list lies in memory as far as it ever does: those pages are the file's
and go when somebody needs the memory; `ours_anonymous` is what stays. As in P3, whose scene this
is, `ours` knows those phrases and domains and `shipped` the program's own tables besides, 40,000
literals more. The peers of P3 stay out of it. Linux only (/proc).

    python -m tests.benchmarks.p25_memory 10000000
"""

import json
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.list_scene import Scene, entries_asked

ROOT = Path(__file__).resolve().parents[2]
REPORT = (
    "import re\n"
    "status = open('/proc/self/status').read()\n"
    "print(*(re.search(name + r':\\s+(\\d+)', status)[1] for name in ('VmRSS', 'RssAnon')))\n"
)
PEERS = (
    *("ahocorasick_rs", "linkify_it", "opencc", "phonenumbers", "rapidfuzz"),
    *("rapidfuzz.distance", "sqlite_utils", "tldextract"),
)
ENGINE = (
    "from types import ModuleType\n"
    "class Absent(ModuleType):\n"
    "    def __getattr__(self, name): return None\n"
    f"sys.modules |= {{name: Absent(name) for name in {PEERS}}}\n"
    "from tests.benchmarks.p3_check import a_scene, our_engine\n"
    f"for name in {PEERS}:\n"
    "    del sys.modules[name]\n"
    "scene = a_scene(30_000)\n"
    "engine = our_engine(scene, alone=ALONE)\n"
    "engine(scene.messages[0])\n"
    "import random\n"
    "from pathlib import Path\n"
    "from app.lists.fingerprint_file import FingerprintFile\n"
    "file = FingerprintFile.open(Path(LIST))\n"
    "[file.holds(str(random.random())) for _ in range(20_000)]\n"
)
PEER = "numbers = {13_000_000_000 + 7 * each for each in range(ENTRIES)}\n"


def megabytes(code: str, scene: Scene) -> tuple[float, float]:
    """Return the resident memory of a process that has run `code`, and what of it is its own."""
    prefix = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
    prefix += f"LIST = {str(scene.file())!r}\nENTRIES = {scene.entries}\n"
    done = subprocess.run(
        [sys.executable, "-c", prefix + code + REPORT],
        check=True,
        capture_output=True,
        text=True,
    )
    resident, anonymous = (int(each) / 1024 for each in done.stdout.split()[-2:])
    return resident, anonymous


def main() -> int:
    """Measure and print."""
    scene = Scene(entries_asked())
    floor, _ = megabytes("", scene)
    ours, own = megabytes("ALONE = True\n" + ENGINE, scene)
    shipped, _ = megabytes("ALONE = False\n" + ENGINE, scene)
    peer, _ = megabytes(PEER, scene)
    result = {
        "id": "P25",
        "ours": round(ours, 1),
        "peer": round(peer, 1),
        "floor": round(floor, 1),
        "ours_over_peer": round(ours / peer, 3),
        "ours_over_floor": round(ours / floor, 2),
        "ours_anonymous": round(own, 1),
        "shipped": round(shipped, 1),
        "shipped_over_peer": round(shipped / peer, 3),
        "entries": scene.entries,
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
