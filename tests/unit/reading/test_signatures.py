"""Which brackets are a signature."""

import pytest

from app.reading.signatures import MOST, find_signatures
from tests.builders import the_folder


def signatures(text: str) -> list[tuple[str, str]]:
    """Return each signature as folded, and as it stands in the text."""
    found = find_signatures(the_folder().fold(text))
    return [(each.name, text[each.span.start : each.span.end]) for each in found]


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("【工商银行】您的账户", "工商银行", "工商银行"),
        ("您的账户支出500元【工商银行】", "工商银行", "工商银行"),
        ("[工商银行]您好", "工商银行", "工商银行"),
        ("〔工商银行〕您好", "工商银行", "工商银行"),
        ("［工商银行］您好", "工商银行", "工商银行"),
        ("【工商銀行】您好", "工商银行", "工商銀行"),
        ("【ICBC】您好", "icbc", "ICBC"),
        ("【工\u200b商银行】您好", "工商银行", "工\u200b商银行"),
    ],
)
def test_a_signature_stands_in_brackets(text: str, name: str, written: str) -> None:
    assert signatures(text) == [(name, written)]


@pytest.mark.parametrize(
    "text",
    [
        "工商银行您好",
        "【】您好",
        "【行】您好",
        "【工商\n银行】",
        "【" + "行" * 19 + "】",
        "（工商银行）您好",
        "【工商银行",
        "工商银行】",
        "",
    ],
)
def test_anything_else_is_none(text: str) -> None:
    assert signatures(text) == []


def test_a_message_may_carry_several() -> None:
    assert [name for name, _ in signatures("【某快递】到了【某电商】")] == ["某快递", "某电商"]


def test_no_text_makes_more_than_a_handful() -> None:
    assert len(signatures("【某行】" * (MOST + 5))) == MOST
