"""P5: bytes on disk for each entry, against SQLite's row and index, and the information limit.

python -m tests.benchmarks.p5_size 10000000
"""

from tests.benchmarks.list_scene import Scene, entries_asked, limit_bits, report

if __name__ == "__main__":
    scene = Scene(entries_asked())
    n = scene.entries
    ours = scene.file().stat().st_size / n
    peer = scene.text_database().stat().st_size / n
    report("P5", ours, peer, limit_bits(n) / 8, entries=n)
