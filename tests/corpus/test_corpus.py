"""Our own corpus through the real engine: scams are seen, and honest texts are left alone."""

import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import tomli

from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.services.check_service import CheckService

CORPUS = Path(__file__).parent
GENUINE = ("innocent", "notices", "warnings")
ALARMS = (VerdictLevel.DANGER, VerdictLevel.CAUTION)
LEAST_NAMED_RIGHT = 0.9  # a text may follow two scripts at once


@dataclass(frozen=True, slots=True)
class Case:
    """One text, the verdict it must come to, and the script it tells."""

    kind: str
    text: str
    verdict: VerdictLevel
    category: str | None


@cache
def cases(kind: str) -> tuple[Case, ...]:
    """Return the texts of one folder of the corpus."""
    found = []
    for path in sorted((CORPUS / kind).glob("*.toml")):
        for row in tomli.loads(path.read_text(encoding="utf-8"))["case"]:
            verdict = VerdictLevel(row["verdict"])
            found.append(Case(kind, row["text"], verdict, row.get("category")))
    return tuple(found)


@pytest.mark.parametrize("case", cases("scam"), ids=lambda case: case.text[:30])
def test_a_scam_text_reaches_its_verdict_or_a_graver_one(service: CheckService, case: Case) -> None:
    level = service.check(Submission(case.text)).verdict.level
    assert level is case.verdict or level is VerdictLevel.DANGER


@pytest.mark.parametrize(
    "case", [case for kind in GENUINE for case in cases(kind)], ids=lambda case: case.text[:30]
)
def test_an_honest_text_stays_unknown(service: CheckService, case: Case) -> None:
    assert service.check(Submission(case.text)).verdict.level is case.verdict


def test_most_scams_are_called_by_their_name(service: CheckService) -> None:
    named = [
        service.check(Submission(case.text)).verdict.category == case.category
        for case in cases("scam")
        if case.category
    ]
    assert sum(named) / len(named) >= LEAST_NAMED_RIGHT


def test_the_corpus_is_as_large_as_promised() -> None:
    scams = Counter(case.category for case in cases("scam") if case.category)
    assert len(scams) == 18
    assert min(scams.values()) >= 15
    near_misses = [
        len(tomli.loads(path.read_text(encoding="utf-8"))["case"])
        for path in (CORPUS / "innocent").glob("*.toml")
        if path.stem in scams
    ]
    assert len(near_misses) == 18
    assert min(near_misses) >= 10
    assert len(cases("notices")) >= 60
    assert len(cases("warnings")) >= 40


def test_no_text_stands_twice_in_the_corpus() -> None:
    texts = Counter(case.text for kind in ("scam", *GENUINE) for case in cases(kind))
    assert [text for text, count in texts.items() if count > 1] == []


def test_the_confusion_table_is_printed(
    service: CheckService, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = Counter(
        (case.kind, case.verdict, service.check(Submission(case.text)).verdict.level)
        for kind in ("scam", *GENUINE)
        for case in cases(kind)
    )
    table = [
        f"{kind:9} {wanted:8} {level:10} {count:5}"
        for (kind, wanted, level), count in sorted(rows.items())
    ]
    with capsys.disabled():
        sys.stdout.write("\n".join(("\ncorpus    wanted   came out   texts", *table, "")))
    alarmed = sum(
        count for (kind, _, level), count in rows.items() if kind in GENUINE and level in ALARMS
    )
    assert alarmed == 0
