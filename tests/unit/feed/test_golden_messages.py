"""Golden messages are read with every verdict they may get."""

from pathlib import Path

import pytest

from app.feed.golden_messages import read_golden
from app.model.errors import InvalidTableError
from app.model.verdict import VerdictLevel
from tests.shipped import RESOURCES


def test_the_shipped_messages_name_their_verdicts() -> None:
    golden = read_golden(RESOURCES / "selftest" / "golden.toml")
    assert golden[0].submission.text == "95152"
    assert golden[0].levels == {VerdictLevel.OFFICIAL}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[[message]]\nname = 'a'\ntext = 'b'\n",
        "[[message]]\nname = 'a'\ntext = 'b'\nlevels = ['fine']\n",
    ],
)
def test_a_message_without_a_verdict_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "golden.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidTableError):
        read_golden(tmp_path / "golden.toml")
