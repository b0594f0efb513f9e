"""P10: one scan for all phrases, against pyahocorasick: `p10_scan.py [PHRASES]`.

Every contender has a process of its own, as it would have in a program, and they take turns; the
best pass of seven rounds of five counts. `crowded_over_peer` is the same with all of them in one
process, where each pass begins with the others' automata in the processor's caches.

The floor is hyperscan where somebody installed it by hand (it has no wheels for every system, so no
lock holds it), and `floor_is` says so. Elsewhere it is the bare scan of ahocorasick_rs, without
finding slots in what it reports: a weaker floor than the one the goal of 2.5 was set for. `bare` is
that scan in either case. Needs requirements-bench.txt.
"""

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import ahocorasick  # noqa: E402
from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: E402

from app.model.phrases import Slot, SlotKind  # noqa: E402
from app.reading.kept_book import book_of  # noqa: E402
from app.reading.phrase_kinds import PhraseGround  # noqa: E402
from app.reading.phrase_matcher import PhraseMatcher  # noqa: E402
from tests.benchmarks.p3_check import Scene, a_scene, best_rounds  # noqa: E402

ROUNDS, PASSES = 7, 5
Scan = Callable[[str], object]


def the_peer(scene: Scene) -> Scan:
    """Scan with pyahocorasick."""
    automaton = ahocorasick.Automaton()
    for index, phrase in enumerate(scene.phrases):
        automaton.add_word(phrase, index)
    automaton.make_automaton()
    return lambda text: list(automaton.iter(text))


def hyperscan_scan(scene: Scene) -> Callable[[str], Sequence[tuple[int, ...]]]:
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


def ours(scene: Scene) -> Scan:
    """Scan with the program's own matcher, one slot of all phrases."""
    slot = Slot("bench", SlotKind.PRETEXT, scene.phrases)
    return PhraseMatcher(book_of(PhraseGround((slot,), (), (), str))).scan


def contenders() -> dict[str, Callable[[Scene], Scan]]:
    """Return what makes each contender of a scene."""
    made: dict[str, Callable[[Scene], Scan]] = {
        "ours": ours,
        "peer": the_peer,
        "bare": the_bare_scan,
    }
    if find_spec("hyperscan") is not None:
        made["hyperscan"] = hyperscan_scan
    return made


def run_rounds(name: str, count: int, turns: Connection) -> None:
    """Be one contender: make a round whenever told to, and say how long its best pass took."""
    scene = a_scene(count)
    scan = contenders()[name](scene)
    while turns.recv():
        turns.send(best_rounds([scan], scene.messages, PASSES)[0])


def each_alone(names: Iterable[str], count: int) -> dict[str, float]:
    """Return the best microseconds a message of each contender in its own process."""
    context = get_context("spawn")
    best, turns, running = dict.fromkeys(names, float("inf")), {}, []
    for name in best:
        turns[name], other_end = context.Pipe()
        process = context.Process(target=run_rounds, args=(name, count, other_end))
        process.start()
        running.append(process)
    for goes_on in (*[True] * ROUNDS, False):
        for name, turn in turns.items():
            turn.send(goes_on)
            if goes_on:
                best[name] = min(best[name], turn.recv())
    for process in running:
        process.join()
    return best


def main() -> int:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    scene, made = a_scene(count), contenders()
    floor_name = "hyperscan" if "hyperscan" in made else "bare"
    bare_scan = the_bare_scan(scene)
    if floor_name == "hyperscan":
        floor_scan = hyperscan_scan(scene)
        if any(len(floor_scan(each)) != len(bare_scan(each)) for each in scene.messages):
            raise ValueError("the floor finds something else")
    best = each_alone(made, count)
    crowd = [make(scene) for make in made.values()]
    crowded = dict(zip(made, best_rounds(crowd, scene.messages, ROUNDS), strict=True))
    floor = best[floor_name]
    result = {
        "id": "P10",
        "phrases": count,
        "ours": round(best["ours"], 2),
        "peer": round(best["peer"], 2),
        "floor": round(floor, 2),
        "floor_is": "hyperscan" if floor_name == "hyperscan" else "ahocorasick_rs",
        "bare": round(best["bare"], 2),
        "ours_over_peer": round(best["ours"] / best["peer"], 3),
        "ours_over_floor": round(best["ours"] / floor, 2),
        "crowded_over_peer": round(crowded["ours"] / crowded["peer"], 3),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
