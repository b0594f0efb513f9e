"""P11: 300 rules with a gap, against a loop of compiled regular expressions.

The floor is one bare scan for the rules' first words. The messages are generated, and both sides
must find the same rules in them.
"""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: E402

from app.model.phrases import Slot, SlotKind  # noqa: E402
from app.reading.kept_book import book_of  # noqa: E402
from app.reading.phrase_kinds import PhraseGround  # noqa: E402
from app.reading.phrase_matcher import PhraseMatcher  # noqa: E402
from tests.benchmarks.p3_check import Scene, a_scene, best_rounds  # noqa: E402

Rules = Callable[[str], frozenset[int]]


def the_peer(scene: Scene) -> Rules:
    """Try one expression after the other, inside one sentence as ours."""
    rules = [re.compile(f"{first}[^。!?;\n]{{0,8}}{second}") for first, second in scene.gap_rules]
    return lambda text: frozenset(i for i, rule in enumerate(rules) if rule.search(text))


def ours(scene: Scene) -> Rules:
    """Scan with the program's own matcher, one slot a rule."""
    slots = [
        Slot(str(index), SlotKind.PRETEXT, (f"{first}…{second}",))
        for index, (first, second) in enumerate(scene.gap_rules)
    ]
    scan = PhraseMatcher(book_of(PhraseGround(tuple(slots), (), (), str))).scan
    return lambda text: frozenset(int(match.slot.id) for match in scan(text).slots)


def the_floor(scene: Scene) -> Callable[[str], object]:
    """Scan for the first words alone."""
    firsts = list(dict.fromkeys(first for first, _ in scene.gap_rules))
    automaton = AhoCorasick(firsts, matchkind=MatchKind.Standard)
    return lambda text: automaton.find_matches_as_indexes(text, overlapping=True)


def main() -> int:
    """Measure and print; ValueError if the two sides find different rules."""
    scene = a_scene(300)
    mine, peer = ours(scene), the_peer(scene)
    for message in scene.messages:
        if mine(message) != peer(message):
            raise ValueError("ours and the peer disagree")
    took, other, floor = best_rounds([mine, peer, the_floor(scene)], scene.messages)
    result = {
        "id": "P11",
        "ours": round(took, 2),
        "peer": round(other, 2),
        "floor": round(floor, 2),
        "ours_over_peer": round(took / other, 3),
        "ours_over_floor": round(took / floor, 2),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
