"""A card as text."""

from app.model.finding import Evidence, Severity
from app.model.language import Language
from app.model.report import CheckReport
from app.model.verdict import VerdictLevel
from app.presentation.card_builder import build_card
from app.presentation.plain_text import plain_text
from tests.report_cases import AS_OF, KNOWLEDGE, SOURCE, a_finding, a_reading, a_report
from tests.shipped import shipped_words

ZH = shipped_words(Language.ZH)


def text_of(report: CheckReport) -> str:
    return plain_text(build_card(report, ZH, KNOWLEDGE, AS_OF), ZH)


def test_the_verdict_and_the_instruction_come_first() -> None:
    lines = text_of(a_report(VerdictLevel.DANGER, findings=(a_finding(),))).splitlines()
    assert "诈骗" in lines[0]
    assert "别理他，别点，别转钱" in lines[1]
    assert any("110" in line for line in lines[:4])


def test_steps_are_numbered_and_reasons_quote_and_name_their_source() -> None:
    finding = a_finding(Severity.ALARM, evidence=(Evidence("打开屏幕共享"),), source=SOURCE)
    text = text_of(a_report(VerdictLevel.DANGER, findings=(finding,)))
    assert "1. " in text
    assert "打开屏幕共享" in text
    assert "号码公告 · 2025-12 https://source.test/1" in text


def test_no_character_of_the_person_can_act_on_the_terminal() -> None:
    reading = a_reading("\x1b[2J\u202e骗")
    finding = a_finding(evidence=(Evidence("\x1b[2J\u202e骗"),))
    text = text_of(a_report(VerdictLevel.CAUTION, reading, findings=(finding,)))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_list_age_and_the_disclaimer_close_it() -> None:
    *_, age, disclaimer = text_of(a_report(VerdictLevel.UNKNOWN)).splitlines()
    assert "名单日期" in age
    assert "不是政府软件" in disclaimer


def test_the_questions_are_asked_on_purple() -> None:
    assert "他要您做什么？" in text_of(a_report(VerdictLevel.UNKNOWN))
