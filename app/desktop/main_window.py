"""The one window: head, screen, foot."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ..host.settings import SCALES, THEMES, Settings
from ..model.language import Language
from ..model.submission import Submission
from ..presentation.catalog import Catalog
from .screens.paste_screen import PasteScreen
from .screens.screen import Screen
from .spoken_language import spoken_language
from .style import Style
from .theme import Theme, Tone, palette_of
from .widgets.action_bar import ActionBar
from .widgets.announcement import announce
from .widgets.flow_row import FlowRow
from .widgets.freshness_badge import FreshnessBadge
from .widgets.head_bar import HeadBar
from .widgets.screen_stack import ScreenStack
from .widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

_OPENING_SIZE = QSize(1280, 860)
_HALF_LIGHT = 128
_SMALL_SCREEN = QSize(1440, 900)


class MainWindow(QMainWindow):
    """Shows one screen at a time and keeps language, scale and colours.

    It decides nothing about what was pasted: it emits `submitted`, and is given something to show.
    Screen readers know a window by its being a QMainWindow; a bare QWidget is filling to them.
    """

    submitted = Signal(object)  # Submission
    file_dropped = Signal(str)  # its path
    settings_changed = Signal(object)  # Settings
    language_changed = Signal(object)  # Language
    screen_changed = Signal()
    dressed = Signal()  # everything else that follows the window's looks may take them now

    def __init__(
        self, catalogs: Callable[[Language], Catalog], settings: Settings, language: Language
    ) -> None:
        super().__init__()
        self._catalogs = catalogs
        self.settings = settings
        self.language = language
        self.style_now = self._make_style()
        self._list_line = ""
        self._unanswered: Submission | None = None
        self._way_back: Screen | None = None
        self._notice: TextBlock | None = None
        self.interrupt: Callable[[], bool] = bool  # stops what Esc is to stop before going back
        self.action_bar = ActionBar()
        self.head = HeadBar()
        self.paste_screen = PasteScreen()
        self.stack = ScreenStack()
        self.badge = FreshnessBadge()
        self._disclaimer = TextBlock()
        self._foot = FlowRow(12, self.badge, self._disclaimer, split=1)
        self._layout = QVBoxLayout()
        inside = QWidget()
        self._beside = QHBoxLayout(inside)
        self.setCentralWidget(inside)
        self._build()
        self._connect()
        self.dress()

    def _build(self) -> None:
        self.setObjectName("mingbian")
        self.setAutoFillBackground(True)
        self.setAcceptDrops(True)
        self.stack.addWidget(self.paste_screen)
        self._beside.addWidget(self.action_bar)
        self._beside.addLayout(self._layout, 1)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self.stack, 1)
        self._layout.addWidget(self._foot)

    def _connect(self) -> None:
        self.paste_screen.submitted.connect(self.submitted)
        self.submitted.connect(self._hold)
        self.head.back_pressed.connect(self.go_back)
        self.head.again_pressed.connect(self.start_again)
        self.action_bar.bigger_pressed.connect(self.cycle_scale)
        self.head.language_pressed.connect(self.switch_language)
        self.head.tone_pressed.connect(self.cycle_tone)

    def take_shortcuts(self) -> None:
        """Listen to the keyboard everywhere; their figures are too dear for the first picture."""
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 -- not loaded before

        for keys, action in (
            ("F1", self.action_bar.read_pressed.emit),
            ("F2", self.action_bar.call_pressed.emit),
            ("F3", self.action_bar.happened_pressed.emit),
            ("F4", self.cycle_scale),
            (QKeySequence.StandardKey.ZoomIn, lambda: self.step_scale(1)),
            ("Ctrl+=", lambda: self.step_scale(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.step_scale(-1)),
            ("Ctrl+0", lambda: self._set(self.settings._replace(scale=SCALES[0]))),
            ("Esc", self._escape),
            (QKeySequence.StandardKey.Paste, self._paste_anywhere),
        ):
            shortcut = QShortcut(self)
            if isinstance(keys, str):
                shortcut.setKeys([QKeySequence(keys)])
            else:
                shortcut.setKeys(keys)
            shortcut.activated.connect(action)

    def appear(self) -> None:
        """Show the window: on a small screen all over it, else in the middle of it."""
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(_OPENING_SIZE.boundedTo(room))
        if room.width() <= _SMALL_SCREEN.width() or room.height() <= _SMALL_SCREEN.height():
            self.showMaximized()
        else:
            self.show()
        self.paste_screen.take_keyboard()

    def dress(self) -> None:
        """Take the present language, scale and colours everywhere."""
        style = self.style_now = self._make_style()
        theme, palette = style.theme, style.theme.palette
        self._take_colours(theme)
        self.setWindowTitle(style.say("name"))
        side = 16 if theme.compact else 24
        self._beside.setContentsMargins(8, 12, side, 14)
        self._beside.setSpacing(12 if theme.compact else 16)
        self._layout.setSpacing(12 if theme.compact else 16)
        self.action_bar.dress(style)
        self.head.dress(style, Tone(self.settings.theme))
        self.badge.dress(theme)
        self.badge.show_line(self._list_line or style.say("list_unread"))
        self._disclaimer.dress(theme, min(theme.body, 44), colour=palette.muted)
        self._disclaimer.show_text(style.say("disclaimer"))
        self._disclaimer.setVisible(not theme.compact)
        for screen in self.stack.screens():
            screen.dress(style)
        self.dressed.emit()

    def be_answered_by(self, answer: Callable[[Submission], None]) -> None:
        """Hand every submission to `answer`, one that was made before it was there first."""
        self.submitted.connect(answer)
        if self._unanswered is not None:
            answer(self._unanswered)
            self._unanswered = None
        self.submitted.disconnect(self._hold)

    def _hold(self, submission: Submission) -> None:
        self._unanswered = submission

    def add_screen(self, screen: Screen) -> None:
        """Take one more screen; it is shown when asked for."""
        screen.dress(self.style_now)
        self.stack.addWidget(screen)

    def take_bar(self, bar: QWidget, *, at_foot: bool = False) -> None:
        """Put a strip under the head, or below everything, on every screen."""
        self._layout.insertWidget(-1 if at_foot else 1, bar)

    def show_screen(self, screen: Screen) -> None:
        """Bring a screen to the front, with the way back unless it is the paste screen."""
        shown = self.stack.currentWidget()
        if shown is not screen:
            returns = isinstance(shown, Screen) and shown.returns_here
            self._way_back = shown if returns and isinstance(shown, Screen) else None
        self.stack.bring(screen)  # and then the rest: what is hidden must not have the keyboard
        self.head.show_way_back(there_is=screen.leads_back)
        if shown is not screen:
            if self._notice is not None:
                self._notice.hide()
            self.screen_changed.emit()
        if words := screen.heard():
            announce(screen, words)

    def show_notice(self, words: str) -> None:
        """Say one sentence under whatever is shown, until the screen changes; "" says nothing."""
        if self._notice is None:
            self._notice = TextBlock()
            self._layout.insertWidget(2, self._notice)
        theme = self.style_now.theme
        self._notice.dress(theme, theme.body, bold=True)
        self._notice.show_text(words)
        self._notice.setVisible(bool(words))
        if words:
            announce(self._notice, words)

    def current_screen(self) -> QWidget | None:
        return self.stack.currentWidget()

    def show_list_line(self, line: str) -> None:
        """Show the list's date and age in the foot."""
        self._list_line = line
        self.badge.show_line(line)

    def go_back(self) -> None:
        """Return to where the shown screen was opened; nothing written there is lost."""
        self.show_screen(self._way_back or self.paste_screen)
        self._way_back = None

    def _escape(self) -> None:
        if not self.interrupt():
            self.go_back()

    def start_again(self) -> None:
        """Return to an emptied paste screen; the text can be had back."""
        self.paste_screen.clear()
        self.show_screen(self.paste_screen)

    def take_new(self, text: str) -> None:
        """Take a paste or a drop; beside the paste screen it is always a new question."""
        if self.current_screen() is self.paste_screen:
            self.paste_screen.take(text)
        else:
            self.show_screen(self.paste_screen)
            self.paste_screen.put(text)
            self.paste_screen.submit()

    def cycle_scale(self) -> None:
        """Make everything larger; after the largest comes the smallest."""
        following = SCALES.index(self.settings.scale) + 1
        self._set(self.settings._replace(scale=SCALES[following % len(SCALES)]))

    def step_scale(self, steps: int) -> None:
        """Make everything larger or smaller, and stop at the ends."""
        index = min(max(0, SCALES.index(self.settings.scale) + steps), len(SCALES) - 1)
        self._set(self.settings._replace(scale=SCALES[index]))

    def cycle_tone(self) -> None:
        """Take the next colours."""
        following = THEMES.index(self.settings.theme) + 1
        self._set(self.settings._replace(theme=THEMES[following % len(THEMES)]))

    def switch_language(self) -> None:
        """Say everything in the other language, the shown answer too."""
        self.language = Language.EN if self.language is Language.ZH else Language.ZH
        self._set(self.settings._replace(language=self.language.value))
        self.language_changed.emit(self.language)

    def take_settings(self, settings: Settings) -> None:
        """Take everything a person set, another language too."""
        changed = settings.language != self.settings.language
        if changed:
            self.language = spoken_language(settings.language)
        self._set(settings)
        if changed:
            self.language_changed.emit(self.language)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if len(files) == 1:
            self.file_dropped.emit(files[0])
        elif files:
            self.paste_screen.show_note("note.one_file_only")
        elif event.mimeData().text().strip():
            self.take_new(event.mimeData().text())

    def _set(self, settings: Settings) -> None:
        self.settings = settings
        self.dress()
        self.settings_changed.emit(settings)

    def _paste_anywhere(self) -> None:
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.take_new(text)
        elif self.current_screen() is self.paste_screen:
            self.paste_screen.show_note("note.nothing_to_paste")

    def _make_style(self) -> Style:
        ground = QGuiApplication.palette().window().color()  # what the system itself paints on
        palette = palette_of(
            Tone(self.settings.theme),
            system_dark=ground.lightness() < _HALF_LIGHT,
            system_contrast=False,
        )
        theme = Theme(palette, self.settings.scale / 100)
        return Style(self._catalogs(self.language), theme, keeps=self.settings.history)

    def _take_colours(self, theme: Theme) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Window, QColor(theme.palette.page))
        colours.setColor(QPalette.ColorRole.WindowText, QColor(theme.palette.text))
        self.setPalette(colours)
