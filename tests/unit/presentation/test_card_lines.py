"""Lines of a card."""

import pytest

from app.model.advice import AdviceAction, AdviceStep, Contact
from app.model.finding import Evidence
from app.model.language import Language
from app.model.source_note import SourceClass, SourceNote
from app.model.text_span import Span
from app.presentation.card_lines import (
    is_site,
    reason_lines,
    reason_text,
    source_line,
    step_line,
    step_text,
)
from tests.report_cases import KNOWLEDGE, SOURCE, a_finding, a_short_code
from tests.shipped import shipped_words

ZH = shipped_words(Language.ZH)
EN = shipped_words(Language.EN)


def test_a_reason_comes_in_the_language_of_the_catalog() -> None:
    finding = a_finding(zh="不对劲。")
    assert reason_text(finding, ZH) == "不对劲。"
    assert reason_text(finding, EN) == "en 不对劲。"


def test_a_reason_shows_what_would_act_on_a_terminal() -> None:
    assert reason_text(a_finding(zh="他写了\x1b]0;\n红字"), ZH) == "他写了␛]0; 红字"


def test_the_same_sentence_is_said_once() -> None:
    lines = list(reason_lines((a_finding(zh="一"), a_finding(zh="二"), a_finding(zh="一")), ZH))
    assert [each.text for each in lines] == ["一", "二"]


def test_a_line_quotes_and_points() -> None:
    evidence = (Evidence("共享\n屏幕", Span(3, 8)), Evidence("95588"), Evidence("95588"))
    (line,) = reason_lines((a_finding(evidence=evidence, source=SOURCE),), ZH)
    assert line.quotes == ("共享 屏幕", "95588")
    assert line.spans == (Span(3, 8),)
    assert line.source is not None
    assert line.source.text == "机构自己 · 号码公告 · 2025-12"
    assert line.source.address == "https://source.test/1"


def test_a_quotation_is_whole_and_is_not_said_again() -> None:
    text = "【中通快递】您的快件因地址不详无法派送,请点击"
    first = a_finding(
        zh="一", evidence=(Evidence("快件", Span(8, 10)), Evidence("【中", Span(0, 2)))
    )
    second = a_finding(
        zh="二", evidence=(Evidence("快件", Span(8, 10)), Evidence("请", Span(20, 21)))
    )
    third = a_finding(zh="三", evidence=(Evidence("派送", Span(17, 19)),))
    lines = list(reason_lines((first, second, third), ZH, text))
    clause = "您的快件因地址不详无法派送"
    assert [each.quotes for each in lines] == [(clause, "【中通快递】"), ("请点击",), (clause,)]
    marked = [[text[slice(*span)] for span in line.spans] for line in lines]
    assert marked == [[clause, "【中通快递】"], [clause, "请点击"], [clause]]


def test_a_number_is_quoted_exactly_as_it_stands() -> None:
    number = a_short_code("95588")
    finding = a_finding(evidence=(Evidence("95588", Span(1, 6), number),))
    (line,) = reason_lines((finding,), ZH, "拨95588问问")
    assert (line.quotes, line.spans) == (("95588",), (Span(1, 6),))


def test_an_undated_source_says_so() -> None:
    source = SourceNote("a list", "", "undated", SourceClass.COMMUNITY_LIST)
    line = source_line(source, EN)
    assert line is not None
    assert line.text == "public list · a list · undated"


def test_no_source_is_no_line() -> None:
    assert source_line(SourceNote("", "", "", SourceClass.NONE), ZH) is None


def test_a_step_shows_its_number_as_it_is_dialled() -> None:
    contact = Contact("credit-reference", "+864008108866")
    step = AdviceStep(AdviceAction.CALL_OFFICIAL, "credit_centre", contact)
    line = step_line(step, ZH, KNOWLEDGE)
    assert (line.dial, line.site, line.owner) == ("400-810-8866", "", "征信中心")
    assert "400-810-8866" in line.text


def test_a_step_with_a_site_has_nothing_to_dial() -> None:
    contact = Contact("icbc", "icbc.com.cn")
    step = AdviceStep(AdviceAction.OPEN_OFFICIAL_SITE, "open_claimed_site", contact)
    line = step_line(step, ZH, KNOWLEDGE)
    assert (line.dial, line.site) == ("", "icbc.com.cn")


def test_a_step_without_contact_is_its_words() -> None:
    step = AdviceStep(AdviceAction.TELL_FAMILY, "tell_family")
    assert step_text(step, ZH, KNOWLEDGE) == ZH.text("advice.tell_family")


@pytest.mark.parametrize(
    ("contact", "site"),
    [("95588", False), ("+864008108866", False), ("021-95561", False), ("12306.cn", True)],
)
def test_a_site_is_told_from_a_number(contact: str, *, site: bool) -> None:
    assert is_site(contact) is site
