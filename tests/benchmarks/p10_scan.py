"""P10: one scan for all phrases, against pyahocorasick: `p10_scan.py [PHRASES]`.

The floor is the bare scan of ahocorasick_rs, without finding slots in what it reports (hyperscan,
the floor of the plan, has no wheels for every system). Needs requirements-bench.txt.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import ahocorasick  # noqa: E402
from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: E402

from app.model.phrases import Slot, SlotKind  # noqa: E402
from app.reading.phrase_matcher import PhraseMatcher  # noqa: E402
from tests.benchmarks.p3_check import Scene, a_scene, best_rounds  # noqa: E402


def the_peer(scene: Scene) -> Callable[[str], object]:
    """Scan with pyahocorasick."""
    automaton = ahocorasick.Automaton()
    for index, phrase in enumerate(scene.phrases):
        automaton.add_word(phrase, index)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text))


def the_floor(scene: Scene) -> Callable[[str], object]:
    """Scan and look at nothing."""
    automaton = AhoCorasick(list(scene.phrases), matchkind=MatchKind.Standard)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


def ours(scene: Scene) -> Callable[[str], object]:
    """Scan with the program's own matcher, one slot of all phrases."""
    slot = Slot("bench", SlotKind.PRETEXT, scene.phrases)
    return PhraseMatcher((slot,), (), (), lambda text: text).scan


def main() -> int:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    scene = a_scene(count)
    mine, peer, floor = best_rounds(
        [ours(scene), the_peer(scene), the_floor(scene)], scene.messages
    )
    result = {
        "id": "P10",
        "phrases": count,
        "ours": round(mine, 2),
        "peer": round(peer, 2),
        "floor": round(floor, 2),
        "ours_over_peer": round(mine / peer, 3),
        "ours_over_floor": round(mine / floor, 2),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
