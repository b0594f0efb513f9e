"""The clauses that tell most are quoted as they are written."""

from app.checking.clauses import telling_clauses
from app.checking.wording import Wording
from app.model.phrases import WeighedWords

WORDING = Wording((WeighedWords(80, ("相册", "看过", "photo")), WeighedWords(20, ("地址",))))


def quotes(text: str) -> list[str]:
    found = telling_clauses(text, WORDING)
    assert all(each.span and text[slice(*each.span)] == each.quote for each in found)
    return [each.quote for each in found]


def test_whole_clauses_are_quoted_in_the_order_of_the_text() -> None:
    text = "好久不见，你看过这个相册吗？今天天气好。相册在这里，地址在后面"
    assert quotes(text) == ["你看过这个相册吗", "相册在这里"]


def test_a_clause_of_an_english_text_keeps_its_commas_and_blanks_inside() -> None:
    assert quotes("Hi there! Seen the Photo I sent, Anna? Bye") == ["Seen the Photo I sent, Anna"]


def test_a_clause_without_an_end_is_cut() -> None:
    (quote,) = quotes("好" * 50 + "看过" + "好" * 20)
    assert quote == "好" * 10 + "看过" + "好" * 20


def test_a_long_english_clause_is_cut_between_words() -> None:
    (quote,) = quotes("please look at the thing that we told you of and the photo")
    assert quote == "you of and the photo"


def test_a_text_without_such_words_is_not_quoted() -> None:
    assert quotes("今天天气好") == []
