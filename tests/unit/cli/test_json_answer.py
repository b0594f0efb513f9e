"""The answer programs read."""

import json
from typing import Any

from app.cli.json_answer import answer_json, to_bytes
from app.model.finding import Evidence, Severity
from app.model.language import Language
from app.model.report import CheckReport
from app.model.scam_category import ScamCategory
from app.model.verdict import VerdictLevel
from tests.report_cases import KNOWLEDGE, SOURCE, a_finding, a_report
from tests.shipped import shipped_words

CATALOG = shipped_words(Language.ZH)


def answer(report: CheckReport) -> Any:
    return json.loads(answer_json(report, CATALOG, KNOWLEDGE))


def test_what_decided_comes_first_and_each_finding_once() -> None:
    note, alarm = a_finding(Severity.NOTE, "一"), a_finding(Severity.ALARM, "二")
    report = a_report(VerdictLevel.DANGER, findings=(note, alarm), decided_by=(alarm,))
    assert [each["reason"] for each in answer(report)["findings"]] == ["二", "一"]
    assert [each["severity"] for each in answer(report)["findings"]] == ["alarm", "note"]


def test_at_most_twenty_findings() -> None:
    findings = tuple(a_finding(Severity.NOTE, str(place)) for place in range(50))
    assert len(answer(a_report(VerdictLevel.UNKNOWN, findings=findings))["findings"]) == 20
    report = a_report(VerdictLevel.UNKNOWN, findings=findings, decided_by=())
    assert len(answer(report)["findings"]) == 20


def test_a_source_is_told_with_its_class() -> None:
    finding = a_finding(evidence=(Evidence("原话"), Evidence("别的")), source=SOURCE)
    (told,) = answer(a_report(VerdictLevel.CAUTION, findings=(finding,)))["findings"]
    assert told["quote"] == "原话"
    assert told["source"] == {
        "title": "号码公告",
        "address": "https://source.test/1",
        "date": "2025-12",
        "class": "organisation",
    }


def test_no_evidence_is_an_empty_quote_and_no_source_is_null() -> None:
    (told,) = answer(a_report(VerdictLevel.CAUTION, findings=(a_finding(),)))["findings"]
    assert (told["quote"], told["source"]) == ("", None)


def test_the_category_is_its_public_id() -> None:
    report = a_report(
        VerdictLevel.DANGER, findings=(a_finding(),), category=ScamCategory.FLIGHT_REFUND
    )
    assert answer(report)["category"] == "flight_refund"


def test_an_answer_is_one_line_of_utf8_whatever_it_quotes() -> None:
    finding = a_finding(evidence=(Evidence("a\n\x85\u2028\u2029\ud800明"),))
    line = to_bytes(
        answer_json(a_report(VerdictLevel.CAUTION, findings=(finding,)), CATALOG, KNOWLEDGE)
    )
    assert len(line.decode("utf-8").splitlines()) == 1
    assert json.loads(line.decode("utf-8"))["findings"][0]["quote"] == "a\n\x85\u2028\u2029\ud800明"
