"""P15, finding numbers: ours against phonenumbers' matcher and against one pass of one regex.

Give a JSON-lines file (plain or .gz) of {"text", "label"} numbers as an argument to count, beside
the ratios, how many that are labelled "benign" would be flagged.
"""

import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import phonenumbers

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.checking.checks.lookalike_number import LookalikeNumber
from app.checking.checks.number_origin import NumberOrigin
from app.checking.checks.reported_indicator import ReportedMatch
from app.checking.knowledge import Knowledge
from app.checking.number_likeness import NumberLikeness
from app.model.finding import Severity
from app.model.reading import Omission, Reading, sorted_out
from app.model.submission import Submission
from app.reading.folding import FoldedText
from tests.number_cases import fold, plan, reader
from tests.shipped import shipped_register

ROUNDS = 7
MESSAGES = 600
CODES = ("95588", "95152", "96110", "12381", "10086", "95533", "12345", "021-95561")
OPENINGS = (
    "【某某银行】您好，您尾号3321的账户11月22日12:30支出1,280.50元，如非您本人操作，请",
    "【某某快递】您的包裹YT8812345678901已放在3号柜，取件码8-2-1101，22:00前取，有事请",
    "亲爱的家长，11月23日15:30在学校礼堂开会，请提前十分钟到场，不能来的请",
    "您预约的体检安排在周六早上，请空腹，带上身份证和上次的报告，改时间请",
    "尊敬的客户，本月账单356.80元，2026-12-08到期，可以在掌上营业厅查看明细，有疑问请",
)
CLOSINGS = (
    "，我们会尽快为您处理，祝您和家人身体健康。",
    "。温馨提示：天气转凉，出门请带好雨具，注意保暖。",
    "，工作时间是早上九点到下午五点半，节假日休息。",
)
ONE_PASS = re.compile(
    r"(?<![0-9A-Za-z])(?:(?:\+|00)?86[-\s]?)?(?:1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8}"
    r"|[48]00[-\s]?\d{3}[-\s]?\d{4}|106\d{5,17}|9[56]\d{3,7}|1[012]\d{1,3}"
    r"|(?:\+|00)\d[\d\s()-]{6,18}\d)(?![0-9A-Za-z])"
)


def planted(chance: random.Random) -> tuple[str, str]:
    """Return a number as people write it, and its digits without country code."""
    eight = "".join(chance.choice("0123456789") for _ in range(8))
    mobile = chance.choice(("138", "139", "159", "177", "191", "195", "198")) + eight
    choices = (
        (mobile, mobile),
        (f"+86 {mobile[:3]} {mobile[3:7]} {mobile[7:]}", mobile),
        (f"400-8{eight[:2]}-{eight[2:6]}", f"4008{eight[:6]}"),
        (f"010-6{eight[:7]}", f"0106{eight[:7]}"),
        (f"1069{eight}", f"1069{eight}"),
        *((code, code.replace("-", "")) for code in CODES[:: len(CODES) // 2]),
        *((code, code.replace("-", "")) for code in (chance.choice(CODES),)),
    )
    return chance.choice(choices)


def messages() -> list[tuple[str, str]]:
    """Return our own texts of about 90 characters, each with one number planted in it."""
    chance = random.Random(15)
    made = []
    for _ in range(MESSAGES):
        written, digits = planted(chance)
        text = f"{chance.choice(OPENINGS)}致电{written}{chance.choice(CLOSINGS)}"
        made.append((text, digits))
    return made


def national(key: str) -> str:
    """Return the digits of a key as the planted ones are given."""
    digits = "".join(each for each in key if each.isdigit())
    if not key.startswith("+86"):
        return digits
    rest = digits[2:]
    is_landline = len(rest) in {10, 11} and not rest.startswith(("13", "14", "15", "17", "19", "4"))
    return "0" + rest if is_landline else rest


def by_peer(text: str) -> list[str]:
    return [
        phonenumbers.format_number(each.number, phonenumbers.PhoneNumberFormat.E164)
        for each in phonenumbers.PhoneNumberMatcher(text, "CN")
    ]


def by_us(text: str) -> list[str]:
    return [each.key for each in reader().find(FoldedText(text, text, None), ())]


def recall(texts: list[tuple[str, str]], find: Callable[[str], list[str]]) -> tuple[int, int]:
    """Return how many planted numbers were found, and how many others."""
    hits = others = 0
    for text, digits in texts:
        found = [national(each) for each in find(text)]
        hits += digits in found
        others += sum(1 for each in found if each != digits)
    return hits, others


def fastest(runs: dict[str, Callable[[str], object]], texts: list[str]) -> dict[str, float]:
    """Return the best of some interleaved rounds, in microseconds a text."""
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(ROUNDS):
        for name, run in runs.items():
            start = time.perf_counter()
            for text in texts:
                run(text)
            best[name] = min(best[name], time.perf_counter() - start)
    return {name: seconds / len(texts) * 1e6 for name, seconds in best.items()}


def flagged(path: Path) -> dict[str, int]:
    """Count the worst severity for each benign number pasted alone."""
    knowledge = Knowledge(shipped_register())
    likeness = NumberLikeness(knowledge.register, plan())
    checks = (ReportedMatch(), LookalikeNumber(likeness), NumberOrigin())
    counts: Counter[str] = Counter()
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            if row["label"] != "benign":
                continue
            folded = fold(row["text"])
            numbers = tuple(reader().find(folded, ()))
            reading = sorted_out(Reading(
                Submission(row["text"]), folded.text, numbers, None, "", (), (), (),
                bare=bool(numbers), omission=Omission(),
            ))  # fmt: skip
            found = [
                each.severity for check in checks for each in check.examine(reading, knowledge)
            ]
            counts[max(found, default=Severity.NOTE).name if numbers else "unread"] += 1
    return dict(counts)


def main() -> None:
    texts = messages()
    ours, peer = recall(texts, by_us), recall(texts, by_peer)
    us = fastest(
        {"ours": by_us, "peer": by_peer, "floor": ONE_PASS.findall}, [text for text, _ in texts]
    )
    report: dict[str, object] = {
        "id": "P15",
        **{name: round(value, 2) for name, value in us.items()},
        "ours_over_peer": round(us["ours"] / us["peer"], 3),
        "ours_over_floor": round(us["ours"] / us["floor"], 2),
        "unit": "us/message",
        "planted": MESSAGES,
        "found": {"ours": ours[0], "peer": peer[0]},
        "others": {"ours": ours[1], "peer": peer[1]},
    }
    if len(sys.argv) > 1:
        report["benign"] = flagged(Path(sys.argv[1]))
    print(json.dumps(report))


if __name__ == "__main__":
    main()
