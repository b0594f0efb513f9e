"""What is printed: the verdict, the number, the reasons, and nothing else that was pasted."""

from datetime import datetime

from app.host.clock import MAINLAND
from app.host.paths import RESOURCES
from app.model.language import Language
from app.presentation.catalog import Catalog
from app.presentation.paper import PaperWeight, case_code, police_sheet, slip
from tests.gui.cards import a_card

MOMENT = datetime(2026, 11, 25, 14, 5, tzinfo=MAINLAND)
WORDS = Catalog(RESOURCES / "i18n", Language.ZH)


def test_the_slip_tells_verdict_number_reasons_date_list_and_code() -> None:
    card = a_card("danger")
    text = slip(card, WORDS, "0123456789abcdef", MOMENT, 7).text()
    for said in (card.headline, card.instruction, card.dial, card.dial_owner, card.list_line):
        assert said in text
    assert all(each.text in text for each in card.reasons)
    assert "2026-11-25 14:05" in text
    assert "01234567" in text
    assert "1125-0007" in text


def test_the_slip_holds_nothing_else_of_what_was_pasted() -> None:
    card = a_card("danger", text="我的卡号是6222021234567890，姓名王芳，" * 3)
    text = slip(card, WORDS, "0", MOMENT, 1).text()
    assert "6222" not in text
    assert "王芳" not in text


def test_letters_have_at_least_twenty_points() -> None:
    assert slip(a_card(), WORDS, "0", MOMENT, 1).points >= 20


def test_steps_may_go_and_the_number_may_not() -> None:
    lines = slip(a_card(), WORDS, "0", MOMENT, 1).lines
    assert all(not each.may_go for each in lines if each.weight is not PaperWeight.BODY)
    assert any(each.may_go for each in lines)


def test_codes_count_and_come_round() -> None:
    assert case_code(MOMENT, 12) == "1125-0012"
    assert case_code(MOMENT, 10012) == "1125-0012"


def test_an_empty_answer_leaves_a_line_for_a_pen() -> None:
    paper = police_sheet("情况", (("姓名", "王芳"), ("账号", "")), "念", ("你好。",))
    text = paper.text()
    assert "姓名：王芳" in text
    assert "账号：＿＿" in text
    assert text.endswith("你好。\n")
