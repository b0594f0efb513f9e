"""The words a feed brings."""

from pathlib import Path

import pytest

from app.feed.advice_tables import read_advice_rules
from app.feed.words_tables import check_words
from app.model.errors import InvalidTableError
from tests.shipped import RESOURCES

RULES = read_advice_rules(RESOURCES / "advice")
OWN = RESOURCES / "i18n"


def brought(folder: Path, table: str, text: str) -> Path:
    for language in ("zh", "en"):
        (folder / language).mkdir(parents=True, exist_ok=True)
        (folder / language / f"{table}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_words_that_ship_say_every_step(tmp_path: Path) -> None:
    check_words(RULES, OWN, OWN)
    check_words(RULES, OWN, tmp_path)


def test_a_sentence_may_be_said_in_other_words(tmp_path: Path) -> None:
    check_words(RULES, OWN, brought(tmp_path, "advice", '[advice]\nhang_up_now = "马上挂断。"'))


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("advice", '[advice]\nhang_up_now = "打{number}。"'),  # nobody fills it in this step
        ("advice", '[advice]\nnew = "{password}"'),
        ("advice", '[advice]\nnew = "{name.__class__}"'),
        ("advice", '[advice]\nnew = "{name!r:>99999}"'),
        ("advice", '[advice]\nnew = "{"'),
        ("advice", '[advice]\nnew = " "'),
        ("advice", f'[advice]\nnew = "{"长" * 401}"'),
        ("advice", '[verdict]\ndanger = "没事"'),
        ("category", '[category]\nloan.next = "{name}"'),
        ("category", "["),
    ],
)
def test_words_nobody_can_say_are_refused(tmp_path: Path, table: str, text: str) -> None:
    with pytest.raises(InvalidTableError):
        check_words(RULES, OWN, brought(tmp_path, table, text))


def test_a_step_without_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "advice").mkdir()
    (tmp_path / "advice" / "danger.toml").write_text(
        '[[step]]\nkey = "nobody_says_this"\naction = "hang_up"\nrank = 1\nlevels = ["danger"]\n',
        encoding="utf-8",
    )
    with pytest.raises(InvalidTableError, match="invalid-table"):
        check_words(read_advice_rules(tmp_path / "advice"), OWN, tmp_path / "none")
