"""P20: the download with everything in it, beside PyInstaller's default for a bare window.

usage: p20_size.py     (takes minutes; both are packed as xz -6 does, with fonts in neither)
"""

import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.bundles import bare_bundle, core_files, our_bundle, packed_size


def main() -> None:
    """Print one line of JSON; sizes in MB. The floor is Qt, Python and their bindings alone."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        ours, bare = our_bundle(folder / "ours"), bare_bundle(folder / "bare")
        sizes = [packed_size(ours), packed_size(bare), packed_size(ours, core_files(ours))]
    ours_mb, peer, floor = (each / 1e6 for each in sizes)
    line = {
        "id": "P20",
        "ours": round(ours_mb, 2),
        "peer": round(peer, 2),
        "floor": round(floor, 2),
        "ours_over_peer": round(ours_mb / peer, 3),
        "ours_over_floor": round(ours_mb / floor, 2),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
