"""The numbers we use for Qt's names."""

from PySide6.QtCore import Qt

from app.desktop import qt_figures


def test_the_figures_are_qts_own() -> None:
    assert Qt.FocusPolicy.NoFocus.value == qt_figures.NO_FOCUS
    assert Qt.FocusPolicy.StrongFocus.value == qt_figures.STRONG_FOCUS
    assert Qt.TextFormat.PlainText.value == qt_figures.PLAIN_TEXT
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == qt_figures.SCROLL_BAR_OFF
    assert (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value) == qt_figures.ENTER_KEYS
    wrapped = (
        Qt.TextFlag.TextWordWrap.value
        | Qt.AlignmentFlag.AlignLeft.value
        | Qt.AlignmentFlag.AlignVCenter.value
    )
    assert wrapped == qt_figures.WRAPPED_TEXT
