"""Counts, for each source of a labelled file, the links that are answered red, orange or calmly.

Run: python -m tests.benchmarks.link_accuracy PATH [--show SOURCE]
PATH is JSON lines (.gz allowed) with the fields text, label and source. Each text is read as a link
alone, and the three checks that look at links speak; the words of a message are no part of this.
Goals: of benign sources at most 1 % orange and none red. `--show` prints what was flagged.
"""

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.checking.checks.link_shape import LinkShape
from app.checking.checks.lookalike_domain import LookalikeDomain
from app.model.finding import Finding, Severity
from app.model.reading import Omission, Reading, sorted_out
from app.model.submission import Submission
from tests.builders import the_knowledge
from tests.link_cases import index_of, link_reader
from tests.shipped import shipped_register

GRAVE = {Severity.ALARM: "red", Severity.WARNING: "orange"}


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


def reading_of(text: str) -> Reading | None:
    link = link_reader().read_one(text)
    if link is None:
        return None
    said = Submission(text)
    return sorted_out(
        Reading(said, text, (link,), None, "", (), (), (), bare=True, omission=Omission())
    )


def gravest(findings: list[Finding]) -> Finding | None:
    """Return a red finding, else an orange one, else None."""
    grave = [each for each in findings if each.severity in GRAVE]
    return min(grave, key=lambda each: list(GRAVE).index(each.severity), default=None)


def main() -> None:
    knowledge = the_knowledge(shipped_register())
    checks = (LookalikeDomain(index_of(knowledge.register)), LinkShape())
    shown = sys.argv[sys.argv.index("--show") + 1] if "--show" in sys.argv else ""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows(Path(sys.argv[1])):
        count = counts[row.label, row.source]
        count["n"] += 1
        reading = reading_of(row.text)
        if reading is None:
            count["unread"] += 1
            continue
        (link,) = reading.links
        count["listed"] += bool(knowledge.place_of(link.host).owners)
        finding = gravest([each for check in checks for each in check.examine(reading, knowledge)])
        if finding:
            count[GRAVE[finding.severity]] += 1
            count[str(finding.reason)] += 1
            if row.source == shown:
                print("   ", row.label, row.text[:90], finding.reason, dict(finding.values))
    for (label, source), count in sorted(counts.items()):
        share = (count["red"] + count["orange"]) / count["n"]
        line = {"label": label, "source": source, **count, "flagged_share": round(share, 4)}
        print(json.dumps(line, ensure_ascii=False))


if __name__ == "__main__":
    main()
