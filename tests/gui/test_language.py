"""Two languages, switched while the window is open."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.desktop.spoken_language import spoken_language
from app.model.language import Language

from .desk import Desk

HANZI = re.compile(r"[\u4e00-\u9fff]")


def visible_texts(root: QWidget) -> list[str]:
    found = [each.text() for each in root.findChildren(QLabel) if each.isVisible()]
    found += [each.text() for each in root.findChildren(QPushButton) if each.isVisible()]
    found += [each.placeholderText() for each in root.findChildren(QLineEdit)]
    found += [each.placeholderText() for each in root.findChildren(QPlainTextEdit)]
    every = root.findChildren(QWidget)
    found += [each.accessibleName() for each in every if each.isVisible()]
    found += [each.accessibleDescription() for each in every if each.isVisible()]
    return [each for each in found if each]


def test_switching_changes_every_text_of_the_paste_screen(desk: Desk) -> None:
    desk.bot.waitUntil(lambda: "2026" in desk.window.badge.accessibleName())
    desk.window.switch_language()
    desk.bot.waitUntil(lambda: "November" in desk.window.badge.accessibleName())
    left = [each for each in visible_texts(desk.window) if HANZI.search(each)]
    assert set(left) == {"中文", "全部换成中文"}
    assert desk.window.windowTitle() == "Mingbian"
    desk.window.switch_language()
    desk.bot.waitUntil(lambda: "名单" in desk.window.badge.accessibleName())
    ours = [each for each in visible_texts(desk.window) if not HANZI.search(each)]
    assert set(ours) == {"English", "Show everything in English"}


def test_switching_says_the_shown_verdict_anew_and_stays_there(desk: Desk) -> None:
    desk.write("hello")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    desk.window.switch_language()

    def headline() -> str:
        view = desk.session.verdict_screen.view
        return view.banner.headline.text() if view is not None else ""

    desk.bot.waitUntil(lambda: headline() == "Stop. This looks like a scam.")
    assert desk.shows(desk.session.verdict_screen)
    assert desk.texts == ["hello"]  # judged once, said twice
    left = [each for each in visible_texts(desk.window) if HANZI.search(each)]
    assert {each for each in left if "抖音" not in each} <= {"中文", "全部换成中文"}


def test_switching_on_the_paste_screen_does_not_jump_to_an_old_verdict(desk: Desk) -> None:
    desk.write("hello")
    desk.press(Qt.Key.Key_Return)
    desk.wait_for_answer()
    desk.window.go_back()
    desk.window.switch_language()
    view = desk.session.verdict_screen
    desk.bot.waitUntil(lambda: view.view is not None and "Stop" in view.view.banner.headline.text())
    assert desk.shows(desk.window.paste_screen)


def test_switching_keeps_the_text_and_what_can_be_undone(desk: Desk) -> None:
    desk.write("别丢了我")
    desk.window.switch_language()
    assert desk.window.paste_screen.text() == "别丢了我"
    desk.window.paste_screen.box.undo()
    assert desk.window.paste_screen.text() == ""


def test_both_languages_have_the_same_words_with_the_same_places() -> None:
    from app.host.paths import RESOURCES  # noqa: PLC0415
    from app.presentation.catalog import flat_words  # noqa: PLC0415

    zh = flat_words(RESOURCES / "i18n/zh/window.toml")
    en = flat_words(RESOURCES / "i18n/en/window.toml")
    assert zh.keys() == en.keys()
    places = re.compile(r"\{\w+\}")
    for key, words in zh.items():
        assert sorted(places.findall(words)) == sorted(places.findall(en[key])), key
        assert words.strip(), key
        assert en[key].strip(), key


def test_no_sentence_of_the_window_calls_anything_safe() -> None:
    from app.host.paths import RESOURCES  # noqa: PLC0415
    from app.presentation.catalog import flat_words  # noqa: PLC0415

    for language in ("zh", "en"):
        for key, words in flat_words(RESOURCES / f"i18n/{language}/window.toml").items():
            assert not re.search(r"安全|放心|没问题|真的|\bsafe\b|genuine", words, re.I), key


def test_a_persons_choice_of_language_comes_before_the_computers() -> None:
    assert spoken_language("en") is Language.EN
    assert spoken_language("zh") is Language.ZH
    assert spoken_language("") in set(Language)


def test_settings_follow_the_person(desk: Desk) -> None:
    desk.window.switch_language()
    desk.window.cycle_scale()
    file = desk.session._settings_file
    desk.bot.waitUntil(file.exists, timeout=20_000)
    assert 'language = "en"' in file.read_text(encoding="utf-8")
    assert "scale = 125" in file.read_text(encoding="utf-8")
    assert desk.window.settings == desk.window.settings._replace(language="en", scale=125)
