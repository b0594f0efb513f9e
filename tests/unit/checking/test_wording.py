from app.checking.wording import Wording, latin_words, without_links
from app.model.phrases import SignWeight

TABLE = {"base": -100, "level": 150, "相册": 150, "看过": 120, "退订": -200, "pay now": 260}


def telling(text: str, table: dict[str, int] = TABLE) -> tuple[str, ...]:
    return Wording(SignWeight(word, each) for word, each in table.items()).telling(text)


def test_words_that_reach_the_level_together_are_named_weightiest_first() -> None:
    assert telling("你看过这个相册吗") == ("相册", "看过")


def test_one_word_alone_warns_of_nothing() -> None:
    assert telling("相册") == ()


def test_a_word_said_twice_counts_once() -> None:
    assert telling("相册相册相册") == ()


def test_a_calming_word_lowers_the_sum() -> None:
    assert telling("你看过这个相册吗退订") == ()


def test_latin_words_are_whole_words() -> None:
    assert telling("please pay now") == ("pay now",)
    assert telling("prepay nowhere") == ()


def test_what_stands_in_a_link_counts_nothing() -> None:
    assert telling("www.pay.now/pay now") == ()
    assert without_links("登录wap.abc.top补交") == "登录 补交"


def test_without_a_table_nothing_is_found() -> None:
    assert telling("看过相册", {}) == ()


def test_single_letters_are_no_words_but_may_be_in_pairs() -> None:
    assert latin_words("i won") == {"won", "i won"}
