"""P14, look-alike hosts against 5,000 official ones: ours against rapidfuzz and one dict look-up.

Run: python -m tests.benchmarks.p14_lookalikes [BENIGN_HOSTS]
BENIGN_HOSTS is a text file with a host on each line, or JSON lines (.gz) with text and label.
Goals: 25 times as fast as `extractOne` (OSA <= 1), 1.2 times its recall, at most 2 more of 1,000
benign hosts flagged, at most 8 times the floor.
"""

import gzip
import json
import random
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.checking.lookalike_index import LookalikeIndex
from app.model.indicator import Link
from app.model.records import OfficialDomain
from app.model.register import Register
from tests.link_cases import SOURCE, an_organization, index_of, link_reader, skeletons

ROUNDS = 7
OFFICIAL = 5_000
MUTATED = 2_000
SYLLABLES = re.findall(
    r"\w+",
    "ba bo cai cha da dai fa fu gong gu hao hui jin jing ka kuai li lian mai min nong pay qian ren"
    " shang tong wan xin yi yin zheng zhi icbc boc ccb abc jd tb wx ali bank",
)
KEYS = {"a": "qs", "e": "wr", "i": "uo", "o": "ip", "n": "bm", "g": "fh", "h": "gj", "u": "yi"}
SEEN = [
    ("l", "1"),
    ("o", "0"),
    ("m", "rn"),
    ("w", "vv"),
    ("i", "l"),
    ("a", "а"),
    ("e", "е"),
    ("o", "о"),
]
TAILS = ["-vip", "-secure", "kefu", "-login", "95588"]


def official(chance: random.Random) -> list[str]:
    hosts: set[str] = set()
    while len(hosts) < OFFICIAL:
        label = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))
        hosts.add(f"{label}.{chance.choice(['com', 'cn', 'com.cn', 'net'])}")
    return sorted(hosts)


def mutated(chance: random.Random, label: str) -> str:
    """Return the label with one of the eight changes of the original sketch."""
    place = chance.randrange(len(label))
    before, letter, after = label[:place], label[place], label[place + 1 :]
    old, new = chance.choice(SEEN)
    return chance.choice(
        [
            before + after,
            before + letter * 2 + after,
            before + after[:1] + letter + after[1:],
            before + chance.choice(KEYS.get(letter, "x")) + after,
            label.replace(old, new, 1) if old in label else f"{label}1",
            label + chance.choice(TAILS),
            f"www-{label}",
            f"{before}-{letter}{after}",
        ]
    )


def links(hosts: list[str]) -> list[Link]:
    found = (link_reader().read_one(f"http://{host}") for host in hosts)
    return [link for link in found if link is not None and link.registrable_domain]


def benign_hosts() -> list[str]:
    path = Path(sys.argv[1])
    content = path.read_bytes()
    lines = (gzip.decompress(content) if path.suffix == ".gz" else content).decode().splitlines()
    if not lines[0].startswith("{"):
        return lines
    rows = [json.loads(line) for line in lines]
    return [row["text"] for row in rows if row["label"] == "benign" and "/" not in row["text"]]


def microseconds(works: dict[str, tuple[Callable[[], object], int]]) -> dict[str, float]:
    """Return the best time of each work for one host, all of them taking turns."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, (work, count) in works.items():
            begin = time.process_time()
            work()
            best[name] = min(best[name], (time.process_time() - begin) / count * 1e6)
    return best


def label_of(link: Link) -> str:
    first, *_ = link.unicode_host.split(".")
    return first


def main() -> None:
    chance = random.Random(4)
    hosts = official(chance)
    labels = [host.partition(".")[0] for host in hosts]
    domains = tuple(OfficialDomain("icbc", host, host, "2026-11", (SOURCE,)) for host in hosts)
    index: LookalikeIndex = index_of(
        Register("v", date(2026, 1, 1), (an_organization("icbc", "工商银行"),), domains=domains)
    )
    suspects = links([f"{mutated(chance, chance.choice(labels))}.com" for _ in range(MUTATED)])
    names = [label_of(link) for link in suspects]
    by_skeleton = {skeletons().of(label): label for label in labels}

    def peer(name: str) -> bool:
        return process.extractOne(name, labels, scorer=OSA.distance, score_cutoff=1) is not None

    few = names[:200]
    best = microseconds(
        {
            "ours": (lambda: [index.imitated(link) for link in suspects], len(suspects)),
            "peer": (lambda: [peer(name) for name in few], len(few)),
            "floor": (lambda: [by_skeleton.get(skeletons().of(n)) for n in names], len(names)),
        }
    )
    ours, peer_time, floor = best["ours"], best["peer"], best["floor"]
    result = {
        "id": "P14",
        "ours": round(ours, 2),
        "peer": round(peer_time, 2),
        "floor": round(floor, 2),
        "ours_over_peer": round(ours / peer_time, 4),
        "peer_over_ours": round(peer_time / ours, 1),
        "ours_over_floor": round(ours / floor, 1),
        "recall": f"{sum(index.imitated(link) is not None for link in suspects)}/{len(suspects)}",
        "peer_recall": f"{sum(map(peer, names))}/{len(names)}",
    }
    if len(sys.argv) > 1:
        benign = chance.sample(benign_hosts(), 1_000)
        read = links(benign)
        result["benign"] = f"{sum(index.imitated(each) is not None for each in read)}/{len(read)}"
        result["peer_benign"] = f"{sum(peer(label_of(each)) for each in read)}/{len(read)}"
    print(json.dumps(result))


if __name__ == "__main__":
    main()
