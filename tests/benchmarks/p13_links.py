"""P13, finding links in Chinese text: ours against linkify-it-py and against one `findall`.

Run: python -m tests.benchmarks.p13_links
Goals: 30 times as fast as the peer with its recall + 50 points; at most 10 times the floor.
Timed on messages with an undisguised link. `ours` is the one regex pass that finds where links
begin and end, as in the sketch behind the goal; `ours_found` adds telling links from words and
undoing disguises; `ours_parsed` is the reader's whole work, WHATWG parsing and public suffix too.
Recall is that of the whole reader on 600 messages, half of them with a disguised dot.
"""

import json
import random
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from linkify_it import LinkifyIt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.reading.link_candidates import CandidateFinder
from app.reading.link_grammar import TOKEN
from app.reading.link_spelling import Candidate
from tests.link_cases import link_reader, suffixes
from tests.unit.reading.test_links import planted

ROUNDS = 7
COUNT = 600
FILLER = (
    "【某某银行】您尾号3321的账户于今日出现异常，为了不影响使用，请尽快核实，有疑问请致电客服，"
)
WAYS = ("https://cmb-safe", "http://icbc", "www.jifen", "kuaidi", "etc")
TOPS = ["top", "vip", "com", "cn", "xyz", "cc", "net", "club", "ink", "中国"]


def best(work: Callable[[str], object], texts: list[str]) -> float:
    begin = time.process_time()
    for text in texts:
        work(text)
    return (time.process_time() - begin) / len(texts) * 1e6


def main() -> None:
    cases = [(f"{FILLER}{text}", host) for text, host in planted(COUNT)]
    chance = random.Random(13)
    texts = [
        f"{FILLER}点击{chance.choice(WAYS)}-{chance.randrange(999)}.{chance.choice(TOPS[:6])}/a1核实"
        for _ in range(COUNT)
    ]
    peer = LinkifyIt(options={"fuzzy_ip": True}).tlds(TOPS, True)
    finder = CandidateFinder(suffixes())
    floor = re.compile(r"https?://").findall
    timed: dict[str, list[float]] = {
        "ours": [],
        "ours_found": [],
        "ours_parsed": [],
        "peer": [],
        "floor": [],
    }
    works: dict[str, Callable[[str], object]] = {
        "ours": lambda text: [match.span() for match in TOKEN.finditer(text)],
        "ours_found": finder.find,
        "ours_parsed": lambda text: link_reader().find(text, 50),
        "peer": peer.match,
        "floor": floor,
    }
    for _ in range(ROUNDS):
        for name, work in works.items():
            timed[name].append(best(work, texts))
    microseconds = {name: min(times) for name, times in timed.items()}
    ours, floor_time, peer_time = (microseconds[name] for name in ("ours", "floor", "peer"))
    found = sum(
        any(link.host == host for link in link_reader().find(t, 9).links) for t, host in cases
    )
    peers = sum(any(host in match.url for match in peer.match(t) or ()) for t, host in cases)
    assert all(isinstance(finder.find(text)[0], Candidate) for text in texts)
    print(
        json.dumps(
            {
                "id": "P13",
                **{name: round(best_time, 3) for name, best_time in microseconds.items()},
                "ours_over_peer": round(ours / peer_time, 4),
                "peer_over_ours": round(peer_time / ours, 1),
                "peer_over_ours_found": round(peer_time / microseconds["ours_found"], 1),
                "peer_over_ours_parsed": round(peer_time / microseconds["ours_parsed"], 1),
                "ours_over_floor": round(ours / floor_time, 1),
                "recall": f"{found}/{COUNT}",
                "peer_recall": f"{peers}/{COUNT}",
            }
        )
    )


if __name__ == "__main__":
    main()
