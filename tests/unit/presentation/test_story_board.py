"""A script stands beside the very words a person was told."""

from app.feed.story_tables import StoryShelf
from app.host.paths import RESOURCES
from app.model.language import Language
from app.model.scam_category import ScamCategory
from app.model.submission import Submission
from app.presentation.story_board import story_board
from app.services.check_service import CheckService

STORIES = StoryShelf(RESOURCES / "stories")
POLICE = "我是市公安局的民警，您涉嫌洗钱。案件保密，不要告诉家人。"


def test_each_step_quotes_what_shows_it(service: CheckService) -> None:
    reading = service.check(Submission(POLICE)).reading
    board = story_board(STORIES.story(ScamCategory.AUTHORITY), Language.ZH, reading)
    assert any("民警" in quote for quote in board.lines[0].quotes)
    assert any("不要告诉家人" in quote for quote in board.lines[2].quotes)
    assert board.lines[1].quotes == ()
    assert all(quote in POLICE for line in board.lines for quote in line.quotes)


def test_what_comes_next_lies_behind_the_last_step_that_was_seen(service: CheckService) -> None:
    reading = service.check(Submission(POLICE)).reading
    board = story_board(STORIES.story(ScamCategory.AUTHORITY), Language.ZH, reading)
    assert board.coming() == tuple(each.text for each in board.lines[3:6])


def test_nothing_comes_after_the_last_step(service: CheckService) -> None:
    reading = service.check(Submission("请把钱转到安全账户。")).reading
    board = story_board(STORIES.story(ScamCategory.AUTHORITY), Language.ZH, reading)
    assert board.coming() == ()


def test_a_warning_is_not_what_somebody_was_told(service: CheckService) -> None:
    text = "凡是要求把钱转到安全账户的，都是诈骗。"
    reading = service.check(Submission(text)).reading
    board = story_board(STORIES.story(ScamCategory.AUTHORITY), Language.ZH, reading)
    assert all(line.quotes == () for line in board.lines)


def test_without_a_person_the_story_is_told_alone() -> None:
    board = story_board(STORIES.story(ScamCategory.LOAN), Language.EN)
    assert all(line.text and not line.quotes for line in board.lines)
    assert "swindler" in board.say
