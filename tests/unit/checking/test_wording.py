import pytest

from app.checking.wording import Wording, WordSum, latin_words, without_links
from app.model.phrases import WeighedWords

TABLE = (
    WeighedWords(120, ("相册", "册")),
    WeighedWords(60, ("看过", "pay now")),
    WeighedWords(-200, ("退订", "thanks")),
)


def weighed(text: str, rows: tuple[WeighedWords, ...] = TABLE) -> WordSum:
    return Wording(rows).weigh(text)


@pytest.mark.parametrize(
    ("text", "raised", "calmed"),
    [
        ("你看过这个相册吗", 300, 0),
        ("相册相册相册", 240, 0),
        ("你看过这个相册吗退订", 300, -200),
        ("please pay now", 60, 0),
        ("prepay nowhere", 0, 0),
        ("thanks，看过", 60, -200),
        ("", 0, 0),
    ],
    ids=["each", "once", "calmed", "whole words", "parts of words", "both scripts", "nothing"],
)
def test_every_word_counts_once(text: str, raised: int, calmed: int) -> None:
    assert weighed(text) == WordSum(raised, calmed)


def test_what_stands_in_a_link_counts_nothing() -> None:
    assert weighed("www.pay.now/pay now").raised == 0
    assert without_links("登录wap.abc.top补交") == "登录           补交"


def test_hanzi_that_are_torn_apart_are_no_word() -> None:
    assert weighed("看，过").raised == 0


def test_two_letters_of_a_word_are_no_word() -> None:
    assert weighed("weapon", (WeighedWords(90, ("we", "on")),)).raised == 0


def test_without_a_table_nothing_weighs() -> None:
    assert weighed("看过相册", ()) == WordSum()


def test_single_letters_are_no_words_but_may_be_in_pairs() -> None:
    assert latin_words("i won") == {"won", "i won"}


def test_a_stretch_has_only_the_words_that_lie_in_it_whole() -> None:
    found = Wording(TABLE).find("看过相册 pay now 退订")
    assert found.between(0, 4) == WordSum(300, 0)
    assert found.between(1, 4) == WordSum(240, 0)
    assert found.between(0, 3) == WordSum(60, 0)
    assert found.between(4, 10) == WordSum(0, 0)
    assert found.between(5, 15) == WordSum(60, -200)
