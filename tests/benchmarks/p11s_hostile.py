"""P11s: no rule and no message makes the program hang.

300 gap rules each meet texts made of their own words, 2,000 characters long: the worst pair of rule
and text is set against the median one, which is the floor. Then the whole engine reads texts of
repeated demands, twice as long each time: `doubling` is the worst growth, without the garbage
collector, as in the window. The peer is a nested expression of `re` that meets 24 hostile
characters.
"""

import gc
import json
import re
import statistics
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.assembly import build_application  # noqa: E402
from app.model.phrases import Slot, SlotKind  # noqa: E402
from app.model.submission import Submission  # noqa: E402
from app.reading.kept_book import book_of  # noqa: E402
from app.reading.phrase_kinds import PhraseGround  # noqa: E402
from app.reading.phrase_matcher import PhraseMatcher  # noqa: E402
from tests.benchmarks.p3_check import a_scene  # noqa: E402

LENGTH = 2_000
ROUNDS = 3
DEMANDS = (
    "转入安全账户。",
    "我是民警，您涉嫌洗钱，请转入安全账户，把验证码告诉我。",
    "请先缴纳保证金才能提现",
    "切勿共享屏幕，共享屏幕",
    "【工商银行】http://a.top/x ",
)
LONG = 20_000


def best(act: object) -> float:
    """Return the best of a few rounds, in seconds."""
    if not callable(act):
        raise TypeError("a call is measured")
    times = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        act()
        times.append(perf_counter() - begin)
    return min(times)


def pairs() -> list[float]:
    """Return the seconds of every rule with each of its hostile texts."""
    times = []
    for first, second in a_scene(300).gap_rules:
        slot = Slot("bench", SlotKind.PRETEXT, (f"{first}…{second}", f"{first}…{first}…{second}"))
        scan = PhraseMatcher(book_of(PhraseGround((slot,), (), (), str))).scan
        for unit in (first, second, first + second, first + "的" * 7 + second, first + "。"):
            text = (unit * LENGTH)[:LENGTH]
            times.append(best(lambda scan=scan, text=text: scan(text)))
    return times


def doubling() -> float:
    """Return the worst growth of the engine's time when a hostile text is twice as long."""
    check = build_application().check_service().check
    growth = []
    for unit in DEMANDS:
        short, long = ((unit * size)[:size] for size in (LONG, 2 * LONG))
        check(Submission(short))
        growth.append(
            best(lambda text=long: check(Submission(text)))
            / best(lambda text=short: check(Submission(text)))
        )
    return max(growth)


def main() -> int:
    """Measure and print."""
    gc.disable()
    times = pairs()
    median, worst = statistics.median(times), max(times)
    nested = re.compile("(a+)+b")
    peer = best(lambda: nested.search("a" * 24))
    result = {
        "id": "P11s",
        "ours": round(worst * 1e6, 1),
        "peer": round(peer * 1e6, 1),
        "floor": round(median * 1e6, 1),
        "ours_over_peer": round(worst / peer, 5),
        "ours_over_floor": round(worst / median, 2),
        "doubling": round(doubling(), 2),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
