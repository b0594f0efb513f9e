"""P6: bytes of a whole list on the wire, against sorted text in zstd-9, and the information limit.

python -m tests.benchmarks.p6_wire 10000000
"""

from app.lists.compression import compress
from tests.benchmarks.list_scene import Scene, entries_asked, limit_bits, report

if __name__ == "__main__":
    scene = Scene(entries_asked())
    n = scene.entries
    ours = scene.wire().stat().st_size / n
    peer = len(compress("\n".join(scene.keys()).encode(), 9)) / n
    report("P6", ours, peer, limit_bits(n) / 8, entries=n)
