"""Whether this computer can show Chinese letters at all."""

from PySide6.QtGui import QFontDatabase


def shows_chinese() -> bool:
    """Tell whether any font here has Chinese letters; without one there are boxes everywhere."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
