"""A walk through every screen for people in trouble, in every language, size and colour."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.assembly import Application
from app.desktop.main_window import MainWindow
from app.desktop.screens.screen import Screen
from app.desktop.session import Session
from app.desktop.widgets.big_button import BigButton
from app.desktop.widgets.scroll_sheet import ScrollSheet
from app.desktop.widgets.text_block import TextBlock
from app.host.settings import Settings
from app.model.language import Language, LocalizedText
from app.services.hotlines import Hotline

from .cards import a_card
from .desk import Desk, FakeChecker
from .test_accessibility import controls, spoken
from .test_layout import cut_off, in_view, settle
from .test_theme import contrast
from .walk import round_by_keyboard

SCALES = (100, 150, 200, 250)
THEMES = ("light", "dark", "contrast")
SIZES = ((1024, 768), (1920, 1080))
# Colours change words and the width of borders, which matters where there is least room.
LOOKS = (*product(SIZES, THEMES[:1]), *product(SIZES[:1], THEMES[1:]))


@pytest.fixture(scope="module")
def desk(
    qapp: QApplication, application: Application, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    """One window for the whole walk: screens must take every change while they stand."""
    del qapp
    bot = QtBot(request)
    window = MainWindow(application.catalog, Settings("zh", 100, "light"), Language.ZH)
    window.show()
    session = Session(application, window)
    bot.waitUntil(lambda: session.controller.is_prepared, timeout=20000)
    yield Desk(bot, window, session, FakeChecker())
    session.close()
    window.close()
    window.deleteLater()


def home(desk: Desk) -> None:
    desk.window.show_screen(desk.window.paste_screen)


def call(desk: Desk) -> None:
    desk.session.crisis.open_call()


def doors(desk: Desk) -> None:
    desk.session.crisis.happened_screen().forget()
    desk.session.crisis.open_happened()


def money(desk: Desk) -> None:
    desk.session.crisis.open_happened()
    screen = desk.session.crisis.happened_screen()
    screen.open_door(next(iter(screen.doors)))
    name = LocalizedText("中国工商银行", "Industrial and Commercial Bank of China")
    screen.show_banks((Hotline(name, ("95588",)),))
    screen.show_note("not_saved")


def helping(desk: Desk) -> None:
    desk.session.crisis.know_family(("13800138000", "010-12345678"))
    desk.session.crisis.open_help()
    desk.session.crisis.help_screen().speak_of(a_card("danger", desk.window.language.value))


def story(desk: Desk) -> None:
    desk.session.crisis.open_story()
    screen = desk.session.crisis.story_screen()
    next(iter(screen.scripts.values())).click()


def answer(desk: Desk) -> None:
    desk.window.paste_screen.put("我是市公安局的民警，您涉嫌洗钱。案件保密，不要告诉家人。")
    desk.window.paste_screen.submit()
    desk.wait_for_answer()


def comparison(desk: Desk) -> None:
    desk.window.paste_screen.put("我是市公安局的民警，您涉嫌洗钱。案件保密，不要告诉家人。")
    desk.window.paste_screen.submit()
    desk.wait_for_answer()
    desk.session.crisis.open_story(desk.session.verdict_screen.card)


def slip(desk: Desk) -> None:
    desk.session.crisis.papers.open_slip(a_card("danger", desk.window.language.value))
    desk.session.crisis.papers.slip_screen().show_note("no_printer")


SCREENS: tuple[Callable[[Desk], None], ...] = (
    *(home, call, doors, money, answer),
    *(helping, story, comparison, slip),
)


def arrive(
    desk: Desk, opened: Callable[[Desk], None], language: str, scale: int, theme: str = "light"
) -> Screen:
    window = desk.window
    window.language = Language(language)
    window._set(window.settings._replace(language=language, scale=scale, theme=theme))
    desk.session.controller.speak(window.language)
    opened(desk)
    settle()
    screen = window.current_screen()
    assert isinstance(screen, Screen)
    return screen


def wider_than_their_sheet(screen: QWidget) -> list[str]:
    sheets = [(each, each.widget()) for each in screen.findChildren(QScrollArea)]
    return [
        f"{area!r} holds {sheet.width()}"
        for area, sheet in sheets
        if sheet is not None and area.isVisible() and sheet.width() > area.viewport().width()
    ]


def higher_than_needed(screen: QWidget) -> list[str]:
    """Name every sheet that scrolls over nothing."""
    found = []
    for sheet in screen.findChildren(ScrollSheet):
        needed = max(sheet.column.heightForWidth(sheet.sheet.width()), sheet.viewport().height())
        if sheet.isVisible() and sheet.sheet.height() > needed + 2:
            found.append(f"{sheet.sheet.height()} for {needed}")
    return found


@pytest.mark.parametrize(("size", "theme"), LOOKS)
@pytest.mark.parametrize(("language", "scale"), list(product(("zh", "en"), SCALES)))
@pytest.mark.parametrize("opened", SCREENS)
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(
    desk: Desk,
    opened: Callable[[Desk], None],
    language: str,
    scale: int,
    size: tuple[int, int],
    theme: str,
) -> None:
    desk.window.resize(*size)
    screen = arrive(desk, opened, language, scale, theme)
    assert (desk.window.width(), desk.window.height()) == size
    assert cut_off(desk.window) == []
    assert wider_than_their_sheet(screen) == []
    assert higher_than_needed(screen) == []


@pytest.mark.parametrize(("language", "theme"), list(product(("zh", "en"), THEMES)))
@pytest.mark.parametrize("opened", SCREENS)
def test_every_text_stands_out_seven_to_one_as_it_is_painted(
    desk: Desk, opened: Callable[[Desk], None], language: str, theme: str
) -> None:
    desk.window.resize(1024, 768)
    screen = arrive(desk, opened, language, 100, theme)
    picture = screen.grab().toImage()
    ratio = picture.devicePixelRatio()
    weak = []
    for block in screen.findChildren(TextBlock):
        corner = block.mapTo(screen, QPoint(0, 0))
        if not block.isVisible() or not block.text() or not _painted(block, screen):
            continue
        ground = picture.pixelColor(round((corner.x()) * ratio), round((corner.y() + 1) * ratio))
        ink = block.palette().color(QPalette.ColorRole.WindowText)
        if contrast(ink.name(), ground.name()) < 7:
            weak.append(f"{block.text()[:20]!r}: {ink.name()} on {ground.name()}")
    assert weak == []


def _painted(block: QWidget, screen: QWidget) -> bool:
    """Tell whether the block's upper left corner is in view."""
    area = block.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    port = area.viewport() if isinstance(area, QScrollArea) else screen
    corner = block.mapTo(port, QPoint(0, 1))
    return port.rect().contains(corner)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("opened", SCREENS)
def test_every_control_has_a_name_and_every_button_says_what_it_does(
    desk: Desk, opened: Callable[[Desk], None], language: str
) -> None:
    arrive(desk, opened, language, 100)
    for control in controls(desk.window):
        assert spoken(control, QAccessible.Text.Name), control
        if isinstance(control, BigButton):
            assert spoken(control, QAccessible.Text.Description), control.text()


@pytest.mark.parametrize("opened", SCREENS)
def test_the_keyboard_reaches_every_control(desk: Desk, opened: Callable[[Desk], None]) -> None:
    desk.window.resize(1024, 768)
    desk.window.activateWindow()
    screen = arrive(desk, opened, "zh", 100)
    for _ in range(3):  # a view that is built anew must not bend the way
        desk.window.switch_language()
        opened(desk)
        settle()
    inside = [each for each in controls(screen) if each.isEnabled()]
    screen.take_keyboard()
    start = QApplication.focusWidget()
    order = round_by_keyboard(desk.window)
    assert QApplication.focusWidget() is start  # no trap on the way round
    assert [spoken(each, QAccessible.Text.Name) for each in inside if each not in order] == []


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("opened", SCREENS)
def test_targets_have_64_to_96_pixels_and_letters_24(
    desk: Desk, opened: Callable[[Desk], None], scale: int
) -> None:
    desk.window.resize(1366, 768)
    screen = arrive(desk, opened, "zh", scale)
    ring = desk.window.style_now.theme.ring
    for button in screen.findChildren(BigButton):
        if button.isVisible():
            face = QRect(QPoint(0, 0), button.size()).adjusted(ring, ring, -ring, -ring)
            assert 64 <= face.height() <= 96, button.text()
            assert face.width() >= 64, button.text()
    for block in screen.findChildren(TextBlock):
        if block.isVisible():
            assert block._font.pixelSize() >= 24 * scale / 100 - 1, block.text()


@pytest.mark.parametrize(("language", "scale"), list(product(("zh", "en"), SCALES)))
def test_the_number_of_the_police_is_seen_without_scrolling(
    desk: Desk, language: str, scale: int
) -> None:
    desk.window.resize(1024, 768)
    arrive(desk, doors, language, scale)
    screen = desk.session.crisis.happened_screen()
    screen.open_door(next(iter(screen.doors)))
    settle()
    view = desk.session.crisis.happened_screen().view
    assert view is not None
    assert view.digits is not None
    assert view.digits.text() == "110"
    assert in_view(view.digits, desk.window)


def test_where_the_keyboard_is_can_be_seen(desk: Desk) -> None:
    for opened in (call, doors):
        arrive(desk, opened, "zh", 100)
        tile = QApplication.focusWidget()
        assert isinstance(tile, BigButton)
        focus = QColor(desk.window.style_now.theme.palette.focus)
        ring = [tile.grab().toImage().pixelColor(tile.width() // 2, y) for y in range(4)]
        assert ring == [focus] * 4
