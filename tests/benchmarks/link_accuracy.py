"""Counts, for each source of a labelled file, the hosts taken for look-alikes.

Run: python -m tests.benchmarks.link_accuracy PATH [--show]
PATH is JSON lines (.gz allowed) with the fields text, label and source.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.checking.knowledge import Knowledge
from tests.link_cases import index_of, link_reader
from tests.shipped import shipped_register


class Row(NamedTuple):
    text: str
    label: str
    source: str


def rows(path: Path) -> Iterator[Row]:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    for line in content.splitlines():
        row = json.loads(line)
        yield Row(row["text"], row["label"], row["source"])


def main() -> None:
    knowledge = Knowledge(shipped_register())
    index = index_of(knowledge.register)
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows(Path(sys.argv[1])):
        count = counts[row.label, row.source]
        count["n"] += 1
        link = link_reader().read_one(row.text)
        if link is None:
            count["unread"] += 1
        elif knowledge.domain_owners(link):
            count["listed"] += 1
        elif knowledge.known_host(link):
            count["known_host"] += 1
        elif imitated := index.imitated(link):
            count["flagged"] += 1
            if "--show" in sys.argv:
                print("   ", row.source, row.text[:70], imitated.imitation, imitated.host)
    for (label, source), count in sorted(counts.items()):
        share = count["flagged"] / count["n"]
        line = {"label": label, "source": source, **count, "flagged_share": round(share, 4)}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
