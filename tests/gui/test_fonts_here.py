"""A computer without Chinese letters: English instead of boxes, and what to install."""

import pytest

from app.desktop import fonts_here
from app.model.language import Language

from .desk import Desk


def test_without_chinese_letters_english_is_spoken_and_the_choice_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts_here, "shows_chinese", lambda: False)
    fonts_here.speak_what_can_be_shown(desk.window)
    assert desk.window.language is Language.EN
    assert desk.window.settings.language == "zh"
    assert "fonts-noto-cjk" in desk.window.paste_screen._note.text()
    assert desk.window._notice is not None
    assert "fonts-noto-cjk" in desk.window._notice.text()
    assert desk.window.paste_screen._check.accessibleName() == "Check"


def test_with_chinese_letters_nothing_is_said(desk: Desk) -> None:
    assert fonts_here.shows_chinese()
    fonts_here.speak_what_can_be_shown(desk.window)
    assert desk.window.language is Language.ZH
    assert desk.window._notice is None
