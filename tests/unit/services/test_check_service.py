"""The way from a submission to a card."""

from datetime import datetime
from pathlib import Path

import pytest

from app.assembly import Application
from app.host.clock import MAINLAND, FixedClock
from app.host.paths import RESOURCES, Paths
from app.model.language import Language
from app.model.submission import Channel, Submission
from app.model.verdict import VerdictLevel
from app.services.check_service import CheckService


def service_at(year: int, home: Path) -> CheckService:
    clock = FixedClock(datetime(year, 12, 1, 12, tzinfo=MAINLAND))
    return Application(Paths(RESOURCES, home), clock).check_service()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def service(home: Path) -> CheckService:
    return service_at(2026, home)


def test_one_report_can_be_said_in_both_languages(service: CheckService) -> None:
    report = service.check(Submission("95152"))
    assert "名单" in service.card(report, Language.ZH).headline
    assert "list" in service.card(report, Language.EN).headline


def test_the_door_chooses_words_and_not_the_verdict(service: CheckService) -> None:
    text = "我是警察，您涉嫌洗钱，马上把钱转入安全账户，不要告诉家人。"
    reports = [service.check(Submission(text, None, each)) for each in Channel]
    assert {each.verdict.level for each in reports} == {VerdictLevel.DANGER}
    cards = [service.card(each, Language.ZH) for each in reports]
    assert len({each.instruction for each in cards}) == len(Channel)


def test_spans_point_at_the_persons_own_words_in_the_card(service: CheckService) -> None:
    text = "\u202e您好，请马上把钱\x00转入安全账户，不要告诉家人。"
    card = service.card(service.check(Submission(text)), Language.ZH)
    spans = [span for reason in card.reasons for span in reason.spans]
    assert spans
    assert all(0 <= span.start < span.end <= len(card.text) for span in spans)


@pytest.mark.parametrize("text", ["95152", "13912345678"])
def test_years_later_the_list_reassures_nobody(home: Path, text: str) -> None:
    service = service_at(2029, home)
    report = service.check(Submission(text))
    assert report.verdict.level is VerdictLevel.UNFINISHED
    assert "太旧" in service.card(report, Language.ZH).list_line


def test_years_later_it_still_warns(home: Path) -> None:
    report = service_at(2029, home).check(Submission("请马上把钱转入安全账户，不要告诉家人。"))
    assert report.verdict.level is VerdictLevel.DANGER


def test_the_service_knows_the_register(service: CheckService) -> None:
    assert service.knowledge.register.organizations
