"""Only what stands near each other adds up, and nothing around a few sentences hides them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checking.knowledge import Knowledge
from app.checking.sign_sum import NOTHING
from app.checking.weighing import WINDOW, Weighed, Weighing
from app.model.finding import Severity
from app.model.phrases import SignWeight, SlotKind, WeighedWords
from tests.builders import a_register, a_slot, read

REGISTER = a_register(
    a_slot("role.police", SlotKind.ROLE, "我是民警"),
    a_slot("sign.case", SlotKind.SIGN, "涉嫌洗钱"),
    a_slot("ask.pay", SlotKind.ASK, "先转五千"),
)
KNOWLEDGE = Knowledge(REGISTER)
LEVELS = {
    "base": -100,
    "disbelief": -150,
    "doubt": -50,
    "backing": 100,
    "orange": 100,
    "part": 120,
    "script": 200,
    "red": 300,
}
SIGNS = LEVELS | {"role.police": 100, "sign.case": 50, "ask.pay": 70, "role+ask": 30}
WORDS = (WeighedWords(80, ("相册", "看过")), WeighedWords(-90, ("包饺子", "公园", "谢谢")))


def a_weighing(signs: dict[str, int] = SIGNS) -> Weighing:
    return Weighing((SignWeight(sign, each) for sign, each in signs.items()), WORDS)


def weighed(text: str) -> Weighed:
    found = a_weighing().of(read(text, REGISTER), KNOWLEDGE)
    assert found is not None
    return found


def total(text: str) -> int:
    return weighed(text).whole.total


def part(text: str) -> int:
    return weighed(text).part.total


def tempered(severity: Severity, text: str) -> Severity:
    return a_weighing().tempered(severity, read(text, REGISTER), KNOWLEDGE)


def doubted(text: str) -> bool:
    return tempered(Severity.ALARM, text) < Severity.ALARM


def test_signs_and_words_of_a_text_add_up() -> None:
    assert total("我是民警，先转五千，看过相册") == -100 + 100 + 70 + 30 + 160


def test_signs_far_apart_do_not_add_up() -> None:
    assert total("我是民警" + "好" * 2 * WINDOW + "先转五千") == 0


def test_neighbours_are_found_wherever_they_stand_in_a_long_text() -> None:
    for before in range(0, 2 * WINDOW, WINDOW // 4):
        text = "涉嫌洗钱" + "好" * before + "我是民警，先转五千" + "好" * 2 * WINDOW + "涉嫌洗钱"
        assert total(text) >= 100


def test_thousands_of_words_alone_are_no_evidence() -> None:
    assert weighed("看过相册" * WINDOW).whole is NOTHING
    assert weighed("看过相册。" * WINDOW).part is NOTHING


def test_a_bare_number_has_nothing_to_weigh() -> None:
    assert a_weighing().of(read("95588", REGISTER), KNOWLEDGE) is None


def test_a_few_sentences_are_weighed_without_the_rest() -> None:
    text = "我是民警，先转五千，看过相册。" + "周末包饺子，去公园，谢谢。" * 20
    assert total(text) < LEVELS["orange"]
    assert part(text) == 260


@given(
    st.text("好人去公园包饺子谢谢，。!?\n", max_size=300), st.text("谢公园子包饺。\n", max_size=300)
)
def test_kind_words_before_and_after_hide_nothing(before: str, after: str) -> None:
    assert part(f"{before}\n我是民警，先转五千，看过相册。{after}") >= 260


def test_a_part_that_cannot_reach_a_level_is_not_said_to() -> None:
    assert weighed("我是民警，先转五千").has_a_part_of(100)
    assert not weighed("我是民警，先转五千").has_a_part_of(101)
    assert not weighed("先转五千，看过相册，包饺子").has_a_part_of(100)


def test_signs_in_different_parts_do_not_add_up() -> None:
    assert part("我是民警。" + "好" * 100 + "。先转五千") == 0


def test_sentences_without_a_demanded_phrase_are_no_part() -> None:
    assert part("看过相册。谢谢") == NOTHING.total


def test_sentences_far_into_a_long_text_are_weighed_too() -> None:
    text = "好。" * WINDOW + "我是民警，先转五千，看过相册。" + "谢谢，去公园。" * WINDOW
    assert part(text) == 260


def test_what_nothing_supports_is_doubted() -> None:
    assert doubted("先转五千，谢谢")
    assert not doubted("先转五千，看过相册，谢谢")


@given(st.text("好公园包饺子谢。\n", max_size=200))
def test_what_is_said_elsewhere_raises_no_doubt(elsewhere: str) -> None:
    assert not doubted(f"我是民警，先转五千。\n{elsewhere}")


KIND_TALK = "周末包饺子，去公园，谢谢。" * 10


@pytest.mark.parametrize(
    ("severity", "in_a_message", "in_a_talk"),
    [
        (Severity.DECISIVE, Severity.DECISIVE, Severity.WARNING),
        (Severity.ALARM, Severity.WARNING, Severity.NOTE),
        (Severity.WARNING, Severity.NOTE, Severity.NOTE),
        (Severity.NOTE, Severity.NOTE, Severity.NOTE),
    ],
)
def test_what_nothing_supports_counts_less_and_much_less_in_a_talk(
    severity: Severity, in_a_message: Severity, in_a_talk: Severity
) -> None:
    assert tempered(severity, "先转五千，谢谢") is in_a_message
    assert tempered(severity, f"{KIND_TALK}先转五千。{KIND_TALK}") is in_a_talk


def test_what_the_whole_speaks_strongly_against_is_a_note_unless_it_decides() -> None:
    for severity in (Severity.ALARM, Severity.WARNING):
        assert tempered(severity, "先转五千，谢谢，去公园") is Severity.NOTE
    assert tempered(Severity.DECISIVE, "先转五千，谢谢，去公园") is Severity.DECISIVE


@given(st.sampled_from(Severity), st.text("好人去公园包饺子谢，。!?\n", max_size=900))
def test_no_talk_lessens_what_a_few_sentences_warn_of(severity: Severity, kind: str) -> None:
    assert tempered(severity, f"{kind}\n我是民警，先转五千，看过相册。{kind}") is severity


@given(st.text("好人去公园包饺子谢，。!?\n", max_size=900))
def test_what_decides_is_never_silent(kind: str) -> None:
    assert tempered(Severity.DECISIVE, f"{kind}先转五千{kind}") >= Severity.WARNING


def test_without_tables_nothing_weighs_and_nothing_is_doubted() -> None:
    reading = read("先转五千，谢谢", REGISTER)
    assert Weighing().of(reading, KNOWLEDGE) is None
    assert Weighing().tempered(Severity.ALARM, reading, KNOWLEDGE) is Severity.ALARM


def test_each_reading_is_weighed_for_itself() -> None:
    weighing = a_weighing()
    first, second = read("我是民警", REGISTER), read("先转五千", REGISTER)
    found = [weighing.of(each, KNOWLEDGE) for each in (first, second, first)]
    assert [each and each.whole.total for each in found] == [0, -30, 0]
