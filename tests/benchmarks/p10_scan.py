"""P10: one scan for all phrases, against pyahocorasick: `p10_scan.py [PHRASES]`.

The floor is hyperscan where somebody installed it by hand (it has no wheels for every system, so no
lock holds it), and `floor_is` says so. Elsewhere it is the bare scan of ahocorasick_rs, without
finding slots in what it reports: a weaker floor than the one the goal of 2.5 was set for. `bare` is
that scan in either case. Needs requirements-bench.txt.
"""

import json
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import ahocorasick  # noqa: E402
from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: E402

from app.model.phrases import Slot, SlotKind  # noqa: E402
from app.reading.phrase_book import PhraseBook  # noqa: E402
from app.reading.phrase_matcher import PhraseMatcher  # noqa: E402
from tests.benchmarks.p3_check import Scene, a_scene, best_rounds  # noqa: E402


def the_peer(scene: Scene) -> Callable[[str], object]:
    """Scan with pyahocorasick."""
    automaton = ahocorasick.Automaton()
    for index, phrase in enumerate(scene.phrases):
        automaton.add_word(phrase, index)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text))


def the_floor(scene: Scene) -> Callable[[str], Sequence[tuple[int, ...]]]:
    """Scan with hyperscan, bytes in and bytes out; it must find as much as the bare scan."""
    import hyperscan  # noqa: PLC0415 -- installed by hand, if at all

    database = hyperscan.Database()
    database.compile(
        expressions=[each.encode() for each in scene.phrases],
        ids=list(range(len(scene.phrases))),
        elements=len(scene.phrases),
        flags=[0] * len(scene.phrases),
    )
    database.scratch = hyperscan.Scratch(database)

    def scan(text: str) -> Sequence[tuple[int, ...]]:
        found: list[tuple[int, ...]] = []
        database.scan(text.encode(), match_event_handler=lambda *match: found.append(match[:3]))
        return found

    return scan


def the_bare_scan(scene: Scene) -> Callable[[str], Sequence[tuple[int, ...]]]:
    """Scan with ahocorasick_rs and look at nothing."""
    automaton = AhoCorasick(list(scene.phrases), matchkind=MatchKind.Standard)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


def ours(scene: Scene) -> Callable[[str], object]:
    """Scan with the program's own matcher, one slot of all phrases."""
    slot = Slot("bench", SlotKind.PRETEXT, scene.phrases)
    return PhraseMatcher(PhraseBook((slot,), (), (), lambda text: text)).scan


def main() -> int:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    scene = a_scene(count)
    bare_scan = the_bare_scan(scene)
    is_hyperscan = find_spec("hyperscan") is not None
    floor_scan = the_floor(scene) if is_hyperscan else bare_scan
    if any(len(floor_scan(each)) != len(bare_scan(each)) for each in scene.messages):
        raise ValueError("the floor finds something else")
    mine, peer, floor, bare = best_rounds(
        [ours(scene), the_peer(scene), floor_scan, bare_scan], scene.messages
    )
    result = {
        "id": "P10",
        "phrases": count,
        "ours": round(mine, 2),
        "peer": round(peer, 2),
        "floor": round(floor, 2),
        "floor_is": "hyperscan" if is_hyperscan else "ahocorasick_rs",
        "bare": round(bare, 2),
        "ours_over_peer": round(mine / peer, 3),
        "ours_over_floor": round(mine / floor, 2),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
