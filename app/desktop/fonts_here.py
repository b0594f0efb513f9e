"""What to do on a computer that has no Chinese letters."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

from ..model.language import Language

if TYPE_CHECKING:
    from .main_window import MainWindow


def shows_chinese() -> bool:
    """Tell whether any font here has Chinese letters; without one there are boxes everywhere."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def speak_what_can_be_shown(window: "MainWindow") -> None:
    """Without Chinese letters speak English this time, and say what is to be installed.

    Boxes tell nobody anything. The person's choice stays for the day when the letters are there.
    """
    if shows_chinese():
        return
    if window.language is not Language.EN:
        window.language = Language.EN
        window.dress()
        window.language_changed.emit(window.language)
    note = "note.no_chinese_font"
    window.paste_screen.show_note(note)
    window.show_notice(window.style_now.say(note))  # the first start shows another page
