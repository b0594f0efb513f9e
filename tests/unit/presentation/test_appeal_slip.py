from datetime import date

import pytest
from msgspec.structs import replace

from app.model.language import Language, LocalizedText
from app.presentation.appeal_slip import appeal_slip
from tests.lists import a_reported_list
from tests.shipped import shipped_words

DAY = date(2026, 11, 22)


def slip(language: Language, *names: str) -> str:
    lists = [a_reported_list(name, reviewed=name == "checked") for name in names]
    return appeal_slip("+8613900000000", lists, DAY, shipped_words(language))


@pytest.mark.parametrize("language", Language)
def test_a_slip_says_what_is_listed_where_why_and_whom_to_write_to(language: Language) -> None:
    page = slip(language, "one", "checked")
    for words in ("139-0000-0000", "2026-11-22", "one", "checked", "某份名单", "2026-12-01"):
        assert words in page
    assert page.count("appeal@example.com") == 2
    assert page.count("____") > 2


def test_a_slip_is_one_page_and_leaves_room_for_the_person() -> None:
    page = slip(Language.ZH, "one")
    assert "多人举报冒充客服。" in page
    assert len(page.splitlines()) < 50
    assert "姓名：____" in page


def test_what_a_list_says_cannot_act_on_the_terminal() -> None:
    listed = replace(a_reported_list(), reason=LocalizedText("坏\x1b[31m\n红", "bad"))
    page = appeal_slip("1", [listed], DAY, shipped_words(Language.ZH))
    assert "\x1b" not in page
    assert "坏␛[31m 红" in page
