"""Measures the verdicts over labelled messages: `python tests/benchmarks/accuracy.py FILE…`.

A file holds one JSON object a line (`.jsonl`, or `.jsonl.gz`): id, text, label (fraud, grey,
benign), category, source. Nothing is pooled: the table has one line for each source and label.
Masks of harvested messages (URL, DIGIT, CELLPHONE, HOTLINE, PLACE, NAME) are filled the same way
each time.
"""

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.assembly import build_application
from app.model.submission import Submission
from app.model.verdict import VerdictLevel

MASKED_SOURCES = frozenset({"fbs_sms"})
_MASK = re.compile("URL|DIGIT|CELLPHONE|HOTLINE|PLACE|NAME")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ENDINGS = ("com", "cc", "top", "net")
_COLUMNS = tuple(VerdictLevel)


@dataclass(frozen=True, slots=True)
class Message:
    """One labelled message."""

    id: str
    text: str
    label: str
    category: str
    source: str


def read_messages(path: Path) -> Iterator[Message]:
    """Yield the messages of a file, masks filled."""
    packed = path.read_bytes()
    content = gzip.decompress(packed) if path.suffix == ".gz" else packed
    for line in content.decode("utf-8").split("\n"):
        if not line:
            continue
        row = json.loads(line)
        text = row["text"]
        if row["source"] in MASKED_SOURCES:
            text = unmasked(text, row["id"])
        category = str(row.get("category") or "")
        yield Message(row["id"], text, row["label"], category, row["source"])


def unmasked(text: str, seed: str) -> str:
    """Fill the masks with invented addresses and numbers, the same for the same seed."""
    chance = random.Random(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big"))

    def digits(count: int) -> str:
        return "".join(chance.choice("0123456789") for _ in range(count))

    def filled(match: re.Match[str]) -> str:
        match match[0]:
            case "URL":
                name = "".join(chance.choice(_LETTERS) for _ in range(chance.randint(5, 8)))
                return f" wap.{name}.{chance.choice(_ENDINGS)} "
            case "DIGIT":
                return str(chance.randint(2, 9999))
            case "CELLPHONE":
                return f"13{digits(9)}"
            case "HOTLINE":
                return f"400{digits(7)}"
            case _:
                return ""

    return _MASK.sub(filled, text)


def main() -> None:
    """Print one line for each source and label; with --wrong also examples to look at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--one-in", type=int, default=1, help="take every n-th message only")
    parser.add_argument("--source", help="take this source only")
    parser.add_argument("--by-category", action="store_true")
    parser.add_argument("--wrong", type=int, default=0, help="print so many benign alarms")
    parser.add_argument("--missed", type=int, default=0, help="print so many missed frauds a line")
    options = parser.parse_args()
    service = build_application().check_service()
    counts: defaultdict[tuple[str, str, str], Counter[VerdictLevel]] = defaultdict(Counter)
    shown: Counter[tuple[str, str]] = Counter()
    for message in _sample(options.paths, options.one_in, options.source):
        report = service.check(Submission(message.text))
        level = report.verdict.level
        category = message.category if options.by_category else ""
        counts[message.source, message.label, category][level] += 1
        limit = _limit(message.label, level, options.wrong, options.missed)
        if shown[message.source, message.label] < limit:
            shown[message.source, message.label] += 1
            reasons = [
                f"{each.check}:{each.severity}:{'|'.join(proof.quote for proof in each.evidence)}"
                for each in report.findings
            ]
            print(f"{level} {message.source} {message.id} {message.text[:400]!r}\n   {reasons}")
    _print_table(counts)


def _sample(paths: Iterable[Path], one_in: int, source: str | None) -> Iterator[Message]:
    for path in paths:
        for index, message in enumerate(read_messages(path)):
            if index % one_in == 0 and source in (None, message.source):
                yield message


def _limit(label: str, level: VerdictLevel, wrong: int, missed: int) -> int:
    if label == "fraud":
        return 0 if level.is_alarm else missed
    return wrong if level.is_alarm else 0


def _print_table(counts: dict[tuple[str, str, str], Counter[VerdictLevel]]) -> None:
    print(f"{'source':26}{'label':8}{'category':30}{'n':>7}", *(f"{c:>11}" for c in _COLUMNS))
    for (source, label, category), row in sorted(counts.items()):
        total = row.total()
        shares = (f"{row[each] / total:>11.3f}" for each in _COLUMNS)
        print(f"{source:26}{label:8}{category[:28]:30}{total:>7}", *shares)


if __name__ == "__main__":
    main()
