"""Texts by writers who had not seen the patterns: how many are judged rightly may only get better.

They are no examples to be matched one by one. Each set was measured when it came; since then the
weights are fitted to them all, so that the shares below say what is known and no more. What to
expect of a new writer stands in the head of `resources/patterns/weights.toml`.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import tomli

from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.services.check_service import CheckService
from tests.corpus.test_corpus import ALARMS

FOLDER = Path(__file__).parent / "fresh"
LEAST_FLAGGED, LEAST_RED = 0.91, 0.74  # of scams, and of those that demand what nobody may
MOST_ALARMED, MOST_RED = 0.03, 0.016  # of honest texts
MOST_GREY_RED = 0.01


@cache
def cases() -> tuple[tuple[str, str], ...]:
    """Return the kind of each text, "severe" among them, and the text."""
    return tuple(_cases())


def _cases() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomli.loads(path.read_text(encoding="utf-8"))["case"]:
            yield "severe" if row.get("severe") else row["label"], row["text"]


@pytest.fixture(scope="module")
def verdicts(service: CheckService) -> Counter[tuple[str, VerdictLevel]]:
    return Counter((kind, service.check(Submission(text)).verdict.level) for kind, text in cases())


def share(
    verdicts: Counter[tuple[str, VerdictLevel]], kinds: set[str], levels: tuple[VerdictLevel, ...]
) -> float:
    counted = sum(count for (kind, _), count in verdicts.items() if kind in kinds)
    found = sum(n for (kind, level), n in verdicts.items() if kind in kinds and level in levels)
    return found / counted


def test_most_scams_are_flagged(verdicts: Counter[tuple[str, VerdictLevel]]) -> None:
    assert share(verdicts, {"fraud", "severe"}, ALARMS) >= LEAST_FLAGGED


def test_most_forbidden_demands_are_red(verdicts: Counter[tuple[str, VerdictLevel]]) -> None:
    assert share(verdicts, {"severe"}, (VerdictLevel.DANGER,)) >= LEAST_RED


def test_few_honest_texts_are_alarmed_at(verdicts: Counter[tuple[str, VerdictLevel]]) -> None:
    assert share(verdicts, {"benign"}, ALARMS) <= MOST_ALARMED
    assert share(verdicts, {"benign"}, (VerdictLevel.DANGER,)) <= MOST_RED


def test_hardly_an_advert_is_red(verdicts: Counter[tuple[str, VerdictLevel]]) -> None:
    assert share(verdicts, {"grey"}, (VerdictLevel.DANGER,)) <= MOST_GREY_RED


def test_no_text_is_ever_called_official_by_mistake(
    verdicts: Counter[tuple[str, VerdictLevel]],
) -> None:
    assert share(verdicts, {"fraud", "severe"}, (VerdictLevel.OFFICIAL,)) == 0


def test_the_shares_are_printed(
    verdicts: Counter[tuple[str, VerdictLevel]], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"{kind:9} {level:10} {count:5}" for (kind, level), count in sorted(verdicts.items())]
    with capsys.disabled():
        sys.stdout.write("\n".join(("\nfresh     came out   texts", *rows, "")))
    assert sum(verdicts.values()) >= 7_500
